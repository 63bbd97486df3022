import { createHash } from 'node:crypto';
import { close, constants, fstat, open, read } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { fail } from '../errors.ts';
import { msg } from '../i18n/messages.ts';

/** By number, since they stay open until the program ends where nobody asks: handles would complain of that. */
const files = {
  open: promisify(open),
  close: promisify(close),
  fstat: promisify(fstat),
  read: promisify(read),
};

interface Old {
  path: string;
  file: number;
  hash: string;
}

/**
 * The files that we replaced, kept open. A program that writes in place (mosquitto_passwd does) and had the old file
 * open when ours took its name writes into what nobody reads any more: only whoever holds the old file can see it.
 */
export class Replaced {
  readonly #old: Old[] = [];

  /** The bytes of a regular file that is about to be replaced, by their hash; null where there is none. */
  async look(path: string): Promise<{ hash: string; isStill(): Promise<boolean>; keep(): void } | null> {
    const file = await openFile(path);
    if (file === null) return null;
    const hash = await hashOf(file);
    return {
      hash,
      async isStill() {
        const [ours, there] = await Promise.all([files.fstat(file), lstat(path).catch(() => null)]);
        return there !== null && there.ino === ours.ino && there.dev === ours.dev;
      },
      keep: () => void this.#old.push({ path, file, hash }),
    };
  }

  /** Paths whose old file somebody has written to since. Lets go of all of them. */
  async written(): Promise<string[]> {
    const found: string[] = [];
    for (const { path, file, hash } of this.#old.splice(0)) {
      if ((await hashOf(file)) !== hash) found.push(path);
      await files.close(file);
    }
    return found;
  }
}

/** Null where nothing is there. A link, a pipe or a folder is never read. */
async function openFile(path: string): Promise<number | null> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await files.open(path, flags).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error.code === 'ELOOP' ? fail('refused', msg('host.fs.notAFile', { path })) : error;
  });
  if (file === null || (await files.fstat(file)).isFile()) return file;
  await files.close(file);
  throw fail('refused', msg('host.fs.notAFile', { path }));
}

async function hashOf(file: number): Promise<string> {
  const { size } = await files.fstat(file);
  const bytes = Buffer.alloc(size);
  const { bytesRead } = await files.read(file, bytes, 0, size, 0);
  return createHash('sha256').update(bytes.subarray(0, bytesRead)).digest('hex');
}
