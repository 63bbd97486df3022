import { noRights, type Rule, rulesOf } from './rights.ts';
import type { Account, Rights, Spec } from './types.ts';

/** The roles that are always there. A new one is a new row, and its words in the catalogues (`roles.…`). */
export const builtInRoles = {
  publisher: { ...noRights, publish: ['{topics}'] },
  subscriber: { ...noRights, subscribe: ['{topics}'] },
  both: { ...noRights, publish: ['{topics}'], subscribe: ['{topics}'] },
  device: { ...noRights, publish: ['devices/{user}/#'], subscribe: ['devices/{user}/#'] },
  monitor: { ...noRights, subscribe: ['$SYS/#'] },
  admin: { ...noRights, publish: ['#'], subscribe: ['#', '$SYS/#'] },
} as const satisfies Record<string, Rights>;

export type BuiltInRole = keyof typeof builtInRoles;

export const builtInNames = Object.keys(builtInRoles) as BuiltInRole[];

/** Does the role give anything only where the account has topics? */
export function needsTopics({ publish, subscribe, deny }: Rights): boolean {
  return [publish, subscribe, deny].some((side) => side.includes('{topics}'));
}

/** What a role allows; null where there is no such role. */
export function roleRights(name: string, own: Spec['roles']): Rights | null {
  if (Object.hasOwn(own, name)) return own[name] ?? null;
  const builtIn: Readonly<Record<string, Rights>> = builtInRoles;
  return Object.hasOwn(builtIn, name) ? (builtIn[name] ?? null) : null;
}

/** Every role that an account of this spec may have, the built-in ones first. */
export function roleNames({ roles }: Pick<Spec, 'roles'>): string[] {
  return [...builtInNames, ...Object.keys(roles)];
}

/** The access rules of an account: its roles' and everybody's, in the order in which the broker should see them. */
export function accountRules(account: Account, spec: Pick<Spec, 'roles' | 'everyone'>): Rule[] {
  const rights = account.roles.flatMap((name) => roleRights(name, spec.roles) ?? []);
  return rulesOf([...rights, spec.everyone], account);
}
