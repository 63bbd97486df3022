import { msg } from '../../i18n/messages.ts';
import { isKnownIn, options } from '../../mosquitto/options/registry.ts';
import { shown } from '../../shown.ts';
import { nearest } from '../nearest.ts';
import { type Family, type Found, placeOf } from '../rule.ts';
import type { KeywordFault, Stranger, View } from '../view.ts';

function keywords(view: View, wanted: KeywordFault): readonly Stranger[] {
  return view.unknown.get(wanted) ?? [];
}

function rule(
  fault: KeywordFault,
  say: (placed: Stranger, view: View) => Pick<Found, 'message' | 'fix'>,
): Family[string] {
  return {
    severity: 'error',
    *check(view) {
      for (const placed of keywords(view, fault))
        yield { place: placeOf(placed.line), refused: true, ...say(placed, view) };
    },
  };
}

/** Looking for the word that was meant is dear, and a file of a million wrong lines is no configuration. */
const mostSuggestions = 50;

/** What was meant as the name alone: what follows may be a password. */
function nameIn(keyword: string): string {
  return /^[^=:\t\v\f\u00a0\u2000-\u200b\u3000]*./su.exec(keyword)?.[0] ?? '';
}

/** Keywords that this version does not know. */
export const names = {
  'conf.unknown-option': {
    severity: 'error',
    *check(view) {
      const known = [...options.values()]
        .filter((option) => isKnownIn(option, view.version))
        .map(({ name }) => name);
      let suggestions = mostSuggestions;
      for (const { line } of keywords(view, 'unknown')) {
        suggestions -= 1;
        const word = suggestions < 0 ? null : nearest(line.keyword, known);
        yield {
          place: placeOf(line),
          refused: true,
          message: msg('lint.conf.unknown-option.found', { name: shown(line.keyword) }),
          fix:
            word === null
              ? msg('lint.conf.unknown-option.fix')
              : msg('lint.conf.unknown-option.didYouMean', { name: word }),
        };
      }
    },
  },
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
    message: msg('lint.conf.assignment.found', { name: shown(nameIn(line.keyword)) }),
    fix: msg('lint.conf.assignment.fix'),
  })),
  'conf.tab': rule('blank', ({ line }) => ({
    message: msg('lint.conf.tab.found', { name: shown(nameIn(line.keyword)) }),
    fix: msg('lint.conf.tab.fix'),
  })),
  'conf.bom': rule('bom', () => ({ message: msg('lint.conf.bom.found'), fix: msg('lint.conf.bom.fix') })),
  'conf.indented-comment': rule('comment', () => ({
    message: msg('lint.conf.indented-comment.found'),
    fix: msg('lint.conf.indented-comment.fix'),
  })),
} satisfies Family;
