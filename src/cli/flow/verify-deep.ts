import { fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import type { Call } from '../context.ts';
import { runAsRoot } from './command-line.ts';
import { eventPrinter } from './events.ts';
import { layoutOf } from './layout.ts';
import { demandGoingOn, listenForSignals } from './signals.ts';
import { openState } from './state.ts';
import { isRemote } from './verify-remote.ts';

/** Does this run restart the broker? */
export function isDeep(call: Call): boolean {
  return call.options['deep'] === true && call.options['dryRun'] !== true;
}

/**
 * Restarting the broker is a change: it takes the lock as every other one, and is not left halfway by Ctrl-C. Throws 64
 * for a broker elsewhere, 77 without the rights, 75 where somebody else is at it.
 */
export async function withRestart<T>(call: Call, work: (call: Call) => Promise<T>): Promise<T> {
  if (isRemote(call)) throw fail('usage', msg('cli.verify.deepHere'));
  if (!isDeep(call)) return work(call);
  const layout = layoutOf(call);
  if (layout.mode === 'system' && call.host.user.uid !== 0)
    throw fail('needsRoot', msg('cli.needsRoot'), { fix: await runAsRoot(call) });
  if ((await call.host.stat(layout.spec)) === null)
    throw fail('input', msg('cli.spec.missing', { file: layout.spec }), {
      fix: msg('cli.verify.installOrHost'),
    });
  const signals = listenForSignals();
  try {
    const state = await openState(call, layout, eventPrinter(call));
    try {
      const result = await work({ ...call, signal: signals.signal });
      demandGoingOn(signals.signal);
      return result;
    } finally {
      await state.close({ keep: false });
    }
  } finally {
    signals.close();
  }
}
