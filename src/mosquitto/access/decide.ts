/*
 * decide(rules, client, access, topic, version): { allowed, why, by, filter } — the one place that knows what the broker allows.
 *
 *   decide(rulesOfLines(parseAcl(text)), { name: 'bob', clientId: null }, 'write', 'a/b', version).by?.line
 *   decide(accessRules({ users, anonymous, patterns }), …)   with the Rule lists of spec/rights.ts
 *
 * `by` is the very rule that was handed in. `rules` are made once and asked often.
 */
import { coversTopic } from '../filters.ts';
import type { Version } from '../version.ts';
import { blockedPatterns, named, sectionOf } from './client-rules.ts';
import { fillFor, fillsLevels } from './pattern.ts';
import type { Fill, Found } from './rule-index.ts';
import type { AccessRules } from './rules.ts';
import type { Access, AccessRule, Client, Decision } from './types.ts';

/**
 * What the broker does with a message on `topic`, which has no wildcards. First the rules of the client's own section,
 * every deny before anything else, then the patterns likewise, then no (facts §5). Of several rules that say the same,
 * the first one is named. What may be written below `$CONTROL/` goes to plugins, and never to a client.
 */
export function decide<R extends AccessRule>(
  rules: AccessRules<R>,
  client: Client,
  access: Access,
  topic: string,
  version: Version,
): Decision<R> {
  const refused = refusedByItself(access, topic);
  if (refused !== null) return no(refused);
  const levels = topic.split('/');
  const decided = outcome(sectionOf(rules, client.name)?.find(levels, access), (text) => text);
  if (decided !== null) return decided;
  if (rules.patterns.rules.length === 0) return no('default');
  const blocked = blockedPatterns(client);
  if (blocked !== null) return no(blocked);
  const fill = fillFor(named(client), version);
  const found = fillsLevels(client)
    ? rules.patterns.find(levels, access, fill)
    : rules.patterns.scan(levels, access, fill);
  return outcome(found, fill) ?? no('default');
}

/** What the broker looks at before any rule (acl__check_dollar; measured by its prefixes: `$SYSTEM` and `$sharex` too). */
function refusedByItself(access: Access, topic: string): 'sys' | 'share' | null {
  if (topic.startsWith('$SYS')) {
    const isBridgeState = coversTopic('$SYS/broker/connection/+/state', topic);
    return access === 'write' && !isBridgeState ? 'sys' : null;
  }
  return topic.startsWith('$share') ? 'share' : null;
}

function outcome<R extends AccessRule>(found: Found<R> | undefined, fill: Fill): Decision<R> | null {
  const by = found?.deny ?? found?.allow ?? null;
  if (by === null) return null;
  return { allowed: by.access !== 'deny', why: 'rule', by, filter: fill(by.filter, true) ?? by.filter };
}

function no<R>(why: Exclude<Decision<R>['why'], 'rule'>): Decision<R> {
  return { allowed: false, why, by: null, filter: null };
}
