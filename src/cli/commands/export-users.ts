import { resolve } from 'node:path';
import { exitCodes, fail } from '../../errors.ts';
import { Hidden } from '../../hidden.ts';
import { msg } from '../../i18n/messages.ts';
import { printCsv } from '../../spec/import/csv.ts';
import { printList } from '../../spec/import/csv-rows.ts';
import type { Account } from '../../spec/types.ts';
import { type Call, textOption } from '../context.ts';
import { declaredHere } from '../flow/declared.ts';
import { writeSecrets } from '../flow/hand-over.ts';

export const formats = ['csv', 'jsonl'] as const;
type Format = (typeof formats)[number];

/** All accounts in a form that import-users reads: without secrets, or with the stored hashes in a file of one's own. */
export async function run(call: Call): Promise<number> {
  const format = formatOf(call);
  const out = textOption(call.options, 'out');
  const withHashes = call.options['hashes'] === true;
  if (withHashes && out === undefined)
    throw fail('usage', msg('users.export.hashesOut'), { fix: msg('users.export.hashesOutFix') });
  const declared = await declaredHere(call);
  const { accounts, hashes } = declared;
  const text = printed(accounts, format, withHashes ? hashes : null);
  const file = out === undefined ? null : resolve(out);
  if (file !== null) await writeSecrets(call.host, { path: file, content: new Hidden(text) });
  say(call, accounts, file, file === null ? text : null, withHashes);
  return exitCodes.ok;
}

function formatOf({ options }: Call): Format {
  const value = textOption(options, 'format') ?? 'csv';
  const format = formats.find((known) => known === value);
  if (format === undefined) throw fail('usage', msg('users.export.format', { value }));
  return format;
}

function printed(
  accounts: readonly Account[],
  format: Format,
  hashes: ReadonlyMap<string, string> | null,
): string {
  if (format === 'jsonl')
    return accounts
      .map((account) => {
        const hash = hashes?.get(account.name);
        return `${JSON.stringify({ ...account, ...(hash === undefined ? {} : { hash }) })}\n`;
      })
      .join('');
  const rows = accounts.map(({ name, roles, topics, since = '' }) => [
    name,
    printList(roles),
    printList(topics),
    since,
    ...(hashes === null ? [] : [hashes.get(name) ?? '']),
  ]);
  const head = ['name', 'roles', 'topics', 'since', ...(hashes === null ? [] : ['hash'])];
  return [head, ...rows].map(printCsv).join('');
}

function say(
  { command, json, out, t, errorStyle }: Call,
  accounts: readonly Account[],
  file: string | null,
  text: string | null,
  withHashes: boolean,
): void {
  if (json) {
    const users = accounts.map((account) => ({ ...account }));
    out.result(JSON.stringify({ schemaVersion: 1, command, ok: true, file, users }, null, 2));
    return;
  }
  if (text !== null) {
    if (text !== '') out.result(text);
    return;
  }
  if (file !== null) out.note(t(msg('users.export.written', { file, count: accounts.length })));
  if (withHashes) out.note(`${errorStyle.yellow('!')} ${t(msg('users.export.hashesWarning'))}`);
}
