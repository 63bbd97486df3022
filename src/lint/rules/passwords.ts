import { msg } from '../../i18n/messages.ts';
import type { PasswdLine } from '../../mosquitto/formats/passwd.ts';
import { parsePasswd } from '../../mosquitto/formats/passwd.ts';
import { hashStrength, isHashReadable } from '../../mosquitto/hash.ts';
import { shown } from '../../shown.ts';
import { doorsOf } from '../doors.ts';
import { type Family, type Found, placeOfValue } from '../rule.ts';
import type { Parsed, View } from '../view.ts';

/** A person's password is guessed from fewer rounds in hours. */
const fewestRounds = 1000;

type Entry = Extract<PasswdLine, { kind: 'entry' }>;

function* entries(view: View): Iterable<{ file: Parsed<PasswdLine>; line: Entry }> {
  for (const file of view.passwords)
    for (const line of file.lines) if (line.kind === 'entry') yield { file, line };
}

function placeIn({ named }: Parsed<PasswdLine>, { line }: PasswdLine): Found['place'] {
  return { file: named.path, line };
}

/** `$7$` and `$6$` begin a hash; whatever else stands there was typed by somebody. */
function looksHashed(hash: string): boolean {
  return /^\$(6|7|argon2\w*)(\$|$)/.test(hash);
}

export const passwords = {
  'passwd.undecodable': {
    severity: 'error',
    *check(view) {
      for (const { file, line } of entries(view)) {
        if (!looksHashed(line.hash) || isHashReadable(line.hash, view.version)) continue;
        const { kind, readByAll } = hashStrength(line.hash);
        const isForeign = kind === 'argon2id' || (kind !== 'unknown' && !readByAll);
        yield {
          place: placeIn(file, line),
          refused: view.traits.strictFiles,
          message: isForeign
            ? msg('lint.passwd.undecodable.foreign', { name: shown(line.name), version: view.versionText })
            : msg('lint.passwd.undecodable.found', { name: shown(line.name) }),
          fix: msg('lint.passwd.fix', { name: shown(line.name) }),
        };
      }
    },
  },
  'passwd.plaintext': {
    severity: 'error',
    *check(view) {
      for (const { file, line } of entries(view)) {
        if (looksHashed(line.hash)) continue;
        yield {
          place: placeIn(file, line),
          refused: view.traits.strictFiles,
          message: msg('lint.passwd.plaintext.found', { name: shown(line.name) }),
          fix: msg('lint.passwd.fix', { name: shown(line.name) }),
        };
      }
    },
  },
  'passwd.weak': {
    severity: 'warning',
    *check(view) {
      for (const { file, line } of entries(view)) {
        const { kind, iterations } = hashStrength(line.hash);
        const rounds = kind === 'sha512' ? 1 : iterations;
        if (rounds === null || rounds >= fewestRounds || !isHashReadable(line.hash, view.version)) continue;
        yield {
          place: placeIn(file, line),
          message: msg('lint.passwd.weak.found', { name: shown(line.name), rounds }),
          fix: msg('lint.passwd.weak.fix', { name: shown(line.name) }),
        };
      }
    },
  },
  'passwd.duplicate': {
    severity: 'warning',
    *check(view) {
      const refused = view.traits.strictFiles;
      for (const file of view.passwords) {
        const seen = new Map<string, number>();
        for (const line of file.lines) {
          if (line.kind !== 'entry') continue;
          const first = seen.get(line.name);
          if (first !== undefined)
            yield {
              place: placeIn(file, line),
              refused,
              severity: refused ? 'error' : 'warning',
              message: refused
                ? msg('lint.passwd.duplicate.refused', { name: shown(line.name), first })
                : msg('lint.passwd.duplicate.found', { name: shown(line.name), first }),
              fix: msg('lint.passwd.duplicate.fix', { first }),
            };
          seen.set(line.name, line.line);
        }
      }
    },
  },
  'passwd.comment': {
    severity: 'warning',
    *check(view) {
      for (const file of view.passwords) {
        const at = file.lines.findIndex(({ kind }) => kind === 'comment' || kind === 'blank');
        const line = file.lines[at];
        if (line === undefined) continue;
        const lost = file.lines.slice(at).filter(({ kind }) => kind === 'entry').length;
        yield {
          place: placeIn(file, line),
          message: msg('lint.passwd.comment.found', { count: lost }),
          fix: msg('lint.passwd.comment.fix'),
        };
      }
    },
  },
  'passwd.commented-account': {
    severity: 'warning',
    *check(view) {
      for (const file of view.passwords)
        for (const line of file.lines) {
          const name = line.kind === 'comment' ? /^(#[^:\s]+):\$[67]\$/.exec(line.text)?.[1] : undefined;
          if (name === undefined) continue;
          yield {
            place: placeIn(file, line),
            message: msg('lint.passwd.commented-account.found', { name: shown(name) }),
            fix: msg('lint.passwd.commented-account.fix'),
          };
        }
    },
  },
  'passwd.junk': {
    severity: 'warning',
    *check(view) {
      for (const file of view.passwords)
        for (const line of file.lines) {
          if (line.kind !== 'junk') continue;
          const isIncomplete = view.incomplete.get(file.named.path)?.has(line.line) === true;
          const refused = view.traits.strictFiles && isIncomplete;
          yield {
            place: placeIn(file, line),
            refused,
            severity: refused ? 'error' : 'warning',
            message: refused ? msg('lint.passwd.junk.refused') : msg('lint.passwd.junk.found'),
            fix: msg('lint.passwd.junk.fix'),
          };
        }
    },
  },
  'passwd.empty': {
    severity: 'warning',
    *check(view) {
      if (doorsOf(view).every(({ anonymous }) => anonymous.allowed)) return;
      for (const file of view.passwords) {
        if (file.lines.some(({ kind }) => kind === 'entry')) continue;
        yield {
          place: placeOfValue(file.named.line),
          message: msg('lint.passwd.empty.found', { path: shown(file.named.path, 200) }),
          fix: msg('lint.passwd.empty.fix'),
        };
      }
    },
  },
  'psk.invalid-line': {
    severity: 'error',
    *check(view) {
      for (const named of view.named) {
        const text = named.role === 'psk' ? view.tree.secrets[named.path]?.reveal() : undefined;
        if (text === undefined) continue;
        for (const line of parsePasswd(text)) {
          if (line.kind !== 'entry' || /^[\da-fA-F]+$/.test(line.hash)) continue;
          yield {
            place: { file: named.path, line: line.line },
            refused: true,
            message: msg('lint.psk.invalid-line.found', { name: shown(line.name) }),
            fix: msg('lint.psk.invalid-line.fix'),
          };
        }
      }
    },
  },
} satisfies Family;
