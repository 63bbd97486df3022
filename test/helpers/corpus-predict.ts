import { gatherConfTree } from '../../src/facts/conf-tree.ts';
import { type Door, doorsOf, hasCertificate } from '../../src/lint/doors.ts';
import { type EffectiveLine, effective } from '../../src/lint/effective.ts';
import { lint } from '../../src/lint/lint.ts';
import type { ConfTree } from '../../src/lint/types.ts';
import { lineIn, viewOf } from '../../src/lint/view.ts';
import { isAllowed } from '../../src/mosquitto/acl-rights.ts';
import { parseAcl } from '../../src/mosquitto/formats/acl.ts';
import { confBoolean, firstWord } from '../../src/mosquitto/formats/conf.ts';
import { readableText } from '../../src/mosquitto/nul.ts';
import type { Version } from '../../src/mosquitto/version.ts';
import { predictDoor, type Scene } from './corpus-door.ts';
import { judge, loginsOf, type Placed, readersOf, topicsOf } from './corpus-jobs.ts';
import type { Job, Observation, SeenDoor } from './corpus-types.ts';
import { memoryHost } from './memory-host.ts';

/** What we say of a configuration, in the terms in which a broker is looked at. */
export interface Prediction {
  /** Findings with which it does not start. */
  refused: string[];
  /** All findings about this version. */
  ids: string[];
  transports: Job['transports'];
  doors: SeenDoor[];
  rights: Observation['rights'];
  pidFiles: string[];
  /** Where messages go to, and of which kinds. */
  log: { toTerminal: string[]; toFile: string[]; file: string | null; isBuffered: boolean };
}

const own = { owner: 'mosquitto', group: 'mosquitto' };
const folder = { kind: 'directory', ...own } as const;

async function treeOf({ dir, files }: Placed, version: Version): Promise<ConfTree> {
  const placed = [...files].map(([name, content]) => [
    `${dir}/${name}`,
    { text: content, mode: 0o600, ...own },
  ]);
  const machine = {
    [dir]: folder,
    '/var/lib/mosquitto': folder,
    '/var/log/mosquitto': folder,
    '/run/mosquitto': folder,
    '/etc/mosquitto/conf.d': { kind: 'directory' },
    ...Object.fromEntries(placed),
  };
  return gatherConfTree(memoryHost(machine, new Date()), `${dir}/mosquitto.conf`, version);
}

export async function predict(one: Placed, version: Version): Promise<Prediction> {
  const tree = await treeOf(one, version);
  const findings = lint(tree, version).filter(({ from }) => from === undefined);
  const view = viewOf(tree, version);
  const all = doorsOf(view);
  const { lines } = effective(tree, version);
  const isPerListener = view.effective.perListenerSettings?.value === true;
  const scene: Scene = { one, version, lines, isPerListener, logins: loginsOf(one) };
  const doors = await Promise.all(
    all.flatMap((door) => socketsOf(door).map((socket) => predictDoor(socket, door, scene))),
  );
  return {
    refused: findings.flatMap(({ id, refused }) => (refused === true ? [id] : [])),
    ids: findings.map(({ id }) => id),
    transports: Object.fromEntries(all.map((door) => [door.listener.port, transportOf(door)])),
    doors: doors.toSorted((a, b) => (a.socket < b.socket ? -1 : 1)),
    rights: rightsOf(one, version),
    pidFiles: lines.flatMap(({ keyword, value }) => (keyword === 'pid_file' ? [value] : [])),
    log: loggingOf(lines),
  };
}

function transportOf({ listener, block }: Door): 'tcp' | 'tls' | 'ws' | 'wss' {
  const isTls = hasCertificate(block);
  if (listener.protocol === 'websockets') return isTls ? 'wss' : 'ws';
  return isTls ? 'tls' : 'tcp';
}

/** The interface that configurations of the corpus name is `lo`, whose addresses are known. */
function socketsOf({ listener: { port, address }, block }: Door): string[] {
  if (port === 0) return [address ?? ''];
  const isHere =
    address === 'loopback' || address === 'localhost' || lineIn(block, 'bind_interface') !== null;
  const both = isHere ? ['127.0.0.1', '::1'] : ['0.0.0.0', '::'];
  const domain = lineIn(block, 'socket_domain')?.value;
  const ofDomain = both.filter((one) => domain === undefined || one.includes(':') === (domain === 'ipv6'));
  const all = address === null || isHere ? ofDomain : [address];
  return all.map((one) => (one.includes(':') ? `[${one}]:${port}` : `${one}:${port}`));
}

const judgeClient = { name: judge, clientId: judge };

function rightsOf(one: Placed, version: Version): Observation['rights'] {
  const acl = one.files.get('acl')?.toString('utf8');
  if (one.kind !== 'acl' || acl === undefined) return {};
  const lines = parseAcl(readableText(acl, version));
  const topics = topicsOf(one);
  return Object.fromEntries(
    readersOf(one).map(({ name, clientId }) => {
      const allowed = (access: 'read' | 'write'): string[] =>
        topics.filter((topic) => isAllowed(lines, { name, clientId }, access, topic, version));
      const judged = allowed('read').filter((topic) =>
        isAllowed(lines, judgeClient, 'write', topic, version),
      );
      // `#` asks for nothing that starts so.
      const reads = judged.filter((topic) => !topic.startsWith('$'));
      return [`${name ?? '(anonymous)'} ${clientId}`, { reads, writes: allowed('write') }];
    }),
  );
}

/** Kinds of messages that can be told apart: at the start, when a client comes, and what is for debugging. */
const kinds = ['information', 'notice', 'debug'];

function loggingOf(lines: readonly EffectiveLine[]): Prediction['log'] {
  const words = (keyword: string): string[] =>
    lines.flatMap((line) => (line.keyword === keyword ? [firstWord(line.value)] : []));
  const types = words('log_type');
  const isAll = types.includes('all');
  const told =
    types.length === 0 ? ['information', 'notice'] : kinds.filter((one) => isAll || types.includes(one));
  const messages = lines.findLast(({ keyword }) => keyword === 'connection_messages');
  const isQuiet = messages !== undefined && confBoolean(messages.value) === false;
  const seen = told.filter((one) => one !== 'notice' || !isQuiet);
  const dests = words('log_dest');
  const isBuffered = dests.includes('stdout');
  const toTerminal = dests.length === 0 || dests.includes('stderr') || isBuffered;
  const file = lines.find(({ keyword, value }) => keyword === 'log_dest' && value.startsWith('file '));
  const path = file?.value.slice('file '.length) ?? null;
  const isPlace = path !== null && /^\/(mnt|var)\//.test(path);
  return { toTerminal: toTerminal ? seen : [], toFile: isPlace ? seen : [], file: path, isBuffered };
}

/** The kinds of messages in a log. */
export function kindsIn(log: string): string[] {
  const marks = [/mosquitto version \S+ starting/, /New client connected from/, /Sending CONNACK to /];
  return kinds.filter((_, index) => marks[index]?.test(log) === true);
}
