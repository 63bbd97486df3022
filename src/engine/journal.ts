import { fail } from '../errors.ts';
import type { Host } from '../host/types.ts';
import { msg } from '../i18n/messages.ts';
import { type Pending, pendingPath, printPending } from './pending.ts';
import type { Undo } from './types.ts';

/** One undo as it stands on disk, before the action that it takes back has run. */
export interface Entry {
  number: number;
  step: string;
  undo: Undo;
}

/** Who opened a journal: shown when a later run finds it unfinished. */
export interface Opening {
  command: string;
  pid: number;
  started: string;
}

/**
 * The journal of one run: a folder with a file for each undo and, beside it, the bytes it would need. The folder exists
 * exactly as long as a run is unfinished; a file `committed` in it says that only the clearing away is left.
 */
export interface Journal {
  register(step: string, undo: Undo): Promise<Entry>;
  entries(): readonly Entry[];
  commit(): Promise<void>;
  /** Leaves it as it is: the change stays as long as `pending` says, and can be taken back. */
  leaveOpen(pending: Pending): Promise<void>;
}

const folder = (state: string): string => `${state}/journal`;
const name = (state: string, number: number, ending: string): string =>
  `${folder(state)}/${String(number).padStart(4, '0')}.${ending}`;

/** The copy of a file that entry `number` would put back. */
export const backupPath = (state: string, number: number): string => name(state, number, 'bak');

export async function openJournal(host: Host, state: string, opening: Opening): Promise<Journal> {
  await host.perform({ type: 'mkdir', path: folder(state), owner: null, group: null, mode: 0o700 });
  try {
    await put(host, `${folder(state)}/opening.json`, JSON.stringify(opening));
  } catch (error) {
    await clearJournal(host, state).catch(() => undefined);
    throw error;
  }
  const entries: Entry[] = [];
  return {
    async register(step, undo) {
      const entry: Entry = { number: entries.length + 1, step, undo };
      if (undo.type === 'restore' || undo.type === 'store')
        await keepCopy(host, state, entry.number, undo.path);
      await put(host, name(state, entry.number, 'json'), JSON.stringify(entry));
      entries.push(entry);
      return entry;
    },
    entries: () => entries,
    leaveOpen: (pending) => put(host, pendingPath(state), printPending(pending)),
    async commit() {
      await markCommitted(host, state);
      // From here on the run counts. What cannot be cleared away now is no reason to fail: the next run does it.
      await clearJournal(host, state).catch(() => undefined);
    },
  };
}

/**
 * What an unfinished run left, or null. A torn last entry is dropped: its action never ran. Any other that cannot be
 * read is 73: to go on without it would leave half of a change in place.
 */
export async function readJournal(
  host: Host,
  state: string,
): Promise<{ opening: Opening | null; entries: Entry[]; committed: boolean } | null> {
  const names = await host.list(folder(state));
  if (names === null) return null;
  const opening = await readJson<Opening>(host, `${folder(state)}/opening.json`);
  if (names.includes('committed')) return { opening, entries: [], committed: true };
  const entries: Entry[] = [];
  const files = names.filter((n) => n.endsWith('.json') && n !== 'opening.json').sort();
  for (const file of files) {
    const path = `${folder(state)}/${file}`;
    const entry = await readJson<unknown>(host, path);
    if (isEntry(entry)) entries.push(entry);
    // Half of a write is no JSON; what is, and says nothing that can be undone, was never a write of ours.
    else if (entry !== null || file !== files.at(-1))
      throw fail('rollbackFailed', msg('engine.journal.damaged', { path }), {
        fix: msg('engine.journal.damagedFix', { folder: folder(state) }),
      });
  }
  return { opening, entries, committed: false };
}

export async function clearJournal(host: Host, state: string): Promise<void> {
  const names = (await host.list(folder(state))) ?? [];
  if (!names.includes('committed')) await markCommitted(host, state);
  for (const file of names)
    if (file !== 'committed') await host.perform({ type: 'remove', path: `${folder(state)}/${file}` });
  await host.perform({ type: 'remove', path: `${folder(state)}/committed` });
  await host.perform({ type: 'rmdir', path: folder(state) });
}

/**
 * The opening becomes the mark: a rename needs no room, so that a roll-back from a full disk can be finished there. A
 * mark that may not be on disk is taken away again: what follows is a roll-back, which it must not hide.
 */
async function markCommitted(host: Host, state: string): Promise<void> {
  const path = `${folder(state)}/committed`;
  const opening = `${folder(state)}/opening.json`;
  try {
    if ((await host.stat(opening)) === null) await put(host, path, '');
    else await host.perform({ type: 'rename', from: opening, to: path, expect: null });
  } catch (error) {
    await host.perform({ type: 'remove', path }).catch(() => undefined);
    throw error;
  }
}

/** Bytes of the largest file that is copied: a database passes through memory. */
export const largestCopy = 256 * 1024 * 1024;

async function keepCopy(host: Host, state: string, number: number, path: string): Promise<void> {
  const found = await host.read(path, { maxBytes: largestCopy });
  if (!found.ok) throw fail('no', msg('engine.journal.unreadable', { path, errno: found.errno }));
  await put(host, backupPath(state, number), found.data);
}

async function put(host: Host, path: string, content: string | Uint8Array): Promise<void> {
  await host.perform({ type: 'write', path, content, owner: null, group: null, mode: 0o600 });
}

const undos: ReadonlySet<unknown> = new Set<Undo['type']>([
  'restore',
  'store',
  'packages',
  'remove',
  'rmdir',
  'rename',
  'mkdir',
  'mode',
  'firewall',
  'service',
]);

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null || !('undo' in value)) return false;
  const { undo } = value;
  if (typeof undo !== 'object' || undo === null || !('type' in undo)) return false;
  if (!undos.has(undo.type)) return false;
  return 'service' in undo || 'tool' in undo || ('path' in undo && typeof undo.path === 'string');
}

async function readJson<T>(host: Host, path: string): Promise<T | null> {
  const found = await host.read(path);
  if (!found.ok) {
    if (found.reason === 'missing') return null;
    throw fail('rollbackFailed', msg('engine.journal.unreadable', { path, errno: found.errno }));
  }
  try {
    return JSON.parse(found.data.toString('utf8')) as T;
  } catch {
    return null;
  }
}
