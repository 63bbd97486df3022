import { type Message, msg } from '../i18n/messages.ts';
import type { Block, Placed, View } from '../lint/view.ts';
import type { ConfLine } from '../mosquitto/formats/conf.ts';
import { valueIn } from '../mosquitto/options/by-version.ts';
import { findOption, type Option } from '../mosquitto/options/registry.ts';
import { specSchema } from '../spec/schema.ts';
import { schemaAt } from '../spec/schema-at.ts';
import type { Adopted, AdoptedLine, Verdict } from './types.ts';

type Path = readonly (string | number)[];

/** Gathers what becomes of each line, and broker.yaml as it grows. */
export class Collected {
  readonly notes: Adopted['notes'] = [];
  readonly root: Record<string, unknown> = { version: 1 };
  readonly #lines = new Map<string, AdoptedLine>();
  readonly #view: View;
  /** The line that counts, by what it belongs to and what it sets. */
  readonly #last = new Map<Block, Map<string, ConfLine>>();

  constructor(view: View) {
    this.#view = view;
    for (const { line, option, holder } of view.lines) {
      if (holder === null) continue;
      const own = this.#last.get(holder) ?? new Map<string, ConfLine>();
      this.#last.set(holder, own);
      own.set(nameOf(option), line);
    }
  }

  /** Does it count, or does a later line of the same setting take its place? */
  isInEffect({ line, option, holder }: Placed): boolean {
    if (holder === null || valueIn(option.again, this.#view.version) === 'adds') return true;
    return this.#last.get(holder)?.get(nameOf(option)) === line;
  }

  /** The first word on a line is the last: a line that was refused is not understood later. */
  say(line: ConfLine, verdict: Verdict, to: string | null = null, why: Message | null = null): void {
    const key = `${line.file}:${line.line}`;
    if (this.#lines.has(key)) return;
    this.#lines.set(key, { file: line.file, line: line.line, text: shownLine(line), verdict, to, why });
  }

  /** It was set as it is, below `extra`. */
  keepAs(line: ConfLine): void {
    const said = this.#lines.get(`${line.file}:${line.line}`);
    if (said !== undefined) said.verdict = 'kept';
  }

  refuse(line: ConfLine, why: Message): void {
    this.say(line, 'refused', null, why);
  }

  /** A later line of the same setting wins. */
  overrule(line: ConfLine): void {
    this.say(line, 'no-effect', null, msg('adopt.later'));
  }

  note(message: Message, refused = false): void {
    this.notes.push({ message, refused });
  }

  has(line: ConfLine): boolean {
    return this.#lines.has(`${line.file}:${line.line}`);
  }

  /** Sets a key of broker.yaml to what the line says; where no such value may stand there, the line is refused. */
  set(line: ConfLine, path: Path, value: unknown): boolean {
    if (this.#lines.get(`${line.file}:${line.line}`)?.verdict === 'refused') return false;
    const { schema, rest } = schemaAt(specSchema, path);
    if (rest.length > 0 || !schema.safeParse(value).success) {
      this.refuse(line, msg('adopt.value', { key: keyText(path) }));
      return false;
    }
    put(this.root, path, value);
    this.say(line, 'understood', keyText(path));
    return true;
  }

  /** What stands at a path of broker.yaml by now; undefined for nothing. */
  at(path: Path): unknown {
    return path.reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string | number, unknown>)[key]
          : undefined,
      this.root,
    );
  }

  /** Sets a key of broker.yaml that no line says in so many words. */
  put(path: Path, value: unknown): void {
    put(this.root, path, value);
  }

  /** Every line in the order in which the broker reads it. */
  lines(): AdoptedLine[] {
    const read = [...this.#view.lines.map(({ line }) => line), ...strangers(this.#view)];
    // A folder may be included twice.
    const all = new Map(read.map((line) => [`${line.file}:${line.line}`, line]));
    const order = new Map(this.#view.sources.map(({ path }, index) => [path, index]));
    return [...all.values()]
      .toSorted((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.line - b.line)
      .flatMap((line) => this.#lines.get(`${line.file}:${line.line}`) ?? []);
  }
}

function strangers(view: View): ConfLine[] {
  return [...view.unknown.values()].flat().map(({ line }) => line);
}

/** `listeners[0].port` */
export function keyText(path: Path): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');
}

function put(root: Record<string, unknown>, path: Path, value: unknown): void {
  let at: Record<string | number, unknown> = root;
  for (const [index, key] of path.slice(0, -1).entries()) {
    const next = at[key] ?? (typeof path[index + 1] === 'number' ? [] : {});
    at[key] = next;
    at = next as Record<string | number, unknown>;
  }
  const last = path.at(-1);
  if (last !== undefined) at[last] = value;
}

/** A line as it may be shown: what plugins are told may be a secret, and so may what a misspelt keyword holds. */
function shownLine({ keyword, value }: ConfLine): string {
  const option = findOption(keyword);
  const isSecret =
    option === null
      ? /pass|secret|psk|token|cred/i.test(keyword)
      : option.secret === 'value' || option.name === 'plugin_opt_*' || option.name === 'auth_opt_*';
  return isSecret ? `${keyword} ********` : `${keyword} ${value}`.trimEnd();
}

function nameOf({ sameAs, name }: Option): string {
  return sameAs ?? name;
}
