import { type ConfLine, parseConf, trimBlanks } from './conf.ts';
import { type Document, type Edit, editDocument, lineRange, readDocument, refuseNul } from './document.ts';

export type ConfDocument = Document<ConfLine>;

/** Reads a mosquitto.conf for changing it. `file` is its name in what is found. */
export function readConf(bytes: Uint8Array, file: string): ConfDocument {
  return readDocument(bytes, (text) => parseConf(text, file));
}

/**
 * With a `#` in front of these lines, which makes them comments. Throws RangeError for a line that is not there, and
 * TypeError for one with a NUL byte.
 */
export function commentOutConfLines(document: ConfDocument, lines: readonly number[]): ConfDocument {
  const edits = [...new Set(lines)].map((line): Edit => {
    refuseNul(document, line);
    const { start } = lineRange(document, line);
    return { from: start, to: start, text: '#' };
  });
  return editDocument(document, edits);
}

/**
 * With another value behind the keyword of a line; the blanks before and behind the keyword stay. Throws RangeError
 * where no option stands in that line, and TypeError, which does not tell the value, where it would be read back
 * differently, and for a line with a NUL byte.
 */
export function setConfValue(document: ConfDocument, line: number, value: string): ConfDocument {
  const found = document.meanings.find((one) => one.line === line);
  if (found === undefined) throw new RangeError(`no option in line ${line}`);
  if (!isValue(value)) throw new TypeError(`no value for ${found.keyword} in line ${line}`);
  refuseNul(document, line);
  const { start, end } = lineRange(document, line);
  const content = document.bytes.toString('latin1', start, end);
  const head = /^ *[^ ]+ */.exec(content)?.[0] ?? '';
  const text = head.endsWith(' ') ? value : ` ${value}`;
  return editDocument(document, [{ from: start + head.length, to: end, text }]);
}

function isValue(value: string): boolean {
  return value !== '' && trimBlanks(value) === value && !/[\p{Cc}\p{Cs}]/u.test(value);
}
