import type { Place } from '../errors.ts';
import type { Message } from '../i18n/messages.ts';
import type { ConfLine } from '../mosquitto/formats/conf.ts';
import type { LintSeverity } from './types.ts';
import type { View } from './view.ts';

/** One place where a rule is broken. */
export interface Found {
  place: Place;
  message: Message;
  fix?: Message;
  /** The broker does not start with it. */
  refused?: boolean;
  /** Another severity than the rule's own. */
  severity?: LintSeverity;
}

export interface Rule {
  severity: LintSeverity;
  check(view: View): Iterable<Found>;
}

/** Rules by id. Title and reason are in the catalogue, under the id. */
export type Family = Readonly<Record<string, Rule>>;

export function placeOf({ file, line, column }: ConfLine): Place {
  return { file, line, column };
}

/** Where the value of a line starts. */
export function placeOfValue(line: ConfLine): Place {
  const after = line.raw.slice(line.column - 1 + line.keyword.length);
  const blanks = after.length - after.trimStart().length;
  return { file: line.file, line: line.line, column: line.column + line.keyword.length + blanks };
}

/** `conf.d/a.conf:3` */
export function at({ file, line }: { file: string; line: number }): string {
  return `${file}:${line}`;
}
