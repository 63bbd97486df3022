import { msg } from '../i18n/messages.ts';
import type { Door } from '../lint/doors.ts';
import type { View } from '../lint/view.ts';
import type { ConfLine } from '../mosquitto/formats/conf.ts';
import { isHashReadable } from '../mosquitto/hash.ts';
import { nameProblem } from '../spec/names.ts';
import { probeAccount } from '../spec/probe.ts';
import { noRights } from '../spec/rights.ts';
import type { Account, Rights } from '../spec/types.ts';
import { type AclRead, readAcl } from './acl.ts';
import type { Collected } from './collect.ts';
import { groupRights } from './roles.ts';
import type { Sources } from './sources.ts';

export interface Access {
  accounts: Account[];
  hashes: Map<string, string>;
}

/** What everybody may do where there is no ACL file. */
const everything: Rights = { publish: ['#'], subscribe: ['#', '$SYS/#'], deny: [] };

/** Who has an account, with which rights; what clients without a name may do. `doors`: the listeners of broker.yaml. */
export function adoptAccess(
  view: View,
  sources: Sources,
  doors: readonly Door[],
  collected: Collected,
): Access {
  const hashes = readPasswords(view, sources.passwords, collected);
  const acl = readAcl(view, sources.acl, collected);
  const isOpen = adoptAnonymous(view, acl, doors, collected);
  if (isOpen && sources.passwords === null) collected.note(msg('adopt.any-name'), true);
  if (acl !== null) {
    const strangers = [...acl.users.keys()].filter((name) => !hashes.has(name) && name !== probeAccount);
    if (strangers.length > 0)
      collected.note(
        msg('adopt.acl.strangers', { count: strangers.length, names: some(strangers) }),
        isOpen && sources.passwords === null,
      );
    if (Object.values(acl.everyone).some((filters) => filters.length > 0))
      collected.put(['everyone'], sparse(acl.everyone));
  }
  return { hashes, accounts: accountsOf([...hashes.keys()], acl, collected) };
}

function accountsOf(names: readonly string[], acl: AclRead | null, collected: Collected): Account[] {
  if (acl === null) return names.map((name) => ({ name, roles: ['both'], topics: ['#', '$SYS/#'] }));
  const { roles, users } = groupRights(
    names.map((name) => ({ name, rights: acl.users.get(name) ?? noRights })),
  );
  const own = Object.entries(roles).map(([name, rights]) => [name, sparse(rights)] as const);
  if (own.length > 0) collected.put(['roles'], Object.fromEntries(own));
  return names.map((name) => ({ name, ...(users.get(name) ?? { roles: [], topics: [] }) }));
}

function readPasswords(view: View, by: ConfLine | null, collected: Collected): Map<string, string> {
  const hashes = new Map<string, string>();
  if (by === null) return hashes;
  const lines = view.passwords.find(({ named }) => named.path === by.value)?.lines;
  if (lines === undefined) collected.note(msg('adopt.unread', { path: by.value }), true);
  const dropped = new Set<string>();
  for (const line of lines ?? []) {
    if (line.kind !== 'entry' || line.name === probeAccount) continue;
    // Of a repeated name the last line counts.
    hashes.delete(line.name);
    dropped.delete(line.name);
    if (nameProblem(line.name) !== null)
      collected.note(msg('adopt.name', { line: line.line, file: by.value }), true);
    // Nobody could log in with it before either.
    else if (!isHashReadable(line.hash, view.version)) dropped.add(line.name);
    else hashes.set(line.name, line.hash);
  }
  if (dropped.size > 0) collected.note(msg('adopt.hash', { count: dropped.size, names: some([...dropped]) }));
  return hashes;
}

/**
 * Clients without a name, where they are let in. Patterns without a user name hold for them too. Answers whether any
 * listener is open.
 */
function adoptAnonymous(
  view: View,
  acl: AclRead | null,
  doors: readonly Door[],
  collected: Collected,
): boolean {
  const open = doors.map(({ anonymous }) => anonymous.allowed);
  if (!open.includes(true)) return false;
  const isMixed = open.includes(false);
  // Only from 2.1 on each listener can decide without per_listener_settings: what is closed stays closed.
  if (isMixed && !view.traits.accessByPlugins) {
    collected.note(msg('adopt.anonymous-mixed', { version: view.versionText }), true);
    return false;
  }
  const rights = acl === null ? everything : withStatic(acl.anonymous, acl.everyone);
  collected.put(['anonymous'], sparse(rights));
  if (isMixed)
    for (const [index, isOpen] of open.entries()) collected.put(['listeners', index, 'anonymous'], isOpen);
  return true;
}

function withStatic(own: Rights, everyone: Rights): Rights {
  const plain = (side: keyof Rights): string[] => everyone[side].filter((filter) => !/\{/.test(filter));
  const both = (side: keyof Rights): string[] => [...new Set([...own[side], ...plain(side)])];
  return { publish: both('publish'), subscribe: both('subscribe'), deny: both('deny') };
}

function sparse(rights: Rights): Partial<Rights> {
  return Object.fromEntries(Object.entries(rights).filter(([, filters]) => filters.length > 0));
}

function some(names: readonly string[]): string {
  return names.length <= 5 ? names.join(', ') : `${names.slice(0, 5).join(', ')} …`;
}
