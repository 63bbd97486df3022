import { type Message, msg, type Translate } from '../i18n/messages.ts';
import type { OptionText } from '../i18n/option-text.ts';
import type { OptionView, ValueView } from '../mosquitto/options/describe.ts';
import { fold } from './fold.ts';
import type { Style } from './style.ts';

/** An option of mosquitto.conf as it is in one version, for a person. */
export interface ExplainedOption {
  view: OptionView;
  text: OptionText;
  /** Null where it is not known. */
  version: string | null;
  /** What mqtt-setup writes and why; null where it does not. */
  ours: Message | null;
}

/** Name, what it does, what to beware of, then one line for each of its sides. */
export function renderOption(explained: ExplainedOption, t: Translate, style: Style): string {
  const { view, text, version, ours } = explained;
  const title = version === null ? msg('explain.versionUnknown') : msg('explain.in', { version });
  const warning = absence(view, version);
  const head = [
    `${style.bold(view.name)}  ${style.dim(t(title))}`,
    ...fold(text.does, style.width - 2).map((line) => `  ${line}`),
    ...(warning === null ? [] : [`  ${style.red(t(warning))}`]),
  ];
  if (!view.known && view.removed !== null) return head.join('\n');
  const beware = view.beware === 'security' ? msg('explain.security') : msg('explain.beware');
  const rows: [Message, string][] = [
    ...(text.trap === undefined ? [] : [[beware, text.trap] satisfies [Message, string]]),
    ...optionSides(view, t),
    [msg('explain.ours'), t(ours ?? msg('explain.notOurs'))],
  ];
  const width = Math.max(...rows.map(([label]) => t(label).length));
  return [
    ...head,
    '',
    ...rows.map(([label, body]) => {
      const lines = fold(body, Math.max(30, style.width - width - 4));
      return `  ${style.dim(t(label).padEnd(width))}  ${lines.join(`\n${' '.repeat(width + 4)}`)}`;
    }),
  ].join('\n');
}

function absence({ known, since, removed }: OptionView, version: string | null): Message | null {
  if (known) return null;
  const shown = version ?? '2.0.11';
  return removed === null
    ? msg('explain.notYet', { version: shown, since })
    : msg('explain.gone', { version: shown, removed });
}

/** One line for each side of an option: its label, and what holds. */
export function optionSides(view: OptionView, t: Translate): [Message, string][] {
  const { deprecated, contents, sameAs, scope } = view;
  const rows: [Message, string | null][] = [
    [msg('explain.value'), typeInWords(view.value, t)],
    [msg('explain.default'), defaultInWords(view, t)],
    [msg('explain.place'), t({ key: `explain.scope.${scope}` })],
    [msg('explain.since'), view.since === '1.4' ? t(msg('explain.oldest')) : view.since],
    [msg('explain.deprecated'), deprecated === null ? null : t(deprecation(deprecated))],
    [msg('explain.sameAs'), sameAs],
    [msg('explain.twice'), t({ key: `explain.again.${view.again}` })],
    [msg('explain.change'), t({ key: `explain.effect.${view.effect}` })],
    [msg('explain.contents'), contents === null ? null : t({ key: `explain.effect.${contents}` })],
  ];
  return rows.flatMap(([label, body]) => (body === null ? [] : [[label, body] satisfies [Message, string]]));
}

function deprecation({ since, by }: NonNullable<OptionView['deprecated']>): Message {
  return by === null ? msg('explain.noInstead', { since }) : msg('explain.instead', { since, by });
}

function defaultInWords(view: OptionView, t: Translate): string {
  const word = (value: string | null): string => value ?? t(msg('explain.none'));
  const later = view.defaultChanges.map(({ since, value }) =>
    t(msg('explain.defaultFrom', { since, value: word(value) })),
  );
  return [word(view.default), ...later].join('; ');
}

function typeInWords(value: ValueView, t: Translate): string {
  const { kind, words = [], min, max, unit, maxBytes, units = '' } = value;
  const type = typeMessage(value.is, kind, words.join(', '), units.split('').join(', '));
  const size: (Message | null)[] = [
    range(min, max),
    unit === undefined ? null : { key: `explain.unit.${unit}` },
  ];
  const limit =
    maxBytes === undefined || maxBytes > 1000 ? null : msg('explain.maxBytes', { count: maxBytes });
  const inWords = (parts: readonly (Message | null)[]): string =>
    parts.flatMap((part) => (part === null ? [] : [t(part)])).join(' ');
  return [t(type), inWords(size), inWords([limit])].filter((part) => part !== '').join(', ');
}

function typeMessage(is: ValueView['is'], kind: ValueView['kind'], words: string, units: string): Message {
  switch (kind) {
    case 'path':
      return { key: `explain.type.path.${is ?? 'file'}` };
    case 'words':
      return msg('explain.type.words', { words });
    case 'log-dest':
      return msg('explain.type.log-dest', { words });
    case 'duration':
      return msg('explain.type.duration', { units });
    default:
      return { key: `explain.type.${kind}` };
  }
}

function range(min: number | undefined, max: number | undefined): Message | null {
  if (min !== undefined && max !== undefined) return msg('explain.range', { min: `${min}`, max: `${max}` });
  if (min !== undefined) return msg('explain.atLeast', { min: `${min}` });
  return max === undefined ? null : msg('explain.atMost', { max: `${max}` });
}
