import { isDeepStrictEqual } from 'node:util';
import type { Placed } from './corpus-jobs.ts';
import { kindsIn, type Prediction } from './corpus-predict.ts';
import { isSecond, type Observation, type SeenDoor } from './corpus-types.ts';

/** Where a broker did something else than we said, each as a line to read. */
export function differences(one: Placed, said: Prediction, seen: Observation, release: string): string[] {
  const told = (what: string, ours: unknown, real: unknown): string[] =>
    isDeepStrictEqual(ours, real)
      ? []
      : [`${one.name} (${one.id}): ${what}: we say ${JSON.stringify(ours)}, it is ${JSON.stringify(real)}`];
  // It writes where it may not: what then happens is chance.
  if (said.ids.includes('include.listener-goes-on')) return [];
  const refused = [...said.refused, ...refusedIn(release, said.ids)];
  const isRefused = refused.length > 0;
  if (seen.runs === isRefused) {
    const why = isRefused ? `refused (${refused.join(' ')})` : 'accepted';
    return [`${one.name} (${one.id}): we say ${why}, but ${seen.exit ?? 'it runs'}: ${lastOf(seen.log)}`];
  }
  if (isRefused) return [];
  const doors = new Map(seen.doors.map((door) => [door.socket, door]));
  return [
    ...told('sockets', [...new Set(said.doors.map(({ socket }) => socket))], seen.sockets),
    ...said.doors.flatMap((door) => {
      const real = doors.get(door.socket);
      return real === undefined || isSecond(door.socket, seen.sockets)
        ? []
        : ofDoor(door, real).flatMap(([what, a, b]) => told(what, a, b));
    }),
    ...told('rights', said.rights, seen.rights),
    ...told(
      'pid file',
      said.pidFiles,
      Object.keys(seen.files).filter((path) => path !== said.log.file),
    ),
    ...ofLog(one, said, seen).flatMap(([what, a, b]) => told(what, a, b)),
  ];
}

/** Not of 2.0.11 as such, but of Debian 12's build of it. */
function refusedIn(release: string, ids: readonly string[]): string[] {
  return release === 'bookworm' ? ids.filter((id) => id === 'listener.websockets-alone') : [];
}

type Pair = [what: string, ours: unknown, real: unknown];

function ofDoor(ours: SeenDoor, real: SeenDoor): Pair[] {
  const { socket } = ours;
  const logins = Object.entries(ours.logins).map(([name, code]): [string, unknown] => {
    // Without a certificate a handshake ends in one of several ways.
    const wantsCertificate = code === 'no certificate' && typeof real.logins[name] === 'string';
    return [name, wantsCertificate ? real.logins[name] : code];
  });
  return [
    [`${socket} logins`, Object.fromEntries(logins), real.logins],
    [`${socket} writes`, ours.writes, real.writes],
    [`${socket} limits`, ours.limits, real.limits],
    [`${socket} $SYS`, ours.sys, real.sys],
  ];
}

/** Kinds of messages that a client causes are only looked for where one came in. */
function ofLog({ kind }: Placed, said: Prediction, seen: Observation): Pair[] {
  if (kind !== 'conf' || !seen.doors.some(({ logins }) => Object.values(logins).includes(0))) return [];
  return [
    ['log', said.log.toTerminal, kindsIn(seen.log)],
    ['log file', said.log.toFile, kindsIn(seen.files[said.log.file ?? ''] ?? '')],
  ];
}

function lastOf(log: string): string {
  return JSON.stringify(log.trimEnd().split('\n').slice(-3).join('\n').slice(0, 300));
}
