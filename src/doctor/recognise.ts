import type { Place } from '../errors.ts';
import type { LogLine } from '../host/logs/line.ts';
import type { Message } from '../i18n/messages.ts';
import { shown } from '../shown.ts';
import { said as registry, type SaidId, saidKey } from './said/registry.ts';
import type { Said, SaidCause } from './types.ts';

export interface Recognised {
  id: SaidId;
  cause: SaidCause;
  /** The last time that it was said. */
  said: Said;
  /** How often the very same was said. */
  count: number;
}

export interface Recognition {
  found: Recognised[];
  /** Errors that no cause knows: shown as they are. */
  unknown: LogLine[];
}

/**
 * What a log speaks of, each cause once for each thing it is about, in the order of their first mention. What a later
 * reload has settled is left out.
 */
export function recognise(lines: readonly LogLine[]): Recognition {
  let found = new Map<string, Recognised>();
  let unknown: LogLine[] = [];
  let isReloaded = false;
  let told = 0;
  for (const [index, line] of lines.entries()) {
    if (index < told) continue;
    if (isStart(line.text)) isReloaded = false;
    if (isReload(line.text)) {
      isReloaded = true;
      unknown = [];
      found = new Map([...found].filter(([, { cause }]) => cause.until !== 'reload'));
    }
    const match = firstMatch(lines, index, isReloaded);
    if (match === null) {
      if (isError(line.text) && !isPlace(line.text)) unknown.push(line);
      continue;
    }
    const { more, groups } = match;
    told = index + 1 + more.length;
    const said: Said = { groups, line, more, place: placeAfter(lines, told - 1) ?? placeAfter(lines, index) };
    // What is told is what it is about: the same words about two files are two things.
    const own = `${match.id} ${JSON.stringify([groups, said.place])}`;
    const alike = [...found.keys()].filter((one) => one.startsWith(`${match.id} `));
    // Ten thousand clients with the same trouble are told of by a few of them.
    const key = found.has(own) || alike.length < mostOfAKind ? own : (alike.at(-1) ?? own);
    found.set(key, {
      id: match.id,
      cause: match.cause,
      said,
      count: (found.get(key)?.count ?? 0) + 1,
    });
  }
  return { found: worthTelling([...found.values()]), unknown };
}

/** So many things with the same cause are told one by one. */
const mostOfAKind = 5;

/** What a recognised cause is, in words. */
export function causeText({ id, said }: Recognised): Message {
  return { key: saidKey(id, 'cause'), params: paramsOf(said) };
}

/** What to do about it, in words. */
export function fixText({ id, said }: Recognised): Message {
  return { key: saidKey(id, 'fix'), params: paramsOf(said) };
}

/** A log may hold anything: what is shown of it is short. */
function paramsOf({ groups }: Said): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, shown(value, 200)]));
}

function worthTelling(found: readonly Recognised[]): Recognised[] {
  return found.filter(({ id, cause: { least = 1, unless }, count }) => {
    const isExplained =
      unless !== undefined && found.some((other) => other.id !== id && unless.test(other.id));
    return count >= least && !isExplained;
  });
}

const isStart = (text: string): boolean => /^mosquitto version \S+ starting$/.test(text);
const isReload = (text: string): boolean => text === 'Reloading config.';

/** 2.1 puts the name of a plugin before it. */
const kind = /^(?:[\w-]+: )?(?:Error|Warning|Notice|Note|Info): /;
const isError = (text: string): boolean => /^(?:[\w-]+: )?Error\b/.test(text);

function withoutKind(text: string): string {
  return text.replace(kind, '');
}

interface Match {
  id: SaidId;
  cause: SaidCause;
  groups: Record<string, string>;
  more: LogLine[];
}

function firstMatch(lines: readonly LogLine[], index: number, isReloaded: boolean): Match | null {
  const text = withoutKind(lines[index]?.text ?? '');
  for (const [id, cause] of registry) {
    if (cause.when === 'reload' && !isReloaded) continue;
    const groups = groupsOf(cause.says, text);
    if (groups === null) continue;
    const more = linesAfter(lines, index, cause.more ?? []);
    const after = cause.needs === undefined ? {} : groupsIn(more, cause.needs);
    if (after === null) continue;
    const before = lines.slice(Math.max(0, index - farthestBefore), index).toReversed();
    const about = cause.before === undefined ? {} : (groupsIn(before, cause.before) ?? noneOf(cause.before));
    return { id, cause, groups: filled({ ...about, ...groups, ...after }), more };
  }
  return null;
}

/** So far back a line may stand that says what another one is about, and so many may say more of it. */
const farthestBefore = 6;
const mostAfter = 12;

/** The groups of the first of these that matches. */
function groupsOf(patterns: readonly RegExp[], text: string): Record<string, string | undefined> | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return match.groups ?? {};
  }
  return null;
}

/** The groups of the first line that matches. */
function groupsIn(lines: readonly LogLine[], pattern: RegExp): Record<string, string | undefined> | null {
  for (const line of lines) {
    const groups = groupsOf([pattern], withoutKind(line.text));
    if (groups !== null) return groups;
  }
  return null;
}

/** Its named groups, of which nothing is known. */
function noneOf({ source }: RegExp): Record<string, undefined> {
  return Object.fromEntries([...source.matchAll(/\(\?<(\w+)>/g)].map(([, name = '']) => [name, undefined]));
}

function linesAfter(lines: readonly LogLine[], index: number, patterns: readonly RegExp[]): LogLine[] {
  const rest = lines.slice(index + 1, index + 1 + mostAfter);
  const end = rest.findIndex((line) => groupsOf(patterns, withoutKind(line.text)) === null);
  return end < 0 ? rest : rest.slice(0, end);
}

function filled(groups: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, value ?? '']));
}

/** 2.1 quotes it. */
const placeLine = /^Error found at '?(?<file>.+?):(?<line>\d+)'?\.?$/;

const isPlace = (text: string): boolean => placeLine.test(text);

/** The broker names the place of a fault in the line after it. */
function placeAfter(lines: readonly LogLine[], index: number): Place | null {
  const found = placeLine.exec(lines[index + 1]?.text ?? '')?.groups;
  return found?.['file'] === undefined ? null : { file: found['file'], line: Number(found['line']) };
}
