import { byPassword, endpointsOf } from '../../checks/context.ts';
import type { Credentials, Session } from '../../checks/types.ts';
import { parseProbe } from '../../desired/probe.ts';
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

/** Milliseconds that the broker has for its numbers, which are retained messages. */
const withinMs = 1500;

/** What the broker says of itself; null where it does not publish one. */
export type Numbers = Record<keyof typeof probeNumbers, number | null>;

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
 * A connection of our probe to the broker that runs, on which its numbers arrive; null where it does not run or does not
 * let our probe in. Whoever asked for it ends it.
 */
export async function numbersSession(
  call: Call,
  facts: Facts,
  password: string | null,
): Promise<Session | null> {
  if (password === null) return null;
  return sessionOf(call, facts, { username: probeAccount, password: new Hidden(password) });
}

/** The same for any account. */
export async function sessionOf(call: Call, facts: Facts, credentials: Credentials): Promise<Session | null> {
  if (!facts.service.running) return null;
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
    credentials,
    timeoutMs: withinMs,
    tls: { insecure: true },
  });
  return answer.outcome === 'accepted' ? answer.session : null;
}

/** The numbers of this moment; null where they are not to be had (`sys_interval 0`, no probe). */
export async function numbersNow(
  call: Call,
  facts: Facts,
  password: string | null = probePassword(facts),
): Promise<Numbers | null> {
  const session = await numbersSession(call, facts, password);
  if (session === null) return null;
  try {
    const number = async (topic: string): Promise<number | null> => {
      await session.subscribe(topic, 0);
      const message = await session.waitFor((one) => one.topic === topic, withinMs);
      return message === null ? null : numberIn(message.payload);
    };
    // Where the first does not come, none will.
    const clients = await number(probeNumbers.clients);
    if (clients === null) return null;
    const [offline, messages, received, sent] = await Promise.all([
      number(probeNumbers.offline),
      number(probeNumbers.messages),
      number(probeNumbers.received),
      number(probeNumbers.sent),
    ]);
    return { clients, offline, messages, received, sent };
  } catch {
    // The connection was lost, or an answer did not come: the numbers are not known, and nothing depends on them.
    return null;
  } finally {
    await session.end();
  }
}

export function numberIn(payload: string): number | null {
  return /^\d+(\.\d+)?$/.test(payload) ? Number(payload) : null;
}

/** The password that the broker knows now. */
export function probePassword({ files, layout }: Facts): string | null {
  const probe = files[layout.probe]?.content;
  return probe instanceof Hidden ? parseProbe(probe.reveal()) : null;
}
