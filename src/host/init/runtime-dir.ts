import { chown, lstat, mkdir, open, rm } from 'node:fs/promises';
import { fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { accountIds } from '../accounts.ts';
import type { HostReader } from '../types.ts';

/**
 * Makes the folder that the broker writes its pid into, as the unit and the newer init script do; /run is empty after
 * a boot. It belongs to `owner` and the group of the same name, which the package makes.
 */
export async function makeRuntimeDir(
  host: HostReader,
  path: string | null,
  owner: string | null,
): Promise<void> {
  if (path === null || host.user.uid !== 0) return;
  await mkdir(path, { recursive: true, mode: 0o750 });
  if (!(await lstat(path)).isDirectory()) throw fail('refused', msg('host.init.notAFolder', { path }));
  if (owner === null) return;
  const { uid, gid } = await accountIds(owner, owner);
  await chown(path, uid, gid);
}

/**
 * Makes the init script's pid file beforehand, as the broker's. The script of Debian 11 and 12 would make it as root's,
 * and the broker, no longer root by then, ends because it cannot write it.
 */
export async function makePidFile(host: HostReader, folder: string, owner: string): Promise<void> {
  if (host.user.uid !== 0) return;
  const { uid, gid } = await accountIds(owner, owner);
  // The folder is the broker's: a file that is there already is replaced, never followed or written to.
  const path = `${folder}/mosquitto.pid`;
  await rm(path, { force: true });
  const file = await open(path, 'wx', 0o644);
  try {
    await file.chown(uid, gid);
  } finally {
    await file.close();
  }
}
