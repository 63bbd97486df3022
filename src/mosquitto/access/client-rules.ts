import type { Version } from '../version.ts';
import { fillFor } from './pattern.ts';
import type { AccessRules } from './rules.ts';
import type { AccessRule, Client } from './types.ts';

/** A rule with its filter as it counts for one client. */
export interface Filled<R> extends AccessRule {
  levels: readonly string[];
  rule: R;
}

function filled<R extends AccessRule>(rule: R, filter: string): Filled<R> {
  return { access: rule.access, filter, levels: filter.split('/'), rule };
}

/** The rules that count for one client: the patterns none where a wildcard in its name or client id takes them away. */
export function clientRules<R extends AccessRule>(
  rules: AccessRules<R>,
  client: Client,
  version: Version,
): { own: Filled<R>[]; patterns: Filled<R>[] } {
  const own = ownRules(rules, client.name);
  if (blockedPatterns(client) !== null) return { own, patterns: [] };
  return { own, patterns: filledPatterns(rules, client, version) };
}

/** Every pattern that can be filled in for this client, also where it is taken away from it. */
export function filledPatterns<R extends AccessRule>(
  { patterns }: AccessRules<R>,
  client: Client,
  version: Version,
): Filled<R>[] {
  const fill = fillFor(named(client), version);
  return patterns.rules.flatMap((rule) => {
    const filter = fill(rule.filter, true);
    return filter === null ? [] : [filled(rule, filter)];
  });
}

/** What stands in the client's own sections. */
export function ownRules<R extends AccessRule>(rules: AccessRules<R>, name: string | null): Filled<R>[] {
  return (sectionOf(rules, name)?.rules ?? []).map((rule) => filled(rule, rule.filter));
}

export function sectionOf<R extends AccessRule>(
  { users, anonymous }: AccessRules<R>,
  name: string | null,
): AccessRules<R>['anonymous'] | undefined {
  return name === null || name === '' ? anonymous : users.get(name);
}

/** An empty name is none (measured on 2.0.11, 2.0.21 and 2.1.2). */
export function named({ name, clientId }: Client): Client {
  return { name: name === '' ? null : name, clientId };
}

/** Why patterns say nothing of this client (facts §5); null where they do. */
export function blockedPatterns({ name, clientId }: Client): 'wildcard-name' | 'wildcard-id' | null {
  if (hasWildcard(name)) return 'wildcard-name';
  return hasWildcard(clientId) ? 'wildcard-id' : null;
}

function hasWildcard(text: string | null): boolean {
  return text !== null && /[+#]/.test(text);
}
