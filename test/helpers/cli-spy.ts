import { readdirSync, readFileSync } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Spied {
  /** How often all was looked at. */
  rounds: number;
  /** Where a secret was seen that it must not be in: a command line, an environment, a file others may read. */
  leaks: Set<string>;
  /** Files that held one, each 0600, relative to the folder. */
  files: Set<string>;
}

/**
 * Looks again and again, while the work goes on, at every process's command line, at the environment of all but the
 * program itself (which may be given a secret in it), and at every file of a folder.
 */
export async function spy(
  secrets: readonly string[],
  folder: string,
  work: () => Promise<unknown>,
): Promise<Spied> {
  const seen: Spied = { rounds: 0, leaks: new Set(), files: new Set() };
  const state = { busy: true };
  const done = work().finally(() => {
    state.busy = false;
  });
  done.catch(() => {});
  while (state.busy) {
    seen.rounds += 1;
    lookAtProcesses(secrets, seen);
    await lookAtFiles(secrets, folder, seen);
  }
  await done;
  return seen;
}

function lookAtProcesses(secrets: readonly string[], seen: Spied): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const command = quietly(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
    const own = command.includes('mqtt-setup.mjs');
    const environment = own ? '' : quietly(`/proc/${pid}/environ`);
    for (const secret of secrets)
      if (command.includes(secret) || environment.includes(secret)) seen.leaks.add(`process: ${command}`);
  }
}

/** Every file that holds one of the secrets. */
export async function lookAtFiles(
  secrets: readonly string[],
  folder: string,
  seen: Spied,
  path = '',
): Promise<void> {
  for (const name of await readdir(join(folder, path)).catch(() => [])) {
    const at = join(path, name);
    const stat = await lstat(join(folder, at)).catch(() => null);
    if (stat?.isDirectory()) await lookAtFiles(secrets, folder, seen, at);
    if (!stat?.isFile()) continue;
    const text = await readFile(join(folder, at), 'utf8').catch(() => '');
    if (!secrets.some((secret) => text.includes(secret))) continue;
    seen.files.add(at);
    if ((stat.mode & 0o077) !== 0) seen.leaks.add(`file ${(stat.mode & 0o777).toString(8)}: ${at}`);
  }
}

function quietly(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
