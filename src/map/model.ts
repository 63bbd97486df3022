import { anonymousRules } from '../access/rules.ts';
import { patternRules, type Rule } from '../spec/rights.ts';
import { accountRules } from '../spec/roles.ts';
import type { Account, BridgeTopic, Spec } from '../spec/types.ts';
import { filtersMeet, general } from './filters.ts';

/** Who may do the same, each below the own name: a level `{user}` of a filter is that name. */
export interface People {
  /** 'everyone': what each account may do beside its own rights, by its client id. */
  who: 'accounts' | 'everyone' | 'anonymous';
  /** Sorted, numbers in them by their value; none but for accounts. */
  names: string[];
  roles: string[];
  publish: string[];
  subscribe: string[];
  /** What is refused in any case, whatever stands in the others. */
  deny: string[];
}

/** A filter as it stands in the rights, with who publishes there and who reads there: places in `people`. */
export interface Place {
  filter: string;
  publishers: number[];
  subscribers: number[];
}

/** The star: the broker in the middle, people and other brokers around it. */
export interface StarMap {
  listeners: { name: string; protocol: 'mqtt' | 'websockets'; tls: boolean; address: string }[];
  people: People[];
  topics: Place[];
  bridges: { name: string; remotes: string[]; topics: Pick<BridgeTopic, 'filter' | 'direction'>[] }[];
}

/** Only this account, only what has to do with topics of this filter; null for all. */
export interface Extent {
  user: string | null;
  topic: string | null;
}

/**
 * The map of what is declared. Accounts with the same roles and the same rights stand together; accounts without any
 * right are left out where a topic is asked about. Pure.
 */
export function starMap(spec: Spec, accounts: readonly Account[], { user, topic }: Extent): StarMap {
  const meets = (filter: string): boolean => topic === null || filtersMeet(filter, topic);
  const asked = user === null ? accounts : accounts.filter(({ name }) => name === user);
  const everyone = sidesOf(patternRules(spec.everyone).map(named), meets);
  const others = [
    { who: 'everyone' as const, names: [], roles: [], ...everyone },
    ...(user === null
      ? [{ who: 'anonymous' as const, names: [], roles: [], ...sidesOf(anonymousRules(spec), meets) }]
      : []),
  ];
  const people = [...grouped(asked, spec, meets, topic !== null), ...others.filter(hasRights)];
  return {
    listeners: spec.listeners.map(({ name, protocol, tls, port, socket }) => ({
      name,
      protocol,
      tls: tls !== null,
      address: socket ?? String(port),
    })),
    people,
    topics: placesOf(people),
    bridges: spec.bridges.flatMap(({ name, remotes, topics }) => {
      const carried = topics
        .filter((one) => meets(`${one.local_prefix}${one.filter}`))
        .map((one) => ({ filter: `${one.local_prefix}${one.filter}`, direction: one.direction }));
      return carried.length === 0 ? [] : [{ name, remotes, topics: carried }];
    }),
  };
}

/** As roles write it, not as the broker's patterns do. */
function named({ access, filter }: Rule): Rule {
  return { access, filter: filter.replaceAll('%c', '{client}').replaceAll('%u', '{user}') };
}

type Sides = Pick<People, 'publish' | 'subscribe' | 'deny'>;

function sidesOf(
  rules: readonly Rule[],
  meets: (filter: string) => boolean,
  shown = (filter: string): string => filter,
): Sides {
  const met = rules.filter(({ filter }) => meets(filter));
  const of = (...accesses: Rule['access'][]): string[] =>
    met.filter(({ access }) => accesses.includes(access)).map(({ filter }) => shown(filter));
  return { publish: of('write', 'readwrite'), subscribe: of('read', 'readwrite'), deny: of('deny') };
}

function hasRights({ publish, subscribe }: Sides): boolean {
  return publish.length + subscribe.length > 0;
}

function grouped(
  accounts: readonly Account[],
  spec: Spec,
  meets: (filter: string) => boolean,
  onlyWithRights: boolean,
): People[] {
  const groups = new Map<string, People>();
  for (const account of accounts) {
    const { name } = account;
    const sides = sidesOf(accountRules(account, spec), meets, (filter) => general(filter, name));
    if (onlyWithRights && !hasRights(sides)) continue;
    const roles = [...new Set(account.roles)];
    const key = JSON.stringify([roles.toSorted(), sides]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { who: 'accounts', names: [name], roles, ...sides });
    else known.names.push(name);
  }
  const byNumber = new Intl.Collator('en', { numeric: true });
  for (const { names } of groups.values()) names.sort(byNumber.compare);
  return [...groups.values()].map(alone);
}

/** Of one alone the name says more than a variable. */
function alone(people: People): People {
  const [name, second] = people.names;
  if (name === undefined || second !== undefined) return people;
  const own = (filters: readonly string[]): string[] =>
    filters.map((filter) =>
      filter
        .split('/')
        .map((level) => (level === '{user}' ? name : level))
        .join('/'),
    );
  return {
    ...people,
    publish: own(people.publish),
    subscribe: own(people.subscribe),
    deny: own(people.deny),
  };
}

function placesOf(people: readonly People[]): Place[] {
  const places = new Map<string, Place>();
  const at = (filter: string): Place => {
    const place = places.get(filter) ?? { filter, publishers: [], subscribers: [] };
    places.set(filter, place);
    return place;
  };
  for (const [index, { publish, subscribe }] of people.entries()) {
    for (const filter of new Set(publish)) at(filter).publishers.push(index);
    for (const filter of new Set(subscribe)) at(filter).subscribers.push(index);
  }
  return [...places.values()];
}
