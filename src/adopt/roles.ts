import { noRights } from '../spec/rights.ts';
import { builtInRoles } from '../spec/roles.ts';
import type { Rights } from '../spec/types.ts';

/** What a user of an ACL file may do, in the order of its lines. */
export interface UserRights {
  name: string;
  rights: Rights;
}

export interface Grouped {
  /** Roles of one's own, by name. */
  roles: Record<string, Rights>;
  /** Roles and topics by user. */
  users: Map<string, { roles: string[]; topics: string[] }>;
}

/**
 * Roles out of rights: who may do the same, up to the own name as a level of the topic, gets the same role. Whoever may
 * do one thing with all topics gets the built-in role for it, with these topics. Nothing is widened: every account ends
 * up with the rules that it had.
 */
export function groupRights(users: readonly UserRights[]): Grouped {
  const roles: Record<string, Rights> = {};
  const grouped: Grouped = { roles, users: new Map() };
  const names = new Names();
  const byShape = new Map<string, { shape: Rights; members: UserRights[] }>();
  for (const user of users) {
    const shape = shapeOf(user);
    const key = JSON.stringify(shape);
    const group = byShape.get(key) ?? { shape, members: [] };
    group.members.push(user);
    byShape.set(key, group);
  }
  for (const { shape, members } of byShape.values()) {
    const [first] = members;
    const isShared = members.length > 1 && hasName(shape);
    const builtIn = isShared ? builtInLike(shape) : null;
    const uniform = isShared || first === undefined ? null : uniformRole(first.rights);
    if (builtIn !== null)
      for (const { name } of members) grouped.users.set(name, { roles: [builtIn], topics: [] });
    else if (uniform !== null)
      for (const { name } of members)
        grouped.users.set(name, { roles: uniform.roles, topics: [...uniform.topics] });
    else {
      const rights = isShared ? shape : (first?.rights ?? noRights);
      const role = names.free(members.length === 1 ? (first?.name ?? '') : firstLevel(rights));
      roles[role] = rights;
      for (const { name } of members) grouped.users.set(name, { roles: [role], topics: [] });
    }
  }
  return grouped;
}

/** The rights with the own name as `{user}` where it is a whole level. */
function shapeOf({ name, rights }: UserRights): Rights {
  const shape = (filters: readonly string[]): string[] =>
    filters.map((filter) =>
      filter
        .split('/')
        .map((level) => (level === name ? '{user}' : level))
        .join('/'),
    );
  return { publish: shape(rights.publish), subscribe: shape(rights.subscribe), deny: shape(rights.deny) };
}

function hasName({ publish, subscribe, deny }: Rights): boolean {
  return [...publish, ...subscribe, ...deny].some((filter) => filter.includes('{user}'));
}

function builtInLike(shape: Rights): string | null {
  const found = Object.entries(builtInRoles).find(
    ([, rights]) => JSON.stringify(rights) === JSON.stringify(shape),
  );
  return found?.[0] ?? null;
}

/** One access for all topics; null where there is more to it. */
function uniformRole({
  publish,
  subscribe,
  deny,
}: Rights): { roles: string[]; topics: readonly string[] } | null {
  if (deny.length > 0) return null;
  if (publish.length === 0 && subscribe.length === 0) return { roles: [], topics: [] };
  if (publish.length === 0) return { roles: ['subscriber'], topics: subscribe };
  if (subscribe.length === 0) return { roles: ['publisher'], topics: publish };
  const isSame = publish.length === subscribe.length && publish.every((filter, i) => filter === subscribe[i]);
  return isSame ? { roles: ['both'], topics: publish } : null;
}

function firstLevel({ publish, subscribe, deny }: Rights): string {
  const [filter = ''] = [...publish, ...subscribe, ...deny];
  return filter.split('/').find((level) => /^[A-Za-z0-9]/.test(level)) ?? 'role';
}

/** Names that a role may have: small letters, digits, `_` and `-`; each is given once. */
class Names {
  readonly #taken = new Set<string>(Object.keys(builtInRoles));
  readonly #next = new Map<string, number>();

  free(wish: string): string {
    const plain = wish
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^a-z0-9_-]+/g, '-')
      .replaceAll(/^[_-]+|-+$/g, '')
      .slice(0, 56);
    const stem = plain === '' ? 'role' : plain;
    let number = this.#next.get(stem) ?? 1;
    const name = (): string => (number === 1 ? stem : `${stem}-${number}`);
    while (this.#taken.has(name())) number += 1;
    this.#next.set(stem, number + 1);
    this.#taken.add(name());
    return name();
  }
}
