import { type Message, msg } from '../i18n/messages.ts';
import { shown } from '../shown.ts';
import { topicProblem } from './topics.ts';
import type { Account, Rights } from './types.ts';

/** `{user}`: the account's name. `{client}`: the client id of the connection. `{topics}`: each of the account's topics. */
const variables = ['user', 'client', 'topics'];

export type Access = 'read' | 'write' | 'readwrite' | 'deny';

export interface Rule {
  access: Access;
  filter: string;
}

export const noRights: Rights = { publish: [], subscribe: [], deny: [] };

/** Why `filter`, which may hold variables, cannot stand in a role; null where it can. */
export function filterProblem(filter: string): Message | null {
  const named = [...filter.matchAll(/\{([^{}/]*)\}/g)].map((match) => match[1] ?? '');
  const unknown = named.find((name) => !variables.includes(name));
  const text = shown(filter);
  if (unknown !== undefined)
    return msg('spec.filter.variable', { filter: text, known: variables.map((v) => `{${v}}`).join(', ') });
  if (filter.includes('{topics}') && filter !== '{topics}')
    return msg('spec.filter.topics', { filter: text });
  const hasPart = filter.split('/').some((level) => level !== '{client}' && level.includes('{client}'));
  if (hasPart) return msg('spec.filter.client', { filter: text });
  return filter === '{topics}' ? null : topicProblem(filter);
}

/** Does the filter depend on the connection, not only on the account? */
export function isPerClient(filter: string): boolean {
  return filter.includes('{client}');
}

/** The filters of an account for one that may hold variables. */
function filled(filter: string, { name, topics }: Pick<Account, 'name' | 'topics'>): string[] {
  if (filter === '{topics}') return topics;
  return [filter.includes('{user}') ? filter.replaceAll('{user}', () => name) : filter];
}

/**
 * Rights as access rules of one account: what is denied first, as the broker looks at it, then each filter once, in the
 * order in which it was named. Rights that depend on the connection are left out: see `patternRules`.
 */
export function rulesOf(rights: readonly Rights[], account: Pick<Account, 'name' | 'topics'>): Rule[] {
  const expand = (side: keyof Rights): string[] => {
    const filters: string[] = [];
    for (const one of rights) {
      for (const filter of one[side]) if (!isPerClient(filter)) filters.push(...filled(filter, account));
    }
    return filters;
  };
  return merged(expand('publish'), expand('subscribe'), expand('deny'));
}

/** The rights of everybody that depend on the connection, as the broker's patterns: `%u` and `%c`. */
export function patternRules(rights: Rights): Rule[] {
  const expand = (side: 'publish' | 'subscribe'): string[] =>
    rights[side]
      .filter(isPerClient)
      .map((filter) => filter.replaceAll('{client}', '%c').replaceAll('{user}', '%u'));
  return merged(expand('publish'), expand('subscribe'), []);
}

function merged(publish: readonly string[], subscribe: readonly string[], deny: readonly string[]): Rule[] {
  // Most accounts have a filter or two: no need to remember which were there.
  if (deny.length === 0 && publish.length <= 1 && subscribe.length <= 1)
    return pair(publish[0], subscribe[0]);
  const rules = new Map<string, Access>();
  for (const filter of publish) rules.set(filter, 'write');
  for (const filter of subscribe)
    rules.set(filter, rules.get(filter) === undefined || rules.get(filter) === 'read' ? 'read' : 'readwrite');
  return [
    ...[...new Set(deny)].map((filter): Rule => ({ access: 'deny', filter })),
    ...[...rules].map(([filter, access]): Rule => ({ access, filter })),
  ];
}

function pair(publish: string | undefined, subscribe: string | undefined): Rule[] {
  if (publish === undefined) return subscribe === undefined ? [] : [{ access: 'read', filter: subscribe }];
  if (subscribe === undefined) return [{ access: 'write', filter: publish }];
  if (publish === subscribe) return [{ access: 'readwrite', filter: publish }];
  return [
    { access: 'write', filter: publish },
    { access: 'read', filter: subscribe },
  ];
}
