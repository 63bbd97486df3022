import { trimBlanks } from './conf.ts';
import {
  appendLine,
  type Document,
  deleteLines,
  editDocument,
  lineRange,
  readDocument,
  refuseNul,
} from './document.ts';
import { type PasswdLine, parsePasswd, printPasswd } from './passwd.ts';

export type PasswdDocument = Document<PasswdLine>;

/** Reads a password file for changing it. */
export function readPasswd(bytes: Uint8Array): PasswdDocument {
  return readDocument(bytes, parsePasswd);
}

/**
 * With this hash for this account: in its own line (of several the last, which is the one that counts), or else in a
 * new line at the end; every other line stays as it is. Throws TypeError, which tells no secret, for a name or a hash
 * that would be read back differently, and where no broker would come to read a new line.
 */
export function setAccount(document: PasswdDocument, name: string, hash: string): PasswdDocument {
  const text = printPasswd([{ name, hash }]).trimEnd();
  const line = linesOf(document, name).at(-1);
  if (line === undefined) {
    const added = appendLine(document, text);
    if (linesOf(added, name).length === 0)
      throw new TypeError(`account ${JSON.stringify(name)} would stand behind a NUL byte`);
    return added;
  }
  refuseNul(document, line);
  const { from, to } = fieldsOf(document, line);
  return editDocument(document, [{ from, to, text: hash }]);
}

/**
 * Without this account: all lines of that name go, every other one stays. The same document where there is none. Throws
 * TypeError for a line with a NUL byte.
 */
export function removeAccount(document: PasswdDocument, name: string): PasswdDocument {
  const lines = linesOf(document, name);
  for (const line of lines) refuseNul(document, line);
  return lines.length === 0 ? document : deleteLines(document, lines);
}

/** Where the account stands. Compared by bytes: two names that are no UTF-8 look the same as text. */
function linesOf(document: PasswdDocument, name: string): number[] {
  return document.meanings.flatMap((entry) => {
    if (entry.kind !== 'entry' || entry.name !== name) return [];
    const bytes = Buffer.from(name).toString('latin1');
    return fieldsOf(document, entry.line).name === bytes ? [entry.line] : [];
  });
}

/** The name in the bytes of a line that holds an account, and where its hash stands in the file. */
function fieldsOf(document: PasswdDocument, line: number): { name: string; from: number; to: number } {
  const { start, end } = lineRange(document, line);
  const content = document.bytes.toString('latin1', start, end);
  const [head = '', name = ''] = /^:*([^:]*):+/.exec(content) ?? [];
  const colon = content.indexOf(':', head.length);
  return {
    name: trimBlanks(name),
    from: start + head.length,
    to: colon === -1 ? end : start + colon,
  };
}
