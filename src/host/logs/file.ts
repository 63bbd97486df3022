import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { type LogLine, parseLine } from './line.ts';

/** As much of a log as is ever read at once. */
const window = 256 * 1024;

/** A place in a log file: lines after it are new. The inode tells whether the file was rotated since. */
export interface FileMark {
  ino: number;
  offset: number;
}

export const startOfFile: FileMark = { ino: 0, offset: 0 };

/** The end of a log file now; its very start where there is none yet. */
export async function markFile(path: string): Promise<FileMark> {
  return (await look(path, async (file) => file)) ?? startOfFile;
}

/**
 * Lines after `mark` (at most the last 256 KiB of them; a first line cut in two is left out), and the mark behind
 * them. A last line that is not ended yet is left for next time. Links, pipes and devices are not opened: [] for them.
 */
export async function readLines(
  path: string,
  source: LogLine['source'],
  mark: FileMark = startOfFile,
): Promise<{ lines: LogLine[]; mark: FileMark; denied: boolean }> {
  let denied = false;
  const read = await look(
    path,
    async (end, read) => {
      const rotated = mark.ino !== end.ino || mark.offset > end.offset;
      const from = Math.max(rotated ? 0 : mark.offset, end.offset - window);
      const bytes = await read(from, end.offset - from);
      // Offsets count bytes, so lines are cut before they are decoded.
      const complete = bytes.lastIndexOf('\n') + 1;
      const cut = from > 0 && from === end.offset - window ? bytes.indexOf('\n') + 1 : 0;
      const lines = bytes.subarray(cut, complete).toString('utf8').split('\n').slice(0, -1);
      return {
        lines: lines.map((line) => parseLine(line, source)),
        mark: { ino: end.ino, offset: from + complete },
      };
    },
    (errno) => {
      denied = errno === 'EACCES' || errno === 'EPERM';
    },
  );
  return { ...(read ?? { lines: [], mark }), denied };
}

/** Opens a regular file and hands out its end and a reader; null where it cannot be opened. */
async function look<T>(
  path: string,
  use: (end: FileMark, read: (from: number, length: number) => Promise<Buffer>) => Promise<T>,
  onError?: (errno: string) => void,
): Promise<T | null> {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const stat = await file.stat();
      if (!stat.isFile()) return null;
      return await use({ ino: stat.ino, offset: stat.size }, async (from, length) => {
        const buffer = Buffer.alloc(length);
        const { bytesRead } = await file.read(buffer, 0, length, from);
        return buffer.subarray(0, bytesRead);
      });
    } finally {
      await file.close();
    }
  } catch (error) {
    onError?.((error as NodeJS.ErrnoException).code ?? '');
    return null;
  }
}
