import type { Layout } from '../distros/layout.ts';
import type { HostReader } from '../host/types.ts';

/** Every folder that a run writes into; with packages still to be installed also where these go. */
export function writtenFolders(layout: Layout, installing: boolean): string[] {
  if (layout.mode === 'local')
    return [layout.dir ?? layout.state, ...(layout.cache === null ? [] : [layout.cache])];
  return ['/etc', layout.state, layout.data, ...(installing ? ['/usr', '/var/cache/apt/archives'] : [])];
}

/** Bytes free in each of them, by path. */
export async function gatherFree(
  host: HostReader,
  folders: readonly string[],
): Promise<Record<string, number | null>> {
  const entries = folders.map(
    async (path): Promise<[string, number | null]> => [path, await host.freeBytes(path)],
  );
  return Object.fromEntries(await Promise.all(entries));
}
