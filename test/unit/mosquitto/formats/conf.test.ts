import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { confBoolean, confInteger, confWords, parseConf } from '../../../../src/mosquitto/formats/conf.ts';

const cases: [name: string, text: string, lines: string[]][] = [
  ['nothing', '', []],
  ['comments and blank lines', '# c\n\n   \n#x y\n', []],
  ['a line', 'listener 1883 127.0.0.1\n', ['1:1 [listener] [1883 127.0.0.1]']],
  ['blanks', '  port   1883  \n', ['1:3 [port] [1883]']],
  ['CRLF', 'a b\r\n\r\nc\r\n', ['1:1 [a] [b]', '3:1 [c] []']],
  ['an indented comment is none', ' # c\n', ['1:2 [#] [c]']],
  ['tabs do not separate', 'a\tb\n\t\n', ['1:1 [a\tb] []', '2:1 [\t] []']],
  ['no comment behind a value', 'password_file /x # y "z"\n', ['1:1 [password_file] [/x # y "z"]']],
  ['a byte order mark belongs to the word', '\uFEFFport 1\n', ['1:1 [\uFEFFport] [1]']],
  ['no final newline', 'a', ['1:1 [a] []']],
  ['a NUL ends the file, and its line is lost', 'x\na b\0c\nd e\n', ['1:1 [x] []']],
  ['without a final newline its line is read up to it', 'a b\0c\nd e', ['1:1 [a] [b]']],
];
test.each(cases)('%s', (_name, text, lines) => {
  const found = parseConf(text, 'f');
  expect(found.map((l) => `${l.line}:${l.column} [${l.keyword}] [${l.value}]`)).toEqual(lines);
});

test('it never throws, and places are real', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(' ', '\n', '\r', '\t', '#', 'a', '\0', 'é') }), (text) => {
      const lines = text.split('\n');
      for (const { line, column, keyword } of parseConf(text, 'f')) {
        expect(lines[line - 1]?.slice(column - 1).startsWith(keyword)).toBe(true);
      }
    }),
  );
});

test('where words are read, a tab is a part of its word', () => {
  const [line] = parseConf('  allow_anonymous   true\t  \r\n', 'f');
  expect(line).toMatchObject({ value: 'true' });
  expect(line && confWords(line)).toBe('true\t');
});

test('words', () => {
  expect([
    confBoolean('true x'),
    confBoolean('1'),
    confBoolean('false'),
    confBoolean('0'),
    confBoolean('True'),
    confBoolean(''),
  ]).toEqual([true, true, false, false, null, null]);
  expect(['10abc', 'abc', '-1', '', '5 6'].map(confInteger)).toEqual([10, 0, -1, 0, 5]);
});
