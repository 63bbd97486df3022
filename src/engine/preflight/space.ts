import type { Facts } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import type { PreflightProblem } from './types.ts';

/** Packages, a copy of what is replaced, and room for the broker's database to be written anew. */
const neededBytes = 50 * 1024 * 1024;
const mebi = 1024 * 1024;

/** There is room wherever something will be written; folders of one full file system are told once. */
export function spaceProblems({ free }: Facts): PreflightProblem[] {
  const short = Object.entries(free).filter(
    (entry): entry is [string, number] => entry[1] !== null && entry[1] < neededBytes,
  );
  const once = new Map(short.toReversed().map(([path, bytes]) => [bytes, path]));
  return [...once].map(
    ([bytes, path]): PreflightProblem => ({
      exit: 'no',
      message: msg('preflight.space', { path, free: Math.floor(bytes / mebi), needed: neededBytes / mebi }),
      fix: msg('preflight.spaceFix', { path }),
    }),
  );
}
