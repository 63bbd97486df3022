import type { Session } from '../../checks/types.ts';
import type { ShadowListener } from '../../mosquitto/shadow/types.ts';
import { refuseFull, type WitnessSession } from './witness.ts';

/** Messages sent before the broker is waited for. */
const atOnce = 100;

/**
 * Which topics a session may publish to, and which it may read: judged by what arrives, never by what the broker says
 * about it. It answers a client in the order in which it is spoken to, so that the answer to a SUBSCRIBE means that
 * what came before has been dealt with, and that what it had for this client has been sent: nothing has to be waited
 * for.
 */
export async function interview(
  session: Session,
  witness: WitnessSession,
  topics: readonly string[],
  { listener, roots, nonce }: { listener: ShadowListener; roots: readonly string[]; nonce: () => string },
): Promise<{ publish: Map<string, boolean>; read: Map<string, boolean> }> {
  // Whoever listens only later hears nothing, which looks like a refusal.
  await witness.hear();
  const publish = await mayPublish(session, witness, topics, nonce);
  const filters = ['#', ...roots.map((root) => `${root}/#`)];
  for (const filter of filters) {
    const [granted = 0x80] = await session.subscribe(filter, 0);
    // A plugin may refuse the whole and grant the parts.
    if (granted >= 0x80)
      for (const topic of topics.filter((one) => isBelow(one, filter))) await session.subscribe(topic, 0);
  }
  const read = await mayRead(session, witness, topics, nonce);
  refuseFull(session, listener);
  return { publish, read };
}

async function mayPublish(
  session: Session,
  witness: WitnessSession,
  topics: readonly string[],
  nonce: () => string,
): Promise<Map<string, boolean>> {
  const found = new Map<string, boolean>();
  for (const some of slices(topics)) {
    const sent = some.map((topic) => [topic, nonce()] as const);
    for (const [topic, payload] of sent) await session.publish(topic, payload, { qos: 0 });
    await fence(session, nonce);
    const heard = await witness.hear();
    for (const [topic, payload] of sent) found.set(topic, heard.has(payload));
  }
  return found;
}

async function mayRead(
  session: Session,
  witness: WitnessSession,
  topics: readonly string[],
  nonce: () => string,
): Promise<Map<string, boolean>> {
  const found = new Map<string, boolean>();
  for (const some of slices(topics)) {
    const sent = some.map((topic) => [topic, nonce()] as const);
    await witness.publish(sent);
    await witness.hear();
    await fence(session, nonce);
    const heard = new Set(session.received().map(({ payload }) => payload));
    for (const [topic, payload] of sent) found.set(topic, heard.has(payload));
  }
  const own = await witness.brokersOwn();
  await fence(session, nonce);
  const heard = new Set(session.received().map(({ topic }) => topic));
  for (const topic of own) found.set(topic, heard.has(topic));
  return found;
}

async function fence(session: Session, nonce: () => string): Promise<void> {
  await session.subscribe(`shadow-fence/${nonce()}`, 0);
}

function isBelow(topic: string, filter: string): boolean {
  return filter === '#' ? !topic.startsWith('$') : topic.startsWith(filter.slice(0, -1));
}

function slices(topics: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(topics.length / atOnce) }, (_, index) =>
    topics.slice(index * atOnce, (index + 1) * atOnce),
  );
}
