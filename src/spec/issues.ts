import type { $ZodIssue } from 'zod/v4/core';
import type { Problem } from '../errors.ts';
import { type Message, msg } from '../i18n/messages.ts';
import { shown } from '../shown.ts';
import { bindProblem, bindWords } from './binds.ts';
import { expectations } from './fields.ts';
import { portProblem } from './ports.ts';
import { profileNames } from './profiles.ts';
import { specSchema } from './schema.ts';
import { keysOf, schemaAt } from './schema-at.ts';
import { nearest } from './suggest.ts';
import type { YamlFile } from './yaml.ts';

type Path = readonly PropertyKey[];
type Said = { message: Message; fix?: Message; path?: Path };

/** What to say where a value of that field is wrong and the schema has no words for it. */
const wrong: Readonly<Record<string, (value: unknown, path: Path) => Said[]>> = {
  '': () => [{ message: msg('spec.root') }],
  version: (value) => [{ message: msg('spec.version.unknown', { version: written(value) }) }],
  profile: (value) => [oneOf('profile', value, profileNames)],
  listeners: (value) => [
    { message: Array.isArray(value) ? msg('spec.listeners.none') : msg('spec.listeners.list') },
  ],
  'listeners.*': () => [{ message: msg('spec.listeners.item') }],
  'listeners.*.port': (value) => [{ message: wrongPort(value) }],
  'listeners.*.bind': wrongBind,
  'bridges.*.topics': (value) => [
    { message: Array.isArray(value) ? msg('spec.bridge.topics') : msg('spec.expects.list') },
  ],
};

/** Puts the schema's findings into our words, each at its place in the file. */
export function issueProblems(issues: readonly $ZodIssue[], yaml: YamlFile): Problem[] {
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? unknownKeys(issue, yaml) : [],
  );
  // `prot: 1883` is one slip: not also a missing `port`.
  const meant = new Set(unknown.map((problem) => problem.meant));
  const others = issues.flatMap((issue): Problem[] => {
    if (issue.code === 'unrecognized_keys') return [];
    const value = valueAt(yaml.value, issue.path);
    if (value === undefined) return meant.has(shape(issue.path)) ? [] : [missing(issue.path, yaml)];
    return sayWrong(value, issue.path).map(({ path, ...said }) => ({
      ...said,
      place: yaml.placeOf(path ?? issue.path),
    }));
  });
  return distinct([...unknown.map(({ problem }) => problem), ...others]);
}

/** Two checks of one field may both fail: it is said once. */
function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify(problem);
    return !seen.has(key) && seen.add(key);
  });
}

function sayWrong(value: unknown, path: Path): Said[] {
  const own = wrong[shape(path)];
  if (own !== undefined) return own(value, path);
  const expected = expectations.get(schemaAt(specSchema, path).schema);
  if (expected === undefined) return [{ message: msg('spec.value', { value: written(value) }) }];
  if ('words' in expected)
    return [oneOf(String(path.findLast((key) => typeof key === 'string')), value, expected.words)];
  return [{ message: expected.say(written(value)) }];
}

function unknownKeys(
  issue: { keys: readonly string[]; path: Path },
  yaml: YamlFile,
): { problem: Problem; meant: string }[] {
  const known = keysOf(schemaAt(specSchema, issue.path).schema);
  return issue.keys.map((key) => {
    const word = nearest(key, known);
    const fix =
      word === null ? msg('spec.key.known', { keys: known.join(', ') }) : msg('spec.did-you-mean', { word });
    const message = msg('spec.key.unknown', { key: shown(key) });
    const meant = shape([...issue.path, word ?? '']);
    return { meant, problem: { message, fix, place: yaml.placeOfKey([...issue.path, key]) } };
  });
}

function missing(path: Path, yaml: YamlFile): Problem {
  const key = String(path.at(-1));
  const fix = key === 'version' ? { fix: msg('spec.version.fix') } : {};
  return { message: msg('spec.key.missing', { key }), ...fix, place: yaml.placeOf(path.slice(0, -1)) };
}

function oneOf(key: string, value: unknown, words: readonly string[]): Said {
  const word = typeof value === 'string' ? nearest(value, words) : null;
  const message = msg('spec.choice', { key, value: written(value), words: words.join(', ') });
  return word === null ? { message } : { message, fix: msg('spec.did-you-mean', { word }) };
}

function wrongPort(value: unknown): Message {
  if (typeof value === 'string' && portProblem(value) === null)
    return msg('spec.port.quoted', { port: value });
  return (
    portProblem(typeof value === 'number' ? String(value) : written(value)) ??
    msg('spec.value', { value: written(value) })
  );
}

function wrongBind(value: unknown, path: Path): Said[] {
  if (typeof value === 'string') return asSaid(bindProblem(value, true), path);
  if (!Array.isArray(value) || value.length === 0)
    return [{ message: msg('spec.bind.form', { words: bindWords.join(', ') }) }];
  return value.flatMap((item: unknown, index) => {
    const own = [...path, index];
    if (typeof item !== 'string')
      return [{ message: msg('spec.address.form', { address: written(item) }), path: own }];
    return asSaid(bindProblem(item, false), own);
  });
}

function asSaid(problem: Said | null, path: Path): Said[] {
  return problem === null ? [] : [{ ...problem, path }];
}

/** A value as a person wrote it, more or less. */
function written(value: unknown): string {
  return typeof value === 'string' ? shown(value) : shown(JSON.stringify(value) ?? '');
}

/** `listeners.0.bind` as `listeners.*.bind`. */
function shape(path: Path): string {
  return path.map((part) => (typeof part === 'number' ? '*' : String(part))).join('.');
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.getOwnPropertyDescriptor(value, key)?.value;
  }, root);
}
