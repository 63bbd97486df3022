import { type Message, msg } from '../../i18n/messages.ts';
import { shown } from '../../shown.ts';
import { pairListeners } from './pair-listeners.ts';
import type { Answers, Found, Identity, IdentityKind, ListenerAnswers } from './types.ts';

/** One thing that would be otherwise. `listeners` are those of before, or of after where there was none. */
export type Difference = { listeners: readonly string[]; message: Message } & (
  | {
      kind: 'listener';
      /** 'place': it is elsewhere, gone (`after` is null) or new (`before` is null). Else the name of an option. */
      what: 'place' | 'transport' | 'protocol' | 'needs' | (string & {});
      before: string | null;
      after: string | null;
    }
  | { kind: 'login'; who: Who; before: boolean; after: boolean }
  | { kind: 'publish' | 'read'; who: Who; topics: readonly string[]; before: boolean; after: boolean }
);

export interface Who {
  kind: IdentityKind;
  name: string | null;
}

/** Who answered, by their key. */
type People = ReadonlyMap<string, Pick<Identity, 'kind' | 'name'>>;

/** So many topics stand in a message. */
const mostTopics = 5;

/** What is otherwise in the second answers, as data; the same for the same person on several listeners once. */
export function compareAnswers(before: Answers, after: Answers, who: People): Difference[] {
  const { pairs, gone, come } = pairListeners(before.listeners, after.listeners);
  const people = pairs.flatMap((pair) => comparePeople(pair.before, pair.after, who));
  return [
    ...gone.map(({ name }) => place(name, null)),
    ...come.map((one) => opened(one, who)),
    ...pairs.flatMap((pair) => [...comparePlace(pair), ...compareListener(pair.before, pair.after)]),
    ...lostDoors(before, after, pairs),
    ...merged(people).map(worded),
  ];
}

/** Of a listener that was not there before it matters most whether it asks for a name. */
function opened({ name, found }: ListenerAnswers, who: People): Difference {
  const isOpen = [...found].some(([key, { login }]) => login && who.get(key)?.kind === 'anonymous');
  const listener = shown(name);
  const message = isOpen
    ? msg('shadow.listener.open', { listener })
    : msg('shadow.listener.new', { listener });
  return { kind: 'listener', what: 'place', before: null, after: name, listeners: [name], message };
}

function comparePlace({ before, after, isMoved }: Pair): Difference[] {
  return isMoved ? [place(before.name, after.name)] : [];
}

type Pair = { before: ListenerAnswers; after: ListenerAnswers; isMoved: boolean };

/** A listener of two doors of which one stays. */
function lostDoors(before: Answers, after: Answers, pairs: readonly Pair[]): Difference[] {
  const doors = (answers: Answers): Set<string> => new Set(answers.listeners.flatMap((one) => one.doors));
  const [was, is] = [doors(before), doors(after)];
  const steady = pairs.filter(({ isMoved }) => !isMoved);
  const lost = new Set(steady.flatMap((pair) => pair.before.doors.filter((door) => !is.has(door))));
  const won = new Set(steady.flatMap((pair) => pair.after.doors.filter((door) => !was.has(door))));
  return [...[...lost].map((door) => place(door, null)), ...[...won].map((door) => place(null, door))];
}

function place(before: string | null, after: string | null): Difference {
  const listeners = [before ?? after ?? ''];
  const message =
    before === null
      ? msg('shadow.listener.new', { listener: shown(after ?? '') })
      : after === null
        ? msg('shadow.listener.gone', { listener: shown(before) })
        : msg('shadow.listener.moved', { before: shown(before), after: shown(after) });
  return { kind: 'listener', what: 'place', before, after, listeners, message };
}

function compareListener(before: ListenerAnswers, after: ListenerAnswers): Difference[] {
  const facts = (one: ListenerAnswers): Record<string, string | null> => ({
    protocol: one.protocol,
    needs: one.needs,
    // Nobody was asked where a certificate is needed: that is the difference, then.
    ...(before.needs === null && after.needs === null ? { transport: one.transport } : {}),
    ...one.settings,
  });
  const [was, is] = [facts(before), facts(after)];
  return Object.keys(was).flatMap((what): Difference[] => {
    const [one, other] = [was[what] ?? null, is[what] ?? null];
    if (one === other || isSaidByNeeds(what, before, after)) return [];
    const listener = shown(before.name);
    const words = { listener, what, before: shown(one ?? ''), after: shown(other ?? '') };
    const message =
      what === 'needs' ? msg('shadow.listener.needs', words) : msg('shadow.listener.setting', words);
    return [{ kind: 'listener', what, before: one, after: other, listeners: [before.name], message }];
  });
}

function isSaidByNeeds(what: string, before: ListenerAnswers, after: ListenerAnswers): boolean {
  return what === 'require_certificate' && before.needs !== after.needs;
}

/** What one person finds otherwise on one listener, not yet in words. */
interface Finding {
  kind: 'login' | 'publish' | 'read';
  who: Who;
  listener: string;
  before: boolean;
  topics: string[];
}

function comparePeople(before: ListenerAnswers, after: ListenerAnswers, who: People): Finding[] {
  return [...before.found].flatMap(([key, was]) => {
    const is = after.found.get(key);
    const person = who.get(key);
    if (is === undefined || person === undefined) return [];
    const common = { who: { kind: person.kind, name: person.name }, listener: before.name };
    if (was.login !== is.login) return [{ ...common, kind: 'login' as const, before: was.login, topics: [] }];
    return [...changed('publish', was, is), ...changed('read', was, is)].map((one) => ({
      ...common,
      ...one,
    }));
  });
}

function changed(
  kind: 'publish' | 'read',
  was: Found,
  is: Found,
): Pick<Finding, 'kind' | 'before' | 'topics'>[] {
  return [true, false].flatMap((before) => {
    const topics = [...was[kind]].flatMap(([topic, may]) =>
      may === before && is[kind].get(topic) === !before ? [topic] : [],
    );
    return topics.length === 0 ? [] : [{ kind, before, topics }];
  });
}

/** The same finding of the same person on several listeners is one. */
function merged(findings: readonly Finding[]): (Finding & { listeners: string[] })[] {
  const found = new Map<string, Finding & { listeners: string[] }>();
  for (const finding of findings) {
    const { kind, who, before, topics, listener } = finding;
    const key = JSON.stringify([kind, who, before, topics]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { ...finding, listeners: [listener] });
    else if (!known.listeners.includes(listener)) known.listeners.push(listener);
  }
  return [...found.values()];
}

function worded({ kind, who, before, topics, listeners }: Finding & { listeners: string[] }): Difference {
  const words = {
    who: who.kind,
    name: shown(who.name ?? ''),
    listeners: listeners.map((one) => shown(one)).join(', '),
  };
  const change = before ? 'lost' : 'gained';
  if (kind === 'login') {
    return { kind, who, before, after: !before, listeners, message: msg(`shadow.login.${change}`, words) };
  }
  const some = topics.slice(0, mostTopics).map((topic) => shown(topic));
  const message = msg(`shadow.${kind}.${change}`, {
    ...words,
    topics: some.join(', '),
    more: topics.length - some.length,
  });
  return { kind, who, topics, before, after: !before, listeners, message };
}
