import { setTimeout as sleep } from 'node:timers/promises';
import { startTicksOf } from '../../facts/process.ts';
import { listeningSockets, socketInodes } from '../../facts/sockets.ts';
import type { HostReader } from '../types.ts';

/** Looks, a few milliseconds apart, for which nothing may change before a broker counts as up. */
const steadyLooks = 4;
const pauseMs = 12;

/** Inodes of all TCP sockets that listen now. */
export async function listeningNow(host: HostReader): Promise<Set<number>> {
  return new Set((await listeningSockets(host)).sockets.map((socket) => socket.inode));
}

/**
 * Waits until a process has listening sockets and keeps the same ones, or is gone (`died`), or time is up (`silent`).
 * The broker opens its sockets one after another and may still fail at the last one, hence the few looks more. Where
 * the process may not be looked into (root without ptrace rights, as in many containers) the sockets that were not
 * there `before` count as its own.
 */
export async function waitUntilListening(
  host: HostReader,
  process: { pid: number; startTicks: number },
  before: ReadonlySet<number>,
  withinMs: number,
): Promise<'up' | 'died' | 'silent'> {
  const until = performance.now() + withinMs;
  let last = '';
  let same = 0;
  while (performance.now() < until) {
    if ((await startTicksOf(host, process.pid)) !== process.startTicks) return 'died';
    const [listening, held] = await Promise.all([listeningNow(host), socketInodes(host, process.pid)]);
    const own = [...listening].filter((inode) => (held === null ? !before.has(inode) : held.has(inode)));
    const now = own.sort((a, b) => a - b).join(' ');
    same = now !== '' && now === last ? same + 1 : 0;
    last = now;
    if (same >= steadyLooks) return 'up';
    await sleep(pauseMs);
  }
  return 'silent';
}
