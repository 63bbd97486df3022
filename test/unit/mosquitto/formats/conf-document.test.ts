import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  commentOutConfLines,
  readConf,
  setConfValue,
} from '../../../../src/mosquitto/formats/conf-document.ts';
import { deleteLines, printDocument } from '../../../../src/mosquitto/formats/document.ts';

const file = '# mine\r\nlistener 1883\r\n  allow_anonymous   true  \r\n\r\nnonsense = 1';
const conf = (text: string | Uint8Array) => readConf(Buffer.from(text), 'f');

test('a value is set, and the rest stays', () => {
  const edited = setConfValue(conf(file), 3, 'false');
  expect(printDocument(edited).toString()).toBe(file.replace('true  ', 'false'));
  expect(edited.meanings[1]).toMatchObject({ line: 3, keyword: 'allow_anonymous', value: 'false' });
  expect(printDocument(setConfValue(conf('port\n'), 1, '1883')).toString()).toBe('port 1883\n');
  expect(printDocument(setConfValue(conf('port  \r\n'), 1, '1883')).toString()).toBe('port  1883\r\n');
});

test('lines become comments, or go', () => {
  expect(printDocument(commentOutConfLines(conf(file), [3, 5, 3])).toString()).toBe(
    file.replace('  allow', '#  allow').replace('nonsense', '#nonsense'),
  );
  expect(printDocument(deleteLines(conf(file), [1, 4])).toString()).toBe(
    file.replace('# mine\r\n', '').replace('true  \r\n\r\n', 'true  \r\n'),
  );
});

test('what is no text stays as it is', () => {
  const bytes = Buffer.from('# caf\u00e9\nport 1\n\u00ff\n', 'latin1');
  const edited = printDocument(setConfValue(conf(bytes), 2, '2'));
  expect(edited.toString('latin1')).toBe('# caf\u00e9\nport 2\n\u00ff\n');
});

test.each(['', ' a', 'a ', 'a\nb', 'a\rb', 'a\tb', 'a\0', '\ud800'])('the value %j is refused', (value) => {
  expect(() => setConfValue(conf('bridge_password x\n'), 1, value)).toThrow(TypeError);
});

test('a refusal does not tell the value', () => {
  expect(() => setConfValue(conf('bridge_password x\n'), 1, 'geheim\n')).not.toThrow(/geheim/);
});

test('where nothing is said nothing is set', () => {
  for (const line of [1, 4, 9, 0]) expect(() => setConfValue(conf(file), line, 'x')).toThrow(RangeError);
  expect(() => commentOutConfLines(conf(file), [9])).toThrow(RangeError);
  // It would end the file for the broker, where now it is passed over.
  expect(() => commentOutConfLines(conf('\0\nport 1\n'), [1])).toThrow(TypeError);
  expect(() => setConfValue(conf('port 1\0\nport 2'), 1, '3')).toThrow(TypeError);
});

test('what is set is read back, and no other line changes', () => {
  const word = fc.stringMatching(/^[a-z#"é/.]([a-z #"é/.]{0,8}[a-z#"é/.])?$/);
  const line = fc.stringMatching(/^ {0,2}[a-z_]{1,6}( {0,2}[a-z #]{0,5})$/);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), fc.nat(), word, (lines, where, value) => {
      const before = conf(lines.join('\n'));
      const at = where % lines.length;
      const after = setConfValue(before, at + 1, value);
      const changed = before.meanings.map((one) =>
        one.line === at + 1 ? { ...one, value, raw: after.meanings[at]?.raw } : one,
      );
      expect(after.meanings).toEqual(changed);
      expect(printDocument(after).toString().split('\n').toSpliced(at, 1)).toEqual(lines.toSpliced(at, 1));
    }),
  );
});
