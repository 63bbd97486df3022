import { clearJournal } from '../../engine/journal.ts';
import { isWaiting, readPending } from '../../engine/pending.ts';
import { exitCodes, fail } from '../../errors.ts';
import { bootId } from '../../facts/process.ts';
import { msg } from '../../i18n/messages.ts';
import type { Call } from '../context.ts';
import { cancelRevert } from '../flow/confirmation.ts';
import { eventPrinter } from '../flow/events.ts';
import { demandRoot } from '../flow/kept-generations.ts';
import { layoutOf } from '../flow/layout.ts';
import { openState } from '../flow/state.ts';

/** Keeps what `apply --confirm` applied. */
export async function run(call: Call): Promise<number> {
  const layout = layoutOf(call);
  await demandRoot(call, layout);
  if ((await readPending(call.host, layout.state)) === null) throw fail('no', msg('confirm.none'));
  const state = await openState(call, layout, eventPrinter(call), { unfinished: 'keep' });
  try {
    const pending = await readPending(call.host, layout.state);
    if (pending === null || !isWaiting(pending, call.host.now(), await bootId(call.host)))
      throw fail('no', msg('confirm.late'));
    await clearJournal(call.host, layout.state);
  } finally {
    await state.close({ keep: true });
  }
  await cancelRevert(call, layout);
  const { out, t, style, json, command } = call;
  out.result(
    json
      ? JSON.stringify({ schemaVersion: 1, command, ok: true }, null, 2)
      : style.green(t(msg('confirm.done'))),
  );
  return exitCodes.ok;
}
