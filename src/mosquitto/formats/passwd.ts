import { trimBlanks } from './conf.ts';

/** A line of a password file; `line` counts from 1. The hash is a secret: it goes into no message. */
export type PasswdLine =
  | { kind: 'entry'; line: number; name: string; hash: string }
  /** Skipped by the broker: comments and blank lines. (mosquitto_passwd deletes what follows one.) */
  | { kind: 'comment' | 'blank'; line: number; text: string }
  /** No account: no colon, no name or no hash. */
  | { kind: 'junk'; line: number };

/** Reads a password file as the broker does (facts §4): `name:hash`, whatever follows a further colon is ignored. */
export function parsePasswd(text: string): PasswdLine[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((raw, index): PasswdLine => {
    const line = index + 1;
    if (raw.startsWith('#')) return { kind: 'comment', line, text: raw.replace(/\r$/, '') };
    if (trimBlanks(raw) === '') return { kind: 'blank', line, text: '' };
    const [name = '', hash = ''] = raw.split(':', 2).map(trimBlanks);
    return name === '' || hash === '' ? { kind: 'junk', line } : { kind: 'entry', line, name, hash };
  });
}

/** The accounts of a password file by name; of a repeated one the last, as 2.0 has it. */
export function passwdHashes(text: string): Map<string, string> {
  return new Map(
    parsePasswd(text).flatMap((line) => (line.kind === 'entry' ? [[line.name, line.hash] as const] : [])),
  );
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
