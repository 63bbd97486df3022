import { resolve } from 'node:path';
import { printBackup } from '../../engine/backup/format.ts';
import { seal } from '../../engine/backup/seal.ts';
import { exitCodes, fail } from '../../errors.ts';
import { gather } from '../../facts/gather.ts';
import { msg } from '../../i18n/messages.ts';
import { backupJson, renderBackup } from '../../report/backup.ts';
import type { Call } from '../context.ts';
import { collect, openBackup } from '../flow/backup.ts';
import { eventPrinter } from '../flow/events.ts';
import { demandNew } from '../flow/hand-over.ts';
import { demandRoot } from '../flow/kept-generations.ts';
import { layoutOf } from '../flow/layout.ts';
import { asTheyAre } from '../flow/passwords.ts';
import { openState } from '../flow/state.ts';
import { askNewPassword } from '../prompt.ts';

/** Everything that would hurt to lose, in one closed file; `--check` reads one and says whether it is whole. */
export async function run(call: Call): Promise<number> {
  const file = resolve(call.args[0] ?? '');
  const { out, t, style, json } = call;
  if (call.options['check'] === true) {
    const backup = await openBackup(call, file);
    out.result(
      json
        ? JSON.stringify(backupJson('backup', file, backup, []), null, 2)
        : renderBackup(msg('backup.isWhole', { file }), backup, t, style),
    );
    return exitCodes.ok;
  }
  const layout = layoutOf(call);
  await demandRoot(call, layout);
  await demandNew(call.host, file);
  const passphrase = await newPassphrase(call);
  // Nobody changes the broker meanwhile, and what a run left that was cut off is taken back first.
  const state = await openState(call, layout, eventPrinter(call));
  // Where there is no broker of ours, the folder of the lock goes again.
  let keep = false;
  try {
    const { backup, left } = await collect(call, await gather(call.host, layout));
    keep = true;
    const packed = printBackup(backup);
    const whole = { ...backup, kind: 'mqtt-setup backup' as const };
    if (call.options['dryRun'] !== true)
      await call.host.perform({
        type: 'write',
        path: file,
        content: passphrase === null ? packed : seal(packed, passphrase),
        owner: null,
        group: null,
        mode: 0o600,
      });
    out.result(
      json
        ? JSON.stringify(backupJson('backup', file, whole, left), null, 2)
        : renderBackup(msg('backup.written', { file }), whole, t, style),
    );
    for (const path of left) out.note(`${call.errorStyle.yellow('!')} ${t(msg('backup.left', { path }))}`);
    if (passphrase === null && !json) out.note(t(msg('backup.open')));
    return exitCodes.ok;
  } finally {
    await state.close({ keep });
  }
}

/** Null where it is not to be encrypted. */
async function newPassphrase(call: Call): Promise<string | null> {
  const given = await asTheyAre(call);
  if (given === null && call.options['encrypt'] !== true) return null;
  if (given !== null) {
    if (given.reveal().length >= shortest) return given.reveal();
    throw fail('input', msg('backup.short', { least: shortest }));
  }
  if (!call.interactive)
    throw fail('usage', msg('backup.needsPassphrase'), { fix: msg('backup.passphraseHow') });
  return askNewPassword(call, msg('backup.askPassphrase'), (text) =>
    text.length < shortest ? msg('backup.short', { least: shortest }) : null,
  );
}

/** Characters: whoever has the file may try for years. */
const shortest = 12;
