import type { HostReader, ServiceRef } from '../host/types.ts';
import {
  bootId,
  findBrokers,
  identity,
  isBroker,
  type ProcessSeen,
  readProcess,
  readText,
} from './process.ts';

/** Services that we look after ourselves, or whose script cannot tell us their process. */
export type DirectRef = Exclude<ServiceRef, { init: 'systemd' }>;

/** What our pid file holds: enough to know the process again when its number was given to another. */
export interface PidRecord {
  pid: number;
  /** Boot id and start ticks, as `identity` makes them. */
  started: string;
}

export function formatPidRecord(record: PidRecord): string {
  return `${JSON.stringify(record)}\n`;
}

/** Null for anything that is not what we write. */
export function parsePidRecord(text: string): PidRecord | null {
  const match = /^\{"pid":(\d{1,10}),"started":"([0-9a-f-]*:\d+)"\}\s*$/.exec(text);
  return match?.[1] === undefined || match[2] === undefined
    ? null
    : { pid: Number(match[1]), started: match[2] };
}

/** The configuration file in a broker's command line. */
export function configOf(argv: readonly string[]): string {
  return argv[argv.indexOf('-c') + 1] ?? '';
}

/**
 * The running broker of a service, or null. The pid file is believed only where the process it names started when it
 * says, and is a mosquitto with this configuration. Where there is no such file, or it is of a broker that died, the
 * processes of the machine are looked through: somebody may have started it by hand, or we were killed between
 * starting it and writing the file. A process of a user who has no business to run it is not taken for it.
 */
export async function findRunning(host: HostReader, ref: DirectRef): Promise<ProcessSeen | null> {
  const conf = configOf(ref.argv);
  if (ref.init === 'none') {
    const known = await fromPidFile(host, ref.pidFile, conf);
    if (known !== null) return known;
  }
  const candidates = await findBrokers(host, conf);
  if (candidates.length === 0) return null;
  const owners = await allowedOwners(host, ref.init === 'sysv' ? ref.owner : ref.user);
  return candidates.find((process) => owners.has(process.uid)) ?? null;
}

async function fromPidFile(host: HostReader, pidFile: string, conf: string): Promise<ProcessSeen | null> {
  const record = parsePidRecord((await readText(host, pidFile)) ?? '');
  if (record === null) return null;
  const [process, boot] = await Promise.all([readProcess(host, record.pid), bootId(host)]);
  if (process === null || identity(boot, process.startTicks) !== record.started) return null;
  return isBroker(process.argv, conf) ? process : null;
}

/** Root, ourselves, and the broker's own user. */
async function allowedOwners(host: HostReader, user: string | null): Promise<Set<number>> {
  const owners = new Set([0, host.user.uid]);
  if (user === null) return owners;
  const lines = ((await readText(host, '/etc/passwd')) ?? '').split('\n');
  const uid = lines.find((line) => line.startsWith(`${user}:`))?.split(':')[2];
  if (uid !== undefined) owners.add(Number(uid));
  return owners;
}
