import { type Message, msg } from '../i18n/messages.ts';
import { shown } from '../shown.ts';

/** Names that mqtt-setup keeps for itself start with this. */
export const reservedPrefix = 'mqtt-setup-';

/** Longest account name, in characters: far below what MQTT allows, so that reports stay readable. */
export const longestName = 64;

const plain = /^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/;
const allowed = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@-]{0,63}$/u;

const rules: readonly { broken(name: string): boolean; say(name: string): Message }[] = [
  { broken: (n) => n === '', say: () => msg('accounts.name.empty') },
  {
    broken: (n) => /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(n),
    say: (name) => msg('accounts.name.control', { name }),
  },
  { broken: (n) => /^\s|\s$/u.test(n), say: (name) => msg('accounts.name.blank', { name }) },
  {
    broken: (n) => /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(n),
    say: (name) => msg('accounts.name.invisible', { name }),
  },
  { broken: (n) => n.startsWith('#'), say: (name) => msg('accounts.name.comment', { name }) },
  { broken: (n) => n.startsWith('-'), say: (name) => msg('accounts.name.dash', { name }) },
  { broken: (n) => n.includes(':'), say: (name) => msg('accounts.name.colon', { name }) },
  { broken: (n) => n.includes('/'), say: (name) => msg('accounts.name.slash', { name }) },
  { broken: (n) => /[+#]/.test(n), say: (name) => msg('accounts.name.wildcard', { name }) },
  { broken: (n) => n !== n.normalize('NFC'), say: (name) => msg('accounts.name.nfc', { name }) },
  {
    broken: (n) => Array.from(n).length > longestName,
    say: (name) => msg('accounts.name.long', { name, max: longestName }),
  },
  { broken: isReserved, say: (name) => msg('accounts.name.reserved', { name, prefix: reservedPrefix }) },
  { broken: (n) => !allowed.test(n), say: (name) => msg('accounts.name.characters', { name }) },
];

/**
 * Why `name` cannot be an account's name; null where it can. Stricter than the broker on purpose: what it would trim,
 * take for a comment or refuse in patterns (facts §4, §5), and what people cannot tell apart, is refused here.
 */
export function nameProblem(name: string): Message | null {
  if (plain.test(name) && !isReserved(name)) return null;
  return rules.find((rule) => rule.broken(name))?.say(shown(name)) ?? null;
}

function isReserved(name: string): boolean {
  return name.toLowerCase().startsWith(reservedPrefix);
}
