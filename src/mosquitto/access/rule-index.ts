import { coversLevels } from '../filters.ts';
import type { Access, AccessRule } from './types.ts';

/** What speaks for and against: of several, the first one named. */
export interface Found<R> {
  deny: R | null;
  allow: R | null;
}

/** So many rules are as quickly gone through as looked up. */
const few = 12;

/**
 * What a pattern, or a level of one, with `%u` or `%c` in it stands for; null where it stands for nothing of this client.
 * `isStart`: the text is the pattern's beginning.
 */
export type Fill = (text: string, isStart: boolean) => string | null;

interface Node {
  readonly literals: Map<string, Node>;
  /** Levels with `%u` or `%c` in them, where the rules are patterns. */
  readonly variables: Map<string, Node>;
  plus: Node | null;
  /** Places in the list of the first rule of each kind that ends here, and that ends here with `#`. */
  readonly here: Ends;
  readonly below: Ends;
}

type Ends = Record<Access | 'deny', number>;

/** Rules of one client, made to be asked often: a question costs no more than the levels that the filters share. */
export class RuleIndex<R extends AccessRule> {
  readonly rules: readonly R[];
  readonly #arePatterns: boolean;
  #root: Node | null = null;

  constructor(rules: readonly R[], arePatterns = false) {
    this.rules = rules;
    this.#arePatterns = arePatterns;
  }

  /** The first rule that denies, and the first that allows, a topic given as its levels. */
  find(levels: readonly string[], access: Access, fill: Fill = asItIs): Found<R> {
    if (this.rules.length <= few) return this.scan(levels, access, fill);
    this.#root ??= grow(this.rules, this.#arePatterns);
    const best = { deny: Number.POSITIVE_INFINITY, allow: Number.POSITIVE_INFINITY };
    walk(this.#root, { levels, access, fill }, best);
    return { deny: this.rules[best.deny] ?? null, allow: this.rules[best.allow] ?? null };
  }

  /** The same, rule by rule: also where what is filled in has levels of its own. */
  scan(levels: readonly string[], access: Access, fill: Fill): Found<R> {
    const found: Found<R> = { deny: null, allow: null };
    for (const rule of this.rules) {
      const isDeny = rule.access === 'deny';
      if (isDeny ? found.deny !== null : found.allow !== null || !grants(rule.access, access)) continue;
      const filter = fill(rule.filter, true);
      if (filter === null || !coversLevels(filter.split('/'), levels)) continue;
      if (isDeny) found.deny = rule;
      else found.allow = rule;
    }
    return found;
  }
}

function asItIs(text: string): string {
  return text;
}

export function grants(given: AccessRule['access'], access: Access): boolean {
  return given === access || given === 'readwrite';
}

function node(): Node {
  const none = Number.POSITIVE_INFINITY;
  return {
    literals: new Map(),
    variables: new Map(),
    plus: null,
    here: { deny: none, read: none, write: none },
    below: { deny: none, read: none, write: none },
  };
}

function grow(rules: readonly AccessRule[], arePatterns: boolean): Node {
  const root = node();
  for (const [place, { access, filter }] of rules.entries()) {
    let at = root;
    let ends = at.here;
    for (const level of filter.split('/')) {
      if (level === '#') {
        ends = at.below;
        break;
      }
      at = child(at, level, arePatterns && /%[uc]/.test(level));
      ends = at.here;
    }
    const kinds: (keyof Ends)[] = access === 'readwrite' ? ['read', 'write'] : [access];
    for (const kind of kinds) ends[kind] = Math.min(ends[kind], place);
  }
  return root;
}

function child(at: Node, level: string, isVariable: boolean): Node {
  if (level === '+') {
    at.plus ??= node();
    return at.plus;
  }
  const levels = isVariable ? at.variables : at.literals;
  let next = levels.get(level);
  if (next === undefined) {
    next = node();
    levels.set(level, next);
  }
  return next;
}

/** Every node is met at most once: filters share the levels in which they begin alike. Not by recursion: levels are many. */
function walk(
  root: Node,
  { levels, access, fill }: { levels: readonly string[]; access: Access; fill: Fill },
  best: { deny: number; allow: number },
): void {
  const note = (ends: Ends): void => {
    best.deny = Math.min(best.deny, ends.deny);
    best.allow = Math.min(best.allow, ends[access]);
  };
  let front = [root];
  for (const [depth, level] of levels.entries()) {
    const isDollar = depth === 0 && level.startsWith('$');
    const next: Node[] = [];
    for (const at of front) {
      if (!isDollar) note(at.below);
      const literal = at.literals.get(level);
      if (literal !== undefined) next.push(literal);
      if (at.plus !== null && !isDollar) next.push(at.plus);
      for (const [variable, node] of at.variables) if (fill(variable, depth === 0) === level) next.push(node);
    }
    front = next;
  }
  for (const at of front) {
    note(at.here);
    note(at.below);
  }
}
