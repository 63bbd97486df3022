import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Layout } from '../distros/layout.ts';
import { fail } from '../errors.ts';
import { msg } from '../i18n/messages.ts';
import { cleanEnv } from './clean-env.ts';
import { markFile, readLines } from './logs/file.ts';
import { journalArgv, parseJournalLine, readJournal } from './logs/journal.ts';
import { type LogLine, mergeLines } from './logs/line.ts';
import type { HostReader, ServiceRef } from './types.ts';

export type { LogLine } from './logs/line.ts';

export interface TailOptions {
  /** How many of the last lines. */
  lines: number;
  /** Only lines since then, milliseconds since the epoch. */
  sinceMs?: number;
}

/**
 * The broker's last lines, oldest first: from its log file, and from the journal or its standard error, where it says
 * what goes wrong before the log is open. Throws `needsRoot` where the log may not be read.
 */
export async function tail(
  host: HostReader,
  layout: Layout,
  service: ServiceRef,
  options: TailOptions,
): Promise<LogLine[]> {
  const [file, early] = await Promise.all([
    readLines(layout.log, 'file'),
    earlyLines(host, service, options),
  ]);
  if (file.denied) throw fail('needsRoot', msg('host.init.logDenied', { path: layout.log }));
  const since = options.sinceMs ?? 0;
  // What was said before the log was open comes first where both tell the same second.
  return mergeLines([early, file.lines])
    .filter((line) => line.atMs === null || line.atMs >= since)
    .slice(-options.lines);
}

/** Two starts may lie in the same second: a log file tells them apart by its own first line. */
function sinceLastStart(lines: readonly LogLine[]): readonly LogLine[] {
  const at = lines.findLastIndex(({ text }) => /^mosquitto version \S+ starting$/.test(text));
  return lines.slice(Math.max(0, at));
}

async function earlyLines(host: HostReader, service: ServiceRef, options: TailOptions): Promise<LogLine[]> {
  if (service.init === 'systemd') return readJournal(host, service.unit, options);
  return service.init === 'none' ? (await readLines(service.stderrFile, 'stderr')).lines : [];
}

/**
 * What was said since a moment (milliseconds since the epoch; to the second, as most logs are), in these log files and
 * in the journal or on standard error, oldest first and at most the last 4,000 lines. `denied`: files that we may not
 * read.
 */
export async function saidSince(
  host: HostReader,
  files: readonly string[],
  service: ServiceRef,
  sinceMs: number,
): Promise<{ lines: LogLine[]; denied: string[] }> {
  const from = Math.floor(sinceMs / 1000) * 1000;
  const [early, ...read] = await Promise.all([
    // The journal knows the millisecond; a process says nothing before it is started.
    earlyLines(host, service, {
      lines: 4000,
      sinceMs: service.init === 'systemd' ? Math.max(0, sinceMs - 5) : from,
    }),
    ...files.map(async (path) => ({ path, ...(await readLines(path, 'file')) })),
  ]);
  const lines = mergeLines([early, ...read.map((file) => sinceLastStart(file.lines))])
    .filter(({ atMs }) => atMs === null || atMs >= from)
    .slice(-4000);
  return { lines, denied: read.filter(({ denied }) => denied).map(({ path }) => path) };
}

/** Lines as they come, until `signal` aborts. The log file is looked at four times a second: it may be rotated away. */
export async function* follow(
  layout: Layout,
  service: ServiceRef,
  signal: AbortSignal,
): AsyncGenerator<LogLine> {
  const queue: LogLine[] = [];
  const stop = service.init === 'systemd' ? followJournal(service.unit, queue) : () => {};
  const files: { path: string; source: LogLine['source'] }[] = [{ path: layout.log, source: 'file' }];
  if (service.init === 'none') files.push({ path: service.stderrFile, source: 'stderr' });
  const watched = await Promise.all(
    files.map(async (file) => ({ ...file, mark: await markFile(file.path) })),
  );
  try {
    while (!signal.aborted) {
      for (const file of watched) {
        const read = await readLines(file.path, file.source, file.mark);
        file.mark = read.mark;
        queue.push(...read.lines);
      }
      yield* mergeLines([queue.splice(0)]);
      await sleep(250, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    stop();
  }
}

/** Journal lines into the queue; answers how to end it. Without a journal the log file is followed alone. */
function followJournal(unit: string, queue: LogLine[]): () => void {
  const [file = '', ...args] = journalArgv(unit, ['--follow', '--lines=0']);
  const child = spawn(file, args, { env: cleanEnv, stdio: ['ignore', 'pipe', 'ignore'] });
  child.on('error', () => undefined);
  createInterface({ input: child.stdout }).on('line', (line) =>
    queue.push(...[parseJournalLine(line) ?? []].flat()),
  );
  return () => child.kill();
}
