import { parseAccessTest } from './access-tests.ts';
import { probePrefix } from './probe.ts';
import { type Rule, rulesOf } from './rights.ts';
import { accountRules } from './roles.ts';
import type { Account, Spec } from './types.ts';

/**
 * A login that stands for somebody in access tests: it has the same rules below a folder of its own, so that asking the
 * broker touches nobody's topics and needs nobody's password.
 */
export interface TestIdentity {
  /** The login's own name. */
  name: string;
  /** Whom it stands for; null for clients without a name. */
  account: string | null;
  /** What goes before every topic; ends with `/`. */
  prefix: string;
  rules: Rule[];
}

/** The folder that all of them share, with what the probe itself may do there. */
export const identitiesFilter = `${probePrefix}/as/#`;

/** At most so many people are asked about in the name of others. */
export const mostIdentities = 100;

/** An identity for everybody whom a test about publishing or reading names. */
export function testIdentities(spec: Spec, accounts: readonly Account[]): TestIdentity[] {
  const tests = spec.tests.map(parseAccessTest).filter(({ action }) => action !== 'connect');
  const named = new Set(tests.flatMap(({ subject }) => (subject.kind === 'account' ? [subject.name] : [])));
  const people = accounts.filter(({ name }) => named.has(name)).slice(0, mostIdentities);
  const anonymous = tests.some(({ subject }) => subject.kind === 'anonymous') && spec.anonymous !== null;
  return [
    ...people.map((account) =>
      identity(`mqtt-setup-as-${account.name}`, account.name, accountRules(account, spec)),
    ),
    ...(anonymous && spec.anonymous !== null
      ? [identity('mqtt-setup-anonymous', null, rulesOf([spec.anonymous], { name: '', topics: [] }))]
      : []),
  ];
}

function identity(name: string, account: string | null, rules: readonly Rule[]): TestIdentity {
  const prefix = `${probePrefix}/as/${name}/`;
  return {
    name,
    account,
    prefix,
    rules: rules.map(({ access, filter }) => ({ access, filter: prefix + filter })),
  };
}
