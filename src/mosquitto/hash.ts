import { createHash, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { isAtLeast, type Version, version21 } from './version.ts';

/** PBKDF2 rounds for a password that a person chose: about 10 ms of the broker's one thread at each login. */
export const iterationsChosen = 20_000;

/** Rounds for a password that we generated: its 140 bits need no slowing down. */
export const iterationsGenerated = 1_000;

/** Bytes: the only length that every version reads (facts §4). */
const saltBytes = 12;
const keyBytes = 64;

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const generatedLength = 24;

const derive = promisify(pbkdf2);

export function newSalt(): Uint8Array {
  return randomBytes(saltBytes);
}

/**
 * The password as mosquitto's `$7$` (PBKDF2-HMAC-SHA512): `salt` is 12 bytes, `iterations` at least 1. The password's
 * UTF-8 bytes are hashed as they are; bring it to NFC first. Throws RangeError for another salt length.
 */
export async function hashPassword(password: string, salt: Uint8Array, iterations: number): Promise<string> {
  if (salt.length !== saltBytes) throw new RangeError(`salt of ${salt.length} bytes`);
  const key = await derive(password, salt, iterations, keyBytes, 'sha512');
  return `$7$${iterations}$${Buffer.from(salt).toString('base64')}$${key.toString('base64')}`;
}

/** Is `hash` (`$7$` or `$6$`) that of `password`? False for any other hash. */
export async function verifyHash(password: string, hash: string): Promise<boolean> {
  const parts = parseHash(hash);
  if (parts === null) return false;
  const { salt, key, iterations } = parts;
  const own =
    iterations === null
      ? createHash('sha512').update(password).update(salt).digest()
      : await derive(password, salt, iterations, key.length, 'sha512');
  return own.length === key.length && timingSafeEqual(own, key);
}

/** What a hash is worth: its kind, its rounds, and whether every version of the broker reads it. */
export interface HashStrength {
  kind: 'pbkdf2-sha512' | 'sha512' | 'argon2id' | 'unknown';
  /** Null where the kind has none. */
  iterations: number | null;
  /** 2.0 drops an account whose salt is not 12 bytes long; no Debian build reads argon2id. */
  readByAll: boolean;
}

export function hashStrength(hash: string): HashStrength {
  const parts = parseHash(hash);
  if (parts === null)
    return {
      kind: hash.startsWith('$argon2id$') ? 'argon2id' : 'unknown',
      iterations: null,
      readByAll: false,
    };
  const kind = parts.iterations === null ? 'sha512' : 'pbkdf2-sha512';
  return {
    kind,
    iterations: parts.iterations,
    readByAll: parts.salt.length === saltBytes && parts.key.length === keyBytes,
  };
}

/** Can this version of the broker, as Debian builds it, log anybody in with `hash` (facts §4)? */
export function isHashReadable(hash: string, version: Version): boolean {
  const parts = parseHash(hash);
  if (parts === null || parts.key.length !== keyBytes) return false;
  return parts.salt.length === saltBytes || (isAtLeast(version, version21) && parts.salt.length === 64);
}

/** 24 characters of base58 (140 bits), every one equally likely. */
export function generatePassword(): string {
  let password = '';
  while (password.length < generatedLength) {
    for (const byte of randomBytes(generatedLength)) {
      // 232 is the largest multiple of 58 in a byte: what is above would favour the first letters.
      if (byte < 232 && password.length < generatedLength) password += base58.charAt(byte % base58.length);
    }
  }
  return password;
}

interface HashParts {
  iterations: number | null;
  salt: Buffer;
  key: Buffer;
}

function parseHash(hash: string): HashParts | null {
  const found = /^\$(?:6|7\$([1-9]\d{0,8}))\$([^$]+)\$([^$]+)$/.exec(hash);
  const salt = decode(found?.[2]);
  const key = decode(found?.[3]);
  if (found === null || salt === null || key === null) return null;
  return { iterations: found[1] === undefined ? null : Number(found[1]), salt, key };
}

/** Padded base64; null for anything else, which the broker does not read either. */
function decode(text: string | undefined): Buffer | null {
  if (text === undefined || text === '' || text.length % 4 !== 0) return null;
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}
