import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  generatePassword,
  hashPassword,
  hashStrength,
  newSalt,
  verifyHash,
} from '../../../src/mosquitto/hash.ts';

/** From Python's hashlib.pbkdf2_hmac('sha512', b'p&<>"\'`=', bytes(range(12)), 101, 64). */
const known =
  '$7$101$AAECAwQFBgcICQoL$GZXqjJ1Yl89qensMO7XIVNOi3XNNdIQhjF9719IFiggJ3s4i4HdYq9tv6ii6dxPrDLhB76es9sWLmlSKPzn2rg==';

test('a hash that another implementation made', async () => {
  const salt = Uint8Array.from({ length: 12 }, (_, index) => index);
  expect(await hashPassword('p&<>"\'`=', salt, 101)).toBe(known);
  expect(await verifyHash('p&<>"\'`=', known)).toBe(true);
  expect(await verifyHash('p&<>"\'`', known)).toBe(false);
});

test('$6$', async () => {
  const six =
    '$6$AAECAwQFBgcICQoL$JqsxEv/ucyxjA5DKsQ+Y8CDWaQDNQI9FpAkmfwAqWfwZLk/JEGgM0EpylrJHAZKKyFQjJeZ3nFaHjPzOzPPmPw==';
  expect(await verifyHash('secret', six)).toBe(true);
  expect(await verifyHash('Secret', six)).toBe(false);
  expect(hashStrength(six)).toEqual({ kind: 'sha512', iterations: null, readByAll: true });
});

test('what is hashed is verified, anything else is not', async () => {
  const password = fc.string({ unit: 'grapheme' });
  await fc.assert(
    fc.asyncProperty(
      password,
      password,
      fc.integer({ min: 1, max: 50 }),
      async (right, wrong, iterations) => {
        const hash = await hashPassword(right, newSalt(), iterations);
        expect(await verifyHash(right, hash)).toBe(true);
        expect(await verifyHash(wrong, hash)).toBe(wrong === right);
        expect(hashStrength(hash)).toEqual({ kind: 'pbkdf2-sha512', iterations, readByAll: true });
      },
    ),
  );
});

const strange = [
  '',
  'plain',
  '$7$',
  '$7$0$AAAA$AAAA',
  '$7$101$AAA$AAAA',
  '$7$1$AAAA',
  '$7$-1$AAAA$AAAA',
  '$9$1$AAAA$AAAA',
  '$7$9999999999$AAAA$AAAA',
];
test.each(strange)('%j is no hash', async (hash) => {
  expect(await verifyHash('', hash)).toBe(false);
  expect(hashStrength(hash).kind).toBe('unknown');
});

test('kinds that not every broker reads', () => {
  expect(hashStrength('$argon2id$v=19$m=4096')).toEqual({
    kind: 'argon2id',
    iterations: null,
    readByAll: false,
  });
  expect(
    hashStrength(known.replace(/(\$101\$)[^$]+/, `$1${Buffer.alloc(64).toString('base64')}`)).readByAll,
  ).toBe(false);
});

test('a salt of another length is refused', async () => {
  await expect(hashPassword('x', new Uint8Array(16), 1)).rejects.toThrow(RangeError);
  expect(newSalt()).toHaveLength(12);
});

test('generated passwords: 24 of 58 characters, all about as often, none twice', () => {
  const passwords = Array.from({ length: 4000 }, () => generatePassword());
  expect(new Set(passwords).size).toBe(4000);
  expect(passwords.every((password) => /^[1-9A-HJ-NP-Za-km-z]{24}$/.test(password))).toBe(true);
  const counts = new Map<string, number>();
  for (const character of passwords.join('')) counts.set(character, (counts.get(character) ?? 0) + 1);
  expect(counts.size).toBe(58);
  // 96,000 draws: 1,655 each, standard deviation 40.
  expect(Math.min(...counts.values())).toBeGreaterThan(1655 - 280);
  expect(Math.max(...counts.values())).toBeLessThan(1655 + 280);
});
