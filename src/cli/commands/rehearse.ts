import { exitCodes, fail } from '../../errors.ts';
import { gather } from '../../facts/gather.ts';
import { msg } from '../../i18n/messages.ts';
import type { Call } from '../context.ts';
import { runAsRoot } from '../flow/command-line.ts';
import { declaredIn } from '../flow/declared.ts';
import { demandRoot } from '../flow/kept-generations.ts';
import { layoutOf } from '../flow/layout.ts';
import { tryOut } from '../flow/rehearse.ts';
import { listenForSignals } from '../flow/signals.ts';

/** The installed broker tries the files as they are on disk: would a reload or a restart go well? */
export async function run(call: Call): Promise<number> {
  const layout = layoutOf(call);
  await demandRoot(call, layout);
  const facts = await gather(call.host, layout);
  const { spec, accounts, probePassword } = declaredIn(facts, await runAsRoot(call));
  if (spec === null || probePassword === null)
    throw fail('input', msg('cli.spec.missing', { file: layout.spec }), {
      fix: msg('cli.spec.installFirst'),
    });
  const signals = listenForSignals();
  try {
    const trial = { facts, spec, accounts, probePassword, people: [] };
    const tried = await tryOut({ ...call, signal: signals.signal }, trial, new Map());
    if ('left' in tried) throw fail('refused', tried.left.message, tried.left);
    const { checks } = tried;
    const { out, t, style } = call;
    out.result(
      call.json
        ? JSON.stringify({ schemaVersion: 1, command: call.command, ok: true, checks }, null, 2)
        : style.green(t(msg('rehearsal.passed', { count: checks }))),
    );
    return exitCodes.ok;
  } finally {
    signals.close();
  }
}
