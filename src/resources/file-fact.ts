import type { Facts, FileFact } from '../facts/types.ts';

/** What was found at a path. A path nobody looked at is a bug of the probes, said as one. */
export function fileFact(facts: Facts, path: string): FileFact {
  const found = facts.files[path];
  if (found === undefined) throw new Error(`no fact was gathered about ${path}`);
  return found;
}
