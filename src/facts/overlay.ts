import type { FileStat, HostReader } from '../host/types.ts';

/** A file as it would be; null: gone. */
export type WouldBe = {
  content: string | Uint8Array;
  owner: string | null;
  group: string | null;
  mode: number;
} | null;

/** The machine as it would be with these files: for looking at what has not been written yet. */
export function overlay(host: HostReader, files: ReadonlyMap<string, WouldBe>): HostReader {
  const folders = new Set([...files.keys()].flatMap(parents));
  return {
    ...host,
    user: host.user,
    async read(path, options) {
      const file = files.get(path);
      if (file === undefined) return host.read(path, options);
      if (file === null) return { ok: false, reason: 'missing', errno: 'ENOENT' };
      return { ok: true, data: Buffer.from(file.content) };
    },
    async stat(path) {
      const file = files.get(path);
      if (file === null) return null;
      const found = await host.stat(path);
      if (file !== undefined) return statOf(host, found, file);
      return found ?? (folders.has(path) ? folderStat(host) : null);
    },
    async list(path) {
      const names = new Set((await host.list(path)) ?? []);
      for (const [file, content] of files) {
        if (parentOf(file) !== path) continue;
        const name = file.slice(path.length + 1);
        if (content === null) names.delete(name);
        else names.add(name);
      }
      return names.size === 0 && (await host.list(path)) === null && !folders.has(path) ? null : [...names];
    },
    readLink: (path) => (files.has(path) ? Promise.resolve(null) : host.readLink(path)),
    query: (argv, options) => host.query(argv, options),
    freeBytes: (path) => host.freeBytes(path),
    portIsFree: (port, address) => host.portIsFree(port, address),
    addresses: () => host.addresses(),
    now: () => host.now(),
  };
}

function statOf(host: HostReader, found: FileStat | null, file: NonNullable<WouldBe>): FileStat {
  const time = host.now().getTime();
  const { uid, gid, name } = host.user;
  return {
    kind: 'file',
    mode: file.mode,
    uid: found?.uid ?? uid,
    gid: found?.gid ?? gid,
    owner: file.owner ?? name,
    group: file.group ?? name,
    size: Buffer.from(file.content).length,
    mtimeMs: time,
    ctimeMs: time,
    ino: 0,
  };
}

function folderStat(host: HostReader): FileStat {
  const time = host.now().getTime();
  const { uid, gid, name } = host.user;
  return {
    kind: 'directory',
    mode: 0o700,
    uid,
    gid,
    owner: name,
    group: name,
    size: 0,
    mtimeMs: time,
    ctimeMs: time,
    ino: 0,
  };
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

function parents(path: string): string[] {
  const all: string[] = [];
  for (let at = parentOf(path); at !== '/'; at = parentOf(at)) all.push(at);
  return all;
}
