import type { AclLine } from '../mosquitto/formats/acl.ts';
import { patternRules, type Rule, rulesOf } from '../spec/rights.ts';
import { accountRules } from '../spec/roles.ts';
import type { Account, Spec } from '../spec/types.ts';

/** What stands in the ACL file about one account (or about clients without a name), as the broker would read it. */
export function linesFor(account: Account | null, spec: Spec): AclLine[] {
  const topics = account === null ? anonymousRules(spec) : accountRules(account, spec);
  const user: AclLine[] =
    account === null ? [] : [{ line: 0, column: 1, raw: '', kind: 'user', name: account.name }];
  return [...lines('pattern', patternRules(spec.everyone)), ...user, ...lines('topic', topics)];
}

/** The rules of clients without a name; none where none is let in. */
export function anonymousRules({ anonymous }: Pick<Spec, 'anonymous'>): Rule[] {
  return anonymous === null ? [] : rulesOf([anonymous], { name: '', topics: [] });
}

function lines(kind: 'topic' | 'pattern', rules: readonly Rule[]): AclLine[] {
  return rules.map(({ access, filter }) => ({
    line: 0,
    column: 1,
    raw: `${kind} ${access} ${filter}`,
    kind,
    access,
    filter,
  }));
}
