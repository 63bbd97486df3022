import { msg, type Translate } from '../i18n/messages.ts';
import { shown } from '../shown.ts';
import { filtersMeet } from './filters.ts';
import type { People, StarMap } from './model.ts';

/** One line of a drawing: a group on one side of the broker, and where it publishes or reads. */
export interface Branch {
  label: string;
  /** Filters, those that are refused with `denied`; cut to what a drawing can hold. */
  topics: { text: string; denied: boolean }[];
}

/** A drawing before it has a form: labels are in words, harmless and short. */
export interface Drawing {
  title: string;
  description: string;
  broker: string[];
  publishers: Branch[];
  subscribers: Branch[];
  bridges: { label: string; topics: string[] }[];
}

/** How much of a map a drawing shows: the rest is counted. */
export interface Limits {
  branches: number;
  topics: number;
  /** Characters of a label. */
  label: number;
}

/** What is put on paper of a map. More groups than fit are put together by their roles first. */
export function drawingOf(map: StarMap, t: Translate, limits: Limits, unicode = true): Drawing {
  const words = { t, limits, dots: unicode ? '…' : '...' };
  const listeners = map.listeners.map(({ name, address, protocol, tls }) => {
    const kind = protocol === 'websockets' ? ['WebSocket'] : tls ? [] : ['MQTT'];
    return cut([`${name}: ${address}`, ...kind, ...(tls ? ['TLS'] : [])].join(' '), words);
  });
  const accounts = map.people.reduce((sum, { names }) => sum + names.length, 0);
  return {
    title: t(msg('map.title')),
    description: t(msg('map.description', { accounts, topics: map.topics.length })),
    broker: [t(msg('map.broker')), ...few(listeners, limits.branches, words)],
    publishers: branches(map.people, 'publish', words),
    subscribers: branches(map.people, 'subscribe', words),
    bridges: map.bridges.slice(0, limits.branches).map(({ name, remotes, topics }) => ({
      label: cut(`${name}: ${remotes.join(', ')}`, words),
      topics: few(
        topics.map(({ filter, direction }) => cut(`${t(msg(`map.bridge.${direction}`))} ${filter}`, words)),
        limits.topics,
        words,
      ),
    })),
  };
}

interface Words {
  t: Translate;
  limits: Limits;
  dots: string;
}

function branches(people: readonly People[], side: 'publish' | 'subscribe', words: Words): Branch[] {
  const { t, limits } = words;
  const mine = people.filter((one) => one[side].length > 0);
  const together = mine.length > limits.branches ? byRoles(mine) : mine;
  const shownOnes = together.slice(0, limits.branches).map((one): Branch => {
    const allowed = [...new Set(one[side])].map((text) => ({ text, denied: false }));
    // A denial is worth a line only where it takes something away.
    const taken = one.deny.filter((denial) => one[side].some((filter) => filtersMeet(filter, denial)));
    const denied = [...new Set(taken)].map((text) => ({ text, denied: true }));
    const all = [...allowed, ...denied];
    const topics = all.slice(0, all.length > limits.topics ? limits.topics - 1 : limits.topics);
    const rest = all.length - topics.length;
    return {
      label: labelOf(one, words),
      topics: [
        ...topics.map(({ text, denied: no }) => ({ text: cut(text, words), denied: no })),
        ...(rest > 0 ? [{ text: t(msg('map.more', { count: rest })), denied: false }] : []),
      ],
    };
  });
  const rest = together.length - shownOnes.length;
  return rest > 0 ? [...shownOnes, { label: t(msg('map.more', { count: rest })), topics: [] }] : shownOnes;
}

/** Groups of the same roles as one, with the filters of all of them. */
function byRoles(people: readonly People[]): People[] {
  const groups = new Map<string, People>();
  for (const one of people) {
    const key = JSON.stringify([one.who, one.roles.toSorted()]);
    const known = groups.get(key);
    groups.set(
      key,
      known === undefined
        ? { ...one }
        : {
            ...known,
            names: [...known.names, ...one.names],
            publish: [...known.publish, ...one.publish],
            subscribe: [...known.subscribe, ...one.subscribe],
            deny: [...known.deny, ...one.deny],
          },
    );
  }
  return [...groups.values()];
}

/** `bob`, `ann, bob`, `sensor-01 … sensor-50 (50)`; with words for those who have no name. */
function labelOf({ who, names }: People, words: Words): string {
  if (who !== 'accounts') return words.t(msg(`map.who.${who}`));
  const [first = '', last = ''] = [names[0], names.at(-1)];
  if (names.length <= 2) return cut(names.join(', '), words);
  const count = ` (${names.length})`;
  const room = { ...words, limits: { ...words.limits, label: Math.floor((words.limits.label - 10) / 2) } };
  return `${cut(first, room)} ${words.dots} ${cut(last, room)}${count}`;
}

/** On one line, harmless for a terminal and a reader, and not longer than a label. */
function cut(text: string, { limits, dots }: Words): string {
  const letters = Array.from(shown(text, Number.POSITIVE_INFINITY));
  return letters.length <= limits.label
    ? letters.join('')
    : `${letters.slice(0, limits.label - dots.length).join('')}${dots}`;
}

function few(lines: readonly string[], most: number, { t }: Words): string[] {
  if (lines.length <= most) return [...lines];
  return [...lines.slice(0, most - 1), t(msg('map.more', { count: lines.length - most + 1 }))];
}
