import { setTimeout as sleep } from 'node:timers/promises';
import { fail } from '../../errors.ts';
import { startTicksOf } from '../../facts/process.ts';
import { parseShow } from '../../facts/service.ts';
import { msg } from '../../i18n/messages.ts';
import type { CommandResult, HostReader, ServiceOperation, ServiceRef } from '../types.ts';
import { hasComplained, markBefore, startFailure } from './failure.ts';

type Ref = Extract<ServiceRef, { init: 'systemd' }>;

/** A start waits for the broker's own "ready" (Type=notify), a stop for the saved database: both up to 90 s by default. */
const jobTimeoutMs = 100_000;
/** How long a broker must live after its start, watched without a pause longer than a few milliseconds. */
const steadyMs = 100;

export async function performSystemd(host: HostReader, operation: ServiceOperation, ref: Ref): Promise<void> {
  switch (operation) {
    case 'start':
    case 'restart':
      return bringUp(host, operation, ref);
    case 'reload':
      // Not `systemctl reload`: the unit's ExecReload is /bin/kill of procps, which a minimal host has not got.
      return must(host, ['systemctl', 'kill', '-s', 'HUP', '--kill-who=main', ref.unit]);
    case 'enable':
      // Asking costs a tenth of enabling again, which reloads every unit; Debian's package has done it already.
      if ((await systemctl(host, ['systemctl', 'is-enabled', '--quiet', ref.unit])).code === 0) return;
      return must(host, ['systemctl', operation, ref.unit]);
    case 'stop':
    case 'disable':
      // A package that never came, or has gone, left nothing to stop.
      if (await isUnknown(host, ref.unit)) return;
      return must(host, ['systemctl', operation, ref.unit]);
  }
}

async function isUnknown(host: HostReader, unit: string): Promise<boolean> {
  const shown = await systemctl(host, ['systemctl', 'show', unit, '--property=LoadState']);
  return parseShow(shown.stdout)['LoadState'] === 'not-found';
}

async function bringUp(host: HostReader, operation: 'start' | 'restart', ref: Ref): Promise<void> {
  const before = await markBefore(host, ref);
  // Between two tries of systemd's own a start would count as one more of them.
  const shown = await systemctl(host, [
    'systemctl',
    'show',
    ref.unit,
    '--property=ActiveState,NeedDaemonReload',
  ]);
  const { ActiveState, NeedDaemonReload } = parseShow(shown.stdout);
  // Files of the unit that were put back, or taken away, count from now on.
  if (NeedDaemonReload === 'yes') await systemctl(host, ['systemctl', 'daemon-reload']);
  if (ActiveState === 'activating') await systemctl(host, ['systemctl', 'stop', ref.unit]);
  // After a start limit even a good configuration is not started until the count is forgotten; it may have none.
  await systemctl(host, ['systemctl', 'reset-failed', ref.unit]);
  let result = await systemctl(host, ['systemctl', operation, ref.unit]);
  if (result.code === 0 && (await staysUp(host, ref.unit))) return;
  // A busy machine now and then fails a start before the broker has complained of anything (measured: once in some hundred, under
  // load): that is tried once more. Whatever the broker refuses, it names.
  if (!(await hasComplained(host, ref, before))) {
    await systemctl(host, ['systemctl', 'reset-failed', ref.unit]);
    result = await systemctl(host, ['systemctl', 'restart', ref.unit]);
    if (result.code === 0 && (await staysUp(host, ref.unit))) return;
  }
  const failure = await startFailure(host, ref, before, { said: result.stderr });
  // Else systemd tries four times more, and 2.1 can lose its database in each failed start.
  await systemctl(host, ['systemctl', 'stop', ref.unit]);
  throw failure;
}

/** The unit is active with a main process, and that one is still alive a moment later. */
async function staysUp(host: HostReader, unit: string): Promise<boolean> {
  const pid = await mainPid(host, unit);
  const ticks = pid === null ? null : await startTicksOf(host, pid);
  if (pid === null || ticks === null) return false;
  for (const until = performance.now() + steadyMs; performance.now() < until; await sleep(10)) {
    if ((await startTicksOf(host, pid)) !== ticks) return false;
  }
  return true;
}

async function mainPid(host: HostReader, unit: string): Promise<number | null> {
  const shown = await systemctl(host, ['systemctl', 'show', unit, '--property=ActiveState,MainPID']);
  const { ActiveState, MainPID } = parseShow(shown.stdout);
  return ActiveState === 'active' && Number(MainPID) > 0 ? Number(MainPID) : null;
}

function systemctl(host: HostReader, argv: string[]): Promise<CommandResult> {
  return host.query(argv, { timeoutMs: jobTimeoutMs });
}

async function must(host: HostReader, argv: string[]): Promise<void> {
  const result = await systemctl(host, argv);
  if (result.code === 0) return;
  const output = `${result.stdout}${result.stderr}`.trim();
  throw fail('no', msg('host.init.commandFailed', { command: argv.join(' '), code: result.code, output }));
}
