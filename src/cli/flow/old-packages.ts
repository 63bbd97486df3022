import { removeScratch } from '../../engine/shadow/scratch-folder.ts';
import { AppError } from '../../errors.ts';
import type { Facts } from '../../facts/types.ts';
import type { Host } from '../../host/types.ts';
import { msg } from '../../i18n/messages.ts';
import type { Call } from '../context.ts';
import type { Upgrade } from './types.ts';

/** Where the packages are kept that an upgrade replaces. */
const folderOf = (state: string): string => `${state}/packages`;

/**
 * Fetches the packages that are installed now, for the way back; [] with a word where they are not offered any more:
 * then a failed upgrade can give back the files, and not the package.
 */
export async function fetchOld(
  { host, out, t, errorStyle }: Call,
  { layout, packages }: Facts,
  { names }: Pick<Upgrade, 'names'>,
): Promise<string[]> {
  const folder = folderOf(layout.state);
  await removeScratch(host, folder);
  await host.perform({ type: 'mkdir', path: folder, owner: null, group: null, mode: 0o700 });
  const wanted = names.map((name) => `${name}=${packages?.installed[name]}`);
  try {
    await host.perform({
      type: 'exec',
      argv: ['apt-get', '-q', '-o', 'APT::Sandbox::User=root', 'download', ...wanted],
      cwd: folder,
      timeoutMs: 10 * 60_000,
      network: true,
    });
    const debs = ((await host.list(folder)) ?? []).filter((name) => name.endsWith('.deb'));
    if (debs.length === names.length) return debs.map((name) => `${folder}/${name}`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  out.note(`${errorStyle.yellow('!')} ${t(msg('upgrade.noWayBack', { packages: wanted.join(', ') }))}`);
  return [];
}

/** They have served, or nothing was upgraded. */
export function forgetOld(host: Host, state: string): Promise<void> {
  return removeScratch(host, folderOf(state));
}
