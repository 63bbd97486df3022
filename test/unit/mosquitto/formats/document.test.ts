import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAcl } from '../../../../src/mosquitto/formats/acl.ts';
import { parseConf } from '../../../../src/mosquitto/formats/conf.ts';
import {
  appendLine,
  deleteLines,
  editDocument,
  insertLine,
  lineRange,
  printDocument,
  readDocument,
  replaceLine,
} from '../../../../src/mosquitto/formats/document.ts';
import { parsePasswd } from '../../../../src/mosquitto/formats/passwd.ts';

const parsers = [(text: string) => parseConf(text, 'f'), parseAcl, parsePasswd];

/** Bytes of any kind, and lines that are nearly right, with all that can go wrong in between. */
const part = fc.constantFrom(
  'user alice',
  'topic read a/#',
  'listener 1883',
  'alice:x',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '#',
  '\0',
  'é',
  '\ufeff',
);
const texts = fc.array(part, { maxLength: 30 }).map((parts) => Buffer.from(parts.join('')));
const hostile = fc.oneof(
  texts,
  fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  fc.tuple(texts, fc.uint8Array(), texts).map((all) => Buffer.concat(all)),
);
const line = fc.stringMatching(/^[a-zé#: $/+]{0,12}$/);
const plain = fc
  .tuple(fc.array(line), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, end, isEnded]) => Buffer.from(lines.join(end) + (isEnded ? end : '')));

const read = (bytes: Uint8Array) => readDocument(bytes, (text) => text.split('\n'));

/** The bytes of each line with its break. */
function linesOf(bytes: Buffer): string[] {
  const document = read(bytes);
  return document.starts.map((_, index) => {
    const { start, next } = lineRange(document, index + 1);
    return bytes.toString('latin1', start, next);
  });
}

describe('any bytes', () => {
  test('come back as they were', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(...parsers), (bytes, parse) => {
        const before = Buffer.from(bytes);
        expect(printDocument(readDocument<unknown>(bytes, parse)).equals(before)).toBe(true);
      }),
    );
  });

  test('are all in some line, and places are real', () => {
    fc.assert(
      fc.property(hostile, (bytes) => {
        const document = readDocument(bytes, (text) => parseConf(text, 'f'));
        expect(linesOf(bytes).join('')).toBe(bytes.toString('latin1'));
        for (const { line: number, column, keyword } of document.meanings) {
          const { start, end } = lineRange(document, number);
          expect(bytes.toString('utf8', start + column - 1, end).startsWith(keyword)).toBe(true);
        }
      }),
    );
  });

  test('which are no text are reported', () => {
    const bytes = Buffer.from('a\ncaf\u00e9\n\ufffd\n\u00ff', 'latin1');
    expect(read(bytes).notUtf8).toEqual([2, 3, 4]);
    expect(read(Buffer.from('é \ufffd\n')).notUtf8).toEqual([]);
  });
});

describe('an edit', () => {
  const at = fc.nat();

  test('of one line changes that line alone', () => {
    fc.assert(
      fc.property(hostile, at, line, (bytes, where, text) => {
        const before = linesOf(bytes);
        if (before.length === 0) return;
        const index = where % before.length;
        const after = printDocument(replaceLine(read(bytes), index + 1, text));
        const end = /\r?\n$/.exec(before[index] ?? '')?.[0] ?? '';
        const wanted = before.with(index, `${Buffer.from(text).toString('latin1')}${end}`);
        expect(after.toString('latin1')).toBe(wanted.join(''));
      }),
    );
  });

  test('takes away what is named, and nothing else', () => {
    fc.assert(
      fc.property(hostile, fc.array(at), (bytes, places) => {
        const before = linesOf(bytes);
        const gone = new Set(before.length === 0 ? [] : places.map((one) => one % before.length));
        const after = printDocument(
          deleteLines(
            read(bytes),
            [...gone].map((index) => index + 1),
          ),
        );
        expect(after.toString('latin1')).toBe(before.filter((_, index) => !gone.has(index)).join(''));
      }),
    );
  });

  test('puts a line between others, with their line break', () => {
    fc.assert(
      fc.property(plain, at, line, (bytes, where, text) => {
        const before = linesOf(bytes);
        const after = where % (before.length + 1);
        const result = printDocument(insertLine(read(bytes), after, text)).toString();
        const lines = bytes.toString().split(/\r?\n/);
        if (lines.at(-1) === '') lines.pop();
        const isOpenEnded = bytes.length > 0 && !bytes.toString().endsWith('\n') && after < before.length;
        const wanted = lines.toSpliced(after, 0, text);
        expect(result.split(/\r?\n/)).toEqual(isOpenEnded ? wanted : [...wanted, '']);
        const isCrlf = bytes.includes('\r\n');
        expect(result.replaceAll('\r\n', '').includes(isCrlf ? '\n' : '\r')).toBe(false);
      }),
    );
  });

  test('at the end never sticks to the last line', () => {
    expect(printDocument(appendLine(read(Buffer.from('a')), 'b')).toString()).toBe('a\nb\n');
    expect(printDocument(appendLine(read(Buffer.from('x\r\na')), 'b')).toString()).toBe('x\r\na\r\nb\r\n');
    expect(printDocument(appendLine(read(Buffer.from('')), 'b')).toString()).toBe('b\n');
    expect(printDocument(appendLine(read(Buffer.from('a\r\n')), 'b')).toString()).toBe('a\r\nb\r\n');
  });

  test('is read back as the edited model', () => {
    fc.assert(
      fc.property(plain, line, (bytes, text) => {
        const document = readDocument(bytes, parsePasswd);
        const edited = appendLine(document, text);
        expect(edited.meanings).toEqual([
          ...document.meanings,
          { ...parsePasswd(`${text}\n`)[0], line: document.starts.length + 1 },
        ]);
      }),
    );
  });

  test.each(['a\nb', 'a\rb', 'a\0', 'a\tb', '\ud800', '\u0085'])('%j is not one line', (text) => {
    const document = read(Buffer.from('x\n'));
    for (const edit of [
      () => replaceLine(document, 1, text),
      () => insertLine(document, 1, text),
      () => appendLine(document, text),
    ])
      expect(edit).toThrow(TypeError);
  });

  test('of what is not there is refused', () => {
    const document = read(Buffer.from('x\n'));
    for (const number of [0, 2, -1, 1.5])
      expect(() => replaceLine(document, number, 'y')).toThrow(RangeError);
    expect(() => deleteLines(document, [2])).toThrow(RangeError);
    expect(() => editDocument(document, [{ from: 1, to: 9, text: '' }])).toThrow(RangeError);
    const twice = { from: 0, to: 1, text: 'y' };
    expect(() => editDocument(document, [twice, twice])).toThrow(RangeError);
  });
});

describe('large files', () => {
  const big = 10 * 1024 * 1024;
  const files: [string, Buffer][] = [
    ['one line', Buffer.alloc(big, 'x')],
    ['blanks', Buffer.alloc(big, ' ')],
    ['colons', Buffer.alloc(big, ':')],
    ['NUL bytes', Buffer.alloc(big)],
    ['no UTF-8', Buffer.alloc(big, 0xff)],
    ['100,000 accounts', Buffer.from(`user:$7$1000$${'a'.repeat(120)}\n`.repeat(100_000))],
  ];
  // No limit of time: what is not linear here takes minutes.
  test.each(files)('%s', (_name, bytes) => {
    for (const parse of parsers) {
      const document = readDocument<unknown>(bytes, parse);
      expect(printDocument(appendLine(document, 'x')).length).toBeGreaterThan(bytes.length);
    }
  });
});
