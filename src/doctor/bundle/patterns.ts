import { named } from './named.ts';
import { partsOf } from './places.ts';
import type { Span, TextKind } from './types.ts';

/** Secrets that are known by what they look like, or by the word before them. Quantifiers are bounded: texts are hostile. */
export function byLook(kind: TextKind, text: string): Span[] {
  return [...shapes.flatMap((shape) => matches(shape, text)), ...(kind === 'ours' ? [] : named(text))];
}

interface Shape {
  says: RegExp;
  /** Other forms of what was found. */
  aliases?: (value: string) => string[];
}

/** The group `s` is the secret; without one the whole match is. */
const shapes: readonly Shape[] = [
  // To its end, or as far as there is something that belongs to a key.
  {
    says: /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----(?<s>[^-]{1,20000}(?=-----END)|(?:[\s\\rn]|[A-Za-z0-9+/=]|Proc-Type:.*|DEK-Info:.*)+)/dg,
    aliases: (body) => body.split(/\\[rn]|\s/).filter((line) => line.length >= 16),
  },
  // A password may hold an @ and a slash by mistake: the last @ before a blank counts.
  { says: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/]{0,256}:(?<s>\S{1,4096})@/dgi, aliases: decoded },
  // crypt, bcrypt, argon2, mosquitto's own; PBKDF2$…$salt$hash; pbkdf2:sha256:1000$salt$hash; {SSHA}…
  {
    says: /\$(?:\d|2[abxy]|argon2(?:id|i|d)|scrypt|pbkdf2[\w-]{0,20}|g?y|sha\d{1,3}|apr1|md5)\$[A-Za-z0-9+/=.,$_-]{8,}/dgi,
    aliases: partsOf,
  },
  { says: /\bPBKDF2\$\w{1,20}\$\d{1,10}\$[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+/dgi, aliases: partsOf },
  {
    says: /\b(?:pbkdf2|scrypt|sha\d{1,3})(?::\w{1,20}){0,4}\$[^\s$]{1,256}\$[A-Za-z0-9+/=]{16,}/dgi,
    aliases: partsOf,
  },
  { says: /\{(?:S?SHA\d{0,3}|S?MD5|CRYPT|PBKDF2[\w-]{0,20})\}[^\s"']{8,}/dgi },
  {
    says: /\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/dg,
    aliases: (value) =>
      value
        .split('.')
        .slice(1)
        .filter((part) => part.length >= 16),
  },
  { says: /\b(?:bearer|basic)[ \t]+(?<s>[A-Za-z0-9+/=._~-]{12,})/dgi },
  {
    says: /\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}|AKIA[A-Z0-9]{16}|sk-[\w-]{20,}|hvs\.[\w-]{20,})/dg,
  },
  // An option of mosquitto.conf in another text: a log, `extra` of a broker.yaml. A path is none.
  {
    says: /\b(?:remote_password|bridge_psk|(?:plugin|auth)_opt_[\w-]{0,40}(?:pass|pwd|secret|token|key)[\w-]{0,40}(?<!_file))[ \t]+(?<s>[^\s"',\]]+)/dgi,
  },
  // mosquitto_pub -u name -P password
  {
    says: /\bmosquitto_(?:pub|sub|rr|ctrl)\b[^\n]{0,2000}?[ \t]-P[ \t]+(?<s>"[^"\n]*"|'[^'\n]*'|\S+)/dg,
    aliases: partsOf,
  },
  {
    says: /\bmosquitto_passwd[ \t][^\n]{0,200}?-\w{0,4}b\w{0,4}[ \t]+\S+[ \t]+\S+[ \t]+(?<s>"[^"\n]*"|'[^'\n]*'|\S+)/dg,
    aliases: partsOf,
  },
];

function matches({ says, aliases }: Shape, text: string): Span[] {
  return [...text.matchAll(says)].flatMap((match) => {
    const [start, end] = match.indices?.groups?.['s'] ?? match.indices?.[0] ?? [0, 0];
    const value = text.slice(start, end);
    return value.trim() === '' ? [] : [{ start, end, value, aliases: aliases?.(value) ?? [], isSure: true }];
  });
}

function decoded(value: string): string[] {
  try {
    return [decodeURIComponent(value)];
  } catch (error) {
    // A lone % stands for itself.
    if (error instanceof URIError) return [];
    throw error;
  }
}
