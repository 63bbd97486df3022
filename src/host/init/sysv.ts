import { setTimeout as sleep } from 'node:timers/promises';
import { fail } from '../../errors.ts';
import { findRunning } from '../../facts/broker-process.ts';
import { msg } from '../../i18n/messages.ts';
import type { CommandResult, HostReader, ServiceOperation, ServiceRef } from '../types.ts';
import { becoming } from './become.ts';
import { markBefore, startFailure } from './failure.ts';
import { listeningNow, waitUntilListening } from './listening.ts';
import { makePidFile, makeRuntimeDir } from './runtime-dir.ts';
import { endProcess, send } from './signal.ts';

type Ref = Extract<ServiceRef, { init: 'sysv' }>;

/**
 * sysvinit's `service`, with what its script lacks. The script of Debian 11 and 12 does not make /run/mosquitto, and
 * makes a pid file there that the broker may not write; that of 13 finds no pid file, since the configuration names none there, and reports success without touching the broker.
 * Both return before the broker has read its configuration. So the process is always looked up and asked itself.
 */
export async function performSysv(host: HostReader, operation: ServiceOperation, ref: Ref): Promise<void> {
  switch (operation) {
    case 'start':
      return start(host, ref);
    case 'stop':
      return stop(host, ref);
    case 'restart':
      await stop(host, ref);
      return start(host, ref);
    case 'reload': {
      const running = await findRunning(host, ref);
      if (running !== null && (await send(host, running, 'SIGHUP'))) return;
      throw fail('no', msg('host.init.notRunning'), { fix: msg('host.init.startIt') });
    }
    case 'enable':
    case 'disable':
      if (operation === 'disable' && (await host.stat(`/etc/init.d/${ref.script}`)) === null) return;
      return must(['update-rc.d', ref.script, operation === 'enable' ? 'defaults' : 'disable'], host).then(
        () =>
          // `defaults` leaves the links of a disabled service as they are.
          operation === 'enable' ? must(['update-rc.d', ref.script, 'enable'], host) : undefined,
      );
  }
}

async function start(host: HostReader, ref: Ref): Promise<void> {
  if ((await findRunning(host, ref)) !== null) return;
  await makeRuntimeDir(host, ref.runtimeDir, ref.owner);
  if (ref.runtimeDir !== null) await makePidFile(host, ref.runtimeDir, ref.owner);
  const [before, sockets] = await Promise.all([markBefore(host, ref), listeningNow(host)]);
  const result = await host.query(['/usr/sbin/service', ref.script, 'start'], { timeoutMs: 60_000 });
  const running = result.code === 0 ? await appears(host, ref) : null;
  const outcome = running === null ? 'died' : await waitUntilListening(host, running, sockets, 10_000);
  if (running !== null && outcome === 'up') return;
  if (running !== null) await endProcess(host, running);
  const said = await complaint(host, ref);
  throw await startFailure(host, ref, before, result.code === 0 ? { said } : { exitCode: result.code, said });
}

/**
 * The script sends what the broker says before its log is open to nowhere. A broker that does not start can be asked
 * again: it ends at once with the same words.
 */
async function complaint(host: HostReader, ref: Ref): Promise<string> {
  const result = await host.query([...becoming(ref.owner), ...ref.argv], { timeoutMs: 1_000 });
  return result.stderr;
}

/** start-stop-daemon --background returns before the broker's command line is there. */
async function appears(host: HostReader, ref: Ref): Promise<Awaited<ReturnType<typeof findRunning>>> {
  for (let look = 0; look < 40; look += 1) {
    const running = await findRunning(host, ref);
    if (running !== null) return running;
    await sleep(25);
  }
  return null;
}

async function stop(host: HostReader, ref: Ref): Promise<void> {
  const running = await findRunning(host, ref);
  // The script's word is not asked for: what counts is whether the process is gone, which endProcess waits for.
  await host.query(['/usr/sbin/service', ref.script, 'stop'], { timeoutMs: 60_000 });
  if (running !== null) await endProcess(host, running);
}

async function must(argv: string[], host: HostReader): Promise<void> {
  const result: CommandResult = await host.query(argv, { timeoutMs: 60_000 });
  if (result.code === 0) return;
  const output = `${result.stdout}${result.stderr}`.trim();
  throw fail('no', msg('host.init.commandFailed', { command: argv.join(' '), code: result.code, output }));
}
