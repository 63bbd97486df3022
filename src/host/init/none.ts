import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail } from '../../errors.ts';
import { findRunning, formatPidRecord } from '../../facts/broker-process.ts';
import { bootId, identity, type ProcessSeen, startTicksOf } from '../../facts/process.ts';
import { msg } from '../../i18n/messages.ts';
import { cleanEnv } from '../clean-env.ts';
import type { HostReader, ServiceOperation, ServiceRef } from '../types.ts';
import { becoming } from './become.ts';
import { markBefore, startFailure } from './failure.ts';
import { listeningNow, waitUntilListening } from './listening.ts';
import { makeRuntimeDir } from './runtime-dir.ts';
import { endProcess, send } from './signal.ts';

type Ref = Extract<ServiceRef, { init: 'none' }>;

const startWithinMs = 10_000;

/** Without an init system we keep the broker running ourselves: it is detached from us and found by its pid file. */
export async function performNone(host: HostReader, operation: ServiceOperation, ref: Ref): Promise<void> {
  switch (operation) {
    case 'start':
      return start(host, ref);
    case 'stop':
      return stop(host, ref);
    case 'restart':
      await stop(host, ref);
      return start(host, ref);
    case 'reload':
      return reload(host, ref);
    case 'enable':
    case 'disable':
      // Nothing starts a service at boot here; the planner says so.
      return;
  }
}

/** Does nothing where the broker runs already. */
async function start(host: HostReader, ref: Ref): Promise<void> {
  if ((await findRunning(host, ref)) !== null) return;
  await makeRuntimeDir(host, ref.runtimeDir, ref.user);
  const [before, sockets] = await Promise.all([markBefore(host, ref), listeningNow(host)]);
  const child = await launch(host, ref);
  const startTicks = child.pid === undefined ? null : await startTicksOf(host, child.pid);
  if (child.pid === undefined || startTicks === null) {
    throw await startFailure(host, ref, before, { exitCode: await exitOf(child) });
  }
  const process = { pid: child.pid, startTicks };
  await writePidFile(host, ref, process);
  const outcome = await waitUntilListening(host, process, sockets, startWithinMs);
  child.unref();
  if (outcome === 'up') return;
  if (outcome === 'silent') await endProcess(host, { ...process, argv: [], uid: host.user.uid });
  await rm(ref.pidFile, { force: true });
  throw await startFailure(host, ref, before, outcome === 'died' ? { exitCode: await exitOf(child) } : {});
}

/**
 * In a session of its own, so that closing our terminal does not end it.
 */
async function launch(host: HostReader, ref: Ref): Promise<ChildProcess> {
  const become = host.user.uid === 0 && ref.user !== null;
  const argv = become ? [...becoming(ref.user ?? ''), ...ref.argv] : ref.argv;
  const [file = '', ...args] = argv;
  await mkdir(dirname(ref.stderrFile), { recursive: true, mode: 0o700 });
  const flags =
    constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_APPEND | constants.O_NOFOLLOW;
  const errors = await open(ref.stderrFile, flags, 0o600);
  try {
    await errors.chmod(0o600);
    const child = spawn(file, args, {
      cwd: '/',
      env: { ...cleanEnv, ...ref.env },
      detached: true,
      stdio: ['ignore', errors.fd, errors.fd],
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (error: NodeJS.ErrnoException) =>
        reject(
          fail('no', msg('host.init.cannotRun', { program: file, errno: error.code ?? '' }), {
            cause: error,
          }),
        ),
      );
    });
    return child;
  } finally {
    await errors.close();
  }
}

/** Exit code or signal of a child that has ended or is just ending. */
async function exitOf(child: ChildProcess): Promise<number | string> {
  for (let look = 0; look < 100 && child.exitCode === null && child.signalCode === null; look += 1)
    await sleep(5);
  return child.exitCode ?? child.signalCode ?? '?';
}

/** Through a name of its own and a rename: a reader never sees half a record. */
async function writePidFile(
  host: HostReader,
  ref: Ref,
  seen: { pid: number; startTicks: number },
): Promise<void> {
  const started = identity(await bootId(host), seen.startTicks);
  const temporary = `${ref.pidFile}.${process.pid}`;
  await rm(temporary, { force: true });
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(formatPidRecord({ pid: seen.pid, started }));
  } finally {
    await file.close();
  }
  await rename(temporary, ref.pidFile);
}

/** Does nothing where it does not run. */
async function stop(host: HostReader, ref: Ref): Promise<void> {
  const running: ProcessSeen | null = await findRunning(host, ref);
  if (running !== null) await endProcess(host, running);
  await rm(ref.pidFile, { force: true });
}

async function reload(host: HostReader, ref: Ref): Promise<void> {
  const running = await findRunning(host, ref);
  if (running === null || !(await send(host, running, 'SIGHUP'))) {
    throw fail('no', msg('host.init.notRunning'), { fix: msg('host.init.startIt') });
  }
}
