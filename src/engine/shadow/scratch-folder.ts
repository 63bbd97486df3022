import { startTicksOf } from '../../facts/process.ts';
import type { Host } from '../../host/types.ts';
import type { ShadowFile } from '../../mosquitto/shadow/types.ts';

/** Who the files belong to; null: us. */
export type Owner = { uid: number; gid: number } | null;

/** `shadow-PID-TICKS-NONCE`: of the process that made it, so that the next run knows whether anybody still needs it. */
const named = /^shadow-(\d+)-(\d+)-[0-9a-z]+$/;

export async function scratchName(host: Host, nonce: string): Promise<string> {
  const ticks = (await startTicksOf(host, process.pid)) ?? 0;
  return `shadow-${process.pid}-${ticks}-${nonce.slice(0, 12)}`;
}

/** Writes the files, closed to everybody but their owner. `folder` must not exist yet. */
export async function writeScratch(
  host: Host,
  folder: string,
  { folders, files }: { folders: readonly string[]; files: readonly ShadowFile[] },
  owner: Owner,
): Promise<void> {
  const ids =
    owner === null ? { owner: null, group: null } : { owner: `${owner.uid}`, group: `${owner.gid}` };
  for (const path of [folder, ...folders.map((name) => `${folder}/${name}`)])
    await host.perform({ type: 'mkdir', path, ...ids, mode: 0o700 });
  for (const { path, content, mode } of files)
    await host.perform({ type: 'write', path: `${folder}/${path}`, content, ...ids, mode });
}

/** Removes a scratch folder with everything in it. Links are removed, never followed. */
export async function removeScratch(host: Host, folder: string): Promise<void> {
  for (const name of (await host.list(folder)) ?? []) {
    const path = `${folder}/${name}`;
    const found = await host.stat(path);
    if (found?.kind === 'directory') await removeScratch(host, path);
    else if (found !== null) await host.perform({ type: 'remove', path });
  }
  await host.perform({ type: 'rmdir', path: folder });
}

/** Removes what runs left behind that were killed. Their brokers died with them. */
export async function sweepScratch(host: Host, state: string): Promise<void> {
  for (const name of (await host.list(state)) ?? []) {
    const [, pid, ticks] = named.exec(name) ?? [];
    if (pid === undefined) continue;
    const isAlive = (await startTicksOf(host, Number(pid))) === Number(ticks);
    const isFolder = (await host.stat(`${state}/${name}`))?.kind === 'directory';
    if (!isAlive && isFolder) await removeScratch(host, `${state}/${name}`);
  }
}
