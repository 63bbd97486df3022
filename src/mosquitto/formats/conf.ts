import { readableLines } from './lines.ts';

/** One line of a mosquitto.conf that says something. */
export interface ConfLine {
  file: string;
  /** Counted from 1. */
  line: number;
  /** Where the keyword starts, counted from 1. */
  column: number;
  keyword: string;
  /** Everything after the keyword, blanks at both ends taken away; '' where there is nothing. */
  value: string;
  /** The line as it stands, without its line break. */
  raw: string;
}

/**
 * Reads a configuration as the broker does (facts §6): a comment only in column 1, blanks (never tabs) before and after
 * the keyword, the rest of the line as the value, LF or CRLF, no quotes, escapes or continuation. It never throws: what
 * the broker would not know comes out as a line with that keyword. A NUL byte inside a line ends the file there, and
 * the line is lost with it; only where the file has no final newline is what stands before the NUL still read.
 */
export function parseConf(text: string, file: string): ConfLine[] {
  const found: ConfLine[] = [];
  for (const [index, whole] of readableLines(text).entries()) {
    const raw = trimReturns(whole);
    const parts = raw.startsWith('#') ? null : /^( *)([^ ]+)(?: (.*))?$/s.exec(raw);
    if (parts === null) continue;
    const [, blanks = '', keyword = '', rest = ''] = parts;
    found.push({ file, line: index + 1, column: blanks.length + 1, keyword, value: trimBlanks(rest), raw });
  }
  return found;
}

/** Everything after the keyword, without blanks at both ends: where words are read, a tab is a part of its word. */
export function confWords({ column, keyword, raw }: ConfLine): string {
  const rest = raw.slice(column - 1 + keyword.length);
  let end = rest.length;
  let start = 0;
  while (rest[start] === ' ') start += 1;
  while (end > start && rest[end - 1] === ' ') end -= 1;
  return rest.slice(start, end);
}

/** The first word of a value: all that counts for booleans, numbers, listeners and fixed words. */
export function firstWord(value: string): string {
  return value.split(' ', 1)[0] ?? '';
}

/** true, 1, false and 0 are all the broker knows; null for anything else, which is fatal to it. */
export function confBoolean(value: string): boolean | null {
  const word = firstWord(value);
  if (word === 'true' || word === '1') return true;
  return word === 'false' || word === '0' ? false : null;
}

/** A number as C's atoi reads it: its leading digits, 0 where there are none. */
export function confInteger(value: string): number {
  return Number(/^\s*[+-]?\d+/.exec(firstWord(value))?.[0] ?? 0);
}

/** C's isspace at both ends. */
export function trimBlanks(text: string): string {
  let start = 0;
  while (isBlank(text.charCodeAt(start))) start += 1;
  return trimEndBlanks(text.slice(start));
}

/** C's isspace at the end. By hand: a pattern would try every one of a million blanks in the middle of a line. */
export function trimEndBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

function trimReturns(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 0x0d) end -= 1;
  return text.slice(0, end);
}
