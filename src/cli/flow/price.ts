import type { Price } from '../../access/consequences.ts';
import { byPassword, endpointsOf } from '../../checks/context.ts';
import { readGeneration } from '../../engine/generations/store.ts';
import { AppError } from '../../errors.ts';
import type { Facts } from '../../facts/types.ts';
import { Hidden } from '../../hidden.ts';
import { connect } from '../../host/mqtt.ts';
import { loadSpec } from '../../spec/load.ts';
import { probeAccount, probeNumbers } from '../../spec/probe.ts';
import type { Spec } from '../../spec/types.ts';
import type { Call } from '../context.ts';
import { nonce } from './nonce.ts';
import { keepsStore, storeOf } from './save-store.ts';

/** Milliseconds that the broker has for its numbers, which are retained messages. */
const withinMs = 1500;

/** What the broker that runs was made from: broker.yaml may have been edited since. */
async function runningSpec({ host }: Call, { layout, records }: Facts): Promise<Spec | null> {
  if (records === null) return null;
  try {
    const { files } = await readGeneration(host, layout.state, records.generation);
    const spec = files.find(({ path }) => path === layout.spec);
    return spec === undefined ? null : loadSpec(spec.data.toString('utf8'), layout.spec);
  } catch (error) {
    // An older generation than this program reads, or a damaged one: what it costs is not known.
    if (error instanceof AppError) return null;
    throw error;
  }
}

/**
 * What a restart of the broker that runs now would cost, by its own numbers; null where it does not run, does not let
 * our probe in, or publishes no numbers (`sys_interval 0`).
 */
export async function priceOf(call: Call, facts: Facts, password: string | null): Promise<Price | null> {
  if (!facts.service.running || password === null) return null;
  const spec = await runningSpec(call, facts);
  if (spec === null) return null;
  const [endpoint] = byPassword({ endpoints: endpointsOf(spec, facts) }).endpoints.filter(
    ({ client }) => client === undefined,
  );
  if (endpoint === undefined) return null;
  const answer = await connect({
    endpoint,
    protocolVersion: 4,
    clientId: `mqtt-setup-price-${nonce().slice(0, 8)}`,
    credentials: { username: probeAccount, password: new Hidden(password) },
    timeoutMs: withinMs,
    tls: { insecure: true },
  });
  if (answer.outcome !== 'accepted') return null;
  const { session } = answer;
  try {
    const number = async (topic: string): Promise<number | null> => {
      await session.subscribe(topic, 0);
      const message = await session.waitFor((one) => one.topic === topic, withinMs);
      return message === null || !/^\d+$/.test(message.payload) ? null : Number(message.payload);
    };
    const clients = await number(probeNumbers.clients);
    if (clients === null) return null;
    const [offline, messages] = await Promise.all([
      number(probeNumbers.offline),
      number(probeNumbers.messages),
    ]);
    const store = await storeOf(call.host, facts);
    return {
      clients,
      offline: offline ?? 0,
      messages: messages ?? 0,
      saved: store === null ? null : new Date(store.stat.mtimeMs).toISOString(),
      keeps: keepsStore(facts),
    };
  } catch {
    // The connection was lost, or an answer did not come: the price is not known, and nothing depends on it.
    return null;
  } finally {
    await session.end();
  }
}
