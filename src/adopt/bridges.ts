import { type Message, msg } from '../i18n/messages.ts';
import type { Block, Placed, View } from '../lint/view.ts';
import { type ConfLine, confBoolean, confInteger } from '../mosquitto/formats/conf.ts';
import { bridgeRules } from '../spec/bridge-rules.ts';
import { isLine } from '../spec/fields.ts';
import { resolveDefaults } from '../spec/resolve.ts';
import type { SpecInput } from '../spec/schema.ts';
import { bridgeSchema, bridgeTopicSchema } from '../spec/sections/bridges.ts';
import { keep, numberIn } from './broker.ts';
import type { Collected } from './collect.ts';

type Reader = (value: string, number: number) => unknown;

const text: Reader = (value) => value;
const truth: Reader = (value) => confBoolean(value);

/** Options of a bridge that have a key of their own. */
const keys: Readonly<Record<string, [key: string, read: Reader]>> = {
  remote_username: ['username', text],
  remote_clientid: ['client_id', text],
  cleansession: ['clean_session', truth],
  keepalive_interval: ['keepalive', (_value, number) => `${number} s`],
  bridge_protocol_version: ['protocol', text],
  notifications: ['notifications', truth],
  start_type: ['start', text],
};

/** Bytes that `password_file` is read with. */
const longestPassword = 4000;

/** Bridges. A password goes into a file of its own, since broker.yaml holds no secrets: answers them by bridge. */
export function adoptBridges(
  view: View,
  passwordFile: (bridge: string) => string,
  collected: Collected,
): Map<string, string> {
  const passwords = new Map<string, string>();
  const names = new Set<string>();
  const placed = new Map(view.lines.map((one) => [one.line, one]));
  for (const bridge of view.bridges) {
    const name = bridge.by?.value ?? '';
    const why = problemOf(bridge, collected);
    if (why !== null) {
      leaveOut(bridge, why, collected);
      continue;
    }
    const at = (...path: (string | number)[]): (string | number)[] => ['bridges', names.size, ...path];
    if (bridge.by !== null) collected.set(bridge.by, at('name'), name);
    adoptTopics(bridge, at(), collected);
    const own = bridge.lines.flatMap((line) => placed.get(line) ?? []);
    for (const one of own) if (!collected.has(one.line)) adoptLine(one, at, view, collected);
    const password = adoptPassword(own, at(), passwordFile(name), collected);
    if (password !== null) passwords.set(name, password);
    names.add(name);
  }
  return passwords;
}

/** What makes it a bridge: a name, somebody to go to, something to carry. Null where it has them, and they are its own. */
function problemOf({ by, lines: all }: Block, collected: Collected): Message | null {
  const lines = all.filter((line) => !collected.has(line));
  const remote = lines.findLast(({ keyword }) => keyword === 'address' || keyword === 'addresses');
  const id = lines.findLast(({ keyword }) => keyword === 'remote_clientid' || keyword === 'clientid');
  const parsed = bridgeSchema.safeParse({
    name: by?.value ?? '',
    remote: remote === undefined ? '' : remotes(remote),
    topics: lines.flatMap((line) => (line.keyword === 'topic' ? (topicOf(line) ?? []) : [])).filter(isTopic),
    ...(id === undefined ? {} : { client_id: id.value }),
  });
  if (!parsed.success) return msg('adopt.bridge-incomplete');
  const { bridges = [], ...input } = collected.root as SpecInput;
  const spec = resolveDefaults({ ...input, bridges: [...bridges, parsed.data] });
  const last = spec.bridges.at(-1);
  return last === undefined ? null : (bridgeRules(last, bridges.length, spec)[0]?.message ?? null);
}

function leaveOut({ by, lines }: Block, why: Message, collected: Collected): void {
  if (by !== null) collected.refuse(by, why);
  for (const line of lines) collected.refuse(line, msg('adopt.bridge-out'));
}

function adoptLine(
  placed: Placed,
  at: (key: string) => (string | number)[],
  view: View,
  collected: Collected,
): void {
  const { line, option } = placed;
  const name = option.sameAs ?? option.name;
  const key = keys[name];
  if (!collected.isInEffect(placed)) collected.overrule(line);
  else if (name === 'address') collected.set(line, at('remote'), remotes(line));
  else if (key !== undefined)
    collected.set(line, at(key[0]), key[1](line.value, numberIn(placed, view.version)));
  else if (name !== 'remote_password') keep(placed, at('extra'), collected);
}

/** Null where there is none, or where it is left out. Without a name it is for nobody. */
function adoptPassword(
  lines: readonly Placed[],
  at: readonly (string | number)[],
  file: string,
  collected: Collected,
): string | null {
  const line = lines.findLast(({ option }) => (option.sameAs ?? option.name) === 'remote_password')?.line;
  if (line === undefined || collected.has(line)) return null;
  if (collected.at([...at, 'username']) === undefined) collected.refuse(line, msg('spec.rule.bridge-user'));
  else if (line.value === '' || !isLine(line.value) || Buffer.byteLength(line.value) > longestPassword)
    collected.refuse(line, msg('adopt.bridge-password'));
  else if (collected.set(line, [...at, 'password_file'], file)) return line.value;
  return null;
}

function remotes({ value }: ConfLine): string | string[] {
  const words = value.split(/ +/);
  const comment = words.findIndex((host) => host.startsWith('#'));
  const hosts = comment === -1 ? words : words.slice(0, comment);
  const [first = '', ...others] = hosts.map((host) => (host.includes(':') ? host : `${host}:1883`));
  return others.length === 0 ? first : [first, ...others];
}

function adoptTopics({ lines }: Block, at: readonly (string | number)[], collected: Collected): void {
  let number = 0;
  for (const line of lines) {
    if (line.keyword !== 'topic') continue;
    const topic = topicOf(line);
    if (topic === null) collected.refuse(line, msg('adopt.bridge-empty'));
    else if (collected.set(line, [...at, 'topics', number], topic)) number += 1;
  }
}

/** Null where it has no filter. */
function topicOf({ value }: ConfLine): object | null {
  const [filter = '', direction = 'out', ...rest] = value.split(/ +/);
  const comment = rest.findIndex((word) => word.startsWith('#'));
  const [qos = '0', local = '""', remote = '""'] = comment === -1 ? rest : rest.slice(0, comment);
  if (filter === '""') return null;
  return {
    filter,
    direction: direction.toLowerCase(),
    ...(confInteger(qos) === 0 ? {} : { qos: confInteger(qos) }),
    ...(local === '""' ? {} : { local_prefix: local }),
    ...(remote === '""' ? {} : { remote_prefix: remote }),
  };
}

function isTopic(topic: object): boolean {
  return bridgeTopicSchema.safeParse(topic).success;
}
