import { createHash } from 'node:crypto';
import { Hidden } from '../../hidden.ts';
import { allRules, type People, type Rule } from '../../mosquitto/shadow/rules.ts';
import { type Sample, sampleNames } from '../../mosquitto/shadow/sample.ts';
import type { ScratchKeys } from '../../mosquitto/shadow/scratch-keys.ts';
import { concreteTopics, dollarRoots } from '../../mosquitto/shadow/topics.ts';
import type { ShadowListener } from '../../mosquitto/shadow/types.ts';
import { pairListeners } from './pair-listeners.ts';
import type { Identity, IdentityKind } from './types.ts';

/** Names that are asked one by one; of more, some of each kind. */
const mostNames = 100;
/** Topics of all identities of one listener together, and how few of them one identity may be left with. */
const mostTopics = 20_000;
const fewestTopics = 40;
const mostTopicsEach = 300;
/** Rules that everybody is asked about; where there are more, only one's own and those for everybody. */
const mostRules = 200;

export interface Side {
  people: People;
  listeners: readonly ShadowListener[];
}

export interface Plan {
  /** Who tries each listener, by its name: the same people, with the same passwords, on both sides. */
  before: ReadonlyMap<string, readonly Identity[]>;
  after: ReadonlyMap<string, readonly Identity[]>;
  sample: Sample;
  /** Different topics that are asked about. */
  topics: number;
}

/** First levels with a `$` that either side has rules about. */
export function rootsOf(sides: readonly People[]): string[] {
  return dollarRoots(sides.flatMap(allRules));
}

/** Who is asked what. `tag` makes a name that nobody has. */
export function planQuestions(before: Side, after: Side, keys: ScratchKeys, tag: string): Plan {
  const sample = sampleNames([before.people, after.people], mostNames);
  const { topicsOf, asked } = topicPlanner(before, after, sample.names.length);
  const prefix = before.people.clientIdPrefix || after.people.clientIdPrefix;
  const sides = { before: new Map<string, Identity[]>(), after: new Map<string, Identity[]>() };
  const { pairs, come } = pairListeners(before.listeners, after.listeners);
  const nobody = identities([], () => null, {
    keys,
    tag,
    prefix: after.people.clientIdPrefix,
    topicsOf: () => [],
  });
  for (const { name } of come) add(sides.after, name, nobody);
  for (const pair of pairs) {
    const hashOf = (name: string): string | null =>
      hashAt(before.people, pair.before, name) ?? hashAt(after.people, pair.after, name);
    const people = identities(sample.names, hashOf, { keys, tag, prefix, topicsOf });
    add(sides.before, pair.before.name, people);
    add(sides.after, pair.after.name, people);
  }
  return { ...sides, sample, topics: asked.size };
}

/** One listener may be compared with two others; the same identity is asked once. */
function add(side: Map<string, Identity[]>, listener: string, people: readonly Identity[]): void {
  const own = side.get(listener) ?? [];
  side.set(listener, [...own, ...people.filter(({ key }) => !own.some((one) => one.key === key))]);
}

/** The hash that counts on a listener; plugins have their password files where we do not see for which listener. */
function hashAt({ passwords }: People, { passwordFile }: ShadowListener, name: string): string | null {
  const files = passwordFile === null ? passwords : passwords.filter(({ path }) => path === passwordFile);
  return (
    files.map(({ hashes }) => hashes.get(name)).find((hash) => hash !== undefined && hash !== null) ?? null
  );
}

interface Making {
  keys: ScratchKeys;
  tag: string;
  prefix: string;
  topicsOf: (name: string | null, clientId: string) => string[];
}

function identities(
  names: readonly string[],
  hashOf: (name: string) => string | null,
  { keys, tag, prefix, topicsOf }: Making,
): Identity[] {
  const one = (
    kind: IdentityKind,
    name: string | null,
    password: string | null,
    number: number,
    isAskedAll: boolean,
  ): Identity => {
    const clientId = `${prefix}shadow-${kind}${number}`;
    const key = `${kind} ${name ?? ''} ${password === null ? '' : fingerprint(password)}`;
    const topics = isAskedAll ? topicsOf(name, clientId) : [];
    return { key, kind, name, password: password === null ? null : new Hidden(password), clientId, topics };
  };
  const passwordOf = (name: string): string => keys.of(hashOf(name) ?? `no hash ${tag}`).password;
  const known = names.find((name) => hashOf(name) !== null) ?? names[0];
  const wrong = keys.of(`wrong ${tag}`).password;
  return [
    ...names.map((name, index) => one('account', name, passwordOf(name), index, true)),
    one('anonymous', null, null, 0, true),
    one('unknown', `shadow-unknown-${tag}`, wrong, 0, true),
    ...(known === undefined
      ? []
      : [one('wrong-password', known, wrong, 0, false), one('empty-password', known, '', 0, false)]),
  ];
}

/** Tells passwords apart without being one. */
function fingerprint(password: string): string {
  return createHash('sha256').update(password).digest('hex').slice(0, 16);
}

function topicPlanner(
  before: Side,
  after: Side,
  names: number,
): Pick<Making, 'topicsOf'> & { asked: Set<string> } {
  const all = unique([before, after].flatMap(({ people }) => allRules(people)));
  const files = [before, after].flatMap(({ people }) => people.rules);
  const common = unique(files.flatMap(({ patterns, anonymous }) => [...patterns, ...anonymous]));
  const mounts = [
    ...new Set([before, after].flatMap(({ listeners }) => listeners.map((one) => one.mountPoint))),
  ];
  const limit = Math.max(fewestTopics, Math.min(mostTopicsEach, Math.floor(mostTopics / (names + 2))));
  const asked = new Set<string>();
  return {
    asked,
    topicsOf(name, clientId) {
      const own = name === null ? [] : files.flatMap(({ byUser }) => byUser.get(name) ?? []);
      const rules = unique([...own, ...common, ...all.slice(0, mostRules)]);
      const found = concreteTopics(rules, { name, clientId }, limit);
      // Behind a mount point, what a client calls `t` the rules call `mount/t`.
      const mounted = mounts.flatMap((mount) =>
        mount === ''
          ? []
          : found.filter((topic) => topic.startsWith(mount)).map((topic) => topic.slice(mount.length)),
      );
      const topics = [...new Set([...found, ...mounted])].filter((topic) => topic !== '');
      for (const topic of topics) asked.add(topic);
      return topics;
    },
  };
}

/** Each rule once; what it allows does not matter to what is asked. */
function unique(rules: readonly Rule[]): Rule[] {
  return [...new Map(rules.map((rule) => [`${rule.isPattern} ${rule.filter}`, rule])).values()];
}
