import { msg, type Translate } from '../i18n/messages.ts';
import type { BusyTopics } from './busiest.ts';
import { printable } from './escape.ts';
import type { Style } from './style.ts';

/** How a broker is, as far as may be seen. */
export interface StatusView {
  running: boolean;
  pid: number | null;
  version: string | null;
  /** Null where nothing starts it with the machine. */
  enabled: boolean | null;
  urls: readonly string[];
  /** Null where this user may not see them. */
  users: number | null;
  /** What the broker says of itself; null where it does not, or not to us. */
  numbers: BrokerNumbers | null;
  /** Of each listener with TLS: the day of its last, and how many days that is from now. */
  certificates: readonly { name: string; until: string; days: number }[];
  change: { number: number; made: string; who: string; command: string; message: string | null } | null;
  /** Files of ours that somebody has changed. */
  drift: readonly string[];
  next: readonly { command: string; why: string }[];
  /** Which topics have most messages; only where somebody asks for it. */
  busiest?: BusyTopics | null;
}

/** `received` and `sent`: messages in the last minute, wills and retained ones among them. */
export interface BrokerNumbers {
  clients: number | null;
  offline: number | null;
  messages: number | null;
  received: number | null;
  sent: number | null;
}

/** The whole page; `before`: what the numbers were, oldest first, where somebody watches. */
export function renderStatus(
  view: StatusView,
  t: Translate,
  style: Style,
  before: readonly BrokerNumbers[] = [],
): string {
  const warn = style.yellow(style.unicode ? '!' : '[warn]');
  return [
    headline(view, t, style),
    ...[...about(view, t)].map((text) => `  ${text}`),
    ...numberLines(view, t, style, before),
    ...topicLines(view, t),
    ...view.certificates.map(({ name, until, days }) => {
      const text = t(msg('status.certificate', { name, until, days }));
      return days < 21 ? `  ${warn} ${text}` : `  ${text}`;
    }),
    ...changeLines(view, t),
    ...view.drift.map((path) => `  ${warn} ${t(msg('status.drift', { path: printable(path) }))}`),
    ...nextLines(view, t, style),
  ].join('\n');
}

function headline({ running, pid }: StatusView, t: Translate, style: Style): string {
  const mark = running
    ? style.green(style.unicode ? '✔' : '[ok]')
    : style.red(style.unicode ? '✖' : '[fail]');
  const state = running ? msg('cli.service.running', { pid: pid ?? 0 }) : msg('cli.service.stopped');
  return `${mark} ${t(state)}`;
}

function* about({ version, enabled, urls, users }: StatusView, t: Translate): Generator<string> {
  if (version !== null) yield `mosquitto ${version}`;
  if (enabled !== null) yield t(enabled ? msg('cli.status.enabled') : msg('cli.status.disabled'));
  yield* urls;
  yield t(users === null ? msg('cli.status.rootSeesMore') : msg('cli.status.users', { count: users }));
}

function numberLines(
  { numbers }: StatusView,
  t: Translate,
  style: Style,
  before: readonly BrokerNumbers[],
): string[] {
  if (numbers === null) return [];
  const { clients, offline, received, sent, messages } = numbers;
  const count = (value: number | null): number => Math.round(value ?? 0);
  const curve = (of: keyof BrokerNumbers): string => {
    if (before.length < 2) return '';
    return `  ${style.dim(
      sparkline(
        before.map((one) => one[of] ?? 0),
        style.unicode,
      ),
    )}`;
  };
  return [
    `  ${t(msg('status.clients', { clients: count(clients), offline: count(offline) }))}${curve('clients')}`,
    `  ${t(msg('status.received', { count: count(received) }))}${curve('received')}`,
    `  ${t(msg('status.sent', { count: count(sent) }))}${curve('sent')}`,
    `  ${t(msg('status.stored', { count: count(messages) }))}${curve('messages')}`,
  ];
}

function topicLines({ busiest }: StatusView, t: Translate): string[] {
  if (!busiest) return [];
  const filter = printable(busiest.filter);
  if (busiest.topics.length === 0) return [`  ${t(msg('status.topics.none', { filter }))}`];
  const width = Math.max(...busiest.topics.map(({ count }) => String(count).length));
  return [
    `  ${t(msg('status.topics.title', { filter }))}`,
    ...busiest.topics.map(({ topic, count }) => `    ${String(count).padStart(width)}  ${printable(topic)}`),
  ];
}

function changeLines({ change }: StatusView, t: Translate): string[] {
  if (change === null) return [];
  const { number, made, who, command, message } = change;
  const when = made.slice(0, 16).replace('T', ' ');
  const text = t(msg('status.change', { number, when, who: printable(who), command: printable(command) }));
  return [`  ${text}${message === null ? '' : ` (${printable(message)})`}`];
}

function nextLines({ next }: StatusView, t: Translate, style: Style): string[] {
  const width = Math.max(0, ...next.map(({ command }) => command.length));
  const lines = next.map(({ command, why }) => `    $ ${command.padEnd(width)}  ${style.dim(why)}`.trimEnd());
  return lines.length === 0 ? [] : [style.dim(`  ${t(msg('cli.card.next'))}`), ...lines];
}

const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const plain = ['_', '.', '-', '=', '#'];

/** One sign for each value, the highest for the highest; all low where all are the same. */
export function sparkline(values: readonly number[], unicode: boolean): string {
  const signs = unicode ? blocks : plain;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = most - least;
  return values
    .map((value) => signs[span === 0 ? 0 : Math.round(((value - least) / span) * (signs.length - 1))])
    .join('');
}
