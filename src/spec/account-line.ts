import type { Problem } from '../errors.ts';
import { type Message, msg } from '../i18n/messages.ts';
import { shown } from '../shown.ts';
import { type JsonScan, scanJson } from './json-scan.ts';
import { nameProblem } from './names.ts';
import { nearest } from './suggest.ts';
import { topicProblem } from './topics.ts';
import type { Account } from './types.ts';

/** The keys of an account, and whether each must be there. */
const known: ReadonlyMap<string, boolean> = new Map([
  ['name', true],
  ['roles', true],
  ['topics', true],
  ['since', false],
]);

const date = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** Days that every month has: nothing to calculate. */
const plainDate = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

/** Characters. An account with hundreds of long topics fits. */
const longestLine = 1024 * 1024;

export type AccountLine = { account: Account } | { problems: Problem[] };

/** One account on one line, keys in a fixed order, so that the same account is always the same bytes. */
export function printAccount({ name, roles, topics, since }: Account): string {
  return JSON.stringify({ name, roles, topics, ...(since === undefined ? {} : { since }) });
}

/**
 * Reads one line (no line break); `file` and `line` are for the places of its problems, `roleNames` are the roles that
 * there are.
 */
export function readAccountLine(
  text: string,
  file: string,
  line: number,
  roleNames: readonly string[],
): AccountLine {
  if (text.length > longestLine)
    return {
      problems: [{ message: msg('accounts.line.long', { max: longestLine }), place: { file, line } }],
    };
  const value = parse(text);
  const account = asAccount(value, roleNames);
  // Our own form cannot hide a repeated key: nothing more to look at, which is what makes 100,000 lines fast.
  if (account !== null && printAccount(account) === text) return { account };
  const problems = lineProblems(value, scanJson(text), roleNames).map(({ column, ...problem }) => ({
    ...problem,
    place: { file, line, column },
  }));
  return account === null || problems.length > 0 ? { problems } : { account };
}

interface Found {
  message: Message;
  fix?: Message;
  column: number;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The account, where every field is right. */
function asAccount(value: unknown, roleNames: readonly string[]): Account | null {
  if (!isObject(value)) return null;
  const { name, roles, topics, since } = value;
  if (typeof name !== 'string' || nameProblem(name) !== null) return null;
  if (!isListOf(topics, isTopic)) return null;
  if (!isListOf(roles, (role): role is string => typeof role === 'string' && roleNames.includes(role)))
    return null;
  if (since === undefined) return { name, roles, topics };
  return isDate(since) ? { name, roles, topics, since } : null;
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isTopic(value: unknown): value is string {
  return typeof value === 'string' && topicProblem(value) === null;
}

function isDate(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  return plainDate.test(value) || (date.test(value) && !Number.isNaN(Date.parse(value)));
}

function lineProblems(value: unknown, scan: JsonScan, roleNames: readonly string[]): Found[] {
  if (value === undefined || scan.error !== null)
    return [{ message: msg('accounts.line.json'), column: scan.error ?? 1 }];
  if (!isObject(value)) return [{ message: msg('accounts.line.object'), column: 1 }];
  const { name, roles, topics, since } = value;
  const at = (path: string) => scan.values.get(path) ?? 1;
  const fields: Found[] = [];
  const wrongName = name === undefined ? null : nameField(name);
  if (wrongName !== null) fields.push({ message: wrongName, column: at('name') });
  if (roles !== undefined) fields.push(...placed(rolesField(roles, roleNames), 'roles', at));
  if (topics !== undefined) fields.push(...placed(topicsField(topics), 'topics', at));
  const wrongSince = sinceField(since);
  if (wrongSince !== null) fields.push({ message: wrongSince, column: at('since') });
  return [...keyProblems(scan), ...fields].toSorted((a, b) => a.column - b.column);
}

function keyProblems(scan: JsonScan): Found[] {
  const seen = new Set<string>();
  const meant = new Set<string>();
  const found: Found[] = [];
  for (const { name, column } of scan.keys) {
    if (seen.has(name)) found.push({ message: msg('accounts.key.twice', { key: shown(name) }), column });
    else if (!known.has(name)) {
      const word = nearest(name, [...known.keys()]);
      const fix =
        word === null
          ? msg('spec.key.known', { keys: [...known.keys()].join(', ') })
          : msg('spec.did-you-mean', { word });
      found.push({ message: msg('spec.key.unknown', { key: shown(name) }), fix, column });
      if (word !== null) meant.add(word);
    }
    seen.add(name);
  }
  for (const [key, isRequired] of known) {
    const isMissing = isRequired && !seen.has(key) && !meant.has(key);
    if (isMissing) found.push({ message: msg('spec.key.missing', { key }), column: 1 });
  }
  return found;
}

/** A problem of a list as a whole (index null) or of one of its items. */
type ListFound = { message: Message; fix?: Message; index: number | null };

function placed(found: ListFound[], path: string, at: (path: string) => number): Found[] {
  return found.map(({ index, ...rest }) => ({
    ...rest,
    column: at(index === null ? path : `${path}.${index}`),
  }));
}

function nameField(value: unknown): Message | null {
  return typeof value === 'string' ? nameProblem(value) : msg('accounts.name.text');
}

function sinceField(value: unknown): Message | null {
  return value === undefined ? null : sinceProblem(value);
}

/** Why `value` is no date of an account; null where it is one. */
export function sinceProblem(value: unknown): Message | null {
  return isDate(value) ? null : msg('accounts.since');
}

function rolesField(value: unknown, roleNames: readonly string[]): ListFound[] {
  if (!Array.isArray(value)) return [{ message: msg('accounts.roles.list'), index: null }];
  return value.flatMap((role: unknown, index) => {
    const problem = roleProblem(role, roleNames);
    return problem === null ? [] : [{ ...problem, index }];
  });
}

/** Why `role` is none of these; null where it is one. */
export function roleProblem(
  role: unknown,
  roleNames: readonly string[],
): { message: Message; fix?: Message } | null {
  if (typeof role === 'string' && roleNames.includes(role)) return null;
  const word = typeof role === 'string' ? nearest(role, roleNames) : null;
  const given = typeof role === 'string' ? role : (JSON.stringify(role) ?? '');
  const message = msg('accounts.role.unknown', { role: shown(given), known: roleNames.join(', ') });
  return word === null ? { message } : { message, fix: msg('spec.did-you-mean', { word }) };
}

function topicsField(value: unknown): ListFound[] {
  if (!Array.isArray(value)) return [{ message: msg('accounts.topics.list'), index: null }];
  return value.flatMap((topic: unknown, index) => {
    const message = typeof topic === 'string' ? topicProblem(topic) : msg('accounts.topic.text');
    return message === null ? [] : [{ message, index }];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
