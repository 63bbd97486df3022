import type { CheckContext } from '../types.ts';
import { codeText } from './codes.ts';
import { withSession } from './open.ts';
import type { Target } from './targets.ts';

/**
 * An account that is not ours may well have no right to our topics. Under MQTT 5 the broker says so to a publish of
 * QoS 1: returns that reason, or null where nothing of the kind was said.
 */
export async function deniedHere(
  context: CheckContext,
  { endpoint }: Target,
  topic: string,
): Promise<string | null> {
  if (context.isProbeAccount) return null;
  const asked = await withSession(context, { endpoint, version: 5 }, 'rights', (session) =>
    session.publish(topic, '', { qos: 1 }),
  ).catch(() => null);
  if (asked === null || !asked.ok || asked.value < 0x80) return null;
  return `this account may not publish to ${topic}: ${codeText(asked.value)}`;
}
