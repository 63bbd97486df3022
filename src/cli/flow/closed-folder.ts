import type { Host } from '../../host/types.ts';

/** Makes a folder that nobody else may enter, with these files in it, which nobody else may read. It must not be there yet. */
export async function makeClosedFolder(
  host: Host,
  folder: string,
  files: Readonly<Record<string, string>> = {},
): Promise<void> {
  const ours = { owner: null, group: null } as const;
  await host.perform({ type: 'mkdir', path: folder, ...ours, mode: 0o700 });
  for (const [name, content] of Object.entries(files))
    await host.perform({ type: 'write', path: `${folder}/${name}`, content, ...ours, mode: 0o600 });
}
