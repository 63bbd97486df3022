import { setTimeout as sleep } from 'node:timers/promises';
import { readJournal } from '../../engine/journal.ts';
import { isWaiting, readPending } from '../../engine/pending.ts';
import { AppError, exitCodes } from '../../errors.ts';
import { bootId } from '../../facts/process.ts';
import { msg } from '../../i18n/messages.ts';
import type { Call } from '../context.ts';
import { eventPrinter } from '../flow/events.ts';
import { demandRoot } from '../flow/kept-generations.ts';
import { layoutOf } from '../flow/layout.ts';
import { openState, type State } from '../flow/state.ts';

/** How long a timer waits for a run that is at it. */
const patienceMs = 10 * 60_000;

/**
 * Takes back what a run left that was cut off, or that waits to be confirmed. `--expired`: only what nobody confirmed in
 * time, as a timer asks for it; `--before-start`: only the files, since the broker is about to be started.
 */
export async function run(call: Call): Promise<number> {
  const layout = layoutOf(call);
  await demandRoot(call, layout);
  const isTimer = call.options['expired'] === true;
  const beforeStart = call.options['beforeStart'] === true;
  const unfinished = await readJournal(call.host, layout.state);
  const pending = await readPending(call.host, layout.state);
  const waits =
    pending !== null &&
    isWaiting(pending, call.host.now(), await bootId(call.host)) &&
    (isTimer || beforeStart);
  if (unfinished === null || waits) return report(call, false);
  if (call.options['dryRun'] === true) return report(call, false);
  const open = (): Promise<State> =>
    openState(call, layout, eventPrinter(call), { unfinished: beforeStart ? 'files-now' : 'now' });
  const state = isTimer ? await patiently(open) : await open();
  await state.close({ keep: true });
  return report(call, true);
}

/** Whoever has the lock now may be the one who confirms. */
async function patiently(open: () => Promise<State>): Promise<State> {
  for (const until = performance.now() + patienceMs; ; await sleep(500)) {
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof AppError) || error.exit !== 'locked' || performance.now() > until) throw error;
    }
  }
}

function report({ out, t, json, command }: Call, recovered: boolean): number {
  if (json) out.result(JSON.stringify({ schemaVersion: 1, command, ok: true, recovered }, null, 2));
  else if (!recovered) out.result(t(msg('confirm.nothing')));
  return exitCodes.ok;
}
