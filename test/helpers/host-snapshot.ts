import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import type { TestHost } from './host.ts';

/** What a second run must not have touched. */
const ownedFolders = [
  '/etc/mosquitto',
  '/etc/mqtt-setup',
  '/var/lib/mqtt-setup',
  '/etc/systemd',
  '/usr/lib/systemd',
];

/** What a refused run must not have touched: settings, packages, state. */
export const wholeMachine = [
  '/etc',
  '/var/lib/dpkg',
  '/var/lib/mqtt-setup',
  '/usr/sbin',
  '/usr/local',
  '/root',
  '/opt',
];

/**
 * What a second run must leave alone, times and inodes included. Two times may change: of the lock file, which names
 * its holder while a run is on, and of the folder in which the smoke test keeps its clients' settings meanwhile.
 */
export async function ownedFiles(host: TestHost): Promise<string[]> {
  const lines = await snapshot(host, ownedFolders);
  return lines.map((line) =>
    line.startsWith('/var/lib/mqtt-setup/ ') || line.startsWith('/var/lib/mqtt-setup/lock ')
      ? line.replace(/ mtime \S+/, '')
      : line,
  );
}

/**
 * One line for each file, folder and link below these folders: path, kind, mode, owner, group, inode, time of last
 * change and hash. Equal snapshots mean that nothing was written, not even the same bytes again.
 */
export function snapshot(host: TestHost, folders: readonly string[]): Promise<string[]> {
  return walkAll(host, folders, true);
}

/** The same without inodes and times: equal where everything is as it was, however often it was written. */
export function contents(host: TestHost, folders: readonly string[]): Promise<string[]> {
  return walkAll(host, folders, false);
}

async function walkAll(host: TestHost, folders: readonly string[], strict: boolean): Promise<string[]> {
  const lines: string[] = [];
  for (const folder of folders) await walk(host.path('/'), folder, strict, lines);
  return lines.toSorted();
}

async function walk(root: string, path: string, strict: boolean, lines: string[]): Promise<void> {
  const stat = await lstat(root + path).catch(() => null);
  if (stat === null) {
    lines.push(`${path} missing`);
    return;
  }
  const mode = (stat.mode & 0o7777).toString(8);
  const identity = strict ? ` ino ${stat.ino} mtime ${stat.mtimeMs}` : '';
  const about = `${mode} ${stat.uid}:${stat.gid}${identity}`;
  if (stat.isDirectory()) {
    lines.push(`${path}/ ${about}`);
    for (const name of await readdir(root + path)) await walk(root, `${path}/${name}`, strict, lines);
  } else if (stat.isSymbolicLink()) {
    lines.push(`${path} -> ${await readlink(root + path)} ${about}`);
  } else if (stat.isFile()) {
    const hash = createHash('sha256')
      .update(await readFile(root + path))
      .digest('hex');
    lines.push(`${path} ${about} sha256 ${hash}`);
  } else {
    lines.push(`${path} special ${about}`);
  }
}

/** The lines of two snapshots that differ, `-` before and `+` after; empty where nothing changed. */
export function differences(before: readonly string[], after: readonly string[]): string {
  const gone = before.filter((line) => !after.includes(line)).map((line) => `- ${line}`);
  const come = after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`);
  return [...gone, ...come].join('\n');
}
