import type { Call } from '../../context.ts';
import { change } from './change.ts';

/**
 * Whatever ends soon is made anew, and what another program has renewed is taken over: proven to be shown, or all as
 * before. With --force the broker's own certificate in any case.
 */
export function run(call: Call): Promise<number> {
  return change(call, { tls: { newServer: call.options['force'] === true }, isConsent: true });
}
