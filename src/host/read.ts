import { constants, createReadStream, type Stats } from 'node:fs';
import { lstat, open, readdir, readlink, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { accountNames } from './accounts.ts';
import type { FileKind, FileStat, ReadOptions, ReadResult } from './types.ts';

const defaultMaxBytes = 64 * 1024 * 1024;

/** Reads a regular file. A FIFO or a device is never opened, since that could wait for ever. */
export async function readFileSafely(path: string, options: ReadOptions = {}): Promise<ReadResult> {
  const noFollow = options.followLinks === true ? 0 : constants.O_NOFOLLOW;
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  try {
    // O_NONBLOCK: opening a FIFO that nobody writes to returns at once, and fstat then tells what it is.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | noFollow);
    try {
      const stat = await file.stat();
      if (stat.isFIFO() && options.pipes === true) return await readPipe(path, maxBytes);
      if (!stat.isFile()) return { ok: false, reason: 'not-a-file', errno: 'EINVAL' };
      if (stat.size > maxBytes) return { ok: false, reason: 'too-large', errno: 'EFBIG' };
      return { ok: true, data: await file.readFile() };
    } finally {
      await file.close();
    }
  } catch (error) {
    const errno = (error as NodeJS.ErrnoException).code ?? 'EUNKNOWN';
    return { ok: false, reason: reasonOf(errno), errno };
  }
}

/** Waits for whoever writes to it. */
async function readPipe(path: string, maxBytes: number): Promise<ReadResult> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream(path)) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size > maxBytes) return { ok: false, reason: 'too-large', errno: 'EFBIG' };
  }
  return { ok: true, data: Buffer.concat(chunks) };
}

function reasonOf(errno: string): 'missing' | 'denied' | 'not-a-file' | 'error' {
  if (errno === 'ENOENT' || errno === 'ENOTDIR') return 'missing';
  if (errno === 'EACCES' || errno === 'EPERM') return 'denied';
  if (errno === 'ELOOP' || errno === 'EISDIR' || errno === 'ENXIO') return 'not-a-file';
  return 'error';
}

/** lstat in plain words; null where nothing can be seen. */
export async function statFile(path: string): Promise<FileStat | null> {
  try {
    const stat = await lstat(path);
    const names = await accountNames();
    return {
      kind: kindOf(stat),
      mode: stat.mode & 0o7777,
      uid: stat.uid,
      gid: stat.gid,
      owner: names.users.get(stat.uid) ?? String(stat.uid),
      group: names.groups.get(stat.gid) ?? String(stat.gid),
      size: stat.size,
      mtimeMs: stat.mtimeMs,
      ctimeMs: stat.ctimeMs,
      ino: stat.ino,
    };
  } catch {
    return null;
  }
}

function kindOf(stat: Stats): FileKind {
  if (stat.isFile()) return 'file';
  if (stat.isDirectory()) return 'directory';
  if (stat.isSymbolicLink()) return 'symlink';
  if (stat.isFIFO()) return 'fifo';
  return stat.isSocket() ? 'socket' : 'device';
}

export async function listDirectory(path: string): Promise<string[] | null> {
  return readdir(path).catch(() => null);
}

export async function readLinkTarget(path: string): Promise<string | null> {
  return readlink(path).catch(() => null);
}

export async function freeBytes(path: string): Promise<number | null> {
  for (let at = path; ; at = dirname(at)) {
    try {
      const stat = await statfs(at);
      return stat.bavail * stat.bsize;
    } catch {
      if (at === dirname(at)) return null;
    }
  }
}
