import { resolve } from 'node:path';
import type { Generation } from '../../engine/generations/format.ts';
import { generationHeads, pruneGenerations, readGeneration } from '../../engine/generations/store.ts';
import { exitCodes, fail } from '../../errors.ts';
import { gatherRecords } from '../../facts/records.ts';
import { msg } from '../../i18n/messages.ts';
import { historyJson, renderGeneration, renderHistory } from '../../report/history.ts';
import { type Call, textOption } from '../context.ts';
import { eventPrinter } from '../flow/events.ts';
import { demandRoot, generationNumber } from '../flow/kept-generations.ts';
import { layoutOf } from '../flow/layout.ts';
import { openState } from '../flow/state.ts';

/** The generations that are kept, or all that is known of one; --keep removes the older ones. */
export async function run(call: Call): Promise<number> {
  const layout = layoutOf(call);
  await demandRoot(call, layout);
  const keep = textOption(call.options, 'keep');
  const [asked] = call.args;
  if (keep !== undefined) {
    if (asked !== undefined) throw fail('usage', msg('generations.keepAlone'));
    await prune(call, generationNumber(keep));
  }
  const { out, t, style, json } = call;
  const { records } = await gatherRecords(call.host, layout);
  const current = records?.generation ?? null;
  const path = textOption(call.options, 'show');
  if (path !== undefined && (asked === undefined || json)) throw fail('usage', msg('generations.showAlone'));
  if (asked !== undefined) {
    const generation = await readGeneration(call.host, layout.state, generationNumber(asked));
    const { number } = generation;
    if (path !== undefined) {
      out.result(contentOf(generation, resolve(path)));
      return exitCodes.ok;
    }
    out.result(
      json
        ? JSON.stringify(historyJson([{ number, head: generation }], current), null, 2)
        : renderGeneration(generation, t, style),
    );
    return exitCodes.ok;
  }
  const kept = await generationHeads(call.host, layout.state);
  if (json) out.result(JSON.stringify(historyJson(kept, current), null, 2));
  else if (kept.length === 0) out.note(t(msg('generations.none')));
  else out.result(renderHistory(kept, current, t, style));
  return exitCodes.ok;
}

/** A file as it is kept: what somebody had made of it by hand where that was replaced, else what was applied. */
function contentOf({ number, overwritten, files }: Generation, path: string): string {
  const found = [...overwritten, ...files].find((file) => file.path === path);
  if (found !== undefined) return found.data.toString('utf8').replace(/\n$/, '');
  throw fail('input', msg('generations.noFile', { number, path }), {
    fix: msg('generations.noFileFix', { number }),
  });
}

async function prune(call: Call, keep: number): Promise<void> {
  const layout = layoutOf(call);
  if ((await call.host.stat(layout.state)) === null || call.options['dryRun'] === true) return;
  const state = await openState(call, layout, eventPrinter(call));
  try {
    const gone = await pruneGenerations(call.host, layout.state, keep);
    if (gone.length > 0) call.out.note(call.t(msg('generations.pruned', { numbers: gone.join(', ') })));
  } finally {
    await state.close({ keep: true });
  }
}
