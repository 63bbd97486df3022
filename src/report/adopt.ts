import type { Adopted, AdoptedLine } from '../adopt/types.ts';
import type { Comparison } from '../engine/shadow/compare-shadows.ts';
import type { Problem } from '../errors.ts';
import { type Message, msg, type Translate } from '../i18n/messages.ts';
import type { Finding } from '../lint/types.ts';
import { shown } from '../shown.ts';
import { printable } from './escape.ts';
import { fold, hung } from './fold.ts';
import type { Style } from './style.ts';

/** Everything that adopt has to tell. */
export interface AdoptionView {
  file: string;
  version: string;
  specFile: string;
  specText: string;
  adopted: Adopted;
  /** What is wrong with the configuration as it is. */
  findings: readonly Finding[];
  /** Null where there was no broker to ask; 'failed' where one of the two did not start. */
  compared: Comparison | null | 'failed';
}

/** Each line with what becomes of it, the new broker.yaml, what is wrong today, and what would be otherwise. */
export function renderAdoption(view: AdoptionView, t: Translate, style: Style): string {
  const { adopted, findings } = view;
  const { accounts, input, notes } = adopted;
  const roles = Object.keys(input.roles ?? {}).length;
  return [
    ...fold(t(msg('adopt.title', { file: view.file, version: view.version })), style.width).map(style.bold),
    ...lines(adopted.lines, t, style),
    '',
    ...fold(t(msg('adopt.spec', { file: view.specFile })), style.width).map(style.bold),
    ...withoutComment(view.specText).map((line) => `  ${printable(line)}`.trimEnd()),
    '',
    ...fold(t(msg('adopt.accounts', { count: accounts.length, roles })), style.width),
    ...block(
      msg('adopt.notes'),
      notes.map(({ message }) => t(message)),
      t,
      style,
    ),
    ...block(
      msg('adopt.traps'),
      findings.map((finding) => `${placeText(finding)}${t(finding.message)}`),
      t,
      style,
    ),
    ...comparison(view, t, style),
  ].join('\n');
}

/** The comment at the top of the file is for whoever opens it. */
function withoutComment(text: string): string[] {
  const all = text.trimEnd().split('\n');
  return all.slice(all.findIndex((line) => line !== '' && !line.startsWith('#')));
}

/** Of a line of any length. */
const longestLine = 200;
const numbered = 9;
/** Columns that a word on a line needs beside it. */
const leastBeside = 26;

function lines(all: readonly AdoptedLine[], t: Translate, style: Style): string[] {
  const texts = all.map(({ text }) => shown(text, longestLine));
  const most = Math.floor((style.width - numbered) * 0.55);
  const width = Math.max(0, ...texts.map(({ length }) => length).filter((length) => length <= most));
  const out: string[] = [];
  let file = '';
  for (const [index, one] of all.entries()) {
    const text = texts[index] ?? '';
    if (one.file !== file) {
      file = one.file;
      out.push(`  ${style.dim(printable(file))}`);
    }
    const begin = `  ${String(one.line).padStart(5)}  `;
    const said = saidOf(one, t, style);
    const besides = hung(' '.repeat(numbered + width + 2), said, style.width);
    const paint = painter(one, style);
    if (text.length > width || (besides.length > 1 && style.width - numbered - width < leastBeside)) {
      out.push(...hung(begin, text, style.width));
      out.push(...hung(' '.repeat(numbered + 2), said, style.width).map(paint));
    } else {
      const [first = '', ...rest] = besides.map((line) => line.slice(numbered + width + 2));
      out.push(`${begin}${text.padEnd(width)}  ${paint(first)}`);
      out.push(...rest.map((line) => `${' '.repeat(numbered + width + 2)}${paint(line)}`));
    }
  }
  return out;
}

function saidOf({ verdict, to, why }: AdoptedLine, t: Translate, { unicode }: Style): string {
  const arrow = unicode ? '→' : '->';
  const word =
    verdict === 'understood'
      ? `${arrow} ${to ?? ''}`
      : verdict === 'kept'
        ? `${arrow} ${t(msg('adopt.verdict.kept', { to: to ?? '' }))}`
        : t({ key: `adopt.verdict.${verdict}` });
  return printable(why === null ? word : t(msg('adopt.because', { said: word, why: t(why) })));
}

function painter({ verdict }: AdoptedLine, style: Style): (text: string) => string {
  if (verdict === 'refused') return style.red;
  return verdict === 'understood' || verdict === 'kept' ? (text) => text : style.dim;
}

/** Of one kind; --json has all of them. */
const mostShown = 20;

function block(title: Message, texts: readonly string[], t: Translate, style: Style): string[] {
  if (texts.length === 0) return [];
  const rest = texts.length - mostShown;
  return [
    '',
    ...fold(t(title), style.width).map(style.bold),
    ...warned(texts.slice(0, mostShown), style),
    ...(rest > 0 ? hung('    ', t(msg('adopt.more', { count: rest })), style.width) : []),
  ];
}

function warned(texts: readonly string[], style: Style): string[] {
  return texts.flatMap((text) =>
    hung('    ', printable(text), style.width).map((line, index) =>
      index === 0 ? `  ${style.yellow('!')} ${line.slice(4)}` : line,
    ),
  );
}

function placeText({ place: { file, line } }: Finding): string {
  return `${file.slice(file.lastIndexOf('/') + 1)}${line === undefined ? '' : `:${line}`}: `;
}

function comparison({ compared, adopted }: AdoptionView, t: Translate, style: Style): string[] {
  const leftOut = adopted.lines.filter(({ verdict }) => verdict === 'refused').length;
  const left = leftOut === 0 ? [] : warned([t(msg('adopt.left-out', { count: leftOut }))], style);
  const plain = (message: Message): string[] => fold(t(message), style.width);
  if (compared === 'failed') return left;
  if (compared === null) return ['', ...plain(msg('adopt.notInstalled')).map(style.yellow), ...left];
  const { asked, differences, closed, unshadowable } = compared;
  if (unshadowable.length > 0)
    return [
      '',
      ...plain(msg('adopt.unshadowable')).map(style.yellow),
      ...unshadowable.flatMap((one) => hung('  ', problemText(one, t), style.width)),
      ...left,
    ];
  const unasked = closed.flatMap(({ listener, needs }) =>
    hung('  ', t(msg('adopt.closed', { listener, needs })), style.width),
  );
  if (differences.length === 0)
    return ['', ...plain(msg('adopt.same', asked)).map(style.green), ...unasked, ...left];
  return [
    ...block(
      msg('adopt.differences'),
      differences.map(({ message }) => t(message)),
      t,
      style,
    ),
    ...unasked,
    ...left,
  ];
}

function problemText({ message, place }: Problem, t: Translate): string {
  const where =
    place === undefined ? '' : `${place.file}${place.line === undefined ? '' : `:${place.line}`}: `;
  return printable(`${where}${t(message)}`);
}
