import type { Place } from '../../errors.ts';

/** A value as it stands in a file. */
export interface Cell {
  text: string;
  place: Place;
}

/** What an import may say of one account. Null: nothing. */
export interface Row {
  name: Cell;
  roles: Cell[] | null;
  topics: Cell[] | null;
  since: Cell | null;
  password: Cell | null;
  hash: Cell | null;
}

/** The columns of a CSV file, and the keys of a line of JSON. */
export const rowKeys = ['name', 'roles', 'topics', 'since', 'password', 'hash'] as const;
export type RowKey = (typeof rowKeys)[number];
