import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';

/** The first line of an encrypted backup; what follows is salt, nonce, tag and the encrypted bytes. */
const mark = Buffer.from('mqtt-setup backup, encrypted 1\n');

/** scrypt with 32 MiB, which a Raspberry Pi has; a third of a second on one. */
const cost = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const [saltBytes, nonceBytes, tagBytes] = [16, 12, 16];
const headBytes = saltBytes + nonceBytes + tagBytes;

export function isSealed(data: Buffer): boolean {
  return data.subarray(0, mark.length).equals(mark);
}

/** AES-256-GCM with a key made from the passphrase. */
export function seal(data: Buffer, passphrase: string): Buffer {
  const salt = randomBytes(saltBytes);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase, salt, 32, cost), nonce);
  cipher.setAAD(mark);
  const sealed = Buffer.concat([cipher.update(data), cipher.final()]);
  return Buffer.concat([mark, salt, nonce, cipher.getAuthTag(), sealed]);
}

/** Null where the passphrase is another one, or where a single bit is not as it was. */
export function unseal(data: Buffer, passphrase: string): Buffer | null {
  const rest = data.subarray(mark.length);
  const salt = rest.subarray(0, saltBytes);
  const nonce = rest.subarray(saltBytes, saltBytes + nonceBytes);
  const tag = rest.subarray(saltBytes + nonceBytes, headBytes);
  if (tag.length !== tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', scryptSync(passphrase, salt, 32, cost), nonce);
  decipher.setAAD(mark);
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(rest.subarray(headBytes)), decipher.final()]);
  } catch {
    return null;
  }
}
