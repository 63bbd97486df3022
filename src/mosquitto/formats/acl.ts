import { isTopicFilter } from '../filters.ts';
import { trimBlanks, trimEndBlanks } from './conf.ts';
import { readableLines } from './lines.ts';

export const aclAccesses = ['read', 'write', 'readwrite', 'deny'] as const;
export type AclAccess = (typeof aclAccesses)[number];

/** Why the broker refuses a line, and with it the whole file. */
export type AclFault = 'invalid-word' | 'missing-name' | 'missing-topic' | 'invalid-access' | 'invalid-topic';

/** A line of an ACL file; `line` and `column` count from 1, the column is where the keyword, or what is wrong, stands. */
export type AclLine = { line: number; column: number; raw: string } & (
  | { kind: 'comment' | 'blank' }
  | { kind: 'user'; name: string }
  | { kind: 'topic' | 'pattern'; access: AclAccess; filter: string }
  | { kind: 'fault'; fault: AclFault }
);

/**
 * Reads an ACL file as the broker does (facts §5): `#` in column 1 is a comment, blanks separate (never tabs), the
 * topic is the rest of the line, and without an access word it is the whole of it, with read and write. Never throws.
 */
export function parseAcl(text: string): AclLine[] {
  return readableLines(text).map((whole, index) => {
    const raw = trimEndBlanks(whole.startsWith('\0') ? '' : whole);
    return { line: index + 1, raw, ...readLine(raw) };
  });
}

type Read = { column: number } & (
  | { kind: 'comment' | 'blank' }
  | { kind: 'user'; name: string }
  | { kind: 'topic' | 'pattern'; access: AclAccess; filter: string }
  | { kind: 'fault'; fault: AclFault }
);

function readLine(raw: string): Read {
  if (raw === '') return { kind: 'blank', column: 1 };
  if (raw.startsWith('#')) return { kind: 'comment', column: 1 };
  const [, blanks = '', keyword = '', gap = '', rest = ''] = /^( *)([^ ]*)( *)(.*)$/s.exec(raw) ?? [];
  const column = blanks.length + 1;
  if (keyword === 'user')
    return rest === '' ? fault('missing-name', column) : { kind: 'user', column, name: trimBlanks(rest) };
  if (keyword !== 'topic' && keyword !== 'pattern') return fault('invalid-word', column);
  if (rest === '') return fault('missing-topic', column);
  const at = column + keyword.length + gap.length;
  const [, word = '', inner = '', tail] = /^([^ ]+)(?:( +)(.*))?$/s.exec(rest) ?? [];
  if (tail === undefined)
    return isTopicFilter(word)
      ? { kind: keyword, column, access: 'readwrite', filter: word }
      : fault('invalid-topic', at);
  const access = aclAccesses.find((known) => known === word);
  if (access === undefined) return fault('invalid-access', at);
  const filter = trimBlanks(tail);
  return isTopicFilter(filter)
    ? { kind: keyword, column, access, filter }
    : fault('invalid-topic', at + word.length + inner.length);
}

function fault(kind: AclFault, column: number): Read {
  return { kind: 'fault', fault: kind, column };
}

export interface AclSection {
  user: string;
  rules: readonly { access: AclAccess; filter: string }[];
}

/**
 * Prints an ACL file that reads back as exactly these sections; the access word is always written, since a topic that
 * starts with `read ` would otherwise change its meaning. Throws TypeError for what could not be read back.
 */
export function printAcl(sections: readonly AclSection[]): string {
  return sections
    .map(({ user, rules }) => {
      if (!isOneLine(user)) throw new TypeError(`user ${JSON.stringify(user)} cannot stand in an ACL file`);
      let text = `user ${user}\n`;
      for (const { access, filter } of rules) {
        const isSafe = isOneLine(filter) && isTopicFilter(filter) && aclAccesses.includes(access);
        if (!isSafe) throw new TypeError(`topic ${JSON.stringify(filter)} cannot stand in an ACL file`);
        text += `topic ${access} ${filter}\n`;
      }
      return text;
    })
    .join('\n');
}

/** Nearly all names and topics; the general question costs ten times as much. */
const plain = /^[!-~]+$/;

function isOneLine(text: string): boolean {
  if (plain.test(text)) return true;
  return text !== '' && trimBlanks(text) === text && !/[\p{Cc}\p{Cs}]/u.test(text);
}
