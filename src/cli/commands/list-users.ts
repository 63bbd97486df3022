import { exitCodes } from '../../errors.ts';
import { gather } from '../../facts/gather.ts';
import { msg } from '../../i18n/messages.ts';
import type { Account } from '../../spec/types.ts';
import type { Call } from '../context.ts';
import { runAsRoot } from '../flow/command-line.ts';
import { declaredIn } from '../flow/declared.ts';
import { layoutOf } from '../flow/layout.ts';

/** Who has an account, with roles and topics: never a secret. */
export async function run(call: Call): Promise<number> {
  const { accounts } = declaredIn(await gather(call.host, layoutOf(call)), await runAsRoot(call));
  const { out, t, style } = call;
  if (call.json) {
    const users = accounts.map(({ name, roles, topics, since }) => ({
      name,
      roles,
      topics,
      ...(since === undefined ? {} : { since }),
    }));
    out.result(JSON.stringify({ schemaVersion: 1, command: call.command, ok: true, users }, null, 2));
  } else if (accounts.length === 0) out.note(t(msg('cli.users.none')));
  else out.result(table(accounts, call, style.bold));
  return exitCodes.ok;
}

function table(accounts: readonly Account[], { t }: Call, bold: (text: string) => string): string {
  const head = [t(msg('cli.users.name')), t(msg('cli.users.roles')), t(msg('cli.users.topics'))];
  const rows = accounts.map(({ name, roles, topics }) => [name, roles.join(', '), topics.join('  ') || '—']);
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === cells.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join('  ');
  return [bold(line(head)), ...rows.map(line)].join('\n');
}
