import { type Message, msg } from '../../i18n/messages.ts';
import type { AclFault, AclLine } from '../../mosquitto/formats/acl.ts';
import { shown } from '../../shown.ts';
import { nearest } from '../nearest.ts';
import { type Family, type Found, placeOfValue } from '../rule.ts';
import type { Parsed, View } from '../view.ts';

type Rights = Extract<AclLine, { kind: 'topic' | 'pattern' }>;

function placeIn({ named }: Parsed<AclLine>, { line, column }: AclLine): Found['place'] {
  return { file: named.path, line, column };
}

/** Each line of rights with the user whose section it stands in; null before the first. */
function* rights(acl: Parsed<AclLine>): Iterable<{ line: Rights; user: string | null }> {
  let user: string | null = null;
  for (const line of acl.lines) {
    if (line.kind === 'user') user = line.name;
    else if (line.kind === 'topic' || line.kind === 'pattern') yield { line, user };
  }
}

/** A rule about single lines of rights. */
function perLine(
  severity: 'error' | 'warning' | 'info',
  look: (line: Rights, user: string | null, view: View) => Pick<Found, 'message' | 'fix'> | null,
): Family[string] {
  return {
    severity,
    *check(view) {
      for (const acl of view.acls)
        for (const { line, user } of rights(acl)) {
          const found = look(line, user, view);
          if (found !== null) yield { place: placeIn(acl, line), ...found };
        }
    },
  };
}

/** The cure for a line that the broker refuses, by what is most likely meant. */
function cure(line: AclLine & { fault: AclFault }): Message {
  const { raw, fault } = line;
  if (raw.startsWith('\ufeff')) return msg('lint.conf.bom.fix');
  if (raw.includes('\t')) return msg('lint.acl.invalid-line.tab');
  if (/^ +#/.test(raw)) return msg('lint.conf.indented-comment.fix');
  if (fault === 'invalid-topic' && / #./.test(raw)) return msg('lint.acl.invalid-line.comment');
  return fault === 'invalid-word'
    ? msg('lint.acl.invalid-line.word')
    : fault === 'invalid-access'
      ? msg('lint.acl.invalid-line.access')
      : fault === 'invalid-topic'
        ? msg('lint.acl.invalid-line.filter')
        : msg('lint.acl.invalid-line.missing');
}

function hasSubstitution(filter: string): boolean {
  return filter.includes('%u') || filter.includes('%c');
}

const accessWord = /^ *(?:topic|pattern) +(?:read|write|readwrite|deny)(?: |$)/;

export const acl = {
  'acl.invalid-line': {
    severity: 'error',
    *check(view) {
      for (const one of view.acls)
        for (const line of one.lines) {
          if (line.kind !== 'fault') continue;
          yield {
            place: placeIn(one, line),
            refused: !one.named.line.keyword.startsWith('plugin_opt_'),
            message: msg('lint.acl.invalid-line.found', { text: shown(line.raw.trimStart()) }),
            fix: cure(line),
          };
        }
    },
  },
  'acl.empty': {
    severity: 'warning',
    *check(view) {
      for (const one of view.acls) {
        if (one.lines.length > 0) continue;
        yield {
          place: placeOfValue(one.named.line),
          message: msg('lint.acl.empty.found', { path: shown(one.named.path, 200) }),
          fix: msg('lint.acl.empty.fix'),
        };
      }
    },
  },
  'acl.word-as-topic': perLine('error', ({ access, filter, raw }) =>
    access === 'readwrite' && /^(read|write|readwrite|deny)$/.test(filter) && accessWord.test(raw)
      ? {
          message: msg('lint.acl.word-as-topic.found', { word: filter }),
          fix: msg('lint.acl.word-as-topic.fix', { word: filter }),
        }
      : null,
  ),
  'acl.no-access-word': perLine('info', ({ kind, filter, raw }) =>
    accessWord.test(raw)
      ? null
      : {
          message: msg('lint.acl.no-access-word.found', { filter: shown(filter) }),
          fix: msg('lint.acl.no-access-word.fix', { kind, filter: shown(filter) }),
        },
  ),
  'acl.tab-in-topic': perLine('warning', ({ filter }) =>
    filter.includes('\t')
      ? {
          message: msg('lint.acl.tab-in-topic.found', { filter: shown(filter) }),
          fix: msg('lint.acl.invalid-line.tab'),
        }
      : null,
  ),
  'acl.quotes': {
    severity: 'warning',
    *check(view) {
      for (const one of view.acls)
        for (const line of one.lines) {
          const text = line.kind === 'user' ? line.name : 'filter' in line ? line.filter : '';
          if (!/^(["']).*\1$/.test(text)) continue;
          yield {
            place: placeIn(one, line),
            message: msg('lint.acl.quotes.found', { text: shown(text) }),
            fix: msg('lint.acl.quotes.fix'),
          };
        }
    },
  },
  'acl.comment-in-name': {
    severity: 'warning',
    *check(view) {
      for (const one of view.acls)
        for (const line of one.lines) {
          if (line.kind !== 'user' || !/ #/.test(line.name)) continue;
          yield {
            place: placeIn(one, line),
            message: msg('lint.acl.comment-in-name.found', { name: shown(line.name) }),
            fix: msg('lint.acl.comment-in-name.fix'),
          };
        }
    },
  },
  'acl.pattern-under-user': perLine('warning', ({ kind, filter }, user) =>
    kind === 'pattern' && user !== null
      ? {
          message: msg('lint.acl.pattern-under-user.found', { filter: shown(filter), user: shown(user) }),
          fix: msg('lint.acl.pattern-under-user.fix', { user: shown(user) }),
        }
      : null,
  ),
  'acl.pattern-for-everybody': perLine('warning', ({ kind, filter }) =>
    kind === 'pattern' && !hasSubstitution(filter)
      ? {
          message: msg('lint.acl.pattern-for-everybody.found', { filter: shown(filter) }),
          fix: msg('lint.acl.pattern-for-everybody.fix'),
        }
      : null,
  ),
  'acl.part-of-level': perLine('warning', ({ kind, filter }, _user, { traits }) =>
    kind === 'pattern' &&
    traits.substitutesWholeLevels &&
    filter.split('/').some((level) => hasSubstitution(level) && level !== '%u' && level !== '%c')
      ? {
          message: msg('lint.acl.part-of-level.found', { filter: shown(filter) }),
          fix: msg('lint.acl.part-of-level.fix'),
        }
      : null,
  ),
  'acl.substitution-in-topic': perLine('warning', ({ kind, filter }) =>
    kind === 'topic' && hasSubstitution(filter)
      ? {
          message: msg('lint.acl.substitution-in-topic.found', { filter: shown(filter) }),
          fix: msg('lint.acl.substitution-in-topic.fix', { filter: shown(filter) }),
        }
      : null,
  ),
  'acl.hash-without-sys': {
    severity: 'info',
    *check(view) {
      for (const one of view.acls) {
        const all = [...rights(one)];
        const sys = new Set(all.flatMap(({ line, user }) => (line.filter.startsWith('$SYS') ? [user] : [])));
        const first = all.find(
          ({ line, user }) =>
            line.kind === 'topic' && line.filter === '#' && /read/.test(line.access) && !sys.has(user),
        );
        if (first === undefined) continue;
        yield {
          place: placeIn(one, first.line),
          message: msg('lint.acl.hash-without-sys.found'),
          fix: msg('lint.acl.hash-without-sys.fix'),
        };
      }
    },
  },
  'acl.anonymous-rights': {
    severity: 'warning',
    *check(view) {
      if (view.effective.listeners.some(({ anonymous }) => anonymous.allowed)) return;
      if (view.lines.some(({ line }) => line.keyword === 'listener_allow_anonymous')) return;
      for (const one of view.acls)
        for (const { line, user } of rights(one)) {
          if (user !== null || line.kind !== 'topic') continue;
          yield {
            place: placeIn(one, line),
            message: msg('lint.acl.anonymous-rights.found', { filter: shown(line.filter) }),
            fix: msg('lint.acl.anonymous-rights.fix'),
          };
        }
    },
  },
  'acl.wildcard-user': {
    severity: 'warning',
    *check(view) {
      for (const one of view.acls)
        for (const line of one.lines) {
          if (line.kind !== 'user' || !/^\*$|[+#%]/.test(line.name) || / #/.test(line.name)) continue;
          yield {
            place: placeIn(one, line),
            message: msg('lint.acl.wildcard-user.found', { name: shown(line.name) }),
            fix: msg('lint.acl.wildcard-user.fix'),
          };
        }
    },
  },
  'acl.unknown-user': {
    severity: 'warning',
    *check(view) {
      const accounts = accountsOf(view);
      if (accounts === null) return;
      let suggestions = 20;
      for (const one of view.acls)
        for (const line of one.lines) {
          if (line.kind !== 'user' || accounts.has(line.name)) continue;
          suggestions -= 1;
          const near = suggestions < 0 ? null : nearest(line.name, accounts);
          yield {
            place: placeIn(one, line),
            message: msg('lint.acl.unknown-user.found', { name: shown(line.name) }),
            fix:
              near === null
                ? msg('lint.acl.unknown-user.fix', { name: shown(line.name) })
                : msg('lint.conf.unknown-option.didYouMean', { name: shown(near) }),
          };
        }
    },
  },
  'acl.user-without-rights': {
    severity: 'warning',
    *check(view) {
      const accounts = accountsOf(view);
      const [one] = view.acls;
      if (accounts === null || one === undefined || view.acls.length > 1) return;
      const all = [...rights(one)];
      if (all.some(({ line }) => line.kind === 'pattern' && line.access !== 'deny')) return;
      const able = new Set(all.map(({ user }) => user));
      const without = [...accounts].filter((name) => !able.has(name));
      if (without.length === 0) return;
      yield {
        place: placeOfValue(one.named.line),
        message: msg('lint.acl.user-without-rights.found', {
          count: without.length,
          names: without
            .slice(0, 5)
            .map((name) => shown(name, 30))
            .join(', '),
        }),
        fix: msg('lint.acl.user-without-rights.fix', { name: shown(without[0] ?? '', 30) }),
      };
    },
  },
} satisfies Family;

/** Every account that can log in by a password file; null where names come from elsewhere too, or no file was read. */
function accountsOf(view: View): ReadonlySet<string> | null {
  const elsewhere = ['plugin', 'auth_plugin', 'global_plugin', 'plugin_use', 'psk_file'];
  const names = [...elsewhere, 'use_identity_as_username', 'use_subject_as_username'];
  const files = view.named.filter(({ role }) => role === 'passwords');
  const isOther = view.lines.some(({ line }) => names.includes(line.keyword));
  if (
    isOther ||
    view.passwords.length === 0 ||
    view.passwords.length < new Set(files.map(({ path }) => path)).size
  )
    return null;
  return new Set(
    view.passwords.flatMap(({ lines }) =>
      lines.flatMap((line) => (line.kind === 'entry' ? [line.name] : [])),
    ),
  );
}
