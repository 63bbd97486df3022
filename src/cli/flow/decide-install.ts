import { resolve } from 'node:path';
import type { Secret } from '../../desired/hashes.ts';
import { AppError, fail, type Problem } from '../../errors.ts';
import type { Facts } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import { editSpec } from '../../spec/edit.ts';
import { parseSpecFlags, type SpecChanges } from '../../spec/flags.ts';
import { loadSpec } from '../../spec/load.ts';
import { nameProblem } from '../../spec/names.ts';
import { newSpecText } from '../../spec/new-text.ts';
import { mqttPort, profiles } from '../../spec/profiles.ts';
import type { Account } from '../../spec/types.ts';
import { type Call, listOption, textOption } from '../context.ts';
import { saidYes } from './consent.ts';
import type { Declared } from './declared.ts';
import { freePort } from './free-port.ts';
import { specIsOurs } from './layout.ts';
import { demandStrong, generated, givenPassword, passwordSource } from './passwords.ts';
import type { Decide } from './types.ts';

/** The name of the first account where nobody says another. */
const ownerName = 'owner';

/** Who the first account is for, and how it gets its password. */
interface Owner {
  name: string;
  secret: Secret | null;
}

/**
 * What `install` (and `plan`, which is its dry run) makes of the flags and of what is there: a new spec or the edited
 * old one, and the owner's account. Command-line mistakes are told before the machine is looked at.
 */
export async function decideInstall(call: Call): Promise<Decide> {
  const user = textOption(call.options, 'user') ?? fromEnvironment(call, 'USER');
  const changes = usage([
    () =>
      parseSpecFlags({
        profile: textOption(call.options, 'profile') ?? fromEnvironment(call, 'PROFILE'),
        port: textOption(call.options, 'port') ?? fromEnvironment(call, 'PORT'),
        bind: bindOf(call),
        ...tlsFlags(call),
      }),
    () => user === undefined || demandName(user),
    () => passwordSource(call),
  ]);
  return async (declared, facts) => {
    const fresh = declared.specText === null && declared.accounts.length === 0;
    const asked =
      fresh && mayAsk(call, facts.layout.mode)
        ? await ask(call, facts.layout, changes, user)
        : { changes, user, password: null };
    const specText = await specTextFor(call, declared, facts, asked.changes);
    const owner = await ownerOf(call, declared, asked.user, asked.password);
    if (owner !== null && owner.secret !== null) {
      const { passwords } = loadSpec(specText, facts.layout.spec);
      await demandStrong(call, owner.secret, owner.name, passwords, declared.hashes.get(owner.name));
    }
    return {
      specText,
      accounts: withOwner(call, declared.accounts, owner),
      secrets: secretsOf(owner),
    };
  };
}

/** An empty variable is as good as none. */
function fromEnvironment({ env }: Call, name: 'PROFILE' | 'PORT' | 'BIND' | 'USER'): string | undefined {
  return env[`MQTT_SETUP_${name}`] || undefined;
}

function tlsFlags({ options }: Call) {
  const path = (name: string): string | undefined => {
    const text = textOption(options, name);
    return text === undefined ? undefined : resolve(text);
  };
  return {
    cert: path('cert'),
    key: path('key'),
    ca: path('ca'),
    names: listOption(options, 'name'),
    acme: options['acme'] === true,
    domains: listOption(options, 'domain'),
    email: textOption(options, 'email'),
    server: textOption(options, 'acmeServer'),
    firewall: options['firewall'] === true,
  };
}

function bindOf(call: Call): string[] {
  const flags = listOption(call.options, 'bind');
  const variable = fromEnvironment(call, 'BIND');
  return flags.length > 0 || variable === undefined ? flags : variable.split(',').map((part) => part.trim());
}

/** All that is wrong with the command line at once; the first part's result where nothing is. */
function usage<T>(parts: readonly [() => T, ...(() => unknown)[]]): T {
  const problems: Problem[] = [];
  const attempt = <R>(part: () => R): R | undefined => {
    try {
      return part();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const [first, ...rest] = parts;
  const result = attempt(first);
  for (const part of rest) attempt(part);
  if (problems.length > 0 || result === undefined) throw new AppError('usage', problems);
  return result;
}

function demandName(name: string): void {
  const problem = nameProblem(name);
  if (problem !== null) throw fail('usage', problem);
}

/** Whoever lacks the rights is told so instead of being questioned first. */
function mayAsk(call: Call, mode: 'system' | 'local'): boolean {
  return call.interactive && !saidYes(call) && (mode === 'local' || call.host.user.uid === 0);
}

async function ask(call: Call, layout: Facts['layout'], changes: SpecChanges, user: string | undefined) {
  const { wizard } = await import('../wizard.ts');
  return wizard(call, layout, changes, user, ownerName);
}

async function specTextFor(
  call: Call,
  declared: Declared,
  facts: Facts,
  changes: SpecChanges,
): Promise<string> {
  const { spec: file, mode } = facts.layout;
  const any = Object.keys(changes).length > 0;
  if (declared.specText !== null) {
    if (!any) return declared.specText;
    const edited = editSpec(declared.specText, file, changes);
    if (edited !== declared.specText && !specIsOurs(call)) {
      throw fail('usage', msg('cli.spec.flagsAndFile', { file }), {
        fix: msg('cli.spec.editFile', { file }),
      });
    }
    return edited;
  }
  if (!specIsOurs(call)) throw fail('input', msg('cli.spec.missing', { file }));
  // A broker in a folder is for whoever sits at this machine, beside others: loopback, and a port nobody has.
  const profile = changes.profile ?? (mode === 'local' ? 'local' : 'lan');
  const usual = profiles[profile].listeners[0]?.port ?? mqttPort;
  const port = changes.port ?? (mode === 'local' ? await freePort(call.host, facts, usual) : usual);
  return newSpecText(
    { ...changes, profile, ...(port === usual && changes.port === undefined ? {} : { port }) },
    call.t,
  );
}

async function ownerOf(
  call: Call,
  declared: Declared,
  name: string | undefined,
  typed: Secret | null,
): Promise<Owner | null> {
  const { accounts, hashes } = declared;
  if (name === undefined && accounts.length > 0) {
    const source = passwordSource(call);
    if (source === 'file' || source === 'env') throw fail('usage', msg('cli.password.whose'));
    return null;
  }
  const owner = name ?? ownerName;
  if (typed !== null) return { name: owner, secret: typed };
  const stored = hashes.has(owner) && accounts.some((account) => account.name === owner);
  // A password that exists is kept: generating another one would lock its users out.
  if (stored && passwordSource(call) === 'generate') return { name: owner, secret: null };
  return { name: owner, secret: (await givenPassword(call)) ?? (stored ? null : generated()) };
}

function withOwner(call: Call, accounts: readonly Account[], owner: Owner | null): Account[] {
  if (owner === null || accounts.some((account) => account.name === owner.name)) return [...accounts];
  const since = call.host.now().toISOString().slice(0, 10);
  return [...accounts, { name: owner.name, roles: ['both'], topics: ['#'], since }];
}

function secretsOf(owner: Owner | null): Map<string, Secret> {
  return owner === null || owner.secret === null ? new Map() : new Map([[owner.name, owner.secret]]);
}
