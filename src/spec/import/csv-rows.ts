import type { Place, Problem } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { shown } from '../../shown.ts';
import { nearest } from '../suggest.ts';
import { type CsvFault, type CsvField, csvRecords, delimiterOf } from './csv.ts';
import { type Cell, type Row, type RowKey, rowKeys } from './row.ts';

/**
 * The rows of a CSV file whose first line names its columns, in any order; each row, or what is wrong with it. Several
 * roles or topics stand in one field, separated by `|`, or each on a line of its own: then a `|` is part of a topic.
 */
export function* csvRows(text: string, file: string): Generator<Row | Problem[]> {
  const records = csvRecords(text, delimiterOf(text.slice(0, text.search(/[\r\n]|$/))));
  const head = records.next();
  if (head.done === true) return;
  if (!Array.isArray(head.value)) return yield [faultProblem(head.value, file)];
  const { columns, problems } = columnsOf(head.value, file);
  if (problems.length > 0) return yield problems;
  for (const record of records) {
    if (!Array.isArray(record)) return yield [faultProblem(record, file)];
    yield rowOf(record, columns, file);
  }
}

function columnsOf(head: readonly CsvField[], file: string): { columns: RowKey[]; problems: Problem[] } {
  const columns: RowKey[] = [];
  const problems: Problem[] = [];
  // Spreadsheets write empty fields behind the last column.
  const last = head.findLastIndex((field) => field.text.trim() !== '');
  for (const field of head.slice(0, last + 1)) {
    const text = field.text.trim().toLowerCase();
    const place = placeOf(field, file);
    const known = rowKeys.find((key) => key === text);
    if (known === undefined) {
      const word = nearest(text, rowKeys);
      const fix =
        word === null
          ? msg('spec.key.known', { keys: rowKeys.join(', ') })
          : msg('spec.did-you-mean', { word });
      problems.push({ message: msg('users.import.column', { column: shown(field.text) }), fix, place });
    } else if (columns.includes(known))
      problems.push({ message: msg('users.import.column-twice', { column: known }), place });
    else columns.push(known);
  }
  if (problems.length === 0 && !columns.includes('name'))
    problems.push({ message: msg('users.import.no-name'), place: { file, line: 1, column: 1 } });
  return { columns, problems };
}

function rowOf(record: readonly CsvField[], columns: readonly RowKey[], file: string): Row | Problem[] {
  // Anything behind the last column would be lost.
  const extra = record.slice(columns.length).find((field) => field.text.trim() !== '');
  if (extra !== undefined || record.length < columns.length) {
    const at = extra ?? record[0];
    const place: Place = at === undefined ? { file } : placeOf(at, file);
    return [{ message: msg('users.import.fields', { found: record.length, wanted: columns.length }), place }];
  }
  const cell = (key: RowKey): Cell | null => {
    const field = record[columns.indexOf(key)];
    return field === undefined || field.text === ''
      ? null
      : { text: field.text, place: placeOf(field, file) };
  };
  const name = record[columns.indexOf('name')] ?? { text: '', line: 1, column: 1 };
  return {
    name: { text: name.text, place: placeOf(name, file) },
    roles: list(cell('roles')),
    topics: list(cell('topics')),
    since: cell('since'),
    password: cell('password'),
    hash: cell('hash'),
  };
}

/** Each part where the field stands: what is wrong with it names the part. */
function list(cell: Cell | null): Cell[] | null {
  if (cell === null) return null;
  const parts = cell.text.split(/[\r\n]/.test(cell.text) ? /\r\n|\r|\n/ : '|').map((part) => part.trim());
  const filled = parts.filter((part) => part !== '');
  return filled.length === 0 ? null : filled.map((text) => ({ text, place: cell.place }));
}

/** A list as one field: see above. */
export function printList(items: readonly string[]): string {
  return items.some((item) => item.includes('|')) ? `${items.join('\n')}\n` : items.join('|');
}

function faultProblem({ fault, line, column }: CsvFault, file: string): Problem {
  const message = fault === 'open' ? msg('users.import.quote-open') : msg('users.import.quote-behind');
  return { message, place: { file, line, column } };
}

function placeOf({ line, column }: CsvField, file: string): Place {
  return { file, line, column };
}
