import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Trees and running machines live here, outside the repository. */
export function cacheFolder(): string {
  const xdg = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return process.env.MQTT_SETUP_TEST_CACHE || join(xdg, 'mqtt-setup-tests');
}

/** A fresh folder for one machine, marked with the process that owns it. */
export async function makeHostFolder(): Promise<string> {
  const folder = join(cacheFolder(), 'hosts', randomBytes(5).toString('hex'));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'owner'), `${process.pid} ${await startTime(process.pid)}\n`);
  return folder;
}

export async function removeHostFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/**
 * Deletes folders that a killed run left behind. Its machines have died with it (see `host-launch.ts`), so only
 * files are left; a folder whose owner still runs, or that has no mark of ours, is not touched.
 */
export async function removeLeftovers(): Promise<void> {
  const folder = join(cacheFolder(), 'hosts');
  for (const name of await readdir(folder).catch(() => [])) {
    const mark = await readFile(join(folder, name, 'owner'), 'utf8').catch(() => '');
    const [pid, started] = mark.trim().split(' ');
    if (pid === undefined || started === undefined) continue;
    if ((await startTime(Number(pid))) !== started) await removeHostFolder(join(folder, name));
  }
}

/** Start of a process in clock ticks since boot (field 22 of /proc/PID/stat); null where there is none. */
export async function startTime(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}
