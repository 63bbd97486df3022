import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { AppError, fail, type Place, type Problem } from '../errors.ts';
import { type Message, msg } from '../i18n/messages.ts';
import { shown } from '../shown.ts';

/** A YAML file: its plain value, and where in the text each part of it stands. */
export interface YamlFile {
  document: Document.Parsed;
  value: unknown;
  /** Where the value at `path` stands, or the nearest thing around it. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** Where the key that ends `path` stands. */
  placeOfKey(path: readonly PropertyKey[]): Place;
}

/** Bytes. A broker.yaml is a page; parsing what is much longer would take long. */
const largest = 1024 * 1024;

/** After a few syntax errors the rest is only their echo. */
const mostSyntaxErrors = 10;

/**
 * Reads one YAML 1.2 document (core schema). Throws an AppError('input') with every problem where it is not plain data:
 * no anchors, aliases, tags or keys that are no text; a key stands once. A number that is not written in plain decimal
 * form (0x75B, 1e3, 0123, 20 digits) comes out as the text that was written, so that it never turns into another value.
 */
export function readYaml(text: string, file: string): YamlFile {
  const at = (message: Message, place: Partial<Place> = {}) =>
    fail('input', message, { place: { file, ...place } });
  if (Buffer.byteLength(text) > largest) throw at(msg('spec.yaml.large', { max: largest }));
  if (/[\0\uFFFD]/.test(text)) throw at(msg('spec.yaml.encoding'));
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: line === 1 && text.startsWith('\uFEFF') ? Math.max(1, col - 1) : col };
  };
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    version: '1.2',
    // Repeated keys are found in the walk below, which says where the first one stands and takes linear time.
    uniqueKeys: false,
    logLevel: 'error',
  });
  const reported = [
    ...document.errors,
    ...document.warnings.filter(({ code }) => code !== 'TAG_RESOLVE_FAILED'),
  ];
  const syntax = reported.filter(({ pos }, index) => pos[0] !== reported[index - 1]?.pos[0]);
  if (syntax.length > 0) {
    throw new AppError(
      'input',
      syntax
        .slice(0, mostSyntaxErrors)
        .map((e) => ({ message: syntaxMessage(e.code), place: place(e.pos[0]) })),
    );
  }
  const walk = new Walk(place);
  const value = walk.value(document.contents, []);
  if (walk.problems.length > 0) throw new AppError('input', walk.problems);
  const nearest = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length > 0; length -= 1) {
      const found = walk.values.get(pathKey(path.slice(0, length)));
      if (found !== undefined) return found;
    }
    return place(document.contents?.range[0] ?? 0);
  };
  return {
    document,
    value,
    placeOf: nearest,
    placeOfKey: (path) => walk.keys.get(pathKey(path)) ?? nearest(path),
  };
}

function syntaxMessage(code: string): Message {
  if (code === 'MULTIPLE_DOCS') return msg('spec.yaml.documents');
  if (code === 'TAB_AS_INDENT') return msg('spec.yaml.tab');
  if (code === 'BAD_INDENT') return msg('spec.yaml.indent');
  if (code === 'BAD_ALIAS' || code === 'MULTIPLE_ANCHORS') return msg('spec.yaml.alias');
  if (code === 'RESOURCE_EXHAUSTION') return msg('spec.yaml.deep');
  return msg('spec.yaml.syntax', { code });
}

function pathKey(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}

/** Turns nodes into plain values, noting where each stands and what is more than plain data. */
class Walk {
  readonly problems: Problem[] = [];
  readonly values = new Map<string, Place>();
  readonly keys = new Map<string, Place>();
  readonly #place: (offset: number) => Place;

  constructor(place: (offset: number) => Place) {
    this.#place = place;
  }

  value(node: Node | null, path: string[]): unknown {
    if (node === null) return null;
    const place = this.#place(node.range?.[0] ?? 0);
    this.values.set(pathKey(path), place);
    if (isAlias(node) || node.anchor !== undefined) this.#problem(msg('spec.yaml.alias'), place);
    if (node.tag !== undefined) this.#problem(msg('spec.yaml.tag'), place);
    if (isSeq<Node | null>(node))
      return node.items.map((item, index) => this.value(item, [...path, String(index)]));
    if (isMap<Node | null, Node | null>(node)) return this.#map(node.items, path);
    return isScalar(node) ? plainScalar(node.value, node.source) : null;
  }

  #map(items: readonly { key: Node | null; value: Node | null }[], path: string[]): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    for (const { key, value } of items) {
      const place = this.#place(key?.range?.[0] ?? value?.range?.[0] ?? 0);
      const name = isScalar(key) && typeof key.value === 'string' && key.tag === undefined ? key.value : null;
      if (name === null || key?.anchor !== undefined) {
        this.#problem(msg('spec.yaml.key'), place);
        continue;
      }
      const own = [...path, name];
      const first = this.keys.get(pathKey(own));
      if (first !== undefined) {
        this.#problem(msg('spec.yaml.twice', { key: shown(name), line: first.line ?? 0 }), place);
        continue;
      }
      this.keys.set(pathKey(own), place);
      // Not an assignment: `__proto__` would set the prototype.
      Object.defineProperty(object, name, {
        value: this.value(value, own),
        enumerable: true,
        configurable: true,
      });
    }
    return object;
  }

  #problem(message: Message, place: Place): void {
    this.problems.push({ message, place });
  }
}

function plainScalar(value: unknown, source: string | undefined): unknown {
  const isOther =
    typeof value === 'bigint' ||
    (typeof value === 'number' && source !== undefined && source !== String(value));
  return isOther ? (source ?? String(value)) : value;
}
