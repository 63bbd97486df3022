import { msg } from '../../i18n/messages.ts';
import type { CheckContext, CheckResult, Session } from '../types.ts';
import { codeText } from './codes.ts';
import { deniedHere } from './denied-here.ts';
import { withSession } from './open.ts';
import type { Target } from './targets.ts';
import { oneTargetPerListener, topicsSeen } from './targets.ts';
import type { Try } from './tries.ts';
import { combine, machineText, tryAll } from './tries.ts';

/** A message of this QoS is sent and comes back, at this QoS, on each listener under both versions. */
export async function roundTrip(context: CheckContext, qos: 0 | 1 | 2): Promise<CheckResult> {
  const endpoints = context.endpoints.filter(({ maxQos = 2 }) => maxQos >= qos);
  if (endpoints.length === 0) return { status: 'skip', message: msg('checks.messages-qos.limited', { qos }) };
  const tries = await tryAll(
    oneTargetPerListener({ ...context, endpoints }),
    async (target): Promise<Try> => {
      const topic = `${context.topicPrefix}/rw/${context.nonce()}`;
      const made = await thereAndBack(context, target, topic, qos).catch(
        (error: unknown): Try => ({ status: 'fail', seen: machineText(error) }),
      );
      if (made.status !== 'fail') return made;
      const denied = await deniedHere(context, target, topic);
      return denied === null ? made : { status: 'skip', seen: denied };
    },
  );
  return combine(tries, {
    pass: msg('checks.messages-qos.pass', { tries: tries.length }),
    fail: msg('checks.messages-qos.fail', { qos }),
    warn: msg('checks.messages-qos.less', { qos }),
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
    exchange(context, session, topicsSeen(target, topic), qos),
  );
  return used.ok ? used.value : { status: 'skip', seen: used.seen };
}

async function exchange(
  context: CheckContext,
  session: Session,
  topics: readonly string[],
  qos: 0 | 1 | 2,
): Promise<Try> {
  const [topic = ''] = topics;
  const payload = context.nonce();
  // Both leave at once: the broker handles the packets of one connection in their order.
  const [subscribed, published] = [session.subscribe(topic, qos), session.publish(topic, payload, { qos })];
  const [granted = 0x80] = await subscribed;
  // A broker may serve less, and says so here. Where more was declared, that is a fault.
  if (granted < qos)
    return { status: context.spec === null ? 'warn' : 'fail', seen: `SUBACK ${granted} instead of ${qos}` };
  if (granted !== qos) return { status: 'fail', seen: `SUBACK ${codeText(granted)} instead of ${qos}` };
  const code = await published;
  if (code >= 0x80) return { status: 'fail', seen: `publish refused: ${codeText(code)}` };
  const back = await session.waitFor(
    (one) => one.payload === payload && topics.includes(one.topic),
    context.timeoutMs,
  );
  if (back === null) return { status: 'fail', seen: `not delivered in ${context.timeoutMs} ms` };
  return { status: back.qos === qos ? 'pass' : 'fail', seen: `delivered at QoS ${back.qos}` };
}
