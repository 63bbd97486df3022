import { extraProblem } from '../desired/conf/extra.ts';
import { msg } from '../i18n/messages.ts';
import type { Placed, View } from '../lint/view.ts';
import { confBoolean, confInteger, firstWord } from '../mosquitto/formats/conf.ts';
import { readInt } from '../mosquitto/options/accepts.ts';
import { valueIn } from '../mosquitto/options/by-version.ts';
import { findOption } from '../mosquitto/options/registry.ts';
import type { Version } from '../mosquitto/version.ts';
import type { Collected } from './collect.ts';

type Path = readonly (string | number)[];
/** `number`: the value as this version's broker reads a number. */
type Reader = (value: string, number: number) => unknown;

const truth: Reader = (value) => confBoolean(value) ?? undefined;
const count: Reader = (_value, number) => number;
/** 0 is no limit, which is what a limit that is not named is too. */
const limit: Reader = (_value, number) => number || undefined;
const orNone: Reader = (_value, number) => number || 'none';
const positive: Reader = (_value, number) => (number > 0 ? number : undefined);

/** Options of the whole broker that have a key of their own. Undefined: as where the line were not there. */
const keys: Readonly<Record<string, { path: Path; read: Reader }>> = {
  max_packet_size: { path: ['limits', 'packet_size'], read: orNone },
  max_inflight_messages: { path: ['limits', 'inflight_messages'], read: count },
  max_inflight_bytes: { path: ['limits', 'inflight_bytes'], read: limit },
  max_queued_messages: { path: ['limits', 'queued_messages'], read: orNone },
  max_queued_bytes: { path: ['limits', 'queued_bytes'], read: orNone },
  queue_qos0_messages: { path: ['limits', 'queue_qos0'], read: truth },
  max_keepalive: { path: ['limits', 'keepalive'], read: (_value, number) => seconds(number) },
  memory_limit: { path: ['limits', 'memory'], read: limit },
  global_max_connections: { path: ['limits', 'connections'], read: positive },
  global_max_clients: { path: ['limits', 'clients'], read: positive },
  retain_available: { path: ['limits', 'retained'], read: truth },
  persistent_client_expiration: { path: ['limits', 'session_expiry'], read: expiry },
  sys_interval: { path: ['sys_interval'], read: (_value, number) => seconds(number) ?? 0 },
  connection_messages: { path: ['log', 'connections'], read: truth },
  log_timestamp_format: { path: ['log', 'timestamps'], read: (value) => value },
  set_tcp_nodelay: {
    path: ['throughput'],
    read: (value) => (confBoolean(value) === true ? undefined : true),
  },
};

/** `limits` where the configuration limits nothing: what the broker does by itself, and not what the profile would. */
export function unlimited(version: Version): Record<string, unknown> {
  const packets = findOption('max_packet_size')?.default ?? '0';
  return {
    ...(valueIn(packets, version) === '0' ? { packet_size: 'none' } : {}),
    queued_bytes: 'none',
    session_expiry: 'none',
  };
}

/** Options of the whole broker, and those that each listener could have and none has. */
export function adoptBroker(view: View, collected: Collected): void {
  for (const placed of view.lines) {
    const { line, option, perListener } = placed;
    const isWhole = option.scope === 'broker' || (option.scope === 'security' && !perListener);
    if (!isWhole || collected.has(line)) continue;
    if (collected.isInEffect(placed)) adoptKey(placed, view, collected);
    else collected.overrule(line);
  }
}

function adoptKey(placed: Placed, view: View, collected: Collected): void {
  const { line, option } = placed;
  const key = keys[line.keyword] ?? keys[option.sameAs ?? ''];
  if (option.group === 'plugins') {
    collected.refuse(line, msg('conf.extra.access', { option: line.keyword }));
    return;
  }
  if (key === undefined) {
    keep(placed, ['extra'], collected);
    return;
  }
  const value = key.read(line.value, numberIn(placed, view.version));
  if (value === undefined) collected.say(line, 'ours', key.path.join('.'));
  else if (value === null) collected.refuse(line, msg('adopt.value', { key: key.path.join('.') }));
  else collected.set(line, key.path, value);
}

/** The number that this version's broker reads: since 2.1 `010` is 8, and `0x10` is 16. */
export function numberIn({ line, option }: Placed, version: Version): number {
  const type = valueIn(option.value, version);
  const isLax = type.kind === 'int' && type.lax === true;
  return readInt(firstWord(line.value), isLax, version) ?? confInteger(line.value);
}

/** A line that has no key of its own goes under `extra` as it is, where it does not contradict what is managed. */
export function keep({ line, option }: Placed, path: Path, collected: Collected): void {
  const problem = extraProblem(option, path);
  if (problem !== null) collected.refuse(line, problem.message);
  else if (line.value === '') collected.refuse(line, msg('adopt.empty'));
  else {
    const list = collected.at(path);
    const next = Array.isArray(list) ? list.length : 0;
    if (collected.set(line, [...path, next], `${line.keyword} ${line.value}`)) collected.keepAs(line);
  }
}

/** Undefined where it is switched off. */
export function seconds(number: number): string | undefined {
  return number > 0 ? `${number} s` : undefined;
}

/** The broker's months have 30 days, its years 365 (persistent_client_expiration). Null where it is no whole hour. */
function expiry(value: string): string | null {
  const word = firstWord(value);
  const hours = { s: 1 / 3600, h: 1, d: 24, w: 168, m: 720, y: 8760 }[word.slice(-1)];
  const number = confInteger(word.slice(0, -1)) * (hours ?? 0);
  if (number < 1 || !Number.isInteger(number)) return null;
  return number % 24 === 0 ? `${number / 24} d` : `${number} h`;
}
