import type { HostReader } from '../types.ts';
import { type LogLine, parseLine } from './line.ts';

/** What journalctl is asked for: one JSON object a line, and no pager. */
export function journalArgv(unit: string, more: readonly string[]): string[] {
  return [
    'journalctl',
    `--unit=${unit}`,
    '--output=json',
    '--output-fields=MESSAGE',
    '--no-pager',
    '--quiet',
    ...more,
  ];
}

/** A line of `journalctl --output=json`; null for anything else. Bytes that are no UTF-8 come as numbers. */
export function parseJournalLine(line: string): LogLine | null {
  try {
    const entry = JSON.parse(line) as { MESSAGE?: string | number[] | null; __REALTIME_TIMESTAMP?: string };
    const message = Array.isArray(entry.MESSAGE)
      ? Buffer.from(entry.MESSAGE).toString('utf8')
      : entry.MESSAGE;
    if (typeof message !== 'string') return null;
    // The journal's own time is finer than the one that the broker writes before its lines.
    const micros = Number(entry.__REALTIME_TIMESTAMP);
    const parsed = parseLine(message, 'journal');
    return Number.isFinite(micros) ? { ...parsed, atMs: Math.floor(micros / 1000) } : parsed;
  } catch {
    return null;
  }
}

/** The unit's last lines, or those since a moment, or only a program's own (`identifier`, as syslog calls it); [] where there is no journal or we may not read it. */
export async function readJournal(
  host: HostReader,
  unit: string,
  wanted: { lines: number; sinceMs?: number; identifier?: string },
): Promise<LogLine[]> {
  // What systemd has said a moment ago may still be on its way into the journal.
  if (host.user.uid === 0) await host.query(['journalctl', '--sync'], { timeoutMs: 5000 });
  const since = wanted.sinceMs === undefined ? [] : [`--since=@${Math.floor(wanted.sinceMs / 1000)}`];
  const whose = wanted.identifier === undefined ? [] : [`--identifier=${wanted.identifier}`];
  const result = await host.query(journalArgv(unit, [`--lines=${wanted.lines}`, ...since, ...whose]));
  const lines = result.stdout.split('\n').flatMap((line) => parseJournalLine(line) ?? []);
  // --since knows whole seconds.
  return lines.filter((line) => (line.atMs ?? 0) >= (wanted.sinceMs ?? 0));
}
