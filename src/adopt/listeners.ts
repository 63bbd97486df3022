import { type Message, msg } from '../i18n/messages.ts';
import { type Door, doorsOf } from '../lint/doors.ts';
import type { Placed, View } from '../lint/view.ts';
import type { ConfLine } from '../mosquitto/formats/conf.ts';
import { isLocalBind, listenersOverlap } from '../spec/binds.ts';
import { resolveDefaults } from '../spec/resolve.ts';
import type { SpecInput } from '../spec/schema.ts';
import type { Listener } from '../spec/types.ts';
import { keep, numberIn } from './broker.ts';
import type { Collected } from './collect.ts';
import { type Place, placeOf } from './place.ts';

/** Options of a listener that have a key of their own, beside where it is. */
const numbers: Readonly<Record<string, string>> = {
  max_connections: 'max_connections',
  max_qos: 'max_qos',
  maximum_qos: 'max_qos',
  max_topic_alias: 'max_topic_alias',
};

/**
 * Listeners as they will be open: also those that the broker makes by itself, also where it heeds no address. One that
 * broker.yaml cannot put where it is, is left out whole: nothing is opened that nobody asked for. Answers those that
 * were taken, in their order in broker.yaml.
 */
export function adoptListeners(view: View, collected: Collected): Door[] {
  const placed = new Map(view.lines.map((one) => [one.line, one]));
  const names = new Set<string>();
  const taken: { door: Door; listener: Listener }[] = [];
  for (const door of doorsOf(view)) {
    const place = placeOf(door, view.traits);
    const listener = 'why' in place ? null : resolved(place);
    const why = 'why' in place ? place.why : clash(listener, taken);
    if ('why' in place || listener === null || why !== null) {
      leaveOut(door, why, collected);
      continue;
    }
    const index = taken.length;
    taken.push({ door, listener });
    const { protocol } = door.listener;
    collected.put(['listeners', index], {
      name: freeName(protocol, names),
      ...(protocol === 'websockets' ? { protocol } : {}),
      ...place,
    });
    sayPlace(door, index, collected);
    for (const line of door.block.lines) adoptLine(line, placed.get(line), index, view, collected);
  }
  const isLocal = ({ listener }: { listener: Listener }): boolean =>
    listener.socket !== null || (listener.interface === null && isLocalBind(listener.bind));
  collected.put(['profile'], taken.every(isLocal) ? 'local' : 'lan');
  if (taken.length === 0) {
    collected.put(['listeners', 0], { name: 'mqtt', port: 1883, bind: 'loopback' });
    collected.note(msg('adopt.no-listener'), true);
  }
  return taken.map(({ door }) => door);
}

function resolved(place: Exclude<Place, { why: Message }>): Listener | null {
  const input: SpecInput = { version: 1, listeners: [place] };
  return resolveDefaults(input).listeners[0] ?? null;
}

function clash(listener: Listener | null, taken: readonly { listener: Listener }[]): Message | null {
  if (listener === null) return null;
  const isSame = (other: Listener): boolean =>
    listener.socket === null ? listenersOverlap(other, listener) : other.socket === listener.socket;
  return taken.some((other) => isSame(other.listener)) ? msg('adopt.twice') : null;
}

function leaveOut({ listener, block }: Door, why: Message | null, collected: Collected): void {
  const by = listener.by ?? block.by;
  if (by !== null) collected.refuse(by, why ?? msg('adopt.listener-out'));
  for (const line of block.lines) collected.refuse(line, msg('adopt.listener-out'));
}

function sayPlace({ listener, block }: Door, index: number, collected: Collected): void {
  const { by, implied, port } = listener;
  const line = by ?? block.lines[0] ?? null;
  if (line === null || implied === 'local-only') collected.note(msg('adopt.implied', { port }));
  if (line?.keyword === 'listener')
    collected.say(line, 'understood', `listeners[${index}].${port === 0 ? 'socket' : 'port'}`);
}

/** Options that say where it is, or for whom: they are understood already. */
const places: Readonly<Record<string, string>> = {
  port: 'port',
  bind_address: 'bind',
  protocol: 'protocol',
  listener_allow_anonymous: 'anonymous',
};

function adoptLine(
  line: ConfLine,
  placed: Placed | undefined,
  index: number,
  view: View,
  collected: Collected,
): void {
  if (placed === undefined || collected.has(line)) return;
  const { keyword, value } = line;
  if (placed.option.scope === 'security' || keyword === 'listener') return;
  const key = (name: string): string => `listeners[${index}].${name}`;
  const at = (name: string): (string | number)[] => ['listeners', index, name];
  const number = numbers[keyword];
  const place = places[keyword];
  if (!collected.isInEffect(placed)) collected.overrule(line);
  else if (place !== undefined) collected.say(line, 'understood', key(place));
  else if (keyword === 'bind_interface' || keyword === 'socket_domain') sayNarrowing(line, index, collected);
  else if (keyword === 'mount_point') collected.set(line, at('mount_point'), value);
  else if (number !== undefined) {
    const count = numberIn(placed, view.version);
    if (keyword === 'max_connections' && count < 0) collected.say(line, 'ours');
    else collected.set(line, at(number), count);
  } else keep(placed, at('extra'), collected);
}

/** What narrows a listener down is said by its own key, by its address, or by nothing where the broker does not heed it. */
function sayNarrowing(line: ConfLine, index: number, collected: Collected): void {
  const listeners = collected.root['listeners'] as Record<string, unknown>[];
  const { interface: card, family, bind } = listeners[index] ?? {};
  const own = line.keyword === 'bind_interface' ? card : family;
  const name = line.keyword === 'bind_interface' ? 'interface' : 'family';
  if (own !== undefined) collected.say(line, 'understood', `listeners[${index}].${name}`);
  else if (bind !== 'all') collected.say(line, 'understood', `listeners[${index}].bind`);
  else collected.say(line, 'no-effect', null, msg('adopt.unheeded'));
}

/** Lines that belong to a listener which the broker does not open. */
export function adoptNobodys(view: View, collected: Collected): void {
  if (doorsOf(view).some(({ block }) => block === view.implied)) return;
  for (const line of view.implied.lines) collected.say(line, 'no-effect', null, msg('adopt.nobody'));
}

function freeName(protocol: string, taken: Set<string>): string {
  const stem = protocol === 'websockets' ? 'websockets' : 'mqtt';
  let name = stem;
  for (let number = 2; taken.has(name); number += 1) name = `${stem}-${number}`;
  taken.add(name);
  return name;
}
