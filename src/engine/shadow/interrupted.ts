import { fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';

/** Throws 130 or 143 where the signal has come. */
export function refuseInterrupted(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw fail(signal.reason === 'SIGTERM' ? 'terminated' : 'interrupted', msg('shadow.interrupted'));
}
