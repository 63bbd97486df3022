import { textFault } from '../text.ts';
import type { Rule } from './rules.ts';

/** Words that stand for `+` and for what is below `#`; nobody's rules name them. */
const level = 'shadow-any';
const below = 'shadow-below';
const sibling = 'shadow-beside';

/** Asked of everybody: what no rule speaks of, near the top and deep down. */
const outside = [sibling, Array.from({ length: 12 }, () => sibling).join('/')];

/** Longer lists of rules are not looked at pair by pair. */
const mostPaired = 80;

/**
 * Concrete topics that show what a list of rules allows to somebody: for each filter one that it matches, what is just
 * above, below and beside it, with `%u` and `%c` as this person's and as a stranger's; and for each two filters that
 * meet, what both of them match, since there it shows which of them wins. At most `limit`, the rules' own first.
 */
export function concreteTopics(
  rules: readonly Rule[],
  who: { name: string | null; clientId: string },
  limit: number,
): string[] {
  const filters = [...new Set(rules.flatMap((rule) => substituted(rule, who)))];
  const own = filters.flatMap(matching);
  const met =
    filters.length <= mostPaired ? filters.flatMap((one, at) => meetings(one, filters.slice(at + 1))) : [];
  const around = filters.flatMap(neighbours);
  const all = [...own, ...met, ...outside, ...around];
  return [...new Set(all)].filter(isPublishable).slice(0, limit);
}

/** First levels with a `$` that the rules speak of: no `#` covers them. */
export function dollarRoots(rules: readonly Rule[]): string[] {
  return [...new Set(rules.map(({ filter }) => filter.split('/', 1)[0] ?? ''))].filter(
    (root) => root.startsWith('$') && isPublishable(`${root}/x`),
  );
}

function substituted({ isPattern, filter }: Rule, who: { name: string | null; clientId: string }): string[] {
  if (!isPattern) return [filter];
  const stranger = put(filter, level, level);
  const own = put(filter, who.name ?? level, who.clientId);
  const byId = put(filter, who.name ?? level, who.name ?? level);
  return [own, byId, stranger];
}

/** Not `replaceAll` with the text itself: `$&` in a name would be taken for what was found. */
function put(filter: string, name: string, clientId: string): string {
  return filter.replaceAll('%u', () => name).replaceAll('%c', () => clientId);
}

function matching(filter: string): string[] {
  const levels = filter.split('/').map((one) => (one === '+' ? level : one));
  if (levels.at(-1) !== '#') return [levels.join('/')];
  const above = levels.slice(0, -1);
  return [
    [...above, below].join('/'),
    [...above, below, below, below].join('/'),
    ...(above.length === 0 ? [] : [above.join('/')]),
  ];
}

function neighbours(filter: string): string[] {
  const levels = filter.split('/').map((one) => (one === '+' ? level : one));
  const above = levels.slice(0, levels.at(-1) === '#' ? -2 : -1);
  const found = [[...above, sibling]];
  if (above.length > 0) found.push(above);
  if (levels.at(-1) !== '#') found.push([...levels, below]);
  return found.map((one) => one.join('/'));
}

function meetings(filter: string, others: readonly string[]): string[] {
  return others.flatMap((other) => {
    const both = meet(filter.split('/'), other.split('/'));
    return both === null || both === filter || both === other ? [] : matching(both);
  });
}

/** The filter of all that two filters both match; null where there is no such topic. */
function meet(one: readonly string[], other: readonly string[]): string | null {
  const found: string[] = [];
  for (let at = 0; ; at += 1) {
    const [a, b] = [one[at], other[at]];
    if (a === undefined && b === undefined) return found.join('/');
    if (a === '#') return [...found, ...other.slice(at)].join('/');
    if (b === '#') return [...found, ...one.slice(at)].join('/');
    if (a === undefined || b === undefined || (a !== '+' && b !== '+' && a !== b)) return null;
    found.push(a === '+' ? b : a);
  }
}

/** What a client can send without being thrown out; `$SYS` is the broker's, and asked by what it says itself. */
function isPublishable(topic: string): boolean {
  return (
    topic !== '' &&
    !/[+#]/.test(topic) &&
    !/^\$(SYS|CONTROL|share)(\/|$)/.test(topic) &&
    textFault(topic) === null &&
    topic.split('/').length <= 200 &&
    Buffer.byteLength(topic) <= 60_000
  );
}
