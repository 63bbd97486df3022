import { msg } from '../../i18n/messages.ts';
import { type ConfLine, confInteger, confWords, firstWord } from '../../mosquitto/formats/conf.ts';
import { acceptsValue } from '../../mosquitto/options/accepts.ts';
import { valueIn } from '../../mosquitto/options/by-version.ts';
import type { Option } from '../../mosquitto/options/registry.ts';
import type { Value } from '../../mosquitto/options/types.ts';
import { textFault } from '../../mosquitto/text.ts';
import { shown } from '../../shown.ts';
import { expected } from '../expected.ts';
import { type Family, type Found, placeOf, placeOfValue } from '../rule.ts';
import type { ConfSource } from '../types.ts';
import type { View } from '../view.ts';

interface Given {
  line: ConfLine;
  source: ConfSource;
  option: Option;
  type: Value;
}

/** Lines whose value this version looks at. */
function* given(view: View): Iterable<Given> {
  for (const { line, source, option } of view.lines) {
    const type = valueIn(option.value, view.version);
    if (type.kind !== 'ignored') yield { line, source, option, type };
  }
}

/** Secrets are shown nowhere, not even wrong ones. */
function shownValue({ line, option }: Given, text = line.value): string {
  return option.secret === 'value' ? '…' : shown(text);
}

/** What the broker takes for the value: of words nothing but blanks is taken away. */
function taken({ line, type }: Given): string {
  return isText(type) || line.value === '' ? line.value : confWords(line);
}

function isText({ kind }: Value): boolean {
  return kind === 'text' || kind === 'path';
}

/** What the broker does not look at behind the words that count; '' where there is nothing. */
function rest({ line, type }: Given, view: View): string {
  const words = line.value.split(/ +/);
  switch (type.kind) {
    case 'bool':
    case 'int':
    case 'duration':
    case 'name':
      return words.slice(1).join(' ');
    case 'words':
      return type.whole === true ? '' : words.slice(1).join(' ');
    case 'log-dest':
      return words[0] === 'file' ? '' : words.slice(1).join(' ');
    case 'ints':
      return words.slice(valueIn(type.most, view.version)).join(' ');
    case 'listener':
      return words.slice(words[1]?.startsWith('#') === true ? 1 : 2).join(' ');
    default:
      return '';
  }
}

/** Does the broker of this version take anything for a number here (atoi)? */
function isLenient({ type }: Given, { traits }: View): boolean {
  if (type.kind === 'int' || type.kind === 'ints') return type.lax === true || !traits.strictNumbers;
  return type.kind === 'listener' && !traits.strictNumbers;
}

/** Values that the broker refuses, or takes for something else than is written there. */
export const values = {
  'conf.missing-value': {
    severity: 'error',
    *check(view) {
      for (const one of given(view)) {
        if (one.line.value !== '') continue;
        const refused = !acceptsValue(one.option, '', view.version);
        const name = one.option.name;
        yield {
          place: placeOf(one.line),
          refused,
          severity: refused ? 'error' : 'warning',
          message: msg('lint.conf.missing-value.found', { name }),
          fix: msg('lint.conf.missing-value.fix', {
            name,
            expected: expected(one.option.value, view.version),
          }),
        };
      }
    },
  },
  'conf.wrong-value': {
    severity: 'error',
    *check(view) {
      for (const one of given(view)) {
        if (one.line.value === '' || acceptsValue(one.option, taken(one), view.version)) continue;
        yield {
          place: placeOfValue(one.line),
          refused: true,
          message: msg('lint.conf.wrong-value.found', { name: one.option.name, value: shownValue(one) }),
          fix: msg('lint.conf.wrong-value.fix', {
            name: one.option.name,
            expected: expected(one.option.value, view.version),
          }),
        };
      }
    },
  },
  'conf.lenient-number': {
    severity: 'warning',
    *check(view) {
      for (const one of given(view)) {
        const word = firstWord(one.line.value);
        if (word === '' || !isLenient(one, view) || isNumber(word)) continue;
        if (!acceptsValue(one.option, one.line.value, view.version)) continue;
        const { name } = one.option;
        const number = confInteger(word);
        yield {
          place: placeOfValue(one.line),
          message: msg('lint.conf.lenient-number.found', { name, value: shownValue(one, word), number }),
          fix: msg('lint.conf.lenient-number.fix', { name }),
        };
      }
    },
  },
  'conf.trailing-words': {
    severity: 'warning',
    *check(view) {
      for (const one of given(view)) {
        const words = rest(one, view);
        if (words === '') continue;
        yield {
          place: placeOfValue(one.line),
          severity: words.startsWith('#') ? 'info' : 'warning',
          message: msg('lint.conf.trailing-words.found', { words: shownValue(one, words) }),
          fix: msg('lint.conf.trailing-words.fix'),
        };
      }
    },
  },
  'conf.comment-in-value': {
    severity: 'warning',
    *check(view) {
      for (const one of given(view)) {
        const takesRest = isText(one.type) || one.type.kind === 'log-dest';
        if (!takesRest || one.option.secret === 'value' || !/ #/.test(one.line.value)) continue;
        if (one.type.kind === 'log-dest' && firstWord(one.line.value) !== 'file') continue;
        yield {
          place: placeOfValue(one.line),
          message: msg('lint.conf.comment-in-value.found', { value: shownValue(one) }),
          fix: msg('lint.conf.comment-in-value.fix'),
        };
      }
    },
  },
  'conf.quotes': {
    severity: 'warning',
    *check(view) {
      for (const one of given(view)) {
        const quoted = /^(["']).*\1$/.exec(one.line.value);
        if (quoted === null || !isText(one.type)) continue;
        yield {
          place: placeOfValue(one.line),
          severity: one.type.kind === 'path' ? 'error' : 'warning',
          refused: one.type.kind === 'path' && one.type.is === 'file' && one.type.access === 'read',
          message: msg('lint.conf.quotes.found', { value: shownValue(one) }),
          fix: msg('lint.conf.quotes.fix'),
        };
      }
    },
  },
  'conf.control-character': {
    severity: 'error',
    *check(view) {
      for (const one of given(view)) {
        if (!isText(one.type) || one.option.name === 'include_dir' || textFault(one.line.value) === null)
          continue;
        yield {
          place: placeOfValue(one.line),
          refused: true,
          message: msg('lint.conf.control-character.found', { value: shownValue(one) }),
          fix: msg('lint.conf.control-character.fix'),
        };
      }
    },
  },
  'conf.not-utf8': {
    severity: 'warning',
    check(view) {
      return [...notUtf8(view)];
    },
  },
  'conf.nul': {
    severity: 'error',
    *check({ sources, traits, tree }) {
      const others = [...Object.entries(tree.acls), ...Object.entries(tree.secrets)];
      const texts = [
        ...sources.map(({ path, text }) => [path, text] as const),
        ...others.map(([path, text]) => [path, typeof text === 'string' ? text : text.reveal()] as const),
      ];
      for (const [path, text] of texts) {
        const at = text?.indexOf('\0') ?? -1;
        if (text === null || at === -1) continue;
        const before = text.slice(0, at);
        const column = at - before.lastIndexOf('\n');
        yield {
          place: { file: path, line: before.split('\n').length, column },
          message: column > 1 || traits.nulEndsFile ? msg('lint.conf.nul.ends') : msg('lint.conf.nul.found'),
          fix: msg('lint.conf.nul.fix'),
        };
      }
    },
  },
} satisfies Family;

function isNumber(word: string): boolean {
  return /^[+-]?\d{1,10}$/.test(word) && Math.abs(Number(word)) <= 2147483647;
}

/** A text that is no UTF-8 stops the broker; elsewhere it only looks odd, and nobody minds it in a comment. */
function* notUtf8(view: View): Iterable<Found> {
  const bad = new Map(view.sources.map(({ path, badUtf8 }) => [path, new Set(badUtf8)]));
  for (const { line, option } of view.lines) {
    if (bad.get(line.file)?.has(line.line) !== true) continue;
    const refused = isText(valueIn(option.value, view.version)) && option.name !== 'include_dir';
    yield {
      place: placeOfValue(line),
      refused,
      severity: refused ? 'error' : 'warning',
      message: msg('lint.conf.not-utf8.found', { name: option.name }),
      fix: msg('lint.conf.not-utf8.fix', { file: line.file }),
    };
  }
}
