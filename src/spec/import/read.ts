import { AppError, type Problem } from '../../errors.ts';
import { Hidden } from '../../hidden.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import { roleProblem, sinceProblem } from '../account-line.ts';
import { nameProblem } from '../names.ts';
import { normalisePassword, passwordProblem, passwordWeakness } from '../passwords.ts';
import { topicProblem } from '../topics.ts';
import { Twins } from '../twins.ts';
import type { PasswordPolicy } from '../types.ts';
import { csvRows } from './csv-rows.ts';
import { jsonRows } from './json-rows.ts';
import type { Cell, Row } from './row.ts';

/** One account of an import; null is what the file does not say. */
export interface Imported {
  name: string;
  roles: string[] | null;
  topics: string[] | null;
  since: string | null;
  password: Hidden | null;
  hash: Hidden | null;
}

/** What an import is held against. */
export interface ImportRules {
  roleNames: readonly string[];
  policy: PasswordPolicy;
  /** Why a stored hash cannot be taken over; null where it can. */
  hashProblem: (hash: string) => Message | null;
  /** Names that there are, and whether they may stand in the file. */
  known: { names: readonly string[]; update: boolean };
  /** Why this account, right by itself, cannot be taken; null where it can. */
  accountProblem: (account: Imported) => Problem | null;
}

/** Problems that are listed; of the rest the number. */
const mostListed = 100;

/**
 * The accounts of a CSV file, or of JSON Lines where the first thing in it is a `{`. Throws one AppError('input') with
 * what is wrong, each with its line and column, the first hundred of them.
 */
export function readImport(text: string, file: string, rules: ImportRules): Imported[] {
  const rows = /^\s*\{/.test(text.slice(0, 1024)) ? jsonRows(text, file) : csvRows(text, file);
  const problems: Problem[] = [];
  const accounts: Imported[] = [];
  const check = checker(rules);
  let unlisted = 0;
  for (const row of rows) {
    const found = Array.isArray(row) ? row : check(row);
    if (!Array.isArray(found)) accounts.push(found);
    else
      for (const problem of found)
        if (problems.length < mostListed) problems.push(problem);
        else unlisted += 1;
  }
  if (unlisted > 0)
    problems.push({ message: msg('users.import.more', { count: unlisted }), place: { file } });
  if (problems.length > 0) throw new AppError('input', problems);
  if (accounts.length === 0)
    throw new AppError('input', [
      { message: msg('users.import.empty'), place: { file }, fix: msg('users.import.form') },
    ]);
  return accounts;
}

/** Judges one row after the other: a name stands once. */
function checker({ known, ...rules }: ImportRules): (row: Row) => Imported | Problem[] {
  const existing = new Set(known.names);
  const lines = new Map<string, number>();
  const twins = new Twins(known.names);
  const nameFound = (name: string): { message: Message; fix?: Message } | null => {
    const problem = nameProblem(name);
    if (problem !== null) return { message: problem };
    const line = lines.get(name);
    if (line !== undefined) return { message: msg('accounts.name.twice', { name, line }) };
    if (existing.has(name))
      return known.update
        ? null
        : { message: msg('cli.account.exists', { name }), fix: msg('users.import.update') };
    const other = twins.of(name);
    return other === null ? null : { message: msg('users.twin', { name, other }) };
  };
  return (row) => {
    const { text: name, place } = row.name;
    const problems: Problem[] = [];
    const found = nameFound(name);
    if (found === null) {
      lines.set(name, place.line ?? 0);
      twins.add(name);
    } else problems.push({ ...found, place });
    problems.push(...fieldProblems(row, name, rules));
    if (problems.length > 0) return problems;
    const account = imported(row);
    const wrong = rules.accountProblem(account);
    return wrong === null ? account : [{ ...wrong, place }];
  };
}

function fieldProblems(row: Row, name: string, rules: Omit<ImportRules, 'known'>): Problem[] {
  const problems: Problem[] = [];
  const judge = (cell: Cell | null, problem: (text: string) => Message | null, fix?: Message): void => {
    const message = cell === null ? null : problem(cell.text);
    if (cell !== null && message !== null)
      problems.push({ message, place: cell.place, ...(fix === undefined ? {} : { fix }) });
  };
  for (const { text, place } of row.roles ?? []) {
    const problem = roleProblem(text, rules.roleNames);
    if (problem !== null) problems.push({ ...problem, place });
  }
  for (const topic of row.topics ?? []) judge(topic, topicProblem);
  judge(row.since, sinceProblem);
  judge(row.password, passwordProblem);
  if (row.password !== null && passwordProblem(row.password.text) === null)
    judge(row.password, (text) => passwordWeakness(text, name, rules.policy), msg('accounts.password.fix'));
  judge(row.hash, rules.hashProblem);
  if (row.password !== null && row.hash !== null)
    problems.push({ message: msg('users.import.both'), place: row.hash.place });
  return problems;
}

function imported({ name, roles, topics, since, password, hash }: Row): Imported {
  const once = (cells: Cell[] | null): string[] | null =>
    cells === null ? null : [...new Set(cells.map(({ text }) => text))];
  return {
    name: name.text,
    roles: once(roles),
    topics: once(topics),
    since: since === null ? null : since.text,
    password: password === null ? null : new Hidden(normalisePassword(password.text)),
    hash: hash === null ? null : new Hidden(hash.text),
  };
}
