import { type AccessRules, accessRules } from '../mosquitto/access/rules.ts';
import { isPerClient, noRights, patternRules, type Rule, rulesOf } from '../spec/rights.ts';
import { accountRules, roleNames, roleRights } from '../spec/roles.ts';
import type { Account, Rights, Spec } from '../spec/types.ts';
import { anonymousRules } from './rules.ts';

/** A rule of the ACL file that would be written, with whom it is for: null for clients without a name. */
export interface DeclaredRule extends Rule {
  kind: 'topic' | 'pattern';
  account: Account | null;
}

/** What the ACL file made from these declarations would say. */
export function declaredRules(spec: Spec, accounts: readonly Account[]): AccessRules<DeclaredRule> {
  const mark = (
    rules: readonly Rule[],
    kind: DeclaredRule['kind'],
    account: Account | null,
  ): DeclaredRule[] => rules.map((rule) => ({ ...rule, kind, account }));
  return accessRules({
    users: accounts.map((one) => [one.name, mark(accountRules(one, spec), 'topic', one)] as const),
    anonymous: mark(anonymousRules(spec), 'topic', null),
    patterns: mark(patternRules(spec.everyone), 'pattern', null),
  });
}

/** Where in broker.yaml a rule comes from: a role, or what everybody, or nobody in particular, may do. */
export interface Origin {
  role: string | null;
  of: 'role' | 'everyone' | 'anonymous';
  side: keyof Rights;
  /** As it stands in the role, with its variables. */
  filter: string;
}

export function originsOf(rule: DeclaredRule, spec: Spec): Origin[] {
  const from = (rights: Rights, of: Origin['of'], role: string | null): Origin[] =>
    sidesOf(rule).flatMap((side) =>
      rights[side]
        .filter((filter) => gives(side, filter, rule))
        .map((filter) => ({ role, of, side, filter })),
    );
  const { account, kind } = rule;
  if (kind === 'pattern') return from(spec.everyone, 'everyone', null);
  if (account === null) return from(spec.anonymous ?? noRights, 'anonymous', null);
  const roles = [...new Set(account.roles)].flatMap((name) =>
    from(roleRights(name, spec.roles) ?? noRights, 'role', name),
  );
  return [...roles, ...from(spec.everyone, 'everyone', null)];
}

function sidesOf({ access }: Rule): (keyof Rights)[] {
  if (access === 'deny') return ['deny'];
  return access === 'write' ? ['publish'] : access === 'read' ? ['subscribe'] : ['publish', 'subscribe'];
}

function gives(side: keyof Rights, filter: string, { kind, account, ...rule }: DeclaredRule): boolean {
  const alone = { ...noRights, [side]: [filter] };
  if (isPerClient(filter) !== (kind === 'pattern')) return false;
  const rules =
    kind === 'pattern' ? patternRules(alone) : rulesOf([alone], account ?? { name: '', topics: [] });
  return rules.some((one) => one.filter === rule.filter);
}

/** Roles that the account has not, and that would allow it by themselves as far as `isAllowed` goes. */
export function rolesThatAllow(
  spec: Spec,
  account: Account,
  isAllowed: (rules: AccessRules<DeclaredRule>) => boolean,
): string[] {
  return roleNames(spec).filter((name) => {
    if (account.roles.includes(name)) return false;
    return isAllowed(declaredRules(spec, [{ ...account, roles: [...account.roles, name] }]));
  });
}
