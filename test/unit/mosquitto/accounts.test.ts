import { expect, test } from 'vitest';
import { readableAccounts } from '../../../src/mosquitto/accounts.ts';
import { hashStrength, isHashReadable } from '../../../src/mosquitto/hash.ts';
import { versionOf } from '../../helpers/lint.ts';

const salt = Buffer.alloc(12, 1).toString('base64');
const key = Buffer.alloc(64, 2).toString('base64');
const hash = `$7$101$${salt}$${key}`;

const files: [name: string, text: string, version: string, names: string[]][] = [
  ['accounts and junk', `# c\nalice:${hash}\nbob\ncarol:plain\n`, '2.0.21', ['alice']],
  ['an entry that 2.0 removes uncovers the one before', `a:${hash}\na:plain\n`, '2.0.21', ['a']],
  ['a NUL byte in a line, 2.0', `a:${hash}\n# \0\nb:${hash}\n`, '2.0.21', ['a']],
  ['a NUL byte in a line, 2.1', `a:${hash}\n# \0\nb:${hash}\n`, '2.1.2', ['a', 'b']],
  ['a NUL byte at the start of a line, 2.0.11', `a:${hash}\n\0\nb:${hash}\n`, '2.0.11', ['a']],
  ['a NUL byte at the start of a line, 2.0.21', `a:${hash}\n\0\nb:${hash}\n`, '2.0.21', ['a', 'b']],
];
test.each(files)('%s', (_name, text, version, names) => {
  expect([...readableAccounts(text, versionOf(version)).keys()]).toEqual(names);
});

/** Who can be let in by such a hash: 2.0.11, 2.0.21, 2.1.2. Asked of the brokers by the host test of the corpus. */
const hashes: [hash: string, readable: string][] = [
  [hash, 'yes yes yes'],
  [hash.replace('101', '0101'), 'yes yes yes'],
  [hash.replace('101', '+101'), 'yes yes yes'],
  [hash.replace('101', ' 101'), 'yes yes yes'],
  [hash.replace('101', '101x'), 'yes yes yes'],
  [hash.replace('101', '-1'), 'no no no'],
  [hash.replace('101', '0x65'), 'no no no'],
  [`${hash}$more`, 'yes yes yes'],
  [hash.replace('$101', () => '$$101'), 'yes yes yes'],
  [hash.slice(1), 'yes yes no'],
  [`${hash.slice(0, 40)} ${hash.slice(40)}`, 'no yes yes'],
  [hash.replace(/=+$/, ''), 'no no no'],
];
test.each(hashes)('%s', (one, readable) => {
  const answers = ['2.0.11', '2.0.21', '2.1.2'].map((version) =>
    isHashReadable(one, versionOf(version)) ? 'yes' : 'no',
  );
  expect(answers.join(' ')).toBe(readable);
  expect(hashStrength(one).readByAll).toBe(readable === 'yes yes yes');
});
