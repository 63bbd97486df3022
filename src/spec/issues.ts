import type { $ZodIssue } from 'zod/v4/core';
import type { Problem } from '../errors.ts';
import { type Message, msg } from '../i18n/messages.ts';
import { shown } from '../shown.ts';
import { bindProblem, bindWords } from './binds.ts';
import { portProblem } from './ports.ts';
import { profileNames } from './profiles.ts';
import { listenerSchema, protocols, specSchema } from './schema.ts';
import { nearest } from './suggest.ts';
import type { YamlFile } from './yaml.ts';

type Path = readonly PropertyKey[];
type Said = { message: Message; fix?: Message; path?: Path };

/** The keys that each mapping knows, by the shape of its path. */
const knownKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(specSchema.shape),
  'listeners.*': Object.keys(listenerSchema.shape),
};

/** What to say where a value of that field is wrong. The schema decides that it is; this only finds the words. */
const wrong: Readonly<Record<string, (value: unknown, path: Path) => Said[]>> = {
  '': () => [{ message: msg('spec.root') }],
  version: (value) => [{ message: msg('spec.version.unknown', { version: written(value) }) }],
  profile: (value) => [oneOf('profile', value, profileNames)],
  listeners: (value) => [
    { message: Array.isArray(value) ? msg('spec.listeners.none') : msg('spec.listeners.list') },
  ],
  'listeners.*': () => [{ message: msg('spec.listeners.item') }],
  'listeners.*.name': (value) => [{ message: msg('spec.listener.name', { name: written(value) }) }],
  'listeners.*.protocol': (value) => [oneOf('protocol', value, protocols)],
  'listeners.*.port': (value) => [{ message: wrongPort(value) }],
  'listeners.*.bind': wrongBind,
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
    const say = wrong[shape(issue.path)] ?? otherWrong;
    return say(value, issue.path).map(({ path, ...said }) => ({
      ...said,
      place: yaml.placeOf(path ?? issue.path),
    }));
  });
  return [...unknown.map(({ problem }) => problem), ...others];
}

function unknownKeys(
  issue: { keys: readonly string[]; path: Path },
  yaml: YamlFile,
): { problem: Problem; meant: string }[] {
  const known = knownKeys[shape(issue.path)] ?? [];
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

function otherWrong(value: unknown): Said[] {
  return [{ message: msg('spec.value', { value: written(value) }) }];
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
