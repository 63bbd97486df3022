import type { Price } from '../../access/consequences.ts';
import type { Facts } from '../../facts/types.ts';
import type { Call } from '../context.ts';
import { numbersNow, probePassword } from './numbers.ts';
import { keepsStore, storeOf } from './save-store.ts';

/**
 * What a restart of the broker that runs now would cost, by its own numbers; null where it does not run, does not let
 * our probe in, or publishes no numbers (`sys_interval 0`).
 */
export async function priceOf(call: Call, facts: Facts): Promise<Price | null> {
  // The probe's password that runs now: a new one is not known to the broker yet.
  const numbers = await numbersNow(call, facts, probePassword(facts));
  if (numbers === null || numbers.clients === null) return null;
  const store = await storeOf(call.host, facts);
  return {
    clients: numbers.clients,
    offline: numbers.offline ?? 0,
    messages: numbers.messages ?? 0,
    saved: store === null ? null : new Date(store.stat.mtimeMs).toISOString(),
    keeps: keepsStore(facts),
  };
}
