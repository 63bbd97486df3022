import { msg } from '../../i18n/messages.ts';
import type { CheckContext, CheckResult, Session } from '../types.ts';
import { codeText } from './codes.ts';
import { deniedHere } from './denied-here.ts';
import { withSession } from './open.ts';
import type { Target } from './targets.ts';
import { oneTargetPerListener } from './targets.ts';
import type { Try } from './tries.ts';
import { combine, machineText, tryAll } from './tries.ts';

/** A message of this QoS is sent and comes back, at this QoS, on each listener under both versions. */
export async function roundTrip(context: CheckContext, qos: 0 | 1 | 2): Promise<CheckResult> {
  const tries = await tryAll(oneTargetPerListener(context), async (target): Promise<Try> => {
    const topic = `${context.topicPrefix}/rw/${context.nonce()}`;
    const made = await thereAndBack(context, target, topic, qos).catch(
      (error: unknown): Try => ({ status: 'fail', seen: machineText(error) }),
    );
    if (made.status !== 'fail') return made;
    const denied = await deniedHere(context, target, topic);
    return denied === null ? made : { status: 'skip', seen: denied };
  });
  return combine(tries, {
    pass: msg('checks.messages-qos.pass', { tries: tries.length }),
    fail: msg('checks.messages-qos.fail', { qos }),
    skip: msg('checks.messages.unproven'),
    fix: msg('checks.messages.fix'),
  });
}

async function thereAndBack(
  context: CheckContext,
  target: Target,
  topic: string,
  qos: 0 | 1 | 2,
): Promise<Try> {
  const used = await withSession(context, target, `qos${qos}`, (session) =>
    exchange(context, session, topic, qos),
  );
  if (!used.ok) return { status: 'skip', seen: used.seen };
  return { status: used.value === null ? 'pass' : 'fail', seen: used.value ?? `delivered at QoS ${qos}` };
}

/** What went wrong, or null. */
async function exchange(
  context: CheckContext,
  session: Session,
  topic: string,
  qos: 0 | 1 | 2,
): Promise<string | null> {
  const payload = context.nonce();
  // Both leave at once: the broker handles the packets of one connection in their order.
  const [granted, code] = await Promise.all([
    session.subscribe(topic, qos),
    session.publish(topic, payload, { qos }),
  ]);
  if (granted[0] !== qos) return `SUBACK ${codeText(granted[0] ?? 0x80)} instead of ${qos}`;
  if (code >= 0x80) return `publish refused: ${codeText(code)}`;
  const back = await session.waitFor(
    (one) => one.payload === payload && one.topic === topic,
    context.timeoutMs,
  );
  if (back === null) return `not delivered in ${context.timeoutMs} ms`;
  return back.qos === qos ? null : `delivered at QoS ${back.qos}`;
}
