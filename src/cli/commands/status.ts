import { exitCodes, fail } from '../../errors.ts';
import { gather } from '../../facts/gather.ts';
import { msg } from '../../i18n/messages.ts';
import { renderStatus } from '../../report/status.ts';
import { type Call, textOption } from '../context.ts';
import { layoutOf } from '../flow/layout.ts';
import { numbersNow } from '../flow/numbers.ts';
import { statusView } from '../flow/status-view.ts';

/** How the broker is and what comes next; --watch goes on until Ctrl-C. 0 where it runs, 1 where it does not. */
export async function run(call: Call): Promise<number> {
  if (call.options['watch'] === true) return (await import('../flow/watch.ts')).watch(call);
  if (textOption(call.options, 'topics') !== undefined)
    throw fail('usage', msg('status.topics.watch'), { fix: msg('status.topics.watchFix') });
  const facts = await gather(call.host, layoutOf(call));
  const { view, listeners } = await statusView(call, facts, await numbersNow(call, facts));
  if (call.json) {
    const { running, pid, enabled, version, users, numbers, certificates, change, drift } = view;
    const { state } = facts.service;
    const what = {
      running,
      enabled,
      pid,
      state,
      version,
      listeners,
      users,
      numbers,
      certificates,
      change,
      drift,
    };
    call.out.result(
      JSON.stringify({ schemaVersion: 1, command: call.command, ok: running, ...what }, null, 2),
    );
  } else call.out.prose(renderStatus(view, call.t, call.style));
  return view.running ? exitCodes.ok : exitCodes.no;
}
