import { createHash, pbkdf2, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { blanksInHashes, isAtLeast, type Version, version21 } from './version.ts';

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
  const parts = ['', '7', String(iterations), Buffer.from(salt).toString('base64'), key.toString('base64')];
  // One string, not a tree of them: a hundred thousand are kept.
  return parts.join('$');
}

/** Milliseconds that one check of a password with so many rounds takes here, on one thread, as the broker does it. */
export function timeHash(iterations: number): number {
  const started = performance.now();
  pbkdf2Sync('a password to measure with', newSalt(), iterations, keyBytes, 'sha512');
  return performance.now() - started;
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
    readByAll:
      parts.salt.length === saltBytes &&
      parts.key.length === keyBytes &&
      hash.startsWith('$') &&
      !parts.hasBlanks,
  };
}

/** What we write, and `mosquitto_passwd` of 2.0: every version reads it. */
const plain = /^\$7\$[1-9]\d{0,8}\$[A-Za-z0-9+/]{16}\$[A-Za-z0-9+/]{86}==$/;

/** Can this version of the broker, as Debian builds it, log anybody in with `hash` (facts §4)? */
export function isHashReadable(hash: string, version: Version): boolean {
  if (plain.test(hash)) return true;
  const parts = parseHash(hash);
  if (parts === null || parts.key.length !== keyBytes) return false;
  if (!hash.startsWith('$') && isAtLeast(version, version21)) return false;
  if (parts.hasBlanks && !isAtLeast(version, blanksInHashes)) return false;
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
  hasBlanks: boolean;
}

/** As the broker's strtok and atoi read it: `$` in a row count as one, what stands behind the key does not matter. */
function parseHash(hash: string): HashParts | null {
  const fields = hash.split('$', 16).filter((field) => field !== '');
  const isPlain = fields[0] === '6';
  if (!isPlain && fields[0] !== '7') return null;
  const encoded = fields.slice(isPlain ? 1 : 2, isPlain ? 3 : 4);
  const [salt, key] = encoded.map((field) => decode(field.replaceAll(' ', '')));
  if (!salt || !key) return null;
  const hasBlanks = encoded.some((field) => field.includes(' '));
  if (isPlain) return { iterations: null, salt, key, hasBlanks };
  const rounds = /^\s*\+?(\d+)/.exec(fields[1] ?? '')?.[1] ?? '';
  const iterations = rounds.length > 9 ? 0 : Number(rounds);
  return iterations === 0 ? null : { iterations, salt, key, hasBlanks };
}

/** Padded base64; null for anything else, which the broker does not read either. */
function decode(text: string): Buffer | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  return Buffer.from(text, 'base64');
}
