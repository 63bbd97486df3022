import type { HostReader } from '../host/types.ts';
import { readText } from './process.ts';
import { parseShow } from './service.ts';

/** What systemd knows of the broker's unit beyond whether it runs. */
export interface UnitFact {
  name: string;
  loadState: string;
  activeState: string;
  subState: string;
  unitFileState: string;
  /** How the last run ended, in systemd's words: 'success', 'exit-code', 'start-limit-hit', 'oom-kill', 'timeout' … */
  result: string;
  /** Exit status of the main process (or the signal's number), as `status` says it; null where none has run. */
  exit: { how: 'exited' | 'killed' | 'dumped'; status: number } | null;
  /** The unit's own file; '' where there is none. */
  fragment: string;
  /** Files that change the unit, in their order. */
  dropIns: string[];
  /** Its command line. */
  argv: string[];
  /** Whom systemd starts it as; '' for root. */
  user: string;
  /** The unit file on disk is newer than what systemd has read. */
  needsReload: boolean;
  /** Soft limit of open files. */
  descriptors: number | null;
  /** Start of the last main process, milliseconds since the epoch; null where none was started since boot. */
  lastStartMs: number | null;
}

const properties = [
  'LoadState',
  'ActiveState',
  'SubState',
  'UnitFileState',
  'Result',
  'ExecMainCode',
  'ExecMainStatus',
  'ExecMainStartTimestampMonotonic',
  'FragmentPath',
  'DropInPaths',
  'ExecStart',
  'User',
  'NeedDaemonReload',
  'LimitNOFILESoft',
] as const;

/** One call to systemctl. */
export async function gatherUnit(host: HostReader, name: string): Promise<UnitFact> {
  const [shown, uptime] = await Promise.all([
    host.query(['systemctl', 'show', name, `--property=${properties.join(',')}`]),
    readText(host, '/proc/uptime'),
  ]);
  return unitOf(name, parseShow(shown.stdout), bootMs(host.now().getTime(), uptime));
}

/** /proc/uptime is cut off at hundredths of a second, and read a moment after the clock: milliseconds. */
const uptimeErrorMs = 20;

/** When the machine was started, milliseconds since the epoch, rather too early; null where that cannot be told. */
function bootMs(nowMs: number, uptime: string | null): number | null {
  const seconds = Number.parseFloat(uptime ?? '');
  return Number.isFinite(seconds) ? nowMs - seconds * 1000 - uptimeErrorMs : null;
}

/** Reads what `systemctl show` printed; `boot` in milliseconds since the epoch. */
export function unitOf(name: string, shown: Record<string, string>, boot: number | null): UnitFact {
  const how = ({ 1: 'exited', 2: 'killed', 3: 'dumped' } as const)[Number(shown['ExecMainCode'])];
  const started = Number(shown['ExecMainStartTimestampMonotonic'] ?? 0);
  const descriptors = Number(shown['LimitNOFILESoft']);
  return {
    name,
    loadState: shown['LoadState'] ?? '',
    activeState: shown['ActiveState'] ?? '',
    subState: shown['SubState'] ?? '',
    unitFileState: shown['UnitFileState'] ?? '',
    result: shown['Result'] ?? '',
    exit: how === undefined ? null : { how, status: Number(shown['ExecMainStatus']) },
    fragment: shown['FragmentPath'] ?? '',
    dropIns: (shown['DropInPaths'] ?? '').split(' ').filter((path) => path !== ''),
    argv: execArgv(shown['ExecStart'] ?? ''),
    user: shown['User'] ?? '',
    needsReload: shown['NeedDaemonReload'] === 'yes',
    descriptors: Number.isFinite(descriptors) ? descriptors : null,
    lastStartMs: boot === null || started === 0 ? null : boot + started / 1000,
  };
}

/** The words of `{ path=… ; argv[]=/usr/sbin/mosquitto -c … ; ignore_errors=no ; … }`. */
function execArgv(text: string): string[] {
  const line = / argv\[\]=(.*?) ; ignore_errors=/.exec(text)?.[1] ?? '';
  return line.split(' ').filter((word) => word !== '');
}
