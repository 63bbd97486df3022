import { AppError, type Problem } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { type FileMark, markFile, readLines } from '../logs/file.ts';
import { readJournal } from '../logs/journal.ts';
import { type LogLine, mergeLines, parseLine } from '../logs/line.ts';
import type { HostReader, ServiceRef } from '../types.ts';

/** The logs as they were before something was tried: what comes after is about it. */
export interface Before {
  sinceMs: number;
  file: { path: string; mark: FileMark } | null;
}

export async function markBefore(host: HostReader, ref: ServiceRef): Promise<Before> {
  const path = ref.logFile;
  return {
    sinceMs: host.now().getTime(),
    file: path === undefined ? null : { path, mark: await markFile(path) },
  };
}

const complaint = /error|warning|unable|invalid|denied|failed|cannot/i;

/** At most this many lines of log stand in an error. */
const shown = 8;

/**
 * The service did not come up: what the broker said since, wherever it said it. mosquitto complains on standard error
 * until its log is open and in the log file afterwards, so both are read.
 */
export async function startFailure(
  host: HostReader,
  ref: ServiceRef,
  before: Before,
  what: { exitCode?: number | string; said?: string },
): Promise<AppError> {
  const [file, own, errors] = await Promise.all([
    before.file === null ? Promise.resolve([]) : linesOf(before.file.path, 'file', before.file.mark),
    fromJournal(host, ref, before.sinceMs, 'mosquitto'),
    ref.init === 'none' ? linesOf(ref.stderrFile, 'stderr') : Promise.resolve([]),
  ]);
  const said = mergeLines([file, own, errors]);
  const lines = telling(said.length > 0 ? said : await whatOthersSay(host, ref, before, what.said ?? ''));
  const problems: Problem[] = [
    {
      message:
        what.exitCode === undefined
          ? msg('host.init.startFailed')
          : msg('host.init.startEnded', { code: String(what.exitCode) }),
      fix: msg('host.init.startFix'),
    },
    ...lines.map((line) => ({ message: msg('host.init.said', { source: line.source, text: line.text }) })),
  ];
  return new AppError('no', problems);
}

/** The broker was silent: the words of the program that was to start it, else what systemd noted about the unit. */
async function whatOthersSay(
  host: HostReader,
  ref: ServiceRef,
  before: Before,
  said: string,
): Promise<LogLine[]> {
  const lines = mergeLines([said.split('\n').map((line) => parseLine(line, 'stderr'))]);
  return lines.length > 0 ? lines : fromJournal(host, ref, before.sinceMs);
}

async function linesOf(path: string, source: LogLine['source'], mark?: FileMark): Promise<LogLine[]> {
  return (await readLines(path, source, mark)).lines;
}

async function fromJournal(
  host: HostReader,
  ref: ServiceRef,
  sinceMs: number,
  identifier?: string,
): Promise<LogLine[]> {
  if (ref.init !== 'systemd') return [];
  return readJournal(host, ref.unit, {
    lines: 60,
    sinceMs,
    ...(identifier === undefined ? {} : { identifier }),
  });
}

/** Has the broker complained of anything since? The last words of the one that was stopped are no complaint. */
export async function hasComplained(host: HostReader, ref: ServiceRef, before: Before): Promise<boolean> {
  const [file, own] = await Promise.all([
    before.file === null ? Promise.resolve([]) : linesOf(before.file.path, 'file', before.file.mark),
    fromJournal(host, ref, before.sinceMs, 'mosquitto'),
  ]);
  return [...file, ...own].some(({ text }) => complaint.test(text));
}

/** Errors and warnings where there are any, else the last lines; each text once (systemd tries several times). */
function telling(lines: LogLine[]): LogLine[] {
  const byText = [...new Map(lines.map((line) => [line.text, line])).values()];
  const bad = byText.filter((line) => complaint.test(line.text));
  return (bad.length > 0 ? bad : byText).slice(-shown);
}
