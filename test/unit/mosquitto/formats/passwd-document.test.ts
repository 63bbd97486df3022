import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineRange, printDocument } from '../../../../src/mosquitto/formats/document.ts';
import { passwdHashes } from '../../../../src/mosquitto/formats/passwd.ts';
import { readPasswd, removeAccount, setAccount } from '../../../../src/mosquitto/formats/passwd-document.ts';

const hash = '$7$101$AAECAwQFBgcICQoL$AAAA';
const other = '$7$101$AAECAwQFBgcICQoL$BBBB';
const file = `# users\r\n\r\nalice:${hash}\r\n bob : x : of the office\r\nnonsense\r\ncarol:${hash}`;
const passwd = (text: string | Uint8Array) => readPasswd(Buffer.from(text));
const print = (document: ReturnType<typeof passwd>) => printDocument(document).toString();

function textOf(document: ReturnType<typeof passwd>, line: number): string {
  const { start, end } = lineRange(document, line);
  return document.bytes.toString('utf8', start, end);
}

test('an account is set in its line, added at the end, taken away', () => {
  expect(print(setAccount(passwd(file), 'alice', other))).toBe(file.replace(hash, other));
  expect(print(setAccount(passwd(file), 'bob', other))).toBe(file.replace(' x ', other));
  expect(print(setAccount(passwd(file), 'dave', other))).toBe(`${file}\r\ndave:${other}\r\n`);
  expect(print(setAccount(passwd(''), 'dave', other))).toBe(`dave:${other}\n`);
  expect(print(removeAccount(passwd(file), 'bob'))).toBe(file.replace(' bob : x : of the office\r\n', ''));
  expect(print(removeAccount(passwd(file), 'carol'))).toBe(file.slice(0, file.indexOf('carol')));
  expect(print(removeAccount(passwd(file), 'nobody'))).toBe(file);
});

test('of a name that is there twice the last one counts, and all go', () => {
  const twice = `a:${hash}\nb:${hash}\na:${hash}\n`;
  expect(print(setAccount(passwd(twice), 'a', other))).toBe(`a:${hash}\nb:${hash}\na:${other}\n`);
  expect(print(removeAccount(passwd(twice), 'a'))).toBe(`b:${hash}\n`);
});

test('colons in front and in a row are not taken for the hash', () => {
  const edited = setAccount(passwd(`::a::${hash}:x\n`), 'a', other);
  expect(passwdHashes(print(edited))).toEqual(new Map([['a', other]]));
});

test('a name is not another one that only looks like it', () => {
  const bytes = Buffer.from(`caf\u00e9:${hash}\n`, 'latin1');
  expect(printDocument(removeAccount(passwd(bytes), 'caf\ufffd')).equals(bytes)).toBe(true);
  expect(
    printDocument(setAccount(passwd(bytes), 'café', other))
      .subarray(0, bytes.length)
      .equals(bytes),
  ).toBe(true);
});

test.each([
  ['', hash],
  ['a:b', hash],
  ['#a', hash],
  ['a\nb', hash],
  ['a', `${hash}\nroot:x`],
  ['a', 'plain'],
])('%j is refused', (name, secret) => {
  expect(() => setAccount(passwd(file), name, secret)).toThrow(TypeError);
  expect(() => setAccount(passwd(file), name, secret)).not.toThrow(hash);
});

test('nothing is added where the broker would not come to read it', () => {
  expect(() => setAccount(passwd(`a:${hash}\n# \0\n`), 'b', hash)).toThrow(TypeError);
});

test('a line with a NUL byte is not touched: what follows would come to light', () => {
  const text = `a:${hash}\0\nb:${hash}`;
  expect(() => setAccount(passwd(text), 'a', other)).toThrow(TypeError);
  expect(() => removeAccount(passwd(text), 'a')).toThrow(TypeError);
});

test('every other line stays, whatever it is', () => {
  const name = fc.constantFrom('alice', 'bob', 'é', 'a b');
  const line = fc.oneof(
    fc.tuple(name, fc.constantFrom(hash, other, 'x', '')).map(([one, secret]) => `${one}:${secret}`),
    fc.stringMatching(/^[a-z #:$é]{0,10}$/),
  );
  const ends = fc.constantFrom('\n', '\r\n');
  fc.assert(
    fc.property(fc.array(line), ends, fc.boolean(), name, (lines, end, isEnded, who) => {
      const text = lines.join(end) + (isEnded && lines.length > 0 ? end : '');
      const before = passwd(text);
      const set = print(setAccount(before, who, other));
      expect(passwdHashes(set)).toEqual(new Map([...passwdHashes(text), [who, other]]));
      const without = removeAccount(before, who);
      const left = new Map(passwdHashes(text));
      left.delete(who);
      expect(passwdHashes(print(without))).toEqual(left);
      const mine = new Set(
        before.meanings.flatMap((one) => (one.kind === 'entry' && one.name === who ? [one.line] : [])),
      );
      const others = (document: typeof before, count: number): string[] =>
        document.starts.slice(0, count).flatMap((_, index) => {
          return mine.has(index + 1) ? [] : [textOf(document, index + 1)];
        });
      const rest = others(before, before.starts.length);
      expect(others(setAccount(before, who, other), before.starts.length)).toEqual(rest);
      expect(without.starts.map((_, index) => textOf(without, index + 1))).toEqual(rest);
    }),
  );
});
