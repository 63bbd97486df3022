import { parsePasswd } from '../formats/passwd.ts';
import { isHashReadable } from '../hash.ts';
import type { Version } from '../version.ts';
import type { ScratchKeys } from './scratch-keys.ts';

/** Who sees everything in a shadow, so that what arrives can be told. */
export interface Witness {
  name: string;
  password: string;
  hash: string;
  /** First levels with a `$` that `#` does not cover: `$SYS`, and those of the rules. */
  roots: readonly string[];
}

/**
 * A password file that treats the same names in the same way, with passwords that we know: names, their order, repeated
 * ones and line numbers stay. A hash that this version cannot read becomes another one that it cannot read: it may be
 * a password in plain text. So may comments, and lines that are no account.
 */
export function scratchPasswords(
  text: string,
  version: Version,
  keys: ScratchKeys,
  witness: Witness,
): string {
  const raw = text.split('\n');
  const lines = parsePasswd(text).map((line) => {
    const whole = raw[line.line - 1] ?? '';
    if (line.kind === 'comment') return '#';
    if (line.kind === 'blank') return '';
    if (line.kind === 'entry') {
      const before = whole.slice(0, whole.indexOf(line.name));
      return `${before}${line.name}:${isHashReadable(line.hash, version) ? keys.of(line.hash).hash : 'x'}`;
    }
    const [name = ''] = whole.split(':', 1);
    return whole.includes(':') ? `${name}:${name.trim() === '' ? 'x' : ''}` : 'x';
  });
  return `${[...lines, `${witness.name}:${witness.hash}`].join('\n')}\n`;
}

/** An ACL file with everything in it, and a section for the witness at its end, where it changes nothing for others. */
export function scratchAcl(text: string, nulEndsFile: boolean, witness: Witness): string {
  const lines = text.split('\n');
  const hasFinal = lines.at(-1) === '';
  if (hasFinal) lines.pop();
  // What a NUL byte hides from the broker would hide the witness too: its line, but for the last of an open end.
  const end = lines.findIndex((line) => line.indexOf('\0') > 0 || (nulEndsFile && line.startsWith('\0')));
  const cut = hasFinal || end === -1 ? '' : (lines[end]?.split('\0', 1)[0] ?? '');
  const read = end === -1 ? lines : [...lines.slice(0, end), ...(cut === '' ? [] : [cut])];
  const rights = ['#', ...witness.roots.map((root) => `${root}/#`)];
  return `${[...read, `user ${witness.name}`, ...rights.map((filter) => `topic readwrite ${filter}`)].join('\n')}\n`;
}

/** A file of pre-shared keys with other keys, as long as the real ones. */
export function scratchPsk(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const at = line.indexOf(':');
      if (line.startsWith('#')) return '#';
      return at === -1 ? '' : line.slice(0, at + 1) + line.slice(at + 1).replace(/[0-9a-f]/gi, '7');
    })
    .join('\n');
}
