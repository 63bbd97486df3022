import { isScalar, parseDocument } from 'yaml';

/** A value of broker.yaml, by its path; undefined: it goes. */
export interface SpecChange {
  path: (string | number)[];
  value: unknown;
}

/**
 * Sets values in a broker.yaml: comments and the order of what is there stay. What is said of a list of which nothing is
 * there yet is left to `loadSpec` to judge.
 */
export function setInSpec(text: string, changes: readonly SpecChange[]): string {
  if (changes.length === 0) return text;
  const document = parseDocument(text);
  for (const { path, value } of changes) {
    const there = document.getIn(path, true);
    if (value === undefined) document.deleteIn(path);
    // In its own node, which has the comment behind it.
    else if (isScalar(there) && typeof value !== 'object') there.value = value;
    else document.setIn(path, document.createNode(value));
  }
  return document.toString({ lineWidth: 0 });
}
