import { parsePasswd } from './formats/passwd.ts';
import { isHashReadable } from './hash.ts';
import { readablePasswords } from './nul.ts';
import type { Version } from './version.ts';

/**
 * Who can log in by a password file that this version takes, with the hash that counts: of a repeated name the last one
 * that the version can read, since 2.0 removes an entry that it cannot, and an earlier one comes back to light.
 */
export function readableAccounts(text: string, version: Version): Map<string, string> {
  const lines = parsePasswd(readablePasswords(text, version));
  return new Map(
    lines.flatMap((line) =>
      line.kind === 'entry' && isHashReadable(line.hash, version) ? [[line.name, line.hash] as const] : [],
    ),
  );
}
