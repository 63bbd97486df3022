import { setTimeout as sleep } from 'node:timers/promises';
import { fail } from '../../errors.ts';
import { type ProcessSeen, startTicksOf } from '../../facts/process.ts';
import { msg } from '../../i18n/messages.ts';
import type { HostReader } from '../types.ts';

/** A broker with a large database needs seconds to save it. */
const patienceMs = 30_000;
const againMs = 500;

/**
 * Ends a process and waits until it is gone: SIGTERM, and SIGKILL only after half a minute. It is looked at again
 * right before each signal, so that a number given to somebody else meanwhile is left alone.
 */
export async function endProcess(host: HostReader, process: ProcessSeen): Promise<void> {
  // More than once: mosquitto 2.0 loses one that comes before it has entered its main loop.
  for (const until = performance.now() + patienceMs; performance.now() < until; ) {
    if (!(await send(host, process, 'SIGTERM'))) return;
    if (await gone(host, process, againMs)) return;
  }
  await send(host, process, 'SIGKILL');
  if (!(await gone(host, process, 5_000))) throw fail('no', msg('host.init.wontStop', { pid: process.pid }));
}

/** False where the process is gone already. */
export async function send(
  host: HostReader,
  seen: ProcessSeen,
  signal: 'SIGTERM' | 'SIGKILL' | 'SIGHUP' | 'SIGUSR1',
): Promise<boolean> {
  if ((await startTicksOf(host, seen.pid)) !== seen.startTicks) return false;
  try {
    process.kill(seen.pid, signal);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ESRCH') return false;
    throw fail('needsRoot', msg('host.init.notOurs', { pid: seen.pid }), { cause: error });
  }
}

async function gone(host: HostReader, process: ProcessSeen, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs;
  for (let pause = 2; performance.now() < until; pause = Math.min(pause * 1.5, 50)) {
    if ((await startTicksOf(host, process.pid)) !== process.startTicks) return true;
    await sleep(pause);
  }
  return false;
}
