/** Where a line stands in its file, in bytes: `end` is before its line break, `next` behind it. */
export interface LineRange {
  /** Counted from 1. */
  line: number;
  start: number;
  end: number;
  next: number;
}

/**
 * A file as it stands, byte for byte, with what its lines say. Whatever the parser does not know, comments, blank
 * lines, CRLF, bytes that are no text, is only in the bytes, and so nothing gets lost.
 */
export interface Document<Meaning> {
  readonly bytes: Buffer;
  /** Where each line starts, in bytes. A file that ends with a line break has no empty line behind it. */
  readonly starts: readonly number[];
  /** What the broker reads; each with its line and column. */
  readonly meanings: readonly Meaning[];
  /** Lines that are not UTF-8, the first thousand. */
  readonly notUtf8: readonly number[];
  readonly parse: (text: string) => readonly Meaning[];
}

/** A change of the bytes from `from` to before `to`. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

const newline = 0x0a;
const carriageReturn = 0x0d;
const mostReported = 1000;

/** Never throws, whatever the bytes are. `parse` is one of the line parsers, on the text. Linear in time and memory. */
export function readDocument<Meaning>(
  bytes: Uint8Array,
  parse: (text: string) => readonly Meaning[],
): Document<Meaning> {
  const own = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = own.toString('utf8');
  const starts = own.length === 0 ? [] : [0];
  for (let at = own.indexOf(newline); at !== -1 && at + 1 < own.length; at = own.indexOf(newline, at + 1))
    starts.push(at + 1);
  return { bytes: own, starts, meanings: parse(text), notUtf8: linesNotUtf8(own, text), parse };
}

/** The bytes of the file: of a document that was only read, those that it was read from. */
export function printDocument({ bytes }: Document<unknown>): Buffer {
  return bytes;
}

/** Throws RangeError for a line that is not there. */
export function lineRange({ bytes, starts }: Document<unknown>, line: number): LineRange {
  const start = starts[line - 1];
  if (start === undefined) throw new RangeError(`no line ${line}`);
  const next = starts[line] ?? bytes.length;
  let end = next;
  if (bytes[end - 1] === newline) end -= bytes[end - 2] === carriageReturn && end - 2 >= start ? 2 : 1;
  return { line, start, end, next };
}

/** Throws TypeError for a line with a NUL byte: without it, or in front of it, the broker would read other lines than now. */
export function refuseNul(document: Document<unknown>, line: number): void {
  const { start, end } = lineRange(document, line);
  if (document.bytes.subarray(start, end).includes(0)) throw new TypeError(`line ${line} has a NUL byte`);
}

/** The document with other bytes in some places. Throws RangeError where two edits overlap or none could be made. */
export function editDocument<Meaning>(
  { bytes, parse }: Document<Meaning>,
  edits: readonly Edit[],
): Document<Meaning> {
  const parts: Buffer[] = [];
  let at = 0;
  for (const { from, to, text } of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < at || to < from || to > bytes.length) throw new RangeError(`no edit at ${from}`);
    parts.push(bytes.subarray(at, from), Buffer.from(text));
    at = to;
  }
  return readDocument(Buffer.concat([...parts, bytes.subarray(at)]), parse);
}

/** Other text in one line, whose line break stays. Throws TypeError for a text that is not one line. */
export function replaceLine<Meaning>(
  document: Document<Meaning>,
  line: number,
  text: string,
): Document<Meaning> {
  const { start, end } = lineRange(document, line);
  return editDocument(document, [{ from: start, to: end, text: oneLine(text) }]);
}

/** Without these lines. */
export function deleteLines<Meaning>(
  document: Document<Meaning>,
  lines: readonly number[],
): Document<Meaning> {
  const edits = [...new Set(lines)].map((line) => {
    const { start, next } = lineRange(document, line);
    return { from: start, to: next, text: '' };
  });
  return editDocument(document, edits);
}

/**
 * One more line behind line `after` (0: before the first), with the line break of its neighbourhood. A last line
 * without a line break gets one first. Throws TypeError for a text that is not one line.
 */
export function insertLine<Meaning>(
  document: Document<Meaning>,
  after: number,
  text: string,
): Document<Meaning> {
  const own = oneLine(text);
  const end = breakNear(document, after);
  if (after === 0) return editDocument(document, [{ from: 0, to: 0, text: `${own}${end}` }]);
  const range = lineRange(document, after);
  const missing = range.end === range.next ? end : '';
  return editDocument(document, [{ from: range.next, to: range.next, text: `${missing}${own}${end}` }]);
}

/** One more line at the end. */
export function appendLine<Meaning>(document: Document<Meaning>, text: string): Document<Meaning> {
  return insertLine(document, document.starts.length, text);
}

/** The line break of this line, or of the one before it where it has none; of the first line for 0. */
function breakNear(document: Document<unknown>, line: number): string {
  for (const one of [Math.max(line, 1), line - 1]) {
    if (one < 1 || one > document.starts.length) continue;
    const { end, next } = lineRange(document, one);
    if (end < next) return document.bytes.toString('latin1', end, next);
  }
  return '\n';
}

/** Line breaks would add lines, other control characters are refused or cut off; lone surrogates are no UTF-8. */
function oneLine(text: string): string {
  if (/[\p{Cc}\p{Cs}]/u.test(text)) throw new TypeError('a line with a character that cannot stand in it');
  return text;
}

/** Lines that are not UTF-8, counted from 1: the first thousand. `text` are the same bytes, decoded. */
export function linesNotUtf8(bytes: Buffer, text: string): number[] {
  if (!text.includes('\ufffd')) return [];
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const bad: number[] = [];
  let start = 0;
  for (let line = 1; start <= bytes.length && bad.length < mostReported; line += 1) {
    const end = bytes.indexOf(newline, start);
    const content = bytes.subarray(start, end === -1 ? bytes.length : end);
    try {
      decoder.decode(content);
    } catch {
      bad.push(line);
    }
    if (end === -1) break;
    start = end + 1;
  }
  return bad;
}
