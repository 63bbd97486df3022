import { isPerClient, noRights, type Rule, rulesOf } from './rights.ts';
import { roleRights } from './roles.ts';
import type { Account, Spec } from './types.ts';

/** Is there a topic that both filters cover? As brokers match: wildcards do not reach topics that begin with `$`. */
export function filtersOverlap(one: string, other: string): boolean {
  return levelsOverlap(one.split('/'), other.split('/'));
}

/** The same for filters that are split at `/` already. */
export function levelsOverlap(a: readonly string[], b: readonly string[]): boolean {
  if (a[0]?.startsWith('$') !== b[0]?.startsWith('$')) return false;
  for (let level = 0; ; level += 1) {
    const [x, y] = [a[level], b[level]];
    if (x === '#' || y === '#' || (x === undefined && y === undefined)) return true;
    // `a/#` covers `a` too.
    if (x === undefined || y === undefined) return (x ?? y) === '#';
    if (x !== '+' && y !== '+' && x !== y) return false;
  }
}

/** Topics of an account of which a denial, its roles' or everybody's, takes something away again, with that denial. */
export function deniedTopics(
  account: Account,
  { roles, everyone }: Pick<Spec, 'roles' | 'everyone'>,
): { topic: string; denied: string }[] {
  const denials = [...account.roles.map((role) => roleRights(role, roles) ?? noRights), everyone].map(
    ({ deny }) => ({ ...noRights, deny: deny.filter((filter) => !isPerClient(filter)) }),
  );
  const rules: Rule[] = rulesOf(denials, account);
  return account.topics.flatMap((topic) => {
    const rule = rules.find(({ filter }) => filtersOverlap(filter, topic));
    return rule === undefined ? [] : [{ topic, denied: rule.filter }];
  });
}
