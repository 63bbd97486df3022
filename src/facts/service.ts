import type { HostReader, ServiceRef } from '../host/types.ts';
import { findRunning } from './broker-process.ts';
import { bootId, identity, startedMs, startTicksOf } from './process.ts';
import type { ServiceFact } from './types.ts';

const properties = ['LoadState', 'ActiveState', 'SubState', 'UnitFileState', 'MainPID', 'NRestarts'] as const;

/** The lines `Name=value` of systemctl show. */
export function parseShow(text: string): Record<string, string> {
  const pairs = text.split('\n').flatMap((line): [string, string][] => {
    const at = line.indexOf('=');
    return at < 1 ? [] : [[line.slice(0, at), line.slice(at + 1)]];
  });
  return Object.fromEntries(pairs);
}

/** State of the broker's service, in one call to systemctl or, without systemd, from /proc alone. */
export async function gatherService(host: HostReader, ref: ServiceRef): Promise<ServiceFact> {
  if (ref.init === 'systemd') return gatherSystemd(host, ref);
  const running = await findRunning(host, ref);
  const exists = await host.stat(ref.init === 'sysv' ? `/etc/init.d/${ref.script}` : (ref.argv[0] ?? ''));
  return {
    ref,
    exists: exists !== null,
    running: running !== null,
    enabled: ref.init === 'sysv' ? await enabledInRunlevels(host, ref.script) : null,
    masked: false,
    state: running === null ? 'stopped' : 'running',
    pid: running?.pid ?? null,
    started: running === null ? null : identity(await bootId(host), running.startTicks),
    startedMs: running === null ? null : await startedMs(host, running.startTicks),
    restarts: null,
  };
}

async function gatherSystemd(
  host: HostReader,
  ref: Extract<ServiceRef, { init: 'systemd' }>,
): Promise<ServiceFact> {
  const shown = await host.query(['systemctl', 'show', ref.unit, `--property=${properties.join(',')}`]);
  const unit = parseShow(shown.stdout);
  const pid = Number(unit.MainPID ?? 0);
  const ticks = pid > 0 ? await startTicksOf(host, pid) : null;
  const alive = ticks !== null;
  return {
    ref,
    exists: unit.LoadState === 'loaded' || unit.LoadState === 'masked',
    // A reload is a running broker too.
    running: alive && (unit.ActiveState === 'active' || unit.ActiveState === 'reloading'),
    enabled: unit.UnitFileState === 'enabled',
    masked: unit.LoadState === 'masked' || (unit.UnitFileState ?? '').startsWith('masked'),
    state: unit.ActiveState ?? 'unknown',
    pid: alive ? pid : null,
    started: alive ? identity(await bootId(host), ticks) : null,
    startedMs: alive ? await startedMs(host, ticks) : null,
    restarts: unit.NRestarts === undefined ? null : Number(unit.NRestarts),
  };
}

/** update-rc.d keeps start links in the folders of the runlevels 2 to 5, of which Debian uses 2. */
async function enabledInRunlevels(host: HostReader, script: string): Promise<boolean> {
  const names = (await host.list('/etc/rc2.d')) ?? [];
  return names.some((name) => name.startsWith('S') && name.replace(/^S\d*/, '') === script);
}
