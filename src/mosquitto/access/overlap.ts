/** The filter of the topics that both filters cover; null where there are none. Filters are closed under this. */
export function overlap(one: string, other: string): string | null {
  return overlapOf(one.split('/'), other.split('/'));
}

/** The same for what is split into its levels already. */
export function overlapOf(left: readonly string[], right: readonly string[]): string | null {
  // A wildcard covers no topic that starts with `$`.
  if (left[0]?.startsWith('$') !== right[0]?.startsWith('$')) return null;
  const length = Math.max(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const [a, b] = [left[at], right[at]];
    // `a/#` covers `a`.
    if (a === '#') return [...narrower(left, right, at), ...right.slice(at)].join('/');
    if (b === '#') return [...narrower(left, right, at), ...left.slice(at)].join('/');
    if (a === undefined || b === undefined) return null;
    if (a !== b && a !== '+' && b !== '+') return null;
  }
  return narrower(left, right, length).join('/');
}

function narrower(left: readonly string[], right: readonly string[], count: number): string[] {
  return left.slice(0, count).map((level, at) => (level === '+' ? (right[at] ?? level) : level));
}

/** A level that stands in no filter: NUL is in no topic. */
const fresh = '\0';

/**
 * Topics, as their levels, one of each depth, that only a filter covers which covers all of `filter` at that depth: so
 * these few tell whether several filters together cover it. `deepest` are the levels of the longest of them.
 */
export function samples(filter: string, deepest: number): string[][] {
  const levels = filter.split('/').map((level) => (level === '+' ? fresh : level));
  if (levels.at(-1) !== '#') return [levels];
  const base = levels.slice(0, -1);
  const least = Math.max(base.length, 1);
  const most = Math.max(least, deepest) + 1;
  return Array.from({ length: most - least + 1 }, (_, more) => [
    ...base,
    ...Array.from({ length: least + more - base.length }, () => fresh),
  ]);
}
