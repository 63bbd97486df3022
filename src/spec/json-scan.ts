/** What stands where in one line of JSON; columns count from 1. */
export interface JsonScan {
  /** Column of the first thing that is no JSON; null where the whole line is. */
  error: number | null;
  /** The keys of the outermost object, as written, repeated ones too. */
  keys: { name: string; column: number }[];
  /** Columns of values by path: `name`, `topics`, `topics.0`. */
  values: Map<string, number>;
}

const space = /[ \t\r]*/y;
const scalar =
  /"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

/** Deeper nesting than an account can have is an error where it starts. */
const deepest = 8;

/**
 * Finds places in a line of JSON. JSON.parse is the judge of what is right; it does not tell where a key stands, that
 * one stands twice, or (but in the words of its message) where it stopped.
 */
export function scanJson(line: string): JsonScan {
  const scan: JsonScan = { error: null, keys: [], values: new Map() };
  let at = 0;
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(line)?.[0];
    if (found === undefined) return null;
    at += found.length;
    return found;
  };
  const mark = (character: string): boolean => {
    match(space);
    if (line[at] !== character) return false;
    at += 1;
    return true;
  };
  const value = (path: string, depth: number): boolean => {
    match(space);
    if (depth > 0) scan.values.set(path, at + 1);
    if (depth < deepest && mark('{')) return mark('}') || items(path, depth, '}');
    if (depth < deepest && mark('[')) return mark(']') || items(path, depth, ']');
    return match(scalar) !== null;
  };
  const items = (path: string, depth: number, end: '}' | ']'): boolean => {
    for (let index = 0; ; index += 1) {
      const key = end === '}' ? property(depth) : String(index);
      if (key === null || !value(path === '' ? key : `${path}.${key}`, depth + 1)) return false;
      if (mark(end)) return true;
      if (!mark(',')) return false;
    }
  };
  const property = (depth: number): string | null => {
    match(space);
    const column = at + 1;
    const written = line[at] === '"' ? match(scalar) : null;
    if (written === null || !mark(':')) return null;
    const name: unknown = JSON.parse(written);
    if (depth === 0) scan.keys.push({ name: String(name), column });
    return String(name);
  };
  const isValue = value('', 0);
  match(space);
  if (!isValue || at < line.length) scan.error = Math.min(at, line.length) + 1;
  return scan;
}
