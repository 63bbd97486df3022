import type { HostReader } from '../host/types.ts';
import { describeProcess, readText } from './process.ts';

/** dpkg's lock as apt takes it, and dpkg's own. */
const lockFiles = ['/var/lib/dpkg/lock-frontend', '/var/lib/dpkg/lock'];

/** Pid by inode number of whoever holds a write lock, from /proc/locks (proc(5)); waiters (`->`) hold none. */
export function parseLocks(text: string): Map<number, number> {
  const holders = new Map<number, number>();
  for (const line of text.split('\n')) {
    const match = /^\d+: (?:POSIX|OFDLCK) +\S+ +WRITE +(-?\d+) [0-9a-f]+:[0-9a-f]+:(\d+) /.exec(line);
    if (match !== null) holders.set(Number(match[2]), Number(match[1]));
  }
  return holders;
}

/** Who holds dpkg's lock now. The lock is looked up, never tried: trying could make somebody else's apt fail. */
export async function lockHolder(
  host: HostReader,
  files: readonly string[] = lockFiles,
): Promise<{ pid: number; command: string } | null> {
  const [locks, ...stats] = await Promise.all([
    readText(host, '/proc/locks'),
    ...files.map((path) => host.stat(path)),
  ]);
  const holders = parseLocks(locks ?? '');
  for (const stat of stats) {
    const pid = stat === null ? undefined : holders.get(stat.ino);
    if (pid !== undefined) return { pid, command: pid > 0 ? await describeProcess(host, pid) : '' };
  }
  return null;
}
