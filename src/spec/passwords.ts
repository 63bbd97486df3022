import { type Message, msg } from '../i18n/messages.ts';

/** Bytes of UTF-8. */
const longest = 128;

/** Characters; a shorter one is accepted with a warning. */
const advised = 12;

/** The form in which a password is hashed: composed characters (NFC), as keyboards give them. */
export function normalisePassword(password: string): string {
  return password.normalize('NFC');
}

/**
 * Why `password` cannot be used; null where it can. Anything that prints is fine: blanks inside, quotes, `:`, `$`, any
 * script. The texts never repeat the password.
 */
export function passwordProblem(password: string): Message | null {
  if (password === '') return msg('accounts.password.empty');
  if (/\p{Cs}/u.test(password)) return msg('accounts.password.malformed');
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(password)) return msg('accounts.password.control');
  if (/^\s+$/u.test(password)) return msg('accounts.password.blank');
  const bytes = Buffer.byteLength(normalisePassword(password));
  return bytes > longest ? msg('accounts.password.long', { bytes, max: longest }) : null;
}

/** What is unwise about a password that may be used all the same; null where nothing is. */
export function passwordWarning(password: string): Message | null {
  const length = Array.from(normalisePassword(password)).length;
  return length < advised ? msg('accounts.password.short', { length, min: advised }) : null;
}
