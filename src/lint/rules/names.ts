import { msg } from '../../i18n/messages.ts';
import { findOption, isKnownIn, options } from '../../mosquitto/options/registry.ts';
import { shown } from '../../shown.ts';
import { nearest } from '../nearest.ts';
import { type Family, type Found, placeOf } from '../rule.ts';
import type { Placed, View } from '../view.ts';

type Fault = 'bom' | 'blank' | 'comment' | 'assignment' | 'case' | 'newer' | 'removed' | 'unknown';

/** What is wrong with a keyword that this version does not know: one answer a line. */
function faultOf({ line, option }: Placed): Fault {
  const { keyword } = line;
  if (keyword.startsWith('\ufeff')) return 'bom';
  if (/[\t\v\f\u00a0\u2000-\u200b\u3000]/.test(keyword)) return 'blank';
  if (keyword.startsWith('#')) return 'comment';
  if (option !== null) return option.removed === null ? 'newer' : 'removed';
  if (findOption(keyword.toLowerCase()) !== null) return 'case';
  return /^\w+(=.*|:)$/.test(keyword) || /^[=:]/.test(line.value) ? 'assignment' : 'unknown';
}

function* keywords(view: View, wanted: Fault): Iterable<Placed> {
  for (const placed of view.lines) if (!placed.known && faultOf(placed) === wanted) yield placed;
}

function rule(
  fault: Fault,
  say: (placed: Placed, view: View) => Pick<Found, 'message' | 'fix'>,
): Family[string] {
  return {
    severity: 'error',
    *check(view) {
      for (const placed of keywords(view, fault))
        yield { place: placeOf(placed.line), refused: true, ...say(placed, view) };
    },
  };
}

/** Keywords that this version does not know. */
export const names = {
  'conf.unknown-option': rule('unknown', ({ line }, { version }) => {
    const known = [...options.values()].filter((option) => isKnownIn(option, version));
    const word = nearest(
      line.keyword,
      known.map(({ name }) => name),
    );
    return {
      message: msg('lint.conf.unknown-option.found', { name: shown(line.keyword) }),
      fix:
        word === null
          ? msg('lint.conf.unknown-option.fix')
          : msg('lint.conf.unknown-option.didYouMean', { name: word }),
    };
  }),
  'conf.newer-option': rule('newer', ({ line, option }, { versionText }) => ({
    message: msg('lint.conf.newer-option.found', {
      name: shown(line.keyword),
      since: option?.since ?? '',
      version: versionText,
    }),
    fix: msg('lint.conf.newer-option.fix'),
  })),
  'conf.removed-option': rule('removed', ({ line, option }) => ({
    message: msg('lint.conf.removed-option.found', {
      name: shown(line.keyword),
      removed: option?.removed ?? '',
    }),
    fix: msg('lint.conf.removed-option.fix'),
  })),
  'conf.upper-case': rule('case', ({ line }) => ({
    message: msg('lint.conf.upper-case.found', { name: shown(line.keyword) }),
    fix: msg('lint.conf.upper-case.fix', { name: line.keyword.toLowerCase() }),
  })),
  'conf.assignment': rule('assignment', ({ line }) => ({
    message: msg('lint.conf.assignment.found', { name: shown(line.keyword) }),
    fix: msg('lint.conf.assignment.fix'),
  })),
  'conf.tab': rule('blank', ({ line }) => ({
    message: msg('lint.conf.tab.found', { name: shown(line.keyword) }),
    fix: msg('lint.conf.tab.fix'),
  })),
  'conf.bom': rule('bom', () => ({ message: msg('lint.conf.bom.found'), fix: msg('lint.conf.bom.fix') })),
  'conf.indented-comment': rule('comment', () => ({
    message: msg('lint.conf.indented-comment.found'),
    fix: msg('lint.conf.indented-comment.fix'),
  })),
} satisfies Family;
