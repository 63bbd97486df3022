import { dirname } from 'node:path';
import type { Layout } from '../../distros/layout.ts';
import { recover } from '../../engine/rollback.ts';
import type { OnEvent } from '../../engine/types.ts';
import { fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import type { Call } from '../context.ts';

/** The state folder, ours alone until `close`. */
export interface State {
  /** Folders that had to be made for it, outermost first. */
  made: string[];
  close(): Promise<void>;
}

/**
 * Takes the lock and finishes what a run that was cut off left behind. Throws 75 naming the holder where somebody else
 * is at it.
 */
export async function openState(call: Call, layout: Layout, onEvent: OnEvent): Promise<State> {
  const { host } = call;
  const made = await makeFolders(call, layout.state);
  const note = `pid ${process.pid}, mqtt-setup ${call.command}, ${host.now().toISOString()}`;
  const lock = await host.lock(`${layout.state}/lock`, note);
  if (!lock.held) {
    const holder = lock.holder === '' ? '?' : lock.holder;
    throw fail('locked', msg('cli.locked', { holder }), { fix: msg('cli.lockedFix') });
  }
  try {
    await recover(host, layout.state, onEvent);
  } catch (error) {
    await lock.release();
    throw error;
  }
  return {
    made,
    async close() {
      await lock.release();
    },
  };
}

async function makeFolders({ host }: Call, path: string): Promise<string[]> {
  const missing: string[] = [];
  for (let at = path; (await host.stat(at)) === null; at = dirname(at)) missing.unshift(at);
  for (const folder of missing)
    await host.perform({ type: 'mkdir', path: folder, owner: null, group: null, mode: 0o700 });
  return missing;
}

/** Takes back the folders that a run made and did not use. */
export async function removeFolders({ host }: Call, layout: Layout, made: readonly string[]): Promise<void> {
  if (made.length === 0) return;
  await host.perform({ type: 'remove', path: `${layout.state}/lock` });
  for (const folder of [...made].reverse()) await host.perform({ type: 'rmdir', path: folder });
}
