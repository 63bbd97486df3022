import { basename, dirname, join, resolve } from 'node:path';
import type { Secret } from '../../desired/hashes.ts';
import { AppError, fail, type Problem } from '../../errors.ts';
import type { Facts } from '../../facts/types.ts';
import { Hidden } from '../../hidden.ts';
import { msg } from '../../i18n/messages.ts';
import { isHashReadable } from '../../mosquitto/hash.ts';
import { oldest, parseVersion } from '../../mosquitto/version.ts';
import { roleProblem } from '../../spec/account-line.ts';
import { printCsv } from '../../spec/import/csv.ts';
import { type Imported, readImport } from '../../spec/import/read.ts';
import { noRights } from '../../spec/rights.ts';
import { needsTopics, roleNames, roleRights } from '../../spec/roles.ts';
import { topicProblem } from '../../spec/topics.ts';
import type { Account, Spec } from '../../spec/types.ts';
import { type Call, listOption, textOption } from '../context.ts';
import { demandAdmin } from './admins.ts';
import { declaredOr } from './decide-accounts.ts';
import type { Declared } from './declared.ts';
import { demandNew } from './hand-over.ts';
import { readImportFile } from './import-file.ts';
import { noteDenied } from './note-denied.ts';
import { generated } from './passwords.ts';
import type { Decision } from './types.ts';

/** What an import came to. */
export interface ImportResult {
  added: number;
  /** Accounts that were there and are otherwise now. */
  updated: number;
  /** Where the generated passwords are, and how many. */
  passwords: { file: string; count: number } | null;
}

/** The accounts of a file, all or none. `onResult` is told what comes of it, before anything is changed. */
export function decideImport(call: Call, onResult: (result: ImportResult) => void) {
  const path = call.args[0] ?? '';
  const usual = usualRights(call);
  return async (declared: Declared, facts: Facts): Promise<Decision> => {
    const base = declaredOr(declared, facts.layout.spec);
    const spec = declared.spec ?? { roles: {}, everyone: noRights };
    const rows = readRows(await readImportFile(call, path), path, declared, facts, usual, call);
    const today = call.host.now().toISOString().slice(0, 10);
    const accounts = new Map(declared.accounts.map((account) => [account.name, account]));
    const touched = rows.map((row) => merged(row, accounts.get(row.name), usual, today));
    const result: ImportResult = { added: 0, updated: 0, passwords: null };
    const secrets = new Map<string, Secret>();
    const hashes = new Map<string, string>();
    const made: [name: string, secret: Secret][] = [];
    for (const [index, { name, password, hash }] of rows.entries()) {
      const isNew = !accounts.has(name);
      const account = touched[index];
      if (isNew) result.added += 1;
      else if (password !== null || hash !== null || !isSame(account, accounts.get(name)))
        result.updated += 1;
      if (account !== undefined) accounts.set(name, account);
      if (hash !== null) hashes.set(name, hash.reveal());
      else if (password !== null) secrets.set(name, { password, generated: false });
      else if (isNew) made.push([name, generated()]);
    }
    for (const [name, secret] of made) secrets.set(name, secret);
    const all = [...accounts.values()];
    demandAdmin(call, declared.accounts, all, spec);
    noteDenied(call, touched, spec);
    const decision = { ...base, accounts: all, secrets, hashes };
    if (made.length === 0) {
      onResult(result);
      return decision;
    }
    const file = outFile(call, path);
    await demandNew(call.host, file);
    onResult({ ...result, passwords: { file, count: made.length } });
    return { ...decision, handOver: { path: file, content: passwordsText(made) } };
  };
}

interface Usual {
  roles: string[];
  topics: string[];
}

/** Roles and topics of new accounts of which the file says nothing. */
function usualRights(call: Call): Usual {
  const topics = [...new Set(listOption(call.options, 'topic'))];
  const problems: Problem[] = topics.flatMap((topic) => {
    const message = topicProblem(topic);
    return message === null ? [] : [{ message }];
  });
  if (problems.length > 0) throw new AppError('usage', problems);
  return { roles: [...new Set(listOption(call.options, 'role'))], topics };
}

function readRows(
  text: string,
  path: string,
  { spec, accounts, hashes }: Declared,
  facts: Facts,
  usual: Usual,
  call: Call,
): Imported[] {
  if (spec === null) throw fail('input', msg('cli.spec.missing', { file: facts.layout.spec }));
  const names = roleNames(spec);
  const unknown = usual.roles.flatMap((role) => roleProblem(role, names) ?? []);
  if (unknown.length > 0) throw new AppError('usage', unknown);
  const version = parseVersion(facts.mosquitto.version ?? '') ?? oldest;
  const before = new Map(accounts.map((account) => [account.name, account]));
  return readImport(text, path, {
    roleNames: names,
    policy: spec.passwords,
    hashProblem: (hash) => (isHashReadable(hash, version) ? null : msg('users.import.hash')),
    known: { names: [...before.keys()], update: call.options['update'] === true },
    accountProblem(row) {
      const known = before.get(row.name);
      const lacksSecret = known !== undefined && !hashes.has(row.name);
      if (lacksSecret && row.password === null && row.hash === null)
        return { message: msg('cli.account.noPassword', { name: row.name }) };
      return rightsProblem(merged(row, known, usual, ''), spec);
    },
  });
}

function rightsProblem({ roles, topics }: Account, spec: Spec): Problem | null {
  if (roles.length === 0)
    return { message: msg('users.import.noRoles'), fix: msg('users.import.noRolesFix') };
  const wanting = roles.some((role) => needsTopics(roleRights(role, spec.roles) ?? noRights));
  if (!wanting || topics.length > 0) return null;
  return { message: msg('users.import.noTopics'), fix: msg('users.import.noTopicsFix') };
}

/** What the file says goes over what there is; what it leaves open stays, or is as usual for a new account. */
function merged(row: Imported, known: Account | undefined, usual: Usual, today: string): Account {
  const { name } = row;
  const base = known ?? { name, ...usual, since: today };
  return {
    ...base,
    roles: row.roles ?? base.roles,
    topics: row.topics ?? base.topics,
    ...(row.since === null ? {} : { since: row.since }),
  };
}

function isSame(one: Account | undefined, other: Account | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Beside the file that is imported, unless the owner says otherwise. */
function outFile(call: Call, path: string): string {
  const out = textOption(call.options, 'out');
  if (out !== undefined) return resolve(out);
  if (path === '-') return resolve('accounts.passwords.csv');
  return join(resolve(dirname(path)), `${basename(path).replace(/\.[^.]*$/, '')}.passwords.csv`);
}

function passwordsText(made: readonly [name: string, secret: Secret][]): Hidden {
  const lines = made.map(([name, { password }]) => printCsv([name, password.reveal()]));
  return new Hidden(`${printCsv(['name', 'password'])}${lines.join('')}`);
}
