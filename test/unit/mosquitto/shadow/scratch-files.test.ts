import { describe, expect, it } from 'vitest';
import { passwdHashes } from '../../../../src/mosquitto/formats/passwd.ts';
import { hashPassword, newSalt, verifyHash } from '../../../../src/mosquitto/hash.ts';
import { scratchAcl, scratchPasswords } from '../../../../src/mosquitto/shadow/scratch-files.ts';
import { ScratchKeys } from '../../../../src/mosquitto/shadow/scratch-keys.ts';
import { versionOf } from '../../../helpers/lint.ts';
import { keys, witness } from '../../../helpers/shadow-tree.ts';

const v20 = versionOf('2.0.11');

describe('a scratch password file', () => {
  it('has the same names with passwords that we know, and the witness', async () => {
    const hash = await hashPassword('their own', newSalt(), 1);
    const text = scratchPasswords(`alice:${hash}\nbob:${hash}:more\r\n`, v20, keys, witness);
    const hashes = passwdHashes(text);
    expect([...hashes.keys()]).toEqual(['alice', 'bob', witness.name]);
    expect(await verifyHash(keys.of(hash).password, hashes.get('alice') ?? '')).toBe(true);
    expect(await verifyHash('their own', hashes.get('alice') ?? '')).toBe(false);
    expect(await verifyHash(witness.password, hashes.get(witness.name) ?? '')).toBe(true);
    expect(text).not.toContain(hash);
  });

  it('keeps lines, repeated names and what cannot be read, and tells no secret', async () => {
    const hash = await hashPassword('x', newSalt(), 1);
    const original = `# alice is hunter2\n\nalice:hunter2\nalice:${hash}\n:hunter2\nno colon hunter2\ncarl:\n  dora :${hash}\n`;
    const lines = scratchPasswords(original, v20, keys, witness).split('\n');
    const { hash: own } = keys.of(hash);
    expect(lines.slice(0, 8)).toEqual([
      '#',
      '',
      'alice:x',
      `alice:${own}`,
      ':x',
      'x',
      'carl:',
      `  dora:${own}`,
    ]);
    expect(lines.join('\n')).not.toContain('hunter2');
  });

  it('makes unreadable what this version cannot read', () => {
    const long = `$7$1000$${Buffer.alloc(64).toString('base64')}$${Buffer.alloc(64).toString('base64')}`;
    expect(scratchPasswords(`a:${long}\n`, v20, keys, witness)).toMatch(/^a:x\n/);
    expect(scratchPasswords(`a:${long}\n`, versionOf('2.1.2'), keys, witness)).toMatch(/^a:\$7\$1\$/);
  });

  it('has other passwords in each run, the same for the same hash', () => {
    expect(keys.of('h').password).toBe(new ScratchKeys('secret of a test').of('h').password);
    expect(keys.of('h').password).not.toBe(keys.of('i').password);
    expect(keys.of('h').password).not.toBe(new ScratchKeys('another').of('h').password);
  });
});

describe('a scratch ACL file', () => {
  const own = [
    `user ${witness.name}`,
    'topic readwrite #',
    'topic readwrite $SYS/#',
    'topic readwrite $aws/#',
    '',
  ];

  it.each([
    ['', own],
    ['topic a', ['topic a', ...own]],
    ['user alice\r\ntopic a\r\n', ['user alice\r', 'topic a\r', ...own]],
    ['topic a\ntopic b\0c\ntopic d\n', ['topic a', ...own]],
    ['topic a\n\0\ntopic d\n', ['topic a', ...own]],
    ['topic a\ntopic b\0c', ['topic a', 'topic b', ...own]],
  ])('%j ends with the witness', (text, lines) => {
    expect(scratchAcl(text, true, witness).split('\n')).toEqual(lines);
  });
});
