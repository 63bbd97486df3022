import { isAllowed } from '../mosquitto/acl-rights.ts';
import { type AclLine, parseAcl } from '../mosquitto/formats/acl.ts';
import type { Version } from '../mosquitto/version.ts';
import { changedSections } from './changed-sections.ts';

/** One thing that somebody may do from now on, or no longer. */
export interface PermissionChange {
  /** Null for clients without a name. */
  user: string | null;
  /** The filter of the rule that changes it. */
  topic: string;
  access: 'publish' | 'read';
  before: boolean;
  after: boolean;
}

/** Rules of one person, and how they read together: two that read the same allow the same. */
interface Person {
  lines: AclLine[];
  key: string;
}

/**
 * What two ACL files let people do differently: for every rule that is in one of them only, whether a topic that it covers
 * is allowed before and after. Whoever has the same rules in both is not looked at any further. Names in `ignored` are
 * left out. A user who is new has everything before them denied.
 */
export function permissionChanges(
  before: string,
  after: string,
  version: Version,
  ignored: (name: string) => boolean,
): PermissionChange[] {
  const [one, other] = changedSections(before, after);
  const [old, next] = [peopleOf(one), peopleOf(other)];
  const isSamePattern = patternKey(old.patterns) === patternKey(next.patterns);
  const names = new Set([...old.people.keys(), ...next.people.keys()]);
  return [...names].flatMap((user): PermissionChange[] => {
    if (user !== null && ignored(user)) return [];
    const was = old.people.get(user);
    const will = next.people.get(user);
    if (isSamePattern && was?.key === will?.key) return [];
    const lines = {
      before: was === undefined ? [] : [...old.patterns, ...was.lines],
      after: will === undefined ? [] : [...next.patterns, ...will.lines],
    };
    return filtersOf([...(was?.lines ?? []), ...(will?.lines ?? [])]).flatMap((filter) =>
      (['publish', 'read'] as const).flatMap((access) => {
        const [could, can] = [lines.before, lines.after].map((own) =>
          samples(filter).some((topic) =>
            isAllowed(
              own,
              { name: user, clientId: '' },
              access === 'publish' ? 'write' : 'read',
              topic,
              version,
            ),
          ),
        );
        return could === can
          ? []
          : [{ user, topic: filter, access, before: could === true, after: can === true }];
      }),
    );
  });
}

function peopleOf(text: string): { people: Map<string | null, Person>; patterns: AclLine[] } {
  const people = new Map<string | null, Person>();
  const patterns: AclLine[] = [];
  let user: string | null = null;
  for (const line of parseAcl(text)) {
    if (line.kind === 'user') user = line.name;
    else if (line.kind === 'pattern') patterns.push(line);
    if (line.kind !== 'user' && line.kind !== 'topic') continue;
    const person = people.get(user) ?? { lines: [], key: '' };
    person.lines.push(line);
    if (line.kind === 'topic') person.key += `${line.access} ${line.filter}\n`;
    people.set(user, person);
  }
  return { people, patterns };
}

function patternKey(lines: readonly AclLine[]): string {
  return lines.map((line) => (line.kind === 'pattern' ? `${line.access} ${line.filter}` : '')).join('\n');
}

function filtersOf(lines: readonly AclLine[]): string[] {
  return [...new Set(lines.flatMap((line) => (line.kind === 'topic' ? [line.filter] : [])))];
}

/** Topics that a filter covers: with a word for each wildcard, and the level above a final `#`. */
function samples(filter: string): string[] {
  const word = 'some-topic';
  const filled = filter
    .split('/')
    .map((level) => (level === '+' || level === '#' ? word : level))
    .join('/');
  return filter.endsWith('/#') ? [filled, filter.slice(0, -2).replaceAll('+', word)] : [filled];
}

/** Changes of the same kind for the same topic, up to the own name as a level of it. */
export interface PermissionGroup {
  topic: string;
  access: 'publish' | 'read';
  gained: boolean;
  users: (string | null)[];
}

export function groupPermissions(changes: readonly PermissionChange[]): PermissionGroup[] {
  const groups = new Map<string, PermissionGroup>();
  for (const { user, topic, access, after } of changes) {
    const shape = topic
      .split('/')
      .map((level) => (level === user ? '{user}' : level))
      .join('/');
    const key = `${after} ${access} ${shape}`;
    const group = groups.get(key) ?? { topic: shape, access, gained: after, users: [] };
    group.users.push(user);
    groups.set(key, group);
  }
  // One person's own topic is told as it is.
  return [...groups.values()].map((group) =>
    group.users.length === 1
      ? { ...group, topic: group.topic.replaceAll('{user}', group.users[0] ?? '{user}') }
      : group,
  );
}
