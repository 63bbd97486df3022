import { exitCodes } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { usualPolicy } from '../../spec/passwords.ts';
import type { Account } from '../../spec/types.ts';
import type { Call } from '../context.ts';
import { declaredHere } from '../flow/declared.ts';
import { type StoredHash, storedHash } from '../flow/stored-hashes.ts';

type User = Account & { hash: StoredHash };

/** Who has an account, with roles, topics, since when, and what the stored hash is worth: never a secret. */
export async function run(call: Call): Promise<number> {
  const declared = await declaredHere(call);
  const policy = declared.spec?.passwords ?? usualPolicy;
  const users = declared.accounts.map(
    ({ name, roles, topics, since }): User => ({
      name,
      roles,
      topics,
      ...(since === undefined ? {} : { since }),
      hash: storedHash(declared.hashes.get(name), policy),
    }),
  );
  const { out, t, style } = call;
  if (call.json)
    out.result(JSON.stringify({ schemaVersion: 1, command: call.command, ok: true, users }, null, 2));
  else if (users.length === 0) out.note(t(msg('cli.users.none')));
  else {
    out.result(table(users, call, style.bold));
    noteHashes(users, call);
  }
  return exitCodes.ok;
}

function table(users: readonly User[], { t, style }: Call, bold: (text: string) => string): string {
  const head = [
    t(msg('cli.users.name')),
    t(msg('cli.users.roles')),
    t(msg('cli.users.topics')),
    t(msg('cli.users.since')),
    t(msg('cli.users.hash')),
  ];
  const none = style.unicode ? '—' : '-';
  const rows = users.map(({ name, roles, topics, since, hash }) => [
    name,
    roles.join(', '),
    topics.join('  ') || none,
    since ?? none,
    hashText(hash, t),
  ]);
  const widths = head.map((title, i) =>
    rows.reduce((most, row) => Math.max(most, (row[i] ?? '').length), title.length),
  );
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === cells.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join('  ');
  return [bold(line(head)), ...rows.map(line)].join('\n');
}

function hashText({ kind, iterations, state }: StoredHash, t: Call['t']): string {
  if (state === 'none') return t(msg('users.hash.none'));
  const rounds = iterations === null ? '' : ` ${iterations}`;
  const word = state === 'good' ? '' : ` (${t(msg(`users.hash.${state}`))})`;
  return `${kind}${rounds}${word}`;
}

/** What to do about those that are not as they should be. */
function noteHashes(users: readonly User[], { out, t, errorStyle }: Call): void {
  for (const state of ['none', 'foreign', 'weak'] as const) {
    const found = users.filter(({ hash }) => hash.state === state);
    if (found.length === 0) continue;
    const names = found.slice(0, 5).map(({ name }) => name);
    const text = t(
      msg(`users.hash.${state}Note`, {
        count: found.length,
        names: names.join(', ') + (found.length > names.length ? ' …' : ''),
      }),
    );
    out.note(`${errorStyle.yellow('!')} ${text}`);
  }
}
