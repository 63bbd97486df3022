import type { ConfLine } from './formats/conf.ts';
import { confBoolean } from './formats/conf.ts';

/** Where the broker keeps what has to survive a restart. */
export type Database =
  /** `path` is relative to the folder the broker runs in where no location is set. */
  | { kept: true; path: string }
  /** Nothing is kept; `by` is the line that says so, null where none does: that is the default. */
  | { kept: false; by: ConfLine | null };

/** As the broker puts it together from the lines that it reads: the last of each counts (2.0.11 `conf.c`). */
export function databaseOf(lines: readonly ConfLine[]): Database {
  const last = (name: string): ConfLine | undefined => lines.findLast(({ keyword }) => keyword === name);
  const persistence = last('persistence');
  if (persistence === undefined || confBoolean(persistence.value) !== true)
    return { kept: false, by: persistence ?? null };
  const folder = last('persistence_location')?.value ?? '';
  const file = last('persistence_file')?.value ?? 'mosquitto.db';
  return {
    kept: true,
    path: folder === '' || folder.endsWith('/') ? `${folder}${file}` : `${folder}/${file}`,
  };
}
