import { type Message, msg } from '../i18n/messages.ts';
import { isCommon, plainForm } from './common-passwords.ts';
import { isShortGuess } from './guesses.ts';
import type { PasswordPolicy } from './types.ts';

/** Bytes of UTF-8. */
export const longestPassword = 128;

export const usualPolicy: PasswordPolicy = {
  min_length: 12,
  iterations: 20_000,
  generated_iterations: 1_000,
};

/** The form in which a password is hashed: composed characters (NFC), as keyboards give them; else byte for byte. */
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
  return bytes > longestPassword ? msg('accounts.password.long', { bytes, max: longestPassword }) : null;
}

/** What makes a password that a person chose for the account `name` easy to guess; null where nothing is known. */
export function passwordWeakness(
  password: string,
  name: string,
  { min_length }: Pick<PasswordPolicy, 'min_length'>,
): Message | null {
  const text = normalisePassword(password);
  const length = Array.from(text).length;
  if (length < min_length) return msg('accounts.password.short', { length, min: min_length });
  const plain = plainForm(text);
  if (isCommon(text)) return msg('accounts.password.common');
  if (isRepeated(plain) || isShortGuess(plain)) return msg('accounts.password.pattern');
  const own = plainForm(name);
  const isOwn = own.length >= 3 && plain.includes(own) && isShortGuess(plain.replaceAll(own, ''));
  return isOwn ? msg('accounts.password.name') : null;
}

/** `abcabcabcabc`: one thing over and over. */
function isRepeated(text: string): boolean {
  const at = `${text}${text}`.indexOf(text, 1);
  return at < text.length && (at <= 8 || text.length / at >= 3);
}
