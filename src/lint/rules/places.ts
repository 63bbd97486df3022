import { msg } from '../../i18n/messages.ts';
import { confBoolean } from '../../mosquitto/formats/conf.ts';
import type { PathRole } from '../../mosquitto/paths.ts';
import { shown } from '../../shown.ts';
import { type Broker, may, obstacle, octal } from '../permissions.ts';
import { type Family, placeOfValue } from '../rule.ts';
import type { Owned, PathFact } from '../types.ts';
import type { Named, View } from '../view.ts';

function* named(view: View, role: PathRole): Iterable<{ named: Named; fact: PathFact }> {
  for (const one of view.named) {
    const fact = view.tree.paths[one.path];
    if (one.role === role && one.inEffect && fact !== undefined) yield { named: one, fact };
  }
}

/** Where a file is to be made: its folder, if that is there. */
function folderOf(fact: PathFact, path: string): Owned | null {
  const parent = path.replace(/\/+[^/]*$/, '') || '/';
  const isThere =
    fact.kind !== 'missing' || fact.path.replace(/\/[^/]*$/, '') === parent.replace(/\/+/g, '/');
  return isThere || fact.isLink ? (fact.folders.at(-1) ?? null) : null;
}

/** What keeps the broker from writing a file there; 'missing' where its folder is not there. */
function writeFault(broker: Broker | null, fact: PathFact, path: string): Owned | 'missing' | null {
  if (fact.kind === 'unseen') return null;
  const folder = folderOf(fact, path);
  if (folder === null) return 'missing';
  if (broker === null) return null;
  if (fact.kind !== 'missing') return obstacle(broker, fact, 'write');
  const closed = fact.folders.find((one) => !may(broker, one, 'enter'));
  return closed ?? (may(broker, folder, 'write') ? null : folder);
}

/** Folders like /run/mosquitto are made when the service starts. */
function isMadeAtStart(path: string): boolean {
  return /^\/(var\/)?run\//.test(path);
}

function sayOwned({ owner, group, mode }: Owned): string {
  return `${owner}:${group} ${octal(mode)}`;
}

/** Places that the broker writes to. */
export const places = {
  'file.database-folder': {
    severity: 'error',
    *check(view) {
      const line = view.lines.findLast(
        ({ option }) => (option.sameAs ?? option.name) === 'persistence',
      )?.line;
      if (line === undefined || confBoolean(line.value) !== true) return;
      const { broker } = view.tree;
      for (const { named: one, fact } of named(view, 'database')) {
        const params = { path: shown(one.path, 200) };
        const place = placeOfValue(one.line);
        const fix = msg('lint.file.database-folder.fix', { ...params, user: broker?.name ?? 'mosquitto' });
        if (fact.kind === 'missing')
          yield { place, fix, message: msg('lint.file.database-folder.missing', params) };
        else if (fact.kind !== 'directory' && fact.kind !== 'unseen')
          yield { place, fix, message: msg('lint.file.database-folder.notFolder', params) };
        else if (broker !== null) {
          const closed = obstacle(broker, fact, 'write');
          if (closed !== null)
            yield {
              place,
              fix,
              message: msg('lint.file.database-folder.found', {
                user: broker.name,
                path: closed.path,
                mode: sayOwned(closed),
              }),
            };
        }
      }
    },
  },
  'file.no-database-folder': {
    severity: 'warning',
    *check(view) {
      const line = view.lines.findLast(
        ({ option }) => (option.sameAs ?? option.name) === 'persistence',
      )?.line;
      if (line === undefined || confBoolean(line.value) !== true) return;
      if (view.lines.some((one) => one.line.keyword === 'persistence_location')) return;
      yield {
        place: placeOfValue(line),
        message: msg('lint.file.no-database-folder.found'),
        fix: msg('lint.file.no-database-folder.fix'),
      };
    },
  },
  'file.log-folder': {
    severity: 'warning',
    *check(view) {
      for (const { named: one, fact } of named(view, 'log')) {
        const fault = writeFault(view.tree.broker, fact, one.path);
        if (fault === null) continue;
        yield {
          place: placeOfValue(one.line),
          message:
            fault === 'missing'
              ? msg('lint.file.log-folder.missing', { path: shown(one.path, 200) })
              : msg('lint.file.log-folder.found', { path: fault.path, mode: sayOwned(fault) }),
          fix: msg('lint.file.log-folder.fix', { user: view.tree.broker?.name ?? 'mosquitto' }),
        };
      }
    },
  },
  'file.pid-folder': {
    severity: 'error',
    *check(view) {
      for (const { named: one, fact } of named(view, 'pid')) {
        const fault = writeFault(view.tree.broker, fact, one.path);
        if (fault === null || isMadeAtStart(one.path)) continue;
        yield {
          place: placeOfValue(one.line),
          refused: true,
          message:
            fault === 'missing'
              ? msg('lint.file.pid-folder.missing', { path: shown(one.path, 200) })
              : msg('lint.file.pid-folder.found', { path: fault.path, mode: sayOwned(fault) }),
          fix: msg('lint.file.pid-folder.fix'),
        };
      }
    },
  },
  'file.socket-folder': {
    severity: 'error',
    *check(view) {
      for (const { named: one, fact } of named(view, 'socket')) {
        const fault = writeFault(view.tree.broker, fact, one.path);
        if (fault === null || (fault === 'missing' && isMadeAtStart(one.path))) continue;
        yield {
          place: placeOfValue(one.line),
          refused: true,
          message:
            fault === 'missing'
              ? msg('lint.file.socket-folder.missing', { path: shown(one.path, 200) })
              : msg('lint.file.socket-folder.found', { path: fault.path, mode: sayOwned(fault) }),
          fix: msg('lint.file.socket-folder.fix'),
        };
      }
    },
  },
} satisfies Family;
