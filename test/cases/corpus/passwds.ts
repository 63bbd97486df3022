import { createHash, pbkdf2Sync } from 'node:crypto';

/** `$7$` with a salt of this many bytes, `$6$` where there are no rounds. */
function hash(password: string, { rounds = 101, saltBytes = 12, keyBytes = 64, seed = 1 } = {}): string {
  const salt = Buffer.alloc(saltBytes, seed);
  const key = pbkdf2Sync(password, salt, Math.max(rounds, 1), keyBytes, 'sha512');
  return `$7$${rounds}$${salt.toString('base64')}$${key.toString('base64')}`;
}

function sha(password: string, saltBytes = 12): string {
  const salt = Buffer.alloc(saltBytes, 7);
  const key = createHash('sha512').update(password).update(salt).digest();
  return `$6$${salt.toString('base64')}$${key.toString('base64')}`;
}

const a = hash('pa');
const b = hash('pb', { seed: 2 });
const c = hash('pc', { seed: 3, rounds: 1 });

/** The passwords that are tried: of each name, with what the hashes above are of. */
export const passwords: Readonly<Record<string, string>> = {
  alice: 'pa',
  bob: 'pb',
  carol: 'pc',
  ' alice': 'pa',
  'a b': 'pa',
  Zoé: 'pa',
  '#alice': 'pa',
  '"alice"': 'pa',
};

/** The letter next to the last one, which says the same: its lowest bits are not looked at. */
function neighbour(end: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return `${letters[letters.indexOf(end[0] ?? '') ^ 1]}==`;
}

/** Lines that are right, for files that are put together. */
export const accountLines: readonly string[] = [`alice:${a}`, `bob:${b}`, `carol:${c}`];

/** The two files that configurations name. */
export const passwordsA = `alice:${a}\n`;
export const passwordsB = `bob:${b}\n`;

/** Password files, as tools and people leave them. */
export const passwds: Readonly<Record<string, string | Uint8Array>> = {
  nothing: '',
  'three accounts': `alice:${a}\nbob:${b}\ncarol:${c}\n`,
  'no final newline': `alice:${a}\nbob:${b}`,
  CRLF: `alice:${a}\r\nbob:${b}\r\n`,
  'CR at the end': `alice:${a}\r`,
  'CR alone': `alice:${a}\rbob:${b}\r`,
  'a comment on top': `# users\nalice:${a}\n`,
  'a comment between': `alice:${a}\n# bob is next\nbob:${b}\n`,
  'an account commented out': `#alice:${a}\nbob:${b}\n`,
  'an indented comment': `alice:${a}\n  # bob:x\nbob:${b}\n`,
  'an indented comment without a colon': `alice:${a}\n  # bob\nbob:${b}\n`,
  'blank lines': `\nalice:${a}\n\n\nbob:${b}\n\n`,
  'lines of blanks': `   \nalice:${a}\n \t \nbob:${b}\n`,
  'blanks behind': `alice:${a}   \nbob:${b}\t\n`,
  'blanks before': `  alice:${a}\n\tbob:${b}\n`,
  'blanks around the colon': `alice : ${a}\nbob: ${b}\n`,
  'a further colon': `alice:${a}:Alice from the office\nbob:${b}:\n`,
  'a blank before a further colon': `alice:${a} :x\nbob:${b}\n`,
  'names with blanks': `a b:${a}\n`,
  'names of other letters': `Zoé:${a}\n`,
  'a name in quotes': `"alice":${a}\nbob:${b}\n`,
  'plain passwords': 'alice:pa\nbob:pb\n',
  'plain and hashed': `alice:pa\nbob:${b}\n`,
  'one twice, the same': `alice:${a}\nbob:${b}\nalice:${a}\n`,
  'one twice, other password last': `alice:${a}\nalice:${hash('other')}\n`,
  'one twice, other password first': `alice:${hash('other')}\nalice:${a}\n`,
  'one twice, broken last': `alice:${a}\nalice:broken\nbob:${b}\n`,
  'one twice, broken first': `alice:broken\nalice:${a}\nbob:${b}\n`,
  'one three times': `alice:${hash('x')}\nalice:${a}\nalice:${hash('y')}\nbob:${b}\n`,
  'one twice, empty last': `alice:${a}\nalice:\nbob:${b}\n`,
  'no hash': `alice:\nbob:${b}\n`,
  'no hash but a blank': `alice: \nbob:${b}\n`,
  'no colon': `alice\nbob:${b}\n`,
  'no colon, first of two lines': `alice\n${a}\nbob:${b}\n`,
  'no name': `:${a}\nbob:${b}\n`,
  'a blank name': ` :${a}\nbob:${b}\n`,
  'only a colon': `:\nbob:${b}\n`,
  'only colons': `alice::${a}\nbob:${b}\n`,
  'a long salt': `alice:${hash('pa', { saltBytes: 64 })}\nbob:${b}\n`,
  'a salt of 16 bytes': `alice:${hash('pa', { saltBytes: 16 })}\nbob:${b}\n`,
  'a short salt': `alice:${hash('pa', { saltBytes: 8 })}\nbob:${b}\n`,
  'a short key': `alice:${hash('pa', { keyBytes: 32 })}\nbob:${b}\n`,
  'a long key': `alice:${hash('pa', { keyBytes: 128 })}\nbob:${b}\n`,
  'no rounds': `alice:${hash('pa', { rounds: 0 })}\nbob:${b}\n`,
  'rounds below zero': `alice:${a.replace('$101$', '$-1$')}\nbob:${b}\n`,
  'rounds that are no number': `alice:${a.replace('$101$', '$many$')}\nbob:${b}\n`,
  'rounds with letters behind': `alice:${a.replace('$101$', '$101x$')}\nbob:${b}\n`,
  'rounds with a zero before': `alice:${a.replace('$101$', '$0101$')}\nbob:${b}\n`,
  'rounds with a plus': `alice:${a.replace('$101$', '$+101$')}\nbob:${b}\n`,
  'rounds in hexadecimal': `alice:${a.replace('$101$', () => '$0x65$')}\nbob:${b}\n`,
  'rounds with a blank': `alice:${a.replace('$101$', '$ 101$')}\nbob:${b}\n`,
  'many rounds': `alice:${hash('pa', { rounds: 5000 })}\n`,
  'SHA-512': `alice:${sha('pa')}\nbob:${b}\n`,
  'SHA-512 with a long salt': `alice:${sha('pa', 64)}\nbob:${b}\n`,
  'SHA-512 of apache': `alice:$6$rounds=5000$abcdefgh$${'a'.repeat(86)}\nbob:${b}\n`,
  bcrypt: `alice:$2y$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234\nbob:${b}\n`,
  'md5 of apache': `alice:$apr1$abcdefgh$ABCDEFGHIJKLMNOPQRSTU1\nbob:${b}\n`,
  argon2id: `alice:$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAA$${'A'.repeat(43)}\nbob:${b}\n`,
  'an unknown kind': `alice:$8$101$AAAA$AAAA\nbob:${b}\n`,
  'the kind alone': `alice:$7$\nbob:${b}\n`,
  'the kind and rounds alone': `alice:$7$101\nbob:${b}\n`,
  'without a key': `alice:${a.slice(0, a.lastIndexOf('$'))}\nbob:${b}\n`,
  'an empty key': `alice:${a.slice(0, a.lastIndexOf('$') + 1)}\nbob:${b}\n`,
  'an empty salt': `alice:$7$101$$${a.split('$')[4]}\nbob:${b}\n`,
  'no dollar in front': `alice:${a.slice(1)}\nbob:${b}\n`,
  'one more dollar': `alice:${a}$\nbob:${b}\n`,
  'one more field': `alice:${a}$AAAA\nbob:${b}\n`,
  'two dollars in a row': `alice:${a.replace('$101$', () => '$$101$')}\nbob:${b}\n`,
  'without padding': `alice:${a.replace(/=+$/, '')}\nbob:${b}\n`,
  'a cut-off line': `bob:${b}\nalice:${a.slice(0, 70)}\n`,
  'letters that are no base64': `alice:${a.slice(0, -10)}!!!!!!!!==\nbob:${b}\n`,
  'base64 of web addresses': `alice:${a.replace(/[A-Z]/, '-')}\nbob:${b}\n`,
  'base64 with bits too many': `alice:${a.replace(/.==$/, neighbour)}\nbob:${b}\n`,
  'blanks in the hash': `alice:${a.slice(0, 40)} ${a.slice(40)}\nbob:${b}\n`,
  'a byte order mark': `\ufeffalice:${a}\nbob:${b}\n`,
  'a byte order mark before a comment': `\ufeff# users\nalice:${a}\n`,
  'a byte order mark before a comment with a colon': `\ufeff# users: all\nalice:${a}\n`,
  'a NUL byte in a name': `al\0ice:${a}\nbob:${b}\n`,
  'a NUL byte behind a hash': `alice:${a}\0\nbob:${b}\n`,
  'a NUL byte alone': `alice:${a}\n\0\nbob:${b}\n`,
  'a NUL byte at the start of a line': `alice:${a}\n\0x\nbob:${b}\n`,
  'a NUL byte in a comment': `alice:${a}\n# \0\nbob:${b}\n`,
  'a NUL byte behind a hash, no final newline': `alice:${a}\0\nbob:${b}`,
  'a NUL byte first': `\0\nalice:${a}\n`,
  'Latin-1 in a name': Buffer.from(`caf\u00e9:${a}\nbob:${b}\n`, 'latin1'),
  'Latin-1 in a comment': Buffer.from(`# caf\u00e9\nbob:${b}\n`, 'latin1'),
  'a control character in a name': `a\u0001b:${a}\nbob:${b}\n`,
  'a tab in a name': `a\tb:${a}\nbob:${b}\n`,
  'equal signs for colons': `alice=${a}\nbob:${b}\n`,
  'an ACL file': 'user alice\ntopic readwrite #\n',
  'a line of the system': 'alice:x:1000:1000:Alice:/home/alice:/bin/sh\n',
  'a long name': `${'n'.repeat(3000)}:${a}\nbob:${b}\n`,
  'a very long line': `# ${'x'.repeat(70_000)}\nalice:${a}\n`,
  'a long line that is no account': `${'x'.repeat(70_000)}\nalice:${a}\n`,
};
