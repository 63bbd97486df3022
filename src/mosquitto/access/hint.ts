import { coversTopic } from '../filters.ts';
import type { Version } from '../version.ts';
import { type Filled, filledPatterns, named, ownRules } from './client-rules.ts';
import { grants } from './rule-index.ts';
import type { AccessRules } from './rules.ts';
import { isSlip } from './slip.ts';
import type { Access, AccessRule, Client, Decision, Why } from './types.ts';

/**
 * The rule that would have allowed it, and what keeps it from doing so:
 * - 'deny': a deny comes before it; 'sys', 'share', 'wildcard-name', 'wildcard-id': see `Why`
 * - 'dollar': its first level is a wildcard, which covers nothing that starts with `$`
 * - 'access': it is for the other direction only
 * - 'client', 'user': a pattern that covers it for the client id, or the name, `value`
 * - 'anonymous': it stands before the first user, and is for clients without a name alone
 * - 'case', 'slip': its filter differs by capitals, or by a slip of the pen
 * - 'below', 'above': it covers only what is above, or below, the topic
 */
export type HintKind =
  | 'deny'
  | Exclude<Why, 'rule' | 'default'>
  | 'dollar'
  | 'access'
  | 'client'
  | 'user'
  | 'anonymous'
  | 'case'
  | 'slip'
  | 'below'
  | 'above';

export interface Hint<R> {
  kind: HintKind;
  by: R;
  /** The filter as it counts for this client; for 'client' and 'user' as it stands. */
  filter: string;
  /** For 'client' and 'user' only. */
  value: string | null;
}

interface Asked<R extends AccessRule> {
  rules: AccessRules<R>;
  client: Client;
  access: Access;
  topic: string;
  version: Version;
}

/** The nearest rule that would have allowed what `decision` refuses; null where none is near. */
export function nearestRule<R extends AccessRule>(asked: Asked<R>, decision: Decision<R>): Hint<R> | null {
  const { rules, client, access, topic, version } = asked;
  if (decision.allowed) return null;
  const all = [...ownRules(rules, client.name), ...filledPatterns(rules, client, version)].filter(
    (one) => one.access !== 'deny',
  );
  const granting = all.filter((one) => grants(one.access, access));
  const covers = ({ filter }: Filled<R>): boolean => coversTopic(filter, topic);
  const exact = granting.find(covers);
  // Whatever covers it has been overruled by what decided.
  if (exact !== undefined) return hint(overruledBy(decision.why), exact);
  if (decision.why === 'sys' || decision.why === 'share') return null;
  return (
    first('dollar', granting, (one) => isDollarOnly(one.filter, topic)) ??
    first(
      'access',
      all.filter(({ filter }) => filter !== '#'),
      covers,
    ) ??
    forSomebodyElse(asked) ??
    first('case', granting, ({ filter }) => coversTopic(filter.toLowerCase(), topic.toLowerCase())) ??
    first('slip', granting, ({ filter }) => isNear(filter, topic)) ??
    first('below', granting, ({ filter }) => coversTopic(`${filter}/#`, topic)) ??
    first('above', granting, ({ filter }) => coversTopic(`${topic}/#`, filter.replaceAll(/[+#]/g, 'x'))) ??
    first('access', all, covers)
  );
}

function overruledBy(why: Why): HintKind {
  return why === 'rule' || why === 'default' ? 'deny' : why;
}

function hint<R>(kind: HintKind, { rule, filter }: Filled<R>, value: string | null = null): Hint<R> {
  return { kind, by: rule, filter, value };
}

function first<R>(
  kind: HintKind,
  among: readonly Filled<R>[],
  test: (one: Filled<R>) => boolean,
): Hint<R> | null {
  const found = among.find(test);
  return found === undefined ? null : hint(kind, found);
}

/** Would it cover the topic if `$` were a letter like any other? */
function isDollarOnly(filter: string, topic: string): boolean {
  return topic.startsWith('$') && /^[+#]/.test(filter) && coversTopic(filter, `x${topic.slice(1)}`);
}

/** A pattern that would cover it for another client id or name, or a rule for clients without a name. */
function forSomebodyElse<R extends AccessRule>({ rules, client, access, topic }: Asked<R>): Hint<R> | null {
  for (const rule of rules.patterns.rules) {
    if (rule.access === 'deny' || !grants(rule.access, access)) continue;
    const other = otherClient(rule.filter, topic, named(client));
    if (other !== null) return { kind: other.kind, by: rule, filter: rule.filter, value: other.value };
  }
  if (client.name === null) return null;
  const anonymous = rules.anonymous.rules.find(
    (rule) => grants(rule.access, access) && coversTopic(rule.filter, topic),
  );
  return anonymous === undefined
    ? null
    : { kind: 'anonymous', by: anonymous, filter: anonymous.filter, value: null };
}

/** Whose client id, or name, it would have to be. */
function otherClient(
  filter: string,
  topic: string,
  client: Client,
): { kind: 'client' | 'user'; value: string } | null {
  const levels = filter.split('/');
  const there = topic.split('/');
  for (const [variable, kind] of [
    ['%c', 'client'],
    ['%u', 'user'],
  ] as const) {
    const at = levels.indexOf(variable);
    const value = there[at];
    if (at === -1 || value === undefined || value === '') continue;
    const other = kind === 'client' ? client.name : client.clientId;
    const filled = levels.map((level) =>
      level === variable ? value : /^%[uc]$/.test(level) ? other : level,
    );
    if (!filled.includes(null) && coversTopic(filled.join('/'), topic)) return { kind, value };
  }
  return null;
}

/** As many levels, and one of them a slip. */
function isNear(filter: string, topic: string): boolean {
  const there = topic.split('/');
  const repaired = filter.split('/').map((level, at) => {
    const real = there[at];
    return real !== undefined && !/^[+#]$/.test(level) && isSlip(level, real) ? real : level;
  });
  const changed = repaired.filter((level, at) => level !== filter.split('/')[at]).length;
  return changed === 1 && coversTopic(repaired.join('/'), topic);
}
