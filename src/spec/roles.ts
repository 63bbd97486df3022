import type { Account, Role } from './types.ts';

export type RoleAccess = 'read' | 'write' | 'readwrite';

/** What a role may do on the account's topics. A new role is a new row. */
const accessOf: Record<Role, { read: boolean; write: boolean }> = {
  publisher: { read: false, write: true },
  subscriber: { read: true, write: false },
  both: { read: true, write: true },
};

/** The roles of one account taken together; null where there are none (nothing is allowed). */
export function roleAccess(roles: readonly Role[]): RoleAccess | null {
  const read = roles.some((role) => accessOf[role].read);
  const write = roles.some((role) => accessOf[role].write);
  if (read && write) return 'readwrite';
  if (read) return 'read';
  return write ? 'write' : null;
}

/** The access rules of an account, one for each of its topics, in their order. */
export function accountRules(account: Account): { access: RoleAccess; filter: string }[] {
  const access = roleAccess(account.roles);
  if (access === null) return [];
  return [...new Set(account.topics)].map((filter) => ({ access, filter }));
}
