import { readFile } from 'node:fs/promises';
import { fail } from '../errors.ts';
import { msg } from '../i18n/messages.ts';

interface Names {
  users: Map<number, string>;
  groups: Map<number, string>;
}

/** The machine's users and groups by number. Read anew each time: installing a package adds some. */
export async function accountNames(): Promise<Names> {
  const [users, groups] = await Promise.all([table('/etc/passwd'), table('/etc/group')]);
  return { users: byNumber(users), groups: byNumber(groups) };
}

/**
 * Numbers for a user and a group by name (a number stands for itself, null for us). Throws where a name is unknown.
 */
export async function accountIds(
  owner: string | null,
  group: string | null,
): Promise<{ uid: number; gid: number }> {
  const [users, groups] = await Promise.all([table('/etc/passwd'), table('/etc/group')]);
  return {
    uid: owner === null ? (process.getuid?.() ?? -1) : numberOf(owner, users),
    gid: group === null ? (process.getgid?.() ?? -1) : numberOf(group, groups),
  };
}

function numberOf(name: string, rows: [string, number][]): number {
  if (/^\d+$/.test(name)) return Number(name);
  const row = rows.find(([known]) => known === name);
  if (row === undefined) throw fail('no', msg('host.fs.noAccount', { name }));
  return row[1];
}

function byNumber(rows: [string, number][]): Map<number, string> {
  const map = new Map<number, string>();
  for (const [name, id] of rows) if (!map.has(id)) map.set(id, name);
  return map;
}

async function table(path: string): Promise<[string, number][]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [name, , id] = line.split(':');
    return name !== undefined && name !== '' && id !== undefined && /^\d+$/.test(id)
      ? [[name, Number(id)]]
      : [];
  });
}
