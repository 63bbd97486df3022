import type { Secret } from '../../desired/hashes.ts';
import { AppError, fail, type Problem } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { roleProblem } from '../../spec/account-line.ts';
import { nameProblem } from '../../spec/names.ts';
import { usualPolicy } from '../../spec/passwords.ts';
import { noRights } from '../../spec/rights.ts';
import { builtInNames, needsTopics, roleNames, roleRights } from '../../spec/roles.ts';
import { nearest } from '../../spec/suggest.ts';
import { topicProblem } from '../../spec/topics.ts';
import { Twins } from '../../spec/twins.ts';
import type { Account, Spec } from '../../spec/types.ts';
import { type Call, listOption } from '../context.ts';
import { demandAdmin } from './admins.ts';
import type { BundlePlace } from './client-bundle.ts';
import type { Declared } from './declared.ts';
import { noteDenied } from './note-denied.ts';
import { chosen, demandStrong, generated, givenPassword, passwordSource, typedProblem } from './passwords.ts';
import type { Decide, Decision } from './types.ts';

/** A new account with its roles, topics and password. */
export function decideAdd(call: Call, bundle: BundlePlace | null = null): Decide {
  const account = accountFrom(call);
  passwordSource(call);
  return async (declared, facts) => {
    const base = declaredOr(declared, facts.layout.spec);
    demandRoles(call, account, declared.spec ?? { roles: {} });
    const since = call.host.now().toISOString().slice(0, 10);
    const old = declared.accounts.find((known) => known.name === account.name);
    if (old !== undefined)
      throw fail('usage', msg('cli.account.exists', { name: account.name }), {
        fix: msg('cli.account.existsFix', { name: account.name }),
      });
    const twin = new Twins(declared.accounts.map(({ name }) => name)).of(account.name);
    if (twin !== null) throw fail('usage', msg('users.twin', { name: account.name, other: twin }));
    // Who comes by certificate alone has a password that nobody knows.
    const isSilent = bundle !== null && passwordSource(call) === null;
    const secret = isSilent ? generated() : await newPassword(call, account.name, declared);
    if (declared.spec !== null) noteDenied(call, [account], declared.spec);
    return {
      ...base,
      accounts: [...declared.accounts, { ...account, since }],
      secrets: new Map([[account.name, secret]]),
      ...(bundle === null
        ? {}
        : { tls: { issue: [account.name] }, bundles: new Map([[account.name, bundle]]), silent: isSilent }),
    };
  };
}

/** The account is gone; its connections are closed by the broker's reload. */
export function decideRemove(call: Call): Decide {
  const name = call.args[0] ?? '';
  return async (declared, facts) => {
    const base = declaredOr(declared, facts.layout.spec);
    demandKnown(declared, name);
    const accounts = declared.accounts.filter((account) => account.name !== name);
    if (declared.spec !== null) demandAdmin(call, declared.accounts, accounts, declared.spec);
    return { ...base, accounts };
  };
}

/** Another password for an account that exists. */
export function decidePassword(call: Call): Decide {
  const name = call.args[0] ?? '';
  passwordSource(call);
  return async (declared, facts) => {
    const base = declaredOr(declared, facts.layout.spec);
    demandKnown(declared, name);
    return { ...base, secrets: new Map([[name, await newPassword(call, name, declared)]]) };
  };
}

/** Throws 65 where no broker has been declared yet. */
export function declaredOr(declared: Declared, file: string): Decision {
  if (declared.specText === null)
    throw fail('input', msg('cli.spec.missing', { file }), { fix: msg('cli.spec.installFirst') });
  return { specText: declared.specText, accounts: declared.accounts, secrets: new Map() };
}

function demandKnown(declared: Declared, name: string): void {
  const names = declared.accounts.map((account) => account.name);
  if (names.includes(name)) return;
  const near = nearest(name, names);
  const fix = near === null ? msg('cli.account.listFix') : msg('cli.usage.didYouMean', { word: near });
  throw fail('usage', nameProblem(name) ?? msg('cli.account.unknown', { name }), { fix });
}

/** All that is wrong with the flags at once. */
function accountFrom(call: Call): Account {
  const [name = ''] = call.args;
  const roles = [...new Set(listOption(call.options, 'role'))];
  const topics = listOption(call.options, 'topic');
  const problems: Problem[] = [nameProblem(name), ...topics.map(topicProblem)].flatMap((message) =>
    message === null ? [] : [{ message }],
  );
  // Which roles there are is known only with the spec; what is a slip of a built-in one can be said already.
  const slips = roles.flatMap((role) => roleProblem(role, builtInNames) ?? []).filter(({ fix }) => fix);
  if (problems.length > 0) throw new AppError('usage', [...problems, ...slips]);
  return { name, roles: roles.length === 0 ? ['both'] : roles, topics: [...new Set(topics)] };
}

/** Roles that there are, and topics where one of them is about topics. */
function demandRoles(call: Call, { roles, topics }: Account, spec: Pick<Spec, 'roles'>): void {
  if (listOption(call.options, 'role').length === 0) return;
  const problems: Problem[] = roles.flatMap((role) => roleProblem(role, roleNames(spec)) ?? []);
  const wanting = roles.some((role) => needsTopics(roleRights(role, spec.roles) ?? noRights));
  if (wanting && topics.length === 0)
    problems.push({ message: msg('cli.account.noTopics'), fix: msg('cli.account.noTopicsFix') });
  if (problems.length > 0) throw new AppError('usage', problems);
}

async function newPassword(call: Call, name: string, declared: Declared): Promise<Secret> {
  const policy = declared.spec?.passwords ?? usualPolicy;
  const given = await givenPassword(call);
  if (given !== null) {
    await demandStrong(call, given, name, policy, declared.hashes.get(name));
    return given;
  }
  if (!call.interactive)
    throw fail('usage', msg('cli.password.needed', { name }), { fix: msg('cli.password.ways') });
  const { askNewPassword } = await import('../prompt.ts');
  const problem = typedProblem(name, policy);
  const typed = await askNewPassword(call, msg('cli.ask.password', { name }), (text) =>
    text === '' ? null : problem(text),
  );
  return typed === '' ? generated() : chosen(typed);
}
