import type { People, Rule } from './rules.ts';

/** Whom to ask, where not everybody can be. */
export interface Sample {
  names: string[];
  /** All names that there are. */
  known: number;
  /** Names that nobody who is asked stands for. */
  unasked: number;
}

/** Of people who are told apart by their name alone, so many are asked. */
const ofEachKind = 2;

/**
 * Every name of the configurations (password files and ACL files), or where there are more than `limit`, some of each
 * kind: people are of one kind where every file says the same about them but for their own name.
 */
export function sampleNames(sides: readonly People[], limit: number): Sample {
  const names = [...new Set(sides.flatMap(namesOf))];
  if (names.length <= limit) return { names, known: names.length, unasked: 0 };
  const kindOf = kinds(sides);
  const members = new Map<string, string[]>();
  for (const name of names) {
    const kind = kindOf(name);
    const own = members.get(kind);
    if (own === undefined) members.set(kind, [name]);
    else own.push(name);
  }
  const groups = [...members.values()];
  const chosen = groups.slice(0, limit).map((group) => group.slice(0, 1));
  let room = limit - chosen.length;
  for (const [index, group] of groups.slice(0, limit).entries()) {
    const more = group.slice(1, Math.min(ofEachKind, 1 + room));
    chosen[index]?.push(...more);
    room -= more.length;
  }
  const unasked = groups.slice(limit).reduce((sum, group) => sum + group.length, 0);
  return { names: chosen.flat(), known: names.length, unasked };
}

function namesOf({ passwords, rules }: People): string[] {
  return [
    ...passwords.flatMap(({ hashes }) => [...hashes.keys()]),
    ...rules.flatMap(({ byUser }) => [...byUser.keys()]),
  ];
}

function kinds(sides: readonly People[]): (name: string) => string {
  // A pattern that names somebody treats this one as nobody else.
  const special = new Set(
    sides.flatMap(({ rules }) =>
      rules.flatMap(({ patterns }) => patterns.flatMap(({ filter }) => filter.split('/'))),
    ),
  );
  return (name) => {
    const hashes = sides.map(({ passwords }) => passwords.map((file) => file.hashes.get(name)));
    const kind = {
      odd: special.has(name) || /[+#/%\p{C}]/u.test(name) ? name : null,
      logins: hashes.map((side) =>
        side.map((hash) => (hash === undefined ? 'none' : hash === null ? 'dead' : 'live')),
      ),
      sameHash: new Set(hashes.flat().filter((hash) => hash !== undefined && hash !== null)).size,
      rules: sides.map(({ rules }) =>
        rules.map(({ byUser }) => byUser.get(name)?.map((rule) => unnamed(rule, name))),
      ),
    };
    return JSON.stringify(kind);
  };
}

function unnamed({ access, filter }: Rule, name: string): string {
  const levels = filter.split('/').map((level) => (level === name ? '%u' : level));
  return `${access} ${levels.join('/')}`;
}
