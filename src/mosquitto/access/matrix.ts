import type { Version } from '../version.ts';
import { coverageFor, type Extent } from './coverage.ts';
import { decide } from './decide.ts';
import { hasWildcards } from './question.ts';
import { type AccessRules, accessRules } from './rules.ts';
import type { AccessRule, Client } from './types.ts';

/** 'everyone': what the patterns give, whoever asks; `{user}` and `{client}` stand in their filters. */
export type Who = 'user' | 'anonymous' | 'everyone';

export interface Reach {
  /** A level of `{user}` is the own name. */
  topic: string;
  publish: Extent;
  subscribe: Extent;
}

/** Somebody, with what they reach. Two with the same `group` reach the same, each below their own name. */
export interface Reacher {
  who: Who;
  /** Null but for users. */
  user: string | null;
  group: number;
  reach: readonly Reach[];
}

const userLevel = '{user}';
const everyone: Client = { name: userLevel, clientId: '{client}' };

/** Who reaches what: for each name, every filter of its rules with how much of it may be published to, and arrives. */
export function* matrix<R extends AccessRule>(
  rules: AccessRules<R>,
  names: Iterable<string>,
  version: Version,
): Generator<Reacher> {
  const groups = new Map<string, { group: number; reach: Reach[] }>();
  const literals = levelsOf(rules.patterns.rules);
  for (const name of names) {
    const own = rules.users.get(name)?.rules ?? [];
    // A name that a pattern spells out, or that patterns cannot take, is like no other.
    const isPlain = !/[+#/$%{]/.test(name) && !literals.has(name);
    const key = isPlain ? keyOf(own, name) : `name ${name}`;
    let found = groups.get(key);
    if (found === undefined) {
      const cover = coverageFor(rules, { name, clientId: '{client}' }, version);
      found = {
        group: groups.size,
        reach: reachOf(own, cover).map((one) => (isPlain ? general(one, name) : one)),
      };
      groups.set(key, found);
    }
    yield { who: 'user', user: name, ...found };
  }
  if (rules.anonymous.rules.length > 0) {
    const cover = coverageFor(rules, { name: null, clientId: '{client}' }, version);
    yield { who: 'anonymous', user: null, group: -1, reach: reachOf(rules.anonymous.rules, cover) };
  }
  if (rules.patterns.rules.length > 0) {
    const alone = accessRules({ users: [], anonymous: [], patterns: rules.patterns.rules });
    const filled = rules.patterns.rules.map(({ access, filter }) => ({
      access,
      filter: filter.replaceAll('%u', userLevel).replaceAll('%c', '{client}'),
    }));
    yield {
      who: 'everyone',
      user: null,
      group: -2,
      reach: reachOf(filled, coverageFor(alone, everyone, version)),
    };
  }
}

/** Whom to ask about: names, clients without one, and anybody whom no rule names. */
export interface People {
  names: Iterable<string>;
  anonymous: boolean;
  others: boolean;
}

/** Who reaches one topic, or something of what a filter covers: whoever does not is left out. */
export function* whoReaches<R extends AccessRule>(
  rules: AccessRules<R>,
  { names, anonymous, others }: People,
  topic: string,
  version: Version,
): Generator<Reacher> {
  const groups = new Map<string, number>();
  const people: Iterable<Client> = (function* clients() {
    for (const name of names) yield { name, clientId: null };
    if (anonymous) yield { name: null, clientId: null };
    if (others) yield { name: '\0', clientId: null };
  })();
  for (const client of people) {
    const reach = reachTopic(rules, client, topic, version);
    if (reach.publish === 'none' && reach.subscribe === 'none') continue;
    const key = `${reach.publish} ${reach.subscribe}`;
    const group = groups.get(key) ?? groups.size;
    groups.set(key, group);
    if (client.name === null) yield { who: 'anonymous', user: null, group: -1, reach: [reach] };
    else if (client.name === '\0') yield { who: 'everyone', user: null, group: -2, reach: [reach] };
    else yield { who: 'user', user: client.name, group, reach: [reach] };
  }
}

function reachTopic<R extends AccessRule>(
  rules: AccessRules<R>,
  client: Client,
  topic: string,
  version: Version,
): Reach {
  if (hasWildcards(topic)) {
    const cover = coverageFor(rules, client, version);
    return { topic, publish: cover('write', topic).extent, subscribe: cover('read', topic).extent };
  }
  const may = (access: 'read' | 'write'): Extent =>
    decide(rules, client, access, topic, version).allowed ? 'all' : 'none';
  return { topic, publish: may('write'), subscribe: may('read') };
}

function reachOf(rules: readonly AccessRule[], cover: ReturnType<typeof coverageFor>): Reach[] {
  const filters = [...new Set(rules.map(({ filter }) => filter))];
  return filters.map((topic) => ({
    topic,
    publish: cover('write', topic).extent,
    subscribe: cover('read', topic).extent,
  }));
}

/** One line for each thing that somebody reaches, with the real name in it. */
export function* matrixRows(people: Iterable<Reacher>): Generator<Reach & Pick<Reacher, 'who' | 'user'>> {
  for (const { who, user, reach } of people) {
    for (const { topic, publish, subscribe } of reach)
      yield { who, user, topic: concrete(topic, user), publish, subscribe };
  }
}

/** The topic with a real name in it. */
export function concrete(topic: string, name: string | null): string {
  return name === null || !topic.includes(userLevel) ? topic : mapLevel(topic, userLevel, name);
}

function general(reach: Reach, name: string): Reach {
  return { ...reach, topic: mapLevel(reach.topic, name, userLevel) };
}

function mapLevel(topic: string, from: string, to: string): string {
  return topic
    .split('/')
    .map((level) => (level === from ? to : level))
    .join('/');
}

function keyOf(rules: readonly AccessRule[], name: string): string {
  const hasUserLevel = rules.some(({ filter }) => filter.includes(userLevel));
  if (hasUserLevel) return `name ${name}`;
  return rules.map(({ access, filter }) => `${access} ${mapLevel(filter, name, userLevel)}`).join('\n');
}

function levelsOf(rules: readonly AccessRule[]): Set<string> {
  return new Set(rules.flatMap(({ filter }) => filter.split('/')));
}
