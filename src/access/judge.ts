import type { Facts } from '../facts/types.ts';
import { type Message, msg } from '../i18n/messages.ts';
import { isAllowed } from '../mosquitto/acl-rights.ts';
import { oldest, parseVersion, type Version } from '../mosquitto/version.ts';
import { type AccessTest, parseAccessTest } from '../spec/access-tests.ts';
import type { RuleProblem } from '../spec/rules.ts';
import { nearest } from '../spec/suggest.ts';
import type { Account, Spec } from '../spec/types.ts';
import { linesFor } from './rules.ts';

/** What the declared rights answer to one access test. */
export interface Verdict {
  test: AccessTest;
  index: number;
  /** Whom it does not hold for; empty where it holds. */
  against: string[];
}

/** Every access test of the spec, answered by what is declared: roles, topics, everybody's rights. */
export function judgeTests(spec: Spec, accounts: readonly Account[], version: Version): Verdict[] {
  const byName = new Map(accounts.map((account) => [account.name, account]));
  return spec.tests.map((text, index) => {
    const test = parseAccessTest(text);
    const { subject } = test;
    if (subject.kind === 'anonymous')
      return { test, index, against: answer(test, null, spec, version) === test.can ? [] : ['anonymous'] };
    const about =
      subject.kind === 'everyone' ? accounts : [byName.get(subject.name)].filter((one) => one !== undefined);
    const against = about.filter((account) => answer(test, account, spec, version) !== test.can);
    return { test, index, against: against.map(({ name }) => name) };
  });
}

function answer(
  { action, topic, clientId }: AccessTest,
  account: Account | null,
  spec: Spec,
  version: Version,
): boolean {
  const getsIn = account !== null || spec.anonymous !== null;
  if (action === 'connect' || !getsIn) return getsIn;
  const client = { name: account?.name ?? null, clientId };
  return isAllowed(linesFor(account, spec), client, action === 'publish' ? 'write' : 'read', topic, version);
}

/** How many names a message tells. */
const named = 5;

/**
 * Access tests that the declared rights do not pass, and tests about accounts that there are not, each at its line of
 * broker.yaml.
 */
export function testProblems(spec: Spec, accounts: readonly Account[], { mosquitto }: Facts): RuleProblem[] {
  const names = new Set(accounts.map(({ name }) => name));
  const strangers = spec.tests.flatMap((text, index): RuleProblem[] => {
    const { subject } = parseAccessTest(text);
    if (subject.kind !== 'account' || names.has(subject.name)) return [];
    const word = nearest(subject.name, [...names]);
    const fix = word === null ? {} : { fix: msg('spec.did-you-mean', { word }) };
    return [{ path: ['tests', index], message: msg('access.test.stranger', { name: subject.name }), ...fix }];
  });
  const version = parseVersion(mosquitto.version ?? '') ?? oldest;
  const broken = judgeTests(spec, accounts, version).filter(({ against }) => against.length > 0);
  return [
    ...strangers,
    ...broken.map(({ test, index, against }) => ({
      path: ['tests', index],
      message: failed(test, against),
      fix: msg('access.test.fix'),
    })),
  ];
}

/** `"bob cannot read home/alarm" does not hold: bob can.` */
function failed(test: AccessTest, against: readonly string[]): Message {
  const who = against.length > named ? `${against.slice(0, named).join(', ')} …` : against.join(', ');
  return test.can
    ? msg('access.test.cannot', { test: test.text, who, count: against.length })
    : msg('access.test.can', { test: test.text, who, count: against.length });
}
