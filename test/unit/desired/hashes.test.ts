import { describe, expect, it } from 'vitest';
import { resolveHashes, type Secret } from '../../../src/desired/hashes.ts';
import { parseProbe, printProbe } from '../../../src/desired/probe.ts';
import { Hidden } from '../../../src/hidden.ts';
import { generatePassword, hashPassword, newSalt, verifyHash } from '../../../src/mosquitto/hash.ts';
import { usualPolicy } from '../../../src/spec/passwords.ts';

const secret = (password: string, generated = false): Secret => ({
  password: new Hidden(password),
  generated,
});
const resolve = (names: string[], stored: [string, string][], secrets: [string, Secret][]) =>
  resolveHashes(names, new Map(stored), new Map(secrets), usualPolicy);

describe('the hash of an account', () => {
  it('stays where no password is known, and where the known one is right', async () => {
    const old = await hashPassword('right', newSalt(), 20_000);
    expect(
      await resolve(
        ['a', 'b'],
        [
          ['a', old],
          ['b', old],
        ],
        [['b', secret('right')]],
      ),
    ).toEqual({
      hashes: new Map([
        ['a', old],
        ['b', old],
      ]),
      missing: [],
    });
  });

  it('is made anew for another password, with more iterations where a person chose it', async () => {
    const old = await hashPassword('wrong', newSalt(), 1000);
    const { hashes } = await resolve(
      ['a', 'b'],
      [['a', old]],
      [
        ['a', secret('chosen')],
        ['b', secret('made', true)],
      ],
    );
    expect(await verifyHash('chosen', hashes.get('a') ?? '')).toBe(true);
    expect(hashes.get('a')).toMatch(/^\$7\$20000\$/);
    expect(hashes.get('b')).toMatch(/^\$7\$1000\$/);
  });

  it.each(['plaintext', '$7$1000$c2FsdA==', '$7$1000$c2FsdA==$aGFz', '$argon2id$v=19$m=1$a$b'])(
    'is none where somebody wrote %s into the file',
    async (text) => {
      expect((await resolve(['a'], [['a', text]], [])).missing).toEqual(['a']);
      const { hashes } = await resolve(['a'], [['a', text]], [['a', secret('plaintext')]]);
      expect(await verifyHash('plaintext', hashes.get('a') ?? '')).toBe(true);
    },
  );

  it('is missing where there is neither, and accounts that are not asked for are left out', async () => {
    expect(await resolve(['a'], [['b', 'x']], [['c', secret('y')]])).toEqual({
      hashes: new Map(),
      missing: ['a'],
    });
  });
});

describe('the probe file', () => {
  it('reads back what it prints', () => {
    const password = generatePassword();
    expect(parseProbe(printProbe(password))).toBe(password);
  });

  it.each([
    '',
    'mqtt-setup-probe:\n',
    'other:AAAAAAAAAAAAAAAAAAAA\n',
    'mqtt-setup-probe:AAAAAAAAAAAAAAAAAAAA\nx\n',
    'mqtt-setup-probe:with blank in it 1\n',
  ])('%j is none of ours', (text) => {
    expect(parseProbe(text)).toBeNull();
  });
});
