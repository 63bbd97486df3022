import { AppError, fail } from '../../errors.ts';
import type { Hidden } from '../../hidden.ts';
import type { Host } from '../../host/types.ts';
import { msg } from '../../i18n/messages.ts';

/** Secrets that this run hands over in a file of their own, which is written once and never over another. */
export interface HandOver {
  path: string;
  content: Hidden;
}

/** Throws 64 where something is at this path already. */
export async function demandNew(host: Host, path: string): Promise<void> {
  if ((await host.stat(path)) !== null)
    throw fail('usage', msg('users.out.exists', { path }), { fix: msg('users.out.existsFix') });
}

/** A file that nobody else can read, on disk before this returns. */
export async function writeSecrets(host: Host, { path, content }: HandOver): Promise<void> {
  await demandNew(host, path);
  const action = { type: 'write', path, owner: null, group: null, mode: 0o600 } as const;
  await host.perform({ ...action, content: content.reveal() });
}

/**
 * Does `work` with the secrets on disk before it starts, since passwords that only we knew would be lost with us. Where
 * it leaves nothing behind, the file goes too.
 */
export async function withHandOver<T>(
  host: Host,
  handOver: HandOver | undefined,
  work: () => Promise<T>,
  isDone: (result: T) => boolean,
): Promise<T> {
  if (handOver === undefined) return work();
  await writeSecrets(host, handOver);
  const takeBack = (): Promise<void> => host.perform({ type: 'remove', path: handOver.path });
  let result: T;
  try {
    result = await work();
  } catch (error) {
    // Where the accounts may have stayed, so do their passwords.
    if (!(error instanceof AppError) || error.exit !== 'rollbackFailed') await takeBack();
    throw error;
  }
  if (!isDone(result)) await takeBack();
  return result;
}
