import { msg, type Translate } from '../i18n/messages.ts';
import type { Rights } from '../spec/types.ts';
import { printable } from './escape.ts';
import type { Style } from './style.ts';

/** A role with who has it. */
export interface RoleRow extends Rights {
  name: string;
  builtIn: boolean;
  users: string[];
}

/** So many names are shown; of the rest the number. */
const mostNames = 8;

/** One block a role: what it allows, then who has it; what every account may do comes last. */
export function renderRoles(rows: readonly RoleRow[], everyone: Rights, t: Translate, style: Style): string {
  const blocks = rows.map((row) => {
    const kind = row.builtIn ? ` ${style.dim(t(msg('cli.roles.builtIn')))}` : '';
    return [
      `${style.bold(row.name)}${kind}`,
      ...sides(row, t, style),
      `  ${style.dim(people(row.users, t))}`,
    ].join('\n');
  });
  const all = sides(everyone, t, style);
  const last = all.length === 0 ? [] : [[style.bold(t(msg('cli.roles.everyone'))), ...all].join('\n')];
  return [...blocks, ...last].join('\n');
}

function sides({ publish, subscribe, deny }: Rights, t: Translate, style: Style): string[] {
  const line = (label: string, filters: readonly string[]): string[] =>
    filters.length === 0 ? [] : [`  ${label}  ${filters.map(printable).join('  ')}`];
  return [
    ...line(t(msg('cli.roles.publish')), publish),
    ...line(t(msg('cli.roles.subscribe')), subscribe),
    ...line(style.red(t(msg('cli.roles.deny'))), deny),
  ];
}

function people(users: readonly string[], t: Translate): string {
  if (users.length === 0) return t(msg('cli.roles.nobody'));
  const names = users.slice(0, mostNames).map(printable).join(', ');
  const rest = users.length - mostNames;
  return rest > 0
    ? t(msg('cli.roles.many', { count: users.length, names, rest }))
    : t(msg('cli.roles.users', { count: users.length, names }));
}
