import type { Layout } from '../../distros/layout.ts';
import { fail } from '../../errors.ts';
import type { HostReader } from '../../host/types.ts';
import { msg } from '../../i18n/messages.ts';

const writableByAll = 0o002;

/**
 * The folders of a broker are ours before anything in them is believed: a journal, a configuration or a broker that
 * another user put there would be carried out with our rights, which may be root's. Throws 78.
 */
export async function demandOwnFolders(host: HostReader, { dir, state }: Layout): Promise<void> {
  for (const path of dir === null ? [state] : [dir, state]) {
    const found = await host.stat(path);
    if (found === null) continue;
    if (found.kind !== 'directory')
      throw fail('refused', msg('preflight.notAFolder', { path, kind: found.kind }), {
        place: { file: path },
        fix: msg('preflight.notAFileFix'),
      });
    const { uid, owner } = found;
    if (uid !== host.user.uid)
      throw fail('refused', msg('preflight.folderOwner', { path, owner }), {
        place: { file: path },
        fix: msg('cli.folder.ownerFix', { owner }),
      });
    if ((found.mode & writableByAll) !== 0)
      throw fail('refused', msg('preflight.writable', { path }), {
        place: { file: path },
        fix: msg('preflight.folderFix', { path }),
      });
  }
}
