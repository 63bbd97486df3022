import { dirname } from 'node:path';
import type { Layout } from '../../distros/layout.ts';
import { AppError, type Problem } from '../../errors.ts';
import type { FileStat, HostReader } from '../../host/types.ts';
import { msg } from '../../i18n/messages.ts';
import type { SpecFile } from '../../spec/load.ts';

/** Made by the package or by ourselves before the broker is started. */
const comes = ({ dir, state, data }: Layout): readonly (string | null)[] => [
  dir,
  state,
  data,
  '/run/mosquitto',
];

/**
 * Where the spec's Unix sockets would lie. The broker takes whatever file stands there away before it opens its socket
 * (measured on 2.0.11), and does not start where it cannot make one. Throws one AppError('input') with all that is wrong.
 */
export async function demandSocketPlaces(host: HostReader, layout: Layout, file: SpecFile): Promise<void> {
  const found = await Promise.all(
    file.spec.listeners.map(async ({ socket }, index): Promise<Problem[]> => {
      if (socket === null) return [];
      const folder = dirname(socket);
      const [there, parent] = await Promise.all([host.stat(socket), host.stat(folder)]);
      const problem = socketProblem(socket, there) ?? folderProblem(folder, parent, layout);
      return problem === null ? [] : [{ ...problem, place: file.placeOf(['listeners', index, 'socket']) }];
    }),
  );
  const problems = found.flat();
  if (problems.length > 0) throw new AppError('input', problems);
}

function socketProblem(path: string, there: FileStat | null): Problem | null {
  if (there === null || there.kind === 'socket') return null;
  return { message: msg('conf.socket.taken', { path }) };
}

function folderProblem(folder: string, parent: FileStat | null, layout: Layout): Problem | null {
  const isSystem = layout.mode === 'system';
  if (parent === null)
    return comes(layout).includes(folder)
      ? null
      : {
          message: msg('conf.socket.folder', { folder }),
          fix: msg(isSystem ? 'conf.socket.folderFix' : 'conf.socket.folderFixLocal', { folder }),
        };
  const isWritable =
    parent.owner === 'mosquitto' ||
    (parent.group === 'mosquitto' && (parent.mode & 0o020) !== 0) ||
    (parent.mode & 0o002) !== 0;
  return isSystem && !isWritable
    ? { message: msg('conf.socket.closed', { folder }), fix: msg('conf.socket.folderFix', { folder }) }
    : null;
}
