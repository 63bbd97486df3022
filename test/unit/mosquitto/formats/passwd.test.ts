import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePasswd, passwdHashes, printPasswd } from '../../../../src/mosquitto/formats/passwd.ts';

const hash = '$7$101$AAECAwQFBgcICQoL$AAAA';

test('T23 what a password file may hold', () => {
  const text = `# c\n\nalice:${hash}\r\n bob : x : y\njunk\n:h\ncarol:\nalice:last`;
  expect(parsePasswd(text)).toEqual([
    { kind: 'comment', line: 1, text: '# c' },
    { kind: 'blank', line: 2, text: '' },
    { kind: 'entry', line: 3, name: 'alice', hash },
    { kind: 'entry', line: 4, name: 'bob', hash: 'x' },
    { kind: 'junk', line: 5 },
    { kind: 'junk', line: 6 },
    { kind: 'junk', line: 7 },
    { kind: 'entry', line: 8, name: 'alice', hash: 'last' },
  ]);
  expect(passwdHashes(text)).toEqual(
    new Map([
      ['alice', 'last'],
      ['bob', 'x'],
    ]),
  );
});

test('colons in a row are one, and none in front', () => {
  expect(parsePasswd('alice::x\n::bob:y\n:z\nal\0ice:x\ncarol:x\n')).toEqual([
    { kind: 'entry', line: 1, name: 'alice', hash: 'x' },
    { kind: 'entry', line: 2, name: 'bob', hash: 'y' },
    { kind: 'junk', line: 3 },
  ]);
});

test('what is printed reads back', () => {
  const name = fc.oneof(
    fc.stringMatching(/^[a-z][a-z. ]{0,5}[a-z]$/),
    fc.constantFrom('__proto__', 'constructor', 'é', '"q"', '-D'),
  );
  fc.assert(
    fc.property(fc.uniqueArray(name), (names) => {
      const entries = names.map((one) => ({ name: one, hash }));
      const text = printPasswd(entries);
      expect(parsePasswd(text)).toEqual(
        entries.map((entry, index) => ({ kind: 'entry', line: index + 1, ...entry })),
      );
    }),
  );
});

const unsafe: [name: string, hash: string][] = [
  ['', hash],
  ['#a', hash],
  ['a:b', hash],
  ['a\nb', hash],
  [' a', hash],
  ['a', 'plain'],
  ['a', ''],
  ['a', `${hash}\nevil:${hash}`],
  ['a', '$7$1$AA&#x3D;$AA'],
];
test.each(unsafe)('%j is not printed', (name, secret) => {
  expect(() => printPasswd([{ name, hash: secret }])).toThrow(TypeError);
  expect(() => printPasswd([{ name, hash: secret }])).not.toThrow(hash);
});

test('no name twice', () => {
  expect(() =>
    printPasswd([
      { name: 'a', hash },
      { name: 'a', hash },
    ]),
  ).toThrow(TypeError);
});
