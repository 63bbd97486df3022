import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { readYaml } from './yaml.ts';

/** Bytes `from` to `to` of the text become `with`. */
export interface Splice {
  from: number;
  to: number;
  with: string;
}

/** The mapping that a broker.yaml is; null where it is none. Throws AppError('input') for what is no YAML. */
export function rootMap(text: string, file: string): YAMLMap<Node, Node | null> | null {
  const { contents } = readYaml(text, file).document;
  return isMap<Node, Node | null>(contents) ? contents : null;
}

/** A key of a mapping with its value; null where it is not there. */
export function pairOf(map: YAMLMap<Node, Node | null>, key: string): Pair<Node, Node | null> | null {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key) ?? null;
}

/** A new pair behind `after`, in the style of the mapping. */
export function addPair(
  text: string,
  map: YAMLMap<Node, Node | null>,
  after: Pair<Node, Node | null> | null,
  pair: string,
): Splice {
  const end = endOf(after?.value ?? after?.key ?? null);
  if (map.flow === true) return { from: end, to: end, with: `, ${pair}` };
  const start = after?.key.range?.[0] ?? 0;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, text.startsWith('\uFEFF') ? 1 : 0);
  const indent = ' '.repeat(start - lineStart);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const body = pair
    .split('\n')
    .map((line) => indent + line)
    .join(newline);
  const lineEnd = text.indexOf('\n', end);
  if (lineEnd === -1) return { from: text.length, to: text.length, with: `${newline}${body}${newline}` };
  return { from: lineEnd + 1, to: lineEnd + 1, with: `${body}${newline}` };
}

/** Where a value ends, without the line break and the blanks that a block takes along. */
function endOf(node: Node | null): number {
  if (isSeq<Node | null>(node) && node.flow !== true) return endOf(node.items.at(-1) ?? null);
  if (isMap<Node, Node | null>(node) && node.flow !== true) return endOf(node.items.at(-1)?.value ?? null);
  return node?.range?.[1] ?? 0;
}

/** The text with another value in the place of the pair's. */
export function replace(text: string, pair: Pair<Node, Node | null>, value: string): string {
  return splice(text, valueSplice(pair, value));
}

/** Another value in the place of the pair's. */
export function valueSplice(pair: Pair<Node, Node | null>, value: string): Splice {
  return { from: pair.value?.range?.[0] ?? 0, to: endOf(pair.value), with: value };
}

/** The text with the splice made. */
export function splice(text: string, { from, to, with: inserted }: Splice): string {
  return text.slice(0, from) + inserted + text.slice(to);
}
