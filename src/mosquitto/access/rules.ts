import type { AclLine } from '../formats/acl.ts';
import { RuleIndex } from './rule-index.ts';
import type { AccessRule, RightLine } from './types.ts';

/** Rules by whom they are for, made once and asked often. */
export interface AccessRules<R extends AccessRule> {
  users: ReadonlyMap<string, RuleIndex<R>>;
  /** For clients without a name, and for them alone. */
  anonymous: RuleIndex<R>;
  /** For everybody, also without a name; `%u` and `%c` in them stand for the name and the client id. */
  patterns: RuleIndex<R>;
}

export function accessRules<R extends AccessRule>(rules: {
  users: Iterable<readonly [string, readonly R[]]>;
  anonymous: readonly R[];
  patterns: readonly R[];
}): AccessRules<R> {
  return {
    users: new Map([...rules.users].map(([name, own]) => [name, new RuleIndex(own)])),
    anonymous: new RuleIndex(rules.anonymous),
    patterns: new RuleIndex(rules.patterns, true),
  };
}

/** The rules of an ACL file (facts §5): sections of the same user are one, a pattern is for everybody wherever it stands. */
export function rulesOfLines(lines: readonly AclLine[]): AccessRules<RightLine> {
  const users = new Map<string, RightLine[]>();
  const anonymous: RightLine[] = [];
  const patterns: RightLine[] = [];
  let section = anonymous;
  for (const line of lines) {
    if (line.kind === 'pattern') patterns.push(line);
    else if (line.kind === 'topic') section.push(line);
    else if (line.kind === 'user') {
      section = users.get(line.name) ?? [];
      users.set(line.name, section);
    }
  }
  return accessRules({ users, anonymous, patterns });
}
