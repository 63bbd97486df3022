import { chown, lstat, mkdir } from 'node:fs/promises';
import { fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { accountIds } from '../accounts.ts';
import type { HostReader } from '../types.ts';

/** Makes the folder that the broker writes its pid into, as the unit and the newer init script do; /run is empty after a boot. */
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
