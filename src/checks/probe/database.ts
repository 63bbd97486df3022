import { msg } from '../../i18n/messages.ts';
import { databaseOf } from '../../mosquitto/database.ts';
import { effectiveOf } from '../effective.ts';
import type { CheckContext, CheckResult } from '../types.ts';

/** Bytes: a larger database is not searched. */
const largest = 256 * 1024 * 1024;

/** The longest pause between two looks at a file, milliseconds. */
const longestPauseMs = 50;

/** Milliseconds after which a broker that has not saved is asked once more. */
const askAgainMs = 500;

/** The database of the broker that runs here, or why there is nothing to be proven of it. */
export async function databaseHere({
  facts,
  spec,
  host,
}: CheckContext): Promise<{ path: string } | { skip: CheckResult }> {
  const skip = (result: Omit<CheckResult, 'status'>) => ({ skip: { status: 'skip' as const, ...result } });
  if (facts === null) return skip({ message: msg('checks.run.needs-machine') });
  const { pid } = facts.service;
  if (pid === null) return skip({ message: msg('checks.service-loaded.stopped') });
  if (spec?.limits.retained === false) return skip({ message: msg('checks.messages-retained.off') });
  const read = effectiveOf(facts);
  if (!read.ok) return skip({ message: msg('checks.files.unreadable'), evidence: read.unread });
  const database = databaseOf(read.conf.lines);
  if (!database.kept)
    return database.by === null
      ? skip({ message: msg('checks.persistence.default') })
      : skip({
          message: msg('checks.persistence.off', { place: `${database.by.file}:${database.by.line}` }),
        });
  if (database.path.startsWith('/')) return { path: database.path };
  const folder = await host.readLink(`/proc/${pid}/cwd`);
  return folder === null
    ? skip({ message: msg('checks.files.unreadable'), evidence: [`/proc/${pid}/cwd`] })
    : { path: folder.endsWith('/') ? `${folder}${database.path}` : `${folder}/${database.path}` };
}

/** What was last seen of the database while something was waited for. */
export type Sight = 'seen' | 'other content' | 'not written' | 'missing' | 'unreadable' | 'too large';

/**
 * Looks at the database until its content is as wanted: 'seen'. The broker gives no other sign that it has saved; it
 * writes a new file and puts it in the old one's place, so that nothing half-written is read. Each version is read
 * once. After `timeoutMs` it answers what was last seen. It is asked to save, and asked again while it is waited for: a
 * request that comes while the broker writes is lost (measured: 2.0.21).
 */
export async function awaitContent(
  { host, timeoutMs }: CheckContext,
  path: string,
  askToSave: () => Promise<void>,
  isWanted: (content: Buffer) => boolean,
): Promise<Sight> {
  const start = host.now().getTime();
  const until = start + timeoutMs;
  let asked = start;
  let last: Sight = 'missing';
  await askToSave();
  let known: string | null = null;
  for (let pause = 2; ; pause = Math.min(pause * 1.5, longestPauseMs)) {
    const stat = await host.stat(path);
    const version = stat === null ? null : `${stat.ino} ${stat.mtimeMs} ${stat.size}`;
    if (stat === null) last = 'missing';
    else if (version !== known) {
      const first = known === null;
      known = version;
      const read = await host.read(path, { maxBytes: largest });
      if (!read.ok) return read.reason === 'too-large' ? 'too large' : 'unreadable';
      if (isWanted(read.data)) return 'seen';
      last = first ? 'not written' : 'other content';
    }
    const now = host.now().getTime();
    if (now >= until) return last;
    if (now - asked >= askAgainMs) {
      asked = now;
      await askToSave();
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** What the broker would have to write into, as machine text: whose the folder is, who the broker is, what is free. */
export async function whereItWrites({ facts, host }: CheckContext, path: string): Promise<string[]> {
  const folder = path.slice(0, path.lastIndexOf('/')) || '/';
  const [stat, free, status] = await Promise.all([
    host.stat(folder),
    host.freeBytes(folder),
    host.read(`/proc/${facts?.service.pid ?? 0}/status`),
  ]);
  const uid = status.ok ? /^Uid:\s+\d+\s+(\d+)/m.exec(status.data.toString())?.[1] : undefined;
  const owned =
    stat === null
      ? `${folder}: missing`
      : `${folder}: owner ${stat.owner}:${stat.group} (uid ${stat.uid}), mode ${stat.mode.toString(8).padStart(4, '0')}`;
  return [
    `${owned}${uid === undefined ? '' : `; the broker runs as uid ${uid}`}`,
    ...(free === null ? [] : [`${folder}: ${free} bytes free`]),
  ];
}
