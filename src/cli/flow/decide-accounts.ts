import type { Secret } from '../../desired/hashes.ts';
import { AppError, fail, type Problem } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { roleProblem } from '../../spec/account-line.ts';
import { nameProblem } from '../../spec/names.ts';
import { normalisePassword, passwordProblem } from '../../spec/passwords.ts';
import { nearest } from '../../spec/suggest.ts';
import { topicProblem } from '../../spec/topics.ts';
import { type Account, type Role, roleNames } from '../../spec/types.ts';
import { type Call, listOption } from '../context.ts';
import type { Decide, Decision } from './converge.ts';
import type { Declared } from './declared.ts';
import { chosen, generated, givenPassword, passwordSource } from './passwords.ts';

/** A new account with its roles, topics and password. */
export function decideAdd(call: Call): Decide {
  const account = accountFrom(call);
  passwordSource(call);
  return async (declared, facts) => {
    const base = declaredOr(declared, facts.layout.spec);
    const since = call.host.now().toISOString().slice(0, 10);
    const old = declared.accounts.find((known) => known.name === account.name);
    if (old !== undefined)
      throw fail('usage', msg('cli.account.exists', { name: account.name }), {
        fix: msg('cli.account.existsFix', { name: account.name }),
      });
    const secret = await newPassword(call, account.name);
    return {
      ...base,
      accounts: [...declared.accounts, { ...account, since }],
      secrets: new Map([[account.name, secret]]),
    };
  };
}

/** The account is gone; its connections are closed by the broker's reload. */
export function decideRemove(call: Call): Decide {
  const name = call.args[0] ?? '';
  return async (declared, facts) => {
    const base = declaredOr(declared, facts.layout.spec);
    demandKnown(declared, name);
    return {
      ...base,
      accounts: declared.accounts.filter((account) => account.name !== name),
    };
  };
}

/** Another password for an account that exists. */
export function decidePassword(call: Call): Decide {
  const name = call.args[0] ?? '';
  passwordSource(call);
  return async (declared, facts) => {
    const base = declaredOr(declared, facts.layout.spec);
    demandKnown(declared, name);
    return { ...base, secrets: new Map([[name, await newPassword(call, name)]]) };
  };
}

function declaredOr(declared: Declared, file: string): Decision {
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
  const roles = listOption(call.options, 'role');
  const topics = listOption(call.options, 'topic');
  const problems: Problem[] = [nameProblem(name), ...topics.map(topicProblem)].flatMap((message) =>
    message === null ? [] : [{ message }],
  );
  problems.push(...roles.flatMap((role) => roleProblem(role) ?? []));
  if (roles.length > 0 && topics.length === 0)
    problems.push({ message: msg('cli.account.noTopics'), fix: msg('cli.account.noTopicsFix') });
  if (problems.length > 0) throw new AppError('usage', problems);
  const known = roleNames.filter((role): role is Role => roles.includes(role));
  return { name, roles: known.length === 0 ? ['both'] : known, topics: [...new Set(topics)] };
}

async function newPassword(call: Call, name: string): Promise<Secret> {
  const given = await givenPassword(call);
  if (given !== null) return given;
  if (!call.interactive)
    throw fail('usage', msg('cli.password.needed', { name }), { fix: msg('cli.password.ways') });
  const { askNewPassword } = await import('../prompt.ts');
  const typed = await askNewPassword(call, name, (text) =>
    text === '' ? null : passwordProblem(normalisePassword(text)),
  );
  return typed === '' ? generated() : chosen(call, typed);
}
