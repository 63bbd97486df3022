import { msg } from '../i18n/messages.ts';
import type { View } from '../lint/view.ts';
import type { AclLine } from '../mosquitto/formats/acl.ts';
import type { ConfLine } from '../mosquitto/formats/conf.ts';
import { filterProblem, isPerClient } from '../spec/rights.ts';
import type { Rights } from '../spec/types.ts';
import type { Collected } from './collect.ts';
import { Overlaps } from './overlap.ts';

export interface AclRead {
  users: Map<string, Rights>;
  /** What clients without a name may do. */
  anonymous: Rights;
  /** What is for every account. */
  everyone: Rights;
}

type Rule = Extract<AclLine, { kind: 'topic' | 'pattern' }>;

const sides = {
  read: ['subscribe'],
  write: ['publish'],
  readwrite: ['publish', 'subscribe'],
  deny: ['deny'],
} as const;

/** Filters by what they are for, each once. */
class Gathered {
  readonly publish = new Set<string>();
  readonly subscribe = new Set<string>();
  readonly deny = new Set<string>();

  add(access: Rule['access'], filter: string): void {
    for (const side of sides[access]) this[side].add(filter);
  }

  rights(): Rights {
    return { publish: [...this.publish], subscribe: [...this.subscribe], deny: [...this.deny] };
  }
}

/** Null where there is no ACL file: then everybody may do everything. */
export function readAcl(view: View, by: ConfLine | null, collected: Collected): AclRead | null {
  if (by === null) return null;
  const lines = view.acls.find(({ named }) => named.path === by.value)?.lines;
  if (lines === undefined) collected.note(msg('adopt.unread', { path: by.value }), true);
  const users = new Map<string, Gathered>();
  const anonymous = new Gathered();
  const everyone = new Gathered();
  const denied: { line: number; filter: string }[] = [];
  let current = anonymous;
  for (const line of lines ?? []) {
    if (line.kind === 'user') {
      current = users.get(line.name) ?? new Gathered();
      users.set(line.name, current);
    } else if (line.kind === 'fault')
      collected.note(msg('adopt.acl.fault', { line: line.line, file: by.value }), true);
    else if (line.kind === 'topic' || line.kind === 'pattern') {
      const filter = inOurWords(line, by.value, view, collected);
      if (filter === null) continue;
      (line.kind === 'topic' ? current : everyone).add(line.access, filter);
      if (line.kind === 'pattern' && line.access === 'deny') denied.push({ line: line.line, filter });
    }
  }
  const all = new Map([...users].map(([name, rights]) => [name, rights.rights()]));
  for (const { line, name } of new Overlaps(all, anonymous.rights()).of(denied))
    collected.note(msg('adopt.acl.order', { line, file: by.value, name }), true);
  return { users: all, anonymous: anonymous.rights(), everyone: everyone.rights() };
}

/** The filter of a rule as broker.yaml has it; null where it has no equal there, or covers nothing. */
function inOurWords(line: Rule, file: string, { traits }: View, collected: Collected): string | null {
  const isPattern = line.kind === 'pattern';
  const levels = line.filter.split('/');
  const isPartial = levels.some((level) => /%[uc]/.test(level) && level !== '%u' && level !== '%c');
  if (isPattern && isPartial && traits.substitutesWholeLevels) {
    collected.note(msg('adopt.acl.never', { line: line.line, file, filter: line.filter }));
    return null;
  }
  const filter = isPattern
    ? line.filter.replaceAll('%c', '{client}').replaceAll('%u', '{user}')
    : line.filter;
  const isForeign = /[{}\uFFFD]/.test(line.filter);
  if (isForeign || (line.access === 'deny' && isPerClient(filter)) || filterProblem(filter) !== null) {
    collected.note(msg('adopt.acl.rule', { line: line.line, file, filter: line.filter }), true);
    return null;
  }
  return filter;
}
