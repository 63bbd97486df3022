import { type DeclaredRule, originsOf } from '../../access/declared.ts';
import type { AccessRules } from '../../mosquitto/access/rules.ts';
import type { RightLine } from '../../mosquitto/access/types.ts';
import type { AclLine } from '../../mosquitto/formats/acl.ts';
import type { Version } from '../../mosquitto/version.ts';
import type { Fault, Where } from '../../report/can-answer.ts';
import type { Account, Spec } from '../../spec/types.ts';

/** A rule of somebody's file, or one that we would write. */
export type AnyRule = RightLine | DeclaredRule;

/** Whose rules are asked, and what is known of where they stand. */
export interface Source {
  rules: AccessRules<AnyRule>;
  version: Version;
  /** Who has rules, or an account. */
  names: readonly string[];
  whereOf: (rule: AnyRule) => Where;
  /** Null for somebody's ACL file. */
  declared: { spec: Spec; accounts: readonly Account[] } | null;
  faults: Fault[];
}

/** Where a line of a file stands. */
export function whereOfLine(file: string): (rule: AnyRule) => Where {
  return (rule) =>
    'raw' in rule
      ? { text: rule.raw.trim(), file, line: rule.line, column: rule.column, from: [] }
      : { text: textOf(rule), file: null, line: null, column: null, from: [] };
}

/** Where a rule that is declared stands in the ACL file that was written from the declarations, if it does. */
export function whereWritten(spec: Spec, file: string, lines: readonly AclLine[]): (rule: AnyRule) => Where {
  let places: Map<string, AclLine> | null = null;
  return (rule) => {
    if ('raw' in rule) return whereOfLine(file)(rule);
    places ??= placesOf(lines);
    const at = places.get(placeKey(rule.kind, rule.account?.name ?? null, textOf(rule)));
    const from = originsOf(rule, spec);
    return at === undefined
      ? { text: textOf(rule), file: null, line: null, column: null, from }
      : { text: textOf(rule), file, line: at.line, column: at.column, from };
  };
}

function placesOf(lines: readonly AclLine[]): Map<string, AclLine> {
  const places = new Map<string, AclLine>();
  let user: string | null = null;
  for (const line of lines) {
    if (line.kind === 'user') user = line.name;
    if (line.kind !== 'topic' && line.kind !== 'pattern') continue;
    const key = placeKey(line.kind, user, textOf(line));
    if (!places.has(key)) places.set(key, line);
  }
  return places;
}

/** A pattern is for everybody, wherever it stands. */
function placeKey(kind: 'topic' | 'pattern', user: string | null, text: string): string {
  return JSON.stringify([kind === 'pattern' ? null : user, text]);
}

function textOf({ kind, access, filter }: Pick<DeclaredRule, 'kind' | 'access' | 'filter'>): string {
  return `${kind} ${access} ${filter}`;
}
