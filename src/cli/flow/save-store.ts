import { setTimeout as sleep } from 'node:timers/promises';
import { effectiveOf } from '../../checks/effective.ts';
import { largestCopy } from '../../engine/journal.ts';
import type { Undo } from '../../engine/types.ts';
import type { Facts } from '../../facts/types.ts';
import { askToSave } from '../../host/init/save.ts';
import type { FileStat, HostReader } from '../../host/types.ts';
import { msg } from '../../i18n/messages.ts';
import { databaseOf } from '../../mosquitto/database.ts';
import type { Call } from '../context.ts';

/** Milliseconds that a broker has for writing its database; a gigabyte takes an SD card longer, then the restart saves. */
const patienceMs = 3000;

/** The database of the broker as it is configured now; null where it keeps none, or where that cannot be told. */
export async function storeOf(
  host: HostReader,
  facts: Facts,
): Promise<{ path: string; stat: FileStat } | null> {
  const read = effectiveOf(facts);
  if (!read.ok) return null;
  const database = databaseOf(read.conf.lines);
  if (!database.kept || !database.path.startsWith('/')) return null;
  const stat = await host.stat(database.path);
  return stat?.kind === 'file' ? { path: database.path, stat } : null;
}

/** Does the broker as it is configured now keep a database? */
export function keepsStore(facts: Facts): boolean {
  const read = effectiveOf(facts);
  return read.ok && databaseOf(read.conf.lines).kept;
}

/**
 * The database once the running broker has written it anew, or as it is when nobody wants to wait any longer. Throws an
 * AppError where the broker cannot be asked.
 */
export async function savedNow(host: HostReader, facts: Facts): ReturnType<typeof storeOf> {
  const before = (await storeOf(host, facts))?.stat ?? null;
  await askToSave(host, facts.service);
  for (const until = performance.now() + patienceMs; ; await sleep(10)) {
    const now = await storeOf(host, facts);
    const isNew = now !== null && (now.stat.ino !== before?.ino || now.stat.mtimeMs !== before.mtimeMs);
    if (isNew || performance.now() > until) return now;
  }
}

/**
 * Before a restart the running broker writes down what it holds, and a copy of that is kept until the new start has been
 * proven: 2.1.2 empties its database in a start that fails. Answers how it is put back.
 */
export async function saveStore(call: Call, facts: Facts): Promise<Undo[]> {
  if (!facts.service.running) return [];
  const { host } = call;
  // What is not saved here is saved by the broker when it stops: this is the second of two nets.
  const after = await savedNow(host, facts).catch(() => storeOf(host, facts));
  if (after === null) return [];
  const { path, stat } = after;
  if (stat.size > largestCopy) {
    call.out.note(`${call.errorStyle.yellow('!')} ${call.t(msg('engine.storeTooLarge', { path }))}`);
    return [];
  }
  const { owner, group, mode } = stat;
  return [{ type: 'store', path, owner, group, mode }];
}
