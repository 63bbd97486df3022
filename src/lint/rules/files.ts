import { type Message, msg } from '../../i18n/messages.ts';
import { isSecretFile, type NamedPath } from '../../mosquitto/paths.ts';
import { shown } from '../../shown.ts';
import { hasCertificate } from '../doors.ts';
import { may, obstacle, octal } from '../permissions.ts';
import { type Family, placeOfValue } from '../rule.ts';
import type { Owned, PathFact } from '../types.ts';
import type { Named, View } from '../view.ts';

/** Files that are read, with what stands there. */
function* reads(view: View): Iterable<{ named: Named; fact: PathFact }> {
  for (const named of view.named) {
    const fact = view.tree.paths[named.path];
    const isRead = !['include', 'log', 'pid', 'database', 'socket'].includes(named.role);
    if (fact !== undefined && named.inEffect && isRead) yield { named, fact };
  }
}

/** Does the broker end when it cannot read this one? What plugins open and what bridges need is missed later. */
function isVital({ role, line, placed }: Named, { traits }: View): boolean {
  if (line.keyword.startsWith('bridge_') || line.keyword.startsWith('plugin_opt_')) return false;
  if (['passwords', 'acl', 'psk', 'plugin'].includes(role)) return true;
  if (line.keyword === 'http_dir') return traits.refusesMissingHttpDir;
  if (role === 'folder') return false;
  return placed.holder !== null && hasCertificate(placed.holder);
}

function isAccessFile({ role, line }: NamedPath): boolean {
  return ['passwords', 'acl', 'psk'].includes(role) && !line.keyword.startsWith('plugin_opt_');
}

function ownerOf({ owner, group, mode }: Owned): string {
  return `${owner}:${group} ${octal(mode)}`;
}

/** The command that makes a file what every version is content with. */
function ownCommand(path: string, user: string): Message {
  return msg('lint.file.own', { command: `chown ${user}: ${quoted(path)} && chmod 600 ${quoted(path)}` });
}

function quoted(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${shown(path).replaceAll("'", String.raw`'\''`)}'`;
}

/** Files and folders that lines name: there, readable for the broker, closed to others. */
export const files = {
  'file.missing': {
    severity: 'error',
    *check(view) {
      for (const { named, fact } of reads(view)) {
        if (fact.kind !== 'missing') continue;
        const path = shown(named.path, 200);
        yield {
          place: placeOfValue(named.line),
          refused: isVital(named, view),
          message:
            fact.path === named.path
              ? msg('lint.file.missing.found', { path })
              : msg('lint.file.missing.folder', { path, folder: shown(fact.path, 200) }),
          fix:
            named.role === 'passwords'
              ? msg('lint.file.missing.passwords', { path: quoted(named.path) })
              : msg('lint.file.missing.fix'),
        };
      }
    },
  },
  'file.unseen': {
    severity: 'warning',
    *check(view) {
      for (const named of view.named) {
        const fact = view.tree.paths[named.path];
        if (fact?.kind !== 'unseen' && fact?.unread !== 'denied') continue;
        yield {
          place: placeOfValue(named.line),
          message: msg('lint.file.unseen.found', { path: shown(named.path, 200) }),
          fix: msg('lint.file.unseen.fix'),
        };
      }
    },
  },
  'file.too-large': {
    severity: 'warning',
    *check(view) {
      for (const { named, fact } of reads(view)) {
        if (fact.unread !== 'too-large') continue;
        yield {
          place: placeOfValue(named.line),
          message: msg('lint.file.too-large.found', {
            path: shown(named.path, 200),
            size: `${Math.round(fact.size / 1048576)} MiB`,
          }),
          fix: msg('lint.file.too-large.fix'),
        };
      }
    },
  },
  'file.wrong-kind': {
    severity: 'error',
    *check(view) {
      for (const { named, fact } of reads(view)) {
        if (fact.kind === 'missing' || fact.kind === 'unseen') continue;
        if (fact.kind === (named.role === 'folder' ? 'directory' : 'file')) continue;
        // Every broker reads /dev/null as an empty password or ACL file in 2.0, and refuses it later.
        const isNull = named.path === '/dev/null' && !view.traits.noticesOwners;
        yield {
          place: placeOfValue(named.line),
          refused: isVital(named, view) && !isNull,
          message:
            named.role === 'folder'
              ? msg('lint.file.wrong-kind.folder', { path: shown(named.path, 200) })
              : msg('lint.file.wrong-kind.found', { path: shown(named.path, 200) }),
          fix: msg('lint.file.wrong-kind.fix'),
        };
      }
    },
  },
  'file.broker-cannot-read': {
    severity: 'error',
    *check(view) {
      const { broker } = view.tree;
      if (broker === null) return;
      for (const { named, fact } of reads(view)) {
        const barrier = obstacle(broker, fact, 'read');
        if (barrier === null) continue;
        const path = shown(named.path, 200);
        const isOnTheWay = barrier !== fact;
        const user = broker.name;
        const isLetsEncrypt = /\/letsencrypt\/(live|archive)/.test(barrier.path);
        yield {
          place: placeOfValue(named.line),
          refused: isVital(named, view),
          message: isOnTheWay
            ? msg('lint.file.broker-cannot-read.folder', {
                path,
                user,
                folder: barrier.path,
                mode: ownerOf(barrier),
              })
            : msg('lint.file.broker-cannot-read.found', { path, user, mode: ownerOf(barrier) }),
          fix: isLetsEncrypt
            ? msg('lint.file.broker-cannot-read.letsEncrypt', { user })
            : isOnTheWay
              ? msg('lint.file.broker-cannot-read.fixFolder', { folder: quoted(barrier.path) })
              : ownCommand(fact.path, user),
        };
      }
    },
  },
  'file.link': {
    severity: 'error',
    *check(view) {
      if (!view.traits.strictFiles) return;
      for (const { named, fact } of reads(view)) {
        if (!fact.isLink || !isAccessFile(named)) continue;
        yield {
          place: placeOfValue(named.line),
          refused: true,
          message: msg('lint.file.link.found', { path: shown(named.path, 200) }),
          fix: msg('lint.file.link.fix', { path: shown(fact.path, 200) }),
        };
      }
    },
  },
  'file.open-secret': {
    severity: 'warning',
    *check(view) {
      for (const { named, fact } of reads(view)) {
        if (fact.kind !== 'file' || !isSecretFile(named) || (fact.mode & 0o004) === 0) continue;
        // A folder that others may not enter keeps them out as well.
        if (fact.folders.some(({ mode }) => (mode & 0o001) === 0)) continue;
        yield {
          place: placeOfValue(named.line),
          message: msg('lint.file.open-secret.found', {
            path: shown(named.path, 200),
            mode: ownerOf(fact),
          }),
          fix: ownCommand(fact.path, view.tree.broker?.name ?? 'mosquitto'),
        };
      }
    },
  },
  'file.writable-by-others': {
    severity: 'error',
    *check(view) {
      for (const { named, fact } of reads(view)) {
        if (fact.kind === 'missing' || fact.kind === 'unseen' || fact.kind === 'device') continue;
        // In a folder like /tmp only the owner may put another file in the place of this one.
        const thing = [fact, ...fact.folders].find(({ mode }) => (mode & 0o1002) === 0o002);
        if (thing === undefined) continue;
        yield {
          place: placeOfValue(named.line),
          message: msg('lint.file.writable-by-others.found', { path: thing.path, mode: ownerOf(thing) }),
          fix: msg('lint.file.own', { command: `chmod o-w ${quoted(thing.path)}` }),
        };
      }
    },
  },
  'file.owner-notice': {
    severity: 'info',
    *check(view) {
      const { broker } = view.tree;
      if (broker === null || !view.traits.noticesOwners || broker.uid === 0) return;
      for (const { named, fact } of reads(view)) {
        if (fact.kind !== 'file' || !isAccessFile(named) || !may(broker, fact, 'read')) continue;
        if (fact.uid === broker.uid && fact.gid === broker.gids[0] && (fact.mode & 0o007) === 0) continue;
        yield {
          place: placeOfValue(named.line),
          message: msg('lint.file.owner-notice.found', {
            path: shown(named.path, 200),
            mode: ownerOf(fact),
          }),
          fix: ownCommand(fact.path, broker.name),
        };
      }
    },
  },
  'file.relative': {
    severity: 'warning',
    *check(view) {
      for (const { path, line } of view.named) {
        if (path.startsWith('/') || /^["']/.test(path)) continue;
        yield {
          place: placeOfValue(line),
          severity: path.startsWith('~') || path.startsWith('$') ? 'error' : 'warning',
          message: msg('lint.file.relative.found', { path: shown(path, 200) }),
          fix: msg('lint.file.relative.fix'),
        };
      }
    },
  },
  'file.trailing-blank': {
    severity: 'error',
    *check(view) {
      for (const { path, line, role } of view.named) {
        if (path === path.trimEnd() || (role !== 'include' && role !== 'log')) continue;
        yield {
          place: placeOfValue(line),
          message: msg('lint.file.trailing-blank.found', { path: JSON.stringify(shown(path, 200)) }),
          fix: msg('lint.file.trailing-blank.fix'),
        };
      }
    },
  },
} satisfies Family;
