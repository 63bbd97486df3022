/** A field of a CSV file: its value without quotes, and where it starts, counted from 1. */
export interface CsvField {
  text: string;
  line: number;
  column: number;
}

/** What is wrong with a file as CSV: a quote that nobody closes, or text behind one that is closed. */
export interface CsvFault {
  fault: 'open' | 'behind';
  line: number;
  column: number;
}

export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/** The delimiter of a header line: the first of these that stands in it outside of quotes; a comma where none does. */
export function delimiterOf(header: string): Delimiter {
  const plain = header.replace(/"[^"]*"/g, '');
  const found = delimiters
    .map((delimiter) => ({ delimiter, at: plain.indexOf(delimiter) }))
    .filter(({ at }) => at !== -1);
  return found.toSorted((a, b) => a.at - b.at)[0]?.delimiter ?? ',';
}

/**
 * The records of a CSV text (RFC 4180; LF, CRLF and CR end a line), one at a time. Lines without any text are skipped.
 * A fault ends the file: what follows an open quote is anybody's guess.
 */
export function* csvRecords(text: string, delimiter: Delimiter): Generator<CsvField[] | CsvFault> {
  let at = 0;
  let line = 1;
  let lineStart = 0;
  /** Line breaks inside quotes count too. */
  const pass = (from: number, to: number): void => {
    for (let i = from; i < to; i += 1) {
      const isBreak = text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n');
      if (!isBreak) continue;
      line += 1;
      lineStart = i + 1;
    }
  };
  while (at < text.length) {
    const fields: CsvField[] = [];
    for (;;) {
      const start = { line, column: at - lineStart + 1 };
      const read = text[at] === '"' ? quoted(text, at) : plain(text, at, delimiter);
      if (read === null) {
        yield { fault: 'open', ...start };
        return;
      }
      pass(at, read.end);
      at = read.end;
      fields.push({ text: read.value, ...start });
      const next = text[at];
      if (next === delimiter) {
        at += 1;
        continue;
      }
      if (next !== undefined && next !== '\n' && next !== '\r') {
        yield { fault: 'behind', line, column: at - lineStart + 1 };
        return;
      }
      const end = at + (next === '\r' && text[at + 1] === '\n' ? 2 : 1);
      pass(at, Math.min(end, text.length));
      at = end;
      break;
    }
    if (fields.some((field) => field.text.trim() !== '')) yield fields;
  }
}

interface Read {
  value: string;
  /** Behind the field. */
  end: number;
}

/** Null where the quote is never closed. */
function quoted(text: string, at: number): Read | null {
  let value = '';
  for (let from = at + 1; ; ) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return null;
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}

function plain(text: string, at: number, delimiter: Delimiter): Read {
  let end = at;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(at, end), end };
}

/** One record as a line of CSV, with quotes only where they are needed. */
export function printCsv(fields: readonly string[]): string {
  return `${fields.map((field) => (/[",;\t\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\n`;
}
