import { type Message, msg, type Translate } from '../i18n/messages.ts';
import type { Extent } from '../mosquitto/access/coverage.ts';
import type { Reach, Reacher } from '../mosquitto/access/matrix.ts';
import { printable } from './escape.ts';
import type { Style } from './style.ts';

/** One line for programs: `user` is null for who is nobody in particular. */
export interface MatrixRow extends Reach {
  who: Reacher['who'];
  user: string | null;
}

/** RFC 4180, with a head; lines end with CR LF. */
export function matrixCsv(rows: Iterable<MatrixRow>): string {
  const lines = ['who,user,topic,publish,subscribe'];
  for (const { who, user, topic, publish, subscribe } of rows)
    lines.push([who, user ?? '', topic, publish, subscribe].map(field).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function field(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** So many lines of a table are read by a person. */
const mostLines = 200;
const mostNames = 3;

interface Group {
  who: Reacher['who'];
  names: string[];
  count: number;
  reach: readonly Reach[];
}

/** The topic with a real name in it. */
type Named = (topic: string, name: string | null) => string;

/** A table for people: who reaches the same, each below the own name, stands together. */
export function renderMatrix(people: Iterable<Reacher>, named: Named, t: Translate, style: Style): string {
  const groups = grouped(people);
  if (groups.length === 0) return t(msg('can.matrix.nobody'));
  const head: Message[] = [
    msg('can.matrix.who'),
    msg('can.matrix.topic'),
    msg('can.matrix.publish'),
    msg('can.matrix.subscribe'),
  ];
  const lines = groups.flatMap((group) => rowsOf(group, named, t));
  const shown = lines.slice(0, mostLines);
  const table = [head.map((one) => t(one)), ...shown];
  const widths = head.map((_, column) => Math.max(...table.map((line) => (line[column] ?? '').length)));
  const text = table.map((line, index) => {
    const cells = line.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    return index === 0 ? style.bold(cells.join('  ').trimEnd()) : cells.join('  ').trimEnd();
  });
  const more = lines.length - shown.length;
  const isGeneral = shown.some(([, topic]) => topic?.includes('{user}') === true);
  return [
    ...text,
    ...(isGeneral ? ['', style.dim(t(msg('can.matrix.user')))] : []),
    ...(more > 0 ? ['', t(msg('can.matrix.more', { count: more }))] : []),
  ].join('\n');
}

function grouped(people: Iterable<Reacher>): Group[] {
  const groups = new Map<number, Group>();
  for (const { who, user, group, reach } of people) {
    const known = groups.get(group) ?? { who, names: [], count: 0, reach };
    known.count += 1;
    if (user !== null && known.names.length < mostNames) known.names.push(user);
    groups.set(group, known);
  }
  return [...groups.values()];
}

function rowsOf({ who, names, count, reach }: Group, named: Named, t: Translate): string[][] {
  const label = who === 'user' ? namesText(names, count, t) : t(msg(`can.matrix.${who}`));
  // Of one alone the name is more than a variable.
  const own = count === 1 ? (names[0] ?? null) : null;
  const cell = (extent: Extent): string => t(msg(`can.matrix.${extent}`));
  if (reach.length === 0) return [[label, t(msg('can.matrix.nothing')), '', '']];
  return reach.map((one, index) => [
    index === 0 ? label : '',
    printable(named(one.topic, own)),
    cell(one.publish),
    cell(one.subscribe),
  ]);
}

function namesText(names: readonly string[], count: number, t: Translate): string {
  const text = names.map(printable).join(', ');
  return count === names.length
    ? text
    : t(msg('can.matrix.names', { names: text, count: count - names.length }));
}
