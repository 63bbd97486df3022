import { Document, isMap, isScalar, isSeq } from 'yaml';
import type { SpecInput } from './schema.ts';

/** The order in which the keys stand in a broker.yaml that we write. */
const order: readonly (keyof SpecInput)[] = [
  'version',
  'profile',
  'listeners',
  'roles',
  'everyone',
  'anonymous',
  'tests',
  'passwords',
  'bridges',
  'limits',
  'persistence',
  'log',
  'sys_interval',
  'throughput',
  'reload_guard',
  'sandbox',
  'extra',
];

/** A broker.yaml that says this, below a comment of one or more lines. It reads back as the same. */
export function printSpec(input: SpecInput, comment: string): string {
  const document = new Document(
    Object.fromEntries(order.flatMap((key) => (input[key] === undefined ? [] : [[key, input[key]]]))),
  );
  document.commentBefore = comment
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n');
  if (isMap(document.contents)) {
    for (const { key, value } of document.contents.items) {
      // A blank line before each part; short lists and rights on one line, as people write them.
      if (isScalar(key) && key.value !== 'version') key.spaceBefore = true;
      flatten(value, 0);
    }
  }
  return document.toString({ lineWidth: 0 });
}

/** Lists of plain values on one line where they are short. */
function flatten(node: unknown, depth: number): void {
  if (isSeq(node)) {
    const plain = node.items.every((item) => !isMap(item) && !isSeq(item));
    if (plain && node.items.length <= 4 && depth > 0) node.flow = true;
    else for (const item of node.items) flatten(item, depth + 1);
  } else if (isMap(node)) for (const { value } of node.items) flatten(value, depth + 1);
}
