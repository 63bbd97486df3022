import { basename } from 'node:path';
import type { HostReader } from '../host/types.ts';

/** A process as far as it tells whether it is the broker: its pid alone may have been given to somebody else since. */
export interface ProcessSeen {
  pid: number;
  /** Start in clock ticks (1/100 s) since boot. */
  startTicks: number;
  argv: string[];
  /** Owner of /proc/PID: the user, or root where the process gave up root's rights itself. */
  uid: number;
}

/** Clock ticks a second in /proc: USER_HZ, 100 on every architecture Linux runs on. */
const ticksPerSecond = 100;

/** State letter and start time from /proc/PID/stat (proc(5)); the name in brackets may hold blanks and brackets. */
export function parseStat(text: string): { state: string; startTicks: number } | null {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const state = fields[0];
  const startTicks = Number(fields[19]);
  return state === undefined || !Number.isFinite(startTicks) ? null : { state, startTicks };
}

export function parseCmdline(text: string): string[] {
  return text.split('\0').filter((word, index, all) => word !== '' || index < all.length - 1);
}

/** Null where there is no such process, or only its remains (a zombie that nobody has reaped yet). */
export async function readProcess(host: HostReader, pid: number): Promise<ProcessSeen | null> {
  const [stat, cmdline, folder] = await Promise.all([
    readText(host, `/proc/${pid}/stat`),
    readText(host, `/proc/${pid}/cmdline`),
    host.stat(`/proc/${pid}`),
  ]);
  const parsed = stat === null ? null : parseStat(stat);
  if (parsed === null || parsed.state === 'Z' || parsed.state === 'X' || folder === null) return null;
  return { pid, startTicks: parsed.startTicks, argv: parseCmdline(cmdline ?? ''), uid: folder.uid };
}

/** Start time of a living process in ticks; null where it is gone. The cheap question while waiting for one. */
export async function startTicksOf(host: HostReader, pid: number): Promise<number | null> {
  const stat = await readText(host, `/proc/${pid}/stat`);
  const parsed = stat === null ? null : parseStat(stat);
  return parsed === null || parsed.state === 'Z' || parsed.state === 'X' ? null : parsed.startTicks;
}

/** Is this command line a mosquitto that was started with the configuration file `conf`? */
export function isBroker(argv: readonly string[], conf: string): boolean {
  const at = argv.findIndex((word) => word === '-c' || word === '--config-file');
  return basename(argv[0] ?? '') === 'mosquitto' && at > 0 && argv[at + 1] === conf;
}

/**
 * Every process whose command line is a mosquitto with that configuration file, oldest first. One that lives in a
 * container of this machine reads another file of the same name, and is not meant.
 */
export async function findBrokers(host: HostReader, conf: string): Promise<ProcessSeen[]> {
  const pids = ((await host.list('/proc')) ?? []).filter((name) => /^\d+$/.test(name)).map(Number);
  const seen = await Promise.all(
    pids.map(async (pid) => {
      const cmdline = await readText(host, `/proc/${pid}/cmdline`);
      if (cmdline === null || !isBroker(parseCmdline(cmdline), conf)) return null;
      return (await isInContainer(host, pid)) ? null : readProcess(host, pid);
    }),
  );
  return seen.filter((process) => process !== null).sort((a, b) => a.startTicks - b.startTicks);
}

/**
 * A broker in a container or a chroot on this machine has the same command line as ours would have, and is not ours.
 * `NSpid` (proc(5)) has a number for each process namespace from ours inwards; `root` is where the process's paths
 * start, seen from ours (it may be closed to us, the other never is).
 */
export async function isInContainer(host: HostReader, pid: number): Promise<boolean> {
  const [status, root] = await Promise.all([
    readText(host, `/proc/${pid}/status`),
    host.readLink(`/proc/${pid}/root`),
  ]);
  return namespaceDepth(status ?? '') > 1 || (root !== null && root !== '/');
}

/** How many process namespaces deep a process is, from /proc/PID/status; 1 is ours. */
export function namespaceDepth(status: string): number {
  return /^NSpid:((?:\s+\d+)+)$/m.exec(status)?.[1]?.trim().split(/\s+/).length ?? 1;
}

/** Changes with each boot of the kernel; empty where it cannot be read. */
export async function bootId(host: HostReader): Promise<string> {
  return ((await readText(host, '/proc/sys/kernel/random/boot_id')) ?? '').trim();
}

/** Identity of a process across time: boot id and start time. */
export function identity(boot: string, startTicks: number): string {
  return `${boot}:${startTicks}`;
}

/** When a process started, milliseconds since the epoch, from its ticks and /proc/uptime; null where unknown. */
export async function startedMs(host: HostReader, startTicks: number): Promise<number | null> {
  const uptime = Number.parseFloat((await readText(host, '/proc/uptime')) ?? '');
  if (!Number.isFinite(uptime)) return null;
  return Math.round(host.now().getTime() - (uptime - startTicks / ticksPerSecond) * 1000);
}

/** For people: the command line without line breaks, else the short name. */
export async function describeProcess(host: HostReader, pid: number): Promise<string> {
  const argv = parseCmdline((await readText(host, `/proc/${pid}/cmdline`)) ?? '');
  const name = (await readText(host, `/proc/${pid}/comm`))?.trim() ?? '';
  return printable(argv.length > 0 ? argv.join(' ') : name).slice(0, 200);
}

/** The short name of a process (15 bytes at most); null where it is gone. */
export async function processName(host: HostReader, pid: number): Promise<string | null> {
  const comm = await readText(host, `/proc/${pid}/comm`);
  return comm === null ? null : printable(comm.trim());
}

/** Another process chooses its own name: nothing of it may reach a terminal as an escape sequence. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?');
}

export async function readText(host: HostReader, path: string): Promise<string | null> {
  const result = await host.read(path);
  return result.ok ? result.data.toString('utf8') : null;
}
