import { fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';

/** Ctrl-C and kill while the machine is being changed: noted, and acted on between two steps. */
export interface Signals {
  signal: AbortSignal;
  close(): void;
}

/** From now until `close` the first SIGINT, SIGTERM or SIGHUP aborts the signal; further ones change nothing. */
export function listenForSignals(): Signals {
  const controller = new AbortController();
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const stop = (name: NodeJS.Signals): void => controller.abort(name === 'SIGINT' ? 'SIGINT' : 'SIGTERM');
  for (const name of names) process.on(name, stop);
  return {
    signal: controller.signal,
    close() {
      for (const name of names) process.off(name, stop);
    },
  };
}

/** Throws 130 or 143 where the signal has come. */
export function demandGoingOn(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw fail(signal.reason === 'SIGTERM' ? 'terminated' : 'interrupted', msg('engine.interrupted'));
}
