import type { Style } from '../report/style.ts';
import type { Branch, Drawing } from './sides.ts';

const narrowest = 20;

/**
 * The star for a terminal: people stand left and right of the broker where the screen is wide enough, else above and
 * below it. No line is longer than the screen is wide.
 */
export function mapText(drawing: Drawing, heads: readonly [string, string, string], reader: Style): string {
  // A terminal that does not say how wide it is says 0.
  const style = reader.width < narrowest ? { ...reader, width: 80 } : reader;
  return beside(drawing, heads, style) ?? below(drawing, heads, style);
}

type Cells = readonly [string, string];

/** A line for each filter, with the name on the first. */
function rows(branches: readonly Branch[], { unicode }: Style): Cells[] {
  const no = unicode ? '✖ ' : 'not ';
  return branches.flatMap(({ label, topics }): Cells[] => {
    const texts = topics.map(({ text, denied }) => (denied ? `${no}${text}` : text));
    return [[label, texts[0] ?? ''], ...texts.slice(1).map((text): Cells => ['', text])];
  });
}

/** Null where it is too wide for the screen. */
function beside(drawing: Drawing, heads: readonly string[], style: Style): string | null {
  const box = boxed(drawing.broker, style);
  const left = rows(drawing.publishers, style);
  const right = rows(drawing.subscribers, style);
  const width = (cells: readonly Cells[], at: 0 | 1): number =>
    Math.max(0, ...cells.map((cell) => length(cell[at])));
  const [from, fromTopic, toTopic, to] = [width(left, 0), width(left, 1), width(right, 1), width(right, 0)];
  const boxWidth = length(box[0] ?? '');
  if (from + fromTopic + toTopic + to + boxWidth + 12 > style.width) return null;
  const arrow = style.unicode ? '─▶' : '->';
  const height = Math.max(left.length, right.length, box.length);
  const body = Array.from({ length: height }, (_, index) => {
    const [name = '', topic = ''] = left[index] ?? [];
    const [toName = '', read = ''] = right[index] ?? [];
    return [
      `${padded(name, from, style)}  ${padded(topic, fromTopic, style)}`,
      topic === '' ? '  ' : arrow,
      box[index] ?? ' '.repeat(boxWidth),
      read === '' ? '  ' : arrow,
      `${padded(read, toTopic, style)}  ${toName}`,
    ]
      .join(' ')
      .trimEnd();
  });
  const [publish = '', , reads = ''] = heads;
  const head = `${padded(publish, from + fromTopic + boxWidth + 10, style)}${reads}`;
  return [style.bold(head), ...body, ...bridges(drawing, heads, style)].join('\n');
}

function below(drawing: Drawing, heads: readonly string[], style: Style): string {
  const [publish = '', , read = ''] = heads;
  const down = style.unicode ? '▼' : 'v';
  const side = (branches: readonly Branch[]): string[] => {
    const cells = rows(branches, style);
    const longest = Math.max(0, ...cells.map(([name]) => length(name)));
    const names = Math.min(longest, Math.floor((style.width - 4) / 2));
    return cells.map(([name, topic]) =>
      `  ${padded(name, names, style)}  ${cutTo(topic, style.width - names - 4, style)}`.trimEnd(),
    );
  };
  return [
    style.bold(publish),
    ...side(drawing.publishers),
    `      ${down}`,
    ...boxed(drawing.broker, style).map((line) => `  ${line}`),
    `      ${down}`,
    style.bold(read),
    ...side(drawing.subscribers),
    ...bridges(drawing, heads, style),
  ].join('\n');
}

function bridges({ bridges: all }: Drawing, [, title = '']: readonly string[], style: Style): string[] {
  if (all.length === 0) return [];
  const lines = all.flatMap(({ label, topics }) => [label, ...topics.map((topic) => `  ${topic}`)]);
  return ['', style.bold(title), ...lines.map((line) => `  ${cutTo(line, style.width - 2, style)}`)];
}

function boxed(lines: readonly string[], style: Style): string[] {
  const inner = Math.min(Math.max(...lines.map(length)), Math.floor(style.width / 3));
  const [corner, flat, wall] = style.unicode ? ['┌┐└┘', '─', '│'] : ['++++', '-', '|'];
  const edge = (at: number): string => `${corner[at]}${flat.repeat(inner + 2)}${corner[at + 1]}`;
  return [edge(0), ...lines.map((line) => `${wall} ${padded(line, inner, style)} ${wall}`), edge(2)];
}

function padded(text: string, width: number, style: Style): string {
  const cutText = cutTo(text, width, style);
  return cutText + ' '.repeat(Math.max(0, width - length(cutText)));
}

function cutTo(text: string, width: number, { unicode }: Style): string {
  const dots = unicode ? '…' : '...';
  const letters = Array.from(text);
  if (letters.length <= width) return text;
  return `${letters.slice(0, Math.max(0, width - dots.length)).join('')}${dots}`;
}

function length(text: string): number {
  return Array.from(text).length;
}
