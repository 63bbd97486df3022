import { posix } from 'node:path';
import type { FileKind, FileStat, HostReader, ReadResult } from '../../src/host/types.ts';

/** A file that is only remembered. Folders on the way to it are made, root's and open to all. */
export interface MemoryFile {
  text?: string | Uint8Array;
  kind?: FileKind;
  mode?: number;
  owner?: string;
  group?: string;
  /** Where a link points. */
  target?: string;
}

const ids: Readonly<Record<string, number>> = { root: 0, mosquitto: 101, alice: 1000 };
const etc = {
  '/etc/passwd':
    'root:x:0:0::/root:/bin/sh\nmosquitto:x:101:101::/var/lib/mosquitto:/usr/sbin/nologin\nalice:x:1000:1000::/home/alice:/bin/sh\n',
  '/etc/group': 'root:x:0:\nmosquitto:x:101:\nssl-cert:x:110:mosquitto\nalice:x:1000:\n',
};

/** A machine that is a table of files, read by root: what the real one answers, without one. */
export function memoryHost(files: Readonly<Record<string, MemoryFile | string>>, now: Date): HostReader {
  const all = new Map<string, Required<Omit<MemoryFile, 'target'>> & { target: string | null }>();
  for (const [path, given] of Object.entries({ ...etc, ...files })) {
    const file: MemoryFile = typeof given === 'string' ? { text: given } : given;
    const { text = '', kind = 'file', mode, owner = 'root', group = 'root', target = null } = file;
    const usual = kind === 'directory' ? 0o755 : 0o644;
    all.set(path, { text, kind, mode: mode ?? usual, owner, group, target });
  }
  for (const path of all.keys()) {
    for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const folder = at.slice(0, at.lastIndexOf('/')) || '/';
      if (!all.has(folder))
        all.set(folder, {
          text: '',
          kind: 'directory',
          mode: 0o755,
          owner: 'root',
          group: 'root',
          target: null,
        });
    }
  }
  const real = (path: string): string => {
    let at = '/';
    for (const part of path.split('/').filter((one) => one !== '')) {
      const here = posix.resolve(at, part);
      const found = all.get(here);
      at = found?.kind === 'symlink' ? real(posix.resolve(at, found.target ?? '')) : here;
    }
    return at;
  };
  const unknown = (): never => {
    throw new Error('not on this machine');
  };
  return {
    user: { uid: 0, gid: 0, name: 'root' },
    async read(path, options): Promise<ReadResult> {
      const found = all.get(options?.followLinks === true ? real(path) : posix.resolve(path));
      if (found === undefined) return { ok: false, reason: 'missing', errno: 'ENOENT' };
      if (found.kind !== 'file') return { ok: false, reason: 'not-a-file', errno: 'EINVAL' };
      const data = Buffer.from(found.text);
      if (data.length > (options?.maxBytes ?? 1e9)) return { ok: false, reason: 'too-large', errno: 'EFBIG' };
      return { ok: true, data };
    },
    async stat(path): Promise<FileStat | null> {
      const found = all.get(posix.resolve(path));
      if (found === undefined) return null;
      const { kind, mode, owner, group, text } = found;
      const [uid = 9999, gid = 9999] = [ids[owner], ids[group]];
      const size = Buffer.byteLength(Buffer.from(text));
      return { kind, mode, owner, group, uid, gid, size, mtimeMs: 0, ctimeMs: 0, ino: 1 };
    },
    async list(path) {
      const at = posix.resolve(path);
      if (all.get(at)?.kind !== 'directory') return null;
      const below = at === '/' ? '/' : `${at}/`;
      const names = [...all.keys()].filter((one) => one.startsWith(below) && one !== at);
      return [...new Set(names.map((one) => one.slice(below.length).split('/', 1)[0] ?? ''))];
    },
    async readLink(path) {
      return all.get(path)?.target ?? null;
    },
    query: unknown,
    freeBytes: unknown,
    portIsFree: unknown,
    addresses: unknown,
    now: () => now,
  };
}
