import { dirname } from 'node:path';
import type { Layout } from '../../distros/layout.ts';
import { removeGenerations } from '../../engine/generations/store.ts';
import { readJournal } from '../../engine/journal.ts';
import { isWaiting, readPending } from '../../engine/pending.ts';
import { recover } from '../../engine/rollback.ts';
import { sweepScratch } from '../../engine/shadow/scratch-folder.ts';
import type { OnEvent } from '../../engine/types.ts';
import { fail } from '../../errors.ts';
import { bootId } from '../../facts/process.ts';
import type { Host } from '../../host/types.ts';
import { msg } from '../../i18n/messages.ts';
import type { Call } from '../context.ts';
import { forgetOld } from './old-packages.ts';
import { demandOwnFolders } from './own-folders.ts';
import { clearSmoke } from './smoke.ts';

/** The state folder, ours alone until `close`. */
export interface State {
  /** Folders that had to be made for it, outermost first. */
  made: string[];
  /** Gives it back. `keep: false`: the run left nothing, so what was made for it goes, while nobody else can have it. */
  close(options: { keep: boolean }): Promise<void>;
}

interface OpenOptions {
  /**
   * What becomes of a run that was cut off, or waits to be confirmed. 'take-back': the first goes, the second is 75.
   * 'now': both go; 'files-now': their files alone. 'keep': they stay.
   */
  unfinished?: 'take-back' | 'now' | 'files-now' | 'keep';
}

/** Throws 75 where a change waits for somebody's word: nothing is made on ground that may go. */
async function demandNotPending(host: Host, state: string): Promise<void> {
  const pending = await readPending(host, state);
  if (pending === null || !isWaiting(pending, host.now(), await bootId(host))) return;
  throw fail('locked', msg('confirm.waiting', { until: pending.until }), { fix: msg('confirm.waitingFix') });
}

/**
 * Takes the lock and finishes what a run that was cut off left behind. Throws 75 naming the holder where somebody else
 * is at it, 78 where the folders are somebody else's.
 */
export async function openState(
  call: Call,
  layout: Layout,
  onEvent: OnEvent,
  { unfinished = 'take-back' }: OpenOptions = {},
): Promise<State> {
  const { host } = call;
  await demandOwnFolders(host, layout);
  const made = await makeFolders(host, layout.state);
  const note = `pid ${process.pid}, mqtt-setup ${call.command}, ${host.now().toISOString()}`;
  const lock = await host.lock(`${layout.state}/lock`, note);
  if (!lock.held) {
    const holder = lock.holder === '' ? '?' : lock.holder;
    throw fail('locked', msg('cli.locked', { holder }), { fix: msg('cli.lockedFix') });
  }
  try {
    if (unfinished === 'take-back') await demandNotPending(host, layout.state);
    if (unfinished !== 'keep')
      await recover(host, layout.state, onEvent, unfinished === 'files-now' ? 'files' : 'all');
    await clearSmoke(host, layout.state);
    await sweepScratch(host, layout.state);
    await clearHalfWritten(host, layout.state);
  } catch (error) {
    await lock.release();
    throw error;
  }
  return {
    made,
    async close({ keep }) {
      if (!keep && made.length > 0) await removeState(host, layout.state, made);
      await lock.release();
    },
  };
}

/** A dry run takes nothing back, so it says that what it shows is made from what an unfinished run left. */
export async function noteUnfinished(call: Call, layout: Layout): Promise<void> {
  const journal = await readJournal(call.host, layout.state);
  if (journal === null || journal.entries.length === 0) return;
  call.out.note(`${call.errorStyle.yellow('!')} ${call.t(msg('cli.unfinished'))}`);
}

/** A file that was never put in its place: whoever wrote it is gone, since the lock is ours. */
async function clearHalfWritten(host: Host, state: string): Promise<void> {
  const names = ((await host.list(state)) ?? []).filter((name) =>
    /^broker\.pid\.\d+$|^\..+\.mqtt-setup-new$/.test(name),
  );
  for (const name of names) await host.perform({ type: 'remove', path: `${state}/${name}` });
}

async function makeFolders(host: Host, path: string): Promise<string[]> {
  const missing: string[] = [];
  for (let at = path; (await host.stat(at)) === null; at = dirname(at)) missing.unshift(at);
  for (const folder of missing)
    await host.perform({ type: 'mkdir', path: folder, owner: null, group: null, mode: 0o700 });
  return missing;
}

/** What we keep in the state folder beside the probe's password, and what a cut-off run may leave of it. */
const remains =
  /^(records\.json|program|renewal|loaded\.(files|snapshot)|broker\.(pid|stderr)(\.\d+)?|\..+\.mqtt-setup-new|lock)$/;

/**
 * Takes the state away, and then the folders that are empty now; `folders` outermost first. An unfinished journal
 * stays, and everything with it.
 */
export async function removeState(host: Host, state: string, folders: readonly string[]): Promise<void> {
  const names = (await host.list(state)) ?? [];
  if (names.includes('journal')) return;
  for (const name of names.filter((name) => remains.test(name)))
    await host.perform({ type: 'remove', path: `${state}/${name}` });
  await removeGenerations(host, state);
  await forgetOld(host, state);
  for (const folder of [state, ...folders.toReversed()]) await host.perform({ type: 'rmdir', path: folder });
}
