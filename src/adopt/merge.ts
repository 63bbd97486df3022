import { type Message, msg } from '../i18n/messages.ts';
import { reservedPrefix } from '../spec/names.ts';
import type { SpecChange } from '../spec/set-in.ts';
import type { Account } from '../spec/types.ts';
import type { Adopted, AdoptedLine } from './types.ts';

/** What somebody changed by hand in the broker's files, as changes of what is declared. */
export interface Merge {
  spec: SpecChange[];
  /** Accounts that are new, or have other rights. */
  accounts: Account[];
  removed: string[];
  /** What cannot be declared, each with its place where it has one. */
  refused: { message: Message; place?: { file: string; line: number } }[];
}

/** Keys that accounts need and nobody set by hand. */
const derived = new Set(['version', 'profile', 'roles']);

/**
 * Compares the files as mqtt-setup left them with the files as they are now, both read as one would read somebody else's
 * broker: what differs was changed by hand. Pure.
 */
export function mergeOf(before: Adopted, now: Adopted): Merge {
  const spec = changesBetween(before.input, now.input, []).filter(
    ({ path }) => !derived.has(String(path[0])),
  );
  const [old, people] = [peopleIn(before), peopleIn(now)];
  const accounts = [...people.values()].filter((account) => {
    const known = old.get(account.name);
    return known === undefined || !sameRights(before, known, now, account);
  });
  const roles = new Set(accounts.flatMap((account) => account.roles));
  for (const [name, role] of Object.entries(now.input.roles ?? {}))
    if (roles.has(name)) spec.push({ path: ['roles', name], value: role });
  return {
    spec,
    accounts,
    removed: [...old.keys()].filter((name) => !people.has(name)),
    refused: newlyRefused(before, now),
  };
}

function peopleIn({ accounts }: Adopted): Map<string, Account> {
  return new Map(
    accounts.filter(({ name }) => !name.startsWith(reservedPrefix)).map((account) => [account.name, account]),
  );
}

/** Roles of one's own are called otherwise in each reading: what they allow is compared. */
function sameRights(before: Adopted, a: Account, now: Adopted, b: Account): boolean {
  const of = ({ input }: Adopted, { roles, topics }: Account): string =>
    JSON.stringify([roles.map((name) => input.roles?.[name] ?? name), topics]);
  return of(before, a) === of(now, b);
}

function newlyRefused(before: Adopted, now: Adopted): Merge['refused'] {
  const key = ({ file, text }: AdoptedLine): string => `${file} ${text}`;
  const known = new Set(before.lines.filter(({ verdict }) => verdict === 'refused').map(key));
  return now.lines
    .filter((line) => line.verdict === 'refused' && !known.has(key(line)))
    .map(({ file, line, text, why }) => ({
      message: why ?? msg('adopt.no-equal', { option: text }),
      place: { file, line },
    }));
}

/** The values that differ, by path; lists of another length are one value. */
function changesBetween(before: unknown, now: unknown, path: readonly (string | number)[]): SpecChange[] {
  if (JSON.stringify(before) === JSON.stringify(now)) return [];
  if (isTable(before) && isTable(now))
    return [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((key) =>
      changesBetween(before[key], now[key], [...path, key]),
    );
  if (Array.isArray(before) && Array.isArray(now) && before.length === now.length && before.every(isTable))
    return before.flatMap((item, index) => changesBetween(item, now[index], [...path, index]));
  return [{ path: [...path], value: now }];
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
