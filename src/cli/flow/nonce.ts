import { randomBytes } from 'node:crypto';

/** A string nobody else can have sent: 16 random bytes in hexadecimal. */
export const nonce = (): string => randomBytes(16).toString('hex');
