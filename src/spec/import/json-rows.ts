import type { Place, Problem } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { shown } from '../../shown.ts';
import { scanJson } from '../json-scan.ts';
import { nearest } from '../suggest.ts';
import { type Cell, type Row, type RowKey, rowKeys } from './row.ts';

/** Characters. An account with hundreds of long topics fits. */
const longestLine = 1024 * 1024;

/** The rows of a file of JSON Lines: one object a line, blank lines allowed; each row, or what is wrong with it. */
export function* jsonRows(text: string, file: string): Generator<Row | Problem[]> {
  let line = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const content = text.slice(at, end === -1 ? text.length : end).replace(/\r$/, '');
    at = end === -1 ? text.length : end + 1;
    line += 1;
    if (content.trim() !== '') yield rowOf(content, file, line);
  }
}

function rowOf(content: string, file: string, line: number): Row | Problem[] {
  const place = (column: number): Place => ({ file, line, column });
  if (content.length > longestLine)
    return [{ message: msg('accounts.line.long', { max: longestLine }), place: { file, line } }];
  const scan = scanJson(content);
  if (scan.error !== null) return [{ message: msg('accounts.line.json'), place: place(scan.error) }];
  const value: unknown = JSON.parse(content);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ message: msg('accounts.line.object'), place: place(1) }];
  const at = (path: string): Place => place(scan.values.get(path) ?? 1);
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const { name, column } of scan.keys) {
    const problem = keyProblem(name, seen);
    if (problem !== null) problems.push({ ...problem, place: place(column) });
    seen.add(name);
  }
  const entries: Readonly<Record<string, unknown>> = { ...value };
  const text = (key: RowKey): Cell | null => {
    const found = entries[key];
    if (found === undefined || found === null || typeof found === 'string')
      return typeof found === 'string' ? { text: found, place: at(key) } : null;
    problems.push({ message: msg('users.import.text', { key }), place: at(key) });
    return null;
  };
  const list = (key: 'roles' | 'topics'): Cell[] | null => {
    const found = entries[key];
    if (found === undefined || found === null) return null;
    if (Array.isArray(found) && found.every((item) => typeof item === 'string'))
      return found.map((item, index) => ({ text: item, place: at(`${key}.${index}`) }));
    problems.push({ message: msg(`accounts.${key}.list`), place: at(key) });
    return null;
  };
  const name = text('name');
  if (name === null && problems.length === 0)
    problems.push({ message: msg('spec.key.missing', { key: 'name' }), place: place(1) });
  const row = { roles: list('roles'), topics: list('topics'), since: text('since') };
  const secrets = { password: text('password'), hash: text('hash') };
  return problems.length > 0 || name === null ? problems : { name, ...row, ...secrets };
}

function keyProblem(name: string, seen: ReadonlySet<string>): Problem | null {
  if (seen.has(name)) return { message: msg('accounts.key.twice', { key: shown(name) }) };
  if (rowKeys.some((key) => key === name)) return null;
  const word = nearest(name, rowKeys);
  const fix =
    word === null ? msg('spec.key.known', { keys: rowKeys.join(', ') }) : msg('spec.did-you-mean', { word });
  return { message: msg('spec.key.unknown', { key: shown(name) }), fix };
}
