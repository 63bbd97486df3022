import { trimBlanks } from './conf.ts';
import { readableLines } from './lines.ts';

/** A line of a password file; `line` counts from 1. The hash is a secret: it goes into no message. */
export type PasswdLine =
  | { kind: 'entry'; line: number; name: string; hash: string }
  /** Skipped by the broker: comments and blank lines. (mosquitto_passwd deletes what follows one.) */
  | { kind: 'comment' | 'blank'; line: number; text: string }
  /** No account: no colon, no name or no hash. */
  | { kind: 'junk'; line: number };

/**
 * Reads a password file as the broker does (facts §4): `name:hash`, whatever follows a further colon is ignored. Several
 * colons in a row count as one, and none at the start (C's strtok).
 */
export function parsePasswd(text: string): PasswdLine[] {
  return readableLines(text).map((raw, index): PasswdLine => {
    const line = index + 1;
    if (raw.startsWith('#')) return { kind: 'comment', line, text: raw.replace(/\r$/, '') };
    if (raw.startsWith('\0') || trimBlanks(raw) === '') return { kind: 'blank', line, text: '' };
    const fields = /^:*([^:]*):+([^:]*)/.exec(raw);
    const [name, hash] = [trimBlanks(fields?.[1] ?? ''), trimBlanks(fields?.[2] ?? '')];
    return name === '' || hash === '' ? { kind: 'junk', line } : { kind: 'entry', line, name, hash };
  });
}

/** The accounts of a password file by name; of a repeated one the last, as 2.0 has it. */
export function passwdHashes(text: string): Map<string, string> {
  const hashes = new Map<string, string>();
  for (const line of parsePasswd(text)) if (line.kind === 'entry') hashes.set(line.name, line.hash);
  return hashes;
}

/**
 * Prints a password file that reads back as exactly these accounts. Throws TypeError, which names no secret, for a
 * name or a hash that could not.
 */
export function printPasswd(entries: readonly { name: string; hash: string }[]): string {
  const names = new Set<string>();
  for (const { name, hash } of entries) {
    const isSafe =
      name !== '' && trimBlanks(name) === name && !name.startsWith('#') && !/[:\p{Cc}\p{Cs}]/u.test(name);
    if (!isSafe || names.has(name))
      throw new TypeError(`account ${JSON.stringify(name)} cannot stand in a password file`);
    if (!/^\$(?:6|7\$[1-9]\d*)\$[A-Za-z0-9+/]+=*\$[A-Za-z0-9+/]+=*$/.test(hash)) {
      throw new TypeError(`the hash of account ${JSON.stringify(name)} is none`);
    }
    names.add(name);
  }
  return entries.map(({ name, hash }) => `${name}:${hash}\n`).join('');
}
