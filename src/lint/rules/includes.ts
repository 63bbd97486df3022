import { type Message, msg } from '../../i18n/messages.ts';
import { shown } from '../../shown.ts';
import { obstacle, octal } from '../permissions.ts';
import { type Family, placeOf, placeOfValue } from '../rule.ts';
import type { ConfSource } from '../types.ts';
import type { Block, View } from '../view.ts';

/** Included files; the main file's own troubles are told before anything else. */
function* included({ tree }: View): Iterable<ConfSource> {
  for (const { files } of tree.folders) yield* files;
}

function whatIsThere({ fact }: ConfSource): Message {
  switch (fact.kind) {
    case 'directory':
      return msg('lint.include.no-file.folder');
    case 'missing':
      return msg('lint.include.no-file.missing');
    default:
      return msg('lint.include.no-file.found');
  }
}

/** The include_dir and what is in it. */
export const includes = {
  'include.missing': {
    severity: 'error',
    *check(view) {
      for (const { line, source } of view.lines) {
        if (line.keyword !== 'include_dir' || source !== view.tree.main) continue;
        const folder = view.tree.folders.find(({ value }) => value === line.value);
        if (folder === undefined || folder.fact.kind === 'directory' || folder.fact.kind === 'unseen')
          continue;
        yield {
          place: placeOfValue(line),
          refused: true,
          message: msg('lint.include.missing.found', { path: shown(line.value, 200) }),
          fix: msg('lint.include.missing.fix', { path: shown(line.value, 200) }),
        };
      }
    },
  },
  'include.no-file': {
    severity: 'error',
    *check(view) {
      for (const source of included(view)) {
        if (source.fact.kind === 'file' || source.fact.kind === 'unseen') continue;
        yield {
          place: { file: source.path },
          refused: true,
          message: whatIsThere(source),
          fix: msg('lint.include.no-file.fix'),
        };
      }
    },
  },
  'include.unread': {
    severity: 'warning',
    *check(view) {
      for (const { fact, value } of view.tree.folders)
        if (fact.kind === 'unseen' || fact.unread !== null)
          yield {
            place: { file: value },
            message: msg('lint.include.unread.folder'),
            fix: msg('lint.file.unseen.fix'),
          };
      for (const { path, fact } of included(view)) {
        if (fact.kind !== 'unseen' && fact.unread === null) continue;
        yield {
          place: { file: path },
          message:
            fact.unread === 'too-large' ? msg('lint.include.unread.large') : msg('lint.include.unread.found'),
          fix: msg('lint.file.unseen.fix'),
        };
      }
    },
  },
  'include.broker-cannot-read': {
    severity: 'warning',
    *check(view) {
      const { broker } = view.tree;
      if (broker === null) return;
      for (const { path, fact } of view.sources) {
        const barrier = fact.kind === 'file' ? obstacle(broker, fact, 'read') : null;
        if (barrier === null) continue;
        const refused = view.traits.readsConfAsItself;
        const params = {
          user: broker.name,
          path: barrier.path,
          mode: `${barrier.owner}:${barrier.group} ${octal(barrier.mode)}`,
        };
        yield {
          place: { file: path },
          refused,
          severity: refused ? 'error' : 'warning',
          message: refused
            ? msg('lint.include.broker-cannot-read.refused', params)
            : msg('lint.include.broker-cannot-read.found', params),
          fix: msg('lint.file.own', { command: `chmod a+r${barrier === fact ? '' : 'x'} ${barrier.path}` }),
        };
      }
    },
  },
  'include.writable-by-others': {
    severity: 'error',
    *check(view) {
      for (const { path, fact } of view.sources) {
        if (fact.kind !== 'file') continue;
        const thing = [fact, ...fact.folders].find(({ mode }) => (mode & 0o1002) === 0o002);
        if (thing === undefined) continue;
        yield {
          place: { file: path },
          message: msg('lint.include.writable-by-others.found', {
            path: thing.path,
            mode: `${thing.owner}:${thing.group} ${octal(thing.mode)}`,
          }),
          fix: msg('lint.file.own', { command: `chmod o-w ${thing.path}` }),
        };
      }
    },
  },
  'include.nested': {
    severity: 'warning',
    *check(view) {
      const refused = view.traits.refusesNestedInclude;
      for (const { line, source } of view.lines) {
        if (line.keyword !== 'include_dir' || source === view.tree.main) continue;
        yield {
          place: placeOf(line),
          refused,
          severity: refused ? 'error' : 'warning',
          message: refused ? msg('lint.include.nested.refused') : msg('lint.include.nested.found'),
          fix: msg('lint.include.nested.fix', { file: view.tree.main.path }),
        };
      }
    },
  },
  'include.listener-goes-on': {
    severity: 'error',
    *check(view) {
      let newest: Block | null = null;
      for (const { line, listener, holder } of view.lines) {
        if (line.keyword === 'listener') newest = listener;
        const isOwn = listener !== null && listener !== view.implied && holder === listener;
        if (!isOwn || listener === newest) continue;
        yield {
          place: placeOf(line),
          message: msg('lint.include.listener-goes-on.found', { name: line.keyword }),
          fix: msg('lint.include.listener-goes-on.fix'),
        };
      }
    },
  },
  'include.not-loaded': {
    severity: 'info',
    *check(view) {
      for (const { value, others } of view.tree.folders)
        for (const name of others) {
          if (!/\.conf$|\.conf[._~-]|\.(cfg|cnf|config)$/i.test(name)) continue;
          yield {
            place: { file: `${value}/${shown(name)}` },
            message: msg('lint.include.not-loaded.found'),
            fix: msg('lint.include.not-loaded.fix'),
          };
        }
    },
  },
  'include.order': {
    severity: 'info',
    *check(view) {
      for (const { files } of view.tree.folders) {
        const names = files.map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
        for (const [index, name] of names.entries()) {
          const next = names[index + 1];
          if (next === undefined || natural(name, next) <= 0) continue;
          yield {
            place: { file: files[index + 1]?.path ?? '' },
            message: msg('lint.include.order.found', { first: shown(name), second: shown(next) }),
            fix: msg('lint.include.order.fix'),
          };
        }
      }
    },
  },
} satisfies Family;

/** The order that a person expects: numbers by size. Positive where the broker reads two files the other way round. */
function natural(one: string, other: string): number {
  const [a, b] = [one, other].map((name) => /^\d{1,9}/.exec(name)?.[0]);
  return a === undefined || b === undefined ? 0 : Number(a) - Number(b);
}
