/**
 * Two ACL files without the sections of users that are the same in both, nearly all of ten thousand: what is left reads
 * as before. Nothing is taken from files in which a section holds patterns, which are everybody's, or where a user has
 * several.
 */
export function changedSections(before: string, after: string): [string, string] {
  const [old, next] = [sectionsOf(before), sectionsOf(after)];
  if (old === null || next === null) return [before, after];
  const left = (own: Sections, other: Sections): string =>
    [own.head, ...own.users.filter((section) => !other.all.has(section))].join(start);
  return [left(old, next), left(next, old)];
}

interface Sections {
  head: string;
  users: string[];
  all: Set<string>;
}

const start = '\nuser ';

/** Null for a file that another hand than ours wrote so that it cannot be taken apart. */
function sectionsOf(text: string): Sections | null {
  const [head = '', ...raw] = text.split(start);
  // Without the blank line that separates it from the next: the last one has none.
  const users = raw.map((section) => `${section.trimEnd()}\n`);
  const names = new Set(users.map((section) => section.slice(0, section.indexOf('\n'))));
  const isPlain =
    names.size === users.length &&
    !/^ *user\b/m.test(head) &&
    !/\n(?: +user| *pattern)\b/.test(text.slice(head.length));
  return isPlain ? { head, users, all: new Set(users) } : null;
}
