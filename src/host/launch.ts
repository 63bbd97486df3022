import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail } from '../errors.ts';
import { msg } from '../i18n/messages.ts';
import { cleanEnv } from './clean-env.ts';
import type { Launched, Program } from './types.ts';

/** What is kept of what a program says: its end. */
const maxOutput = 256 * 1024;
const againMs = 50;
const patienceMs = 2_000;

/**
 * The kernel kills the program when we die, however we do. setpriv asks for that after it has become the other user,
 * which would undo it; should we have died before it asked, the shell finds somebody else as its parent and goes.
 */
const bound = ['sh', '-c', '[ "$PPID" = "$1" ] || exit 1; shift; exec "$@"', 'bound', String(process.pid)];

/**
 * Starts a program in the foreground, in a session of its own, and waits until `isReady` likes what it has said, or it
 * has ended, or `withinMs` are over; then the program is ended. Nothing of ours is in its environment.
 */
export async function launchProgram(
  { argv, env = {}, cwd, user }: Program,
  isReady: (output: string) => boolean,
  withinMs: number,
  signal?: AbortSignal,
): Promise<Launched> {
  const become = user === null ? [] : [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--init-groups'];
  const child = spawn('/usr/bin/setpriv', ['--pdeathsig', 'KILL', ...become, '--', ...bound, ...argv], {
    cwd,
    env: { ...cleanEnv, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const hear = (bytes: Buffer): void => {
    output = (output + bytes.toString()).slice(-maxOutput);
    changed();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = endOf(child, changed);
  const end = (): Promise<void> => endChild(child, ended);
  const state = await new Promise<Launched['state']>((resolve) => {
    const settle = (found: Launched['state']): void => {
      clearTimeout(timer);
      listeners.clear();
      signal?.removeEventListener('abort', stop);
      resolve(found);
    };
    const stop = (): void => settle('silent');
    const timer = setTimeout(stop, withinMs);
    signal?.addEventListener('abort', stop);
    if (signal?.aborted === true) stop();
    listeners.add(() => {
      if (isReady(output)) settle('ready');
    });
    ended.then(
      () => settle('ended'),
      () => settle('ended'),
    );
  });
  if (state === 'silent') await end();
  const code = state === 'ended' ? await ended : null;
  return { pid: child.pid ?? 0, state, code, output: () => output, end };
}

/** Exit code or signal, once everything it said has been read. */
function endOf(child: ChildProcess, changed: () => void): Promise<number | string> {
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      const message = msg('host.init.cannotRun', { program: child.spawnfile, errno: error.code ?? '' });
      reject(fail('no', message, { cause: error }));
    });
    child.once('close', (code, signal) => {
      changed();
      resolve(code ?? signal ?? '?');
    });
  });
}

/** More than once: mosquitto 2.0 loses a SIGTERM that comes before it has entered its main loop. */
async function endChild(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  for (const until = performance.now() + patienceMs; performance.now() < until; ) {
    if (child.exitCode !== null || child.signalCode !== null || !child.kill('SIGTERM')) break;
    await Promise.race([ended, sleep(againMs)]);
  }
  child.kill('SIGKILL');
  await ended;
}
