import { msg } from '../i18n/messages.ts';
import { codeText } from './probe/codes.ts';
import { arrival, withSession } from './probe/open.ts';
import { outsideTopic } from './probe/outside.ts';
import type { Target } from './probe/targets.ts';
import { oneTargetPerListener } from './probe/targets.ts';
import type { Try } from './probe/tries.ts';
import { combine, tryAll } from './probe/tries.ts';
import type { Check, CheckContext, Session } from './types.ts';

/**
 * What an account may only read, or not touch at all, it cannot write. The forbidden messages are followed on the
 * same connection by one that is allowed: when that has come back, the broker has dealt with the others.
 */
export const accessWrite: Check = {
  id: 'access.write',
  group: 'access',
  severity: 'critical',
  title: msg('checks.access-write.title'),
  needs: ['broker', 'login', 'probe'],
  async run(context) {
    const tries = await tryAll(oneTargetPerListener(context), async (target): Promise<Try> => {
      const used = await withSession(context, target, 'write', (session) => write(context, target, session));
      return used.ok ? used.value : { status: 'skip', seen: used.seen };
    });
    return combine(tries, {
      pass: msg('checks.access-write.pass', { tries: tries.length }),
      fail: msg('checks.access-write.fail'),
      skip: msg('checks.access.unproven'),
      fix: msg('checks.access.fix'),
    });
  },
};

async function write(context: CheckContext, target: Target, session: Session): Promise<Try> {
  const forbidden = [`${context.topicPrefix}/ro/${context.nonce()}`, outsideTopic(context.nonce())];
  const payload = context.nonce();
  const fence = context.nonce();
  const filters = [`${context.topicPrefix}/ro/#`, `${context.topicPrefix}/rw/#`, outsideTopic('#')];
  await Promise.all(filters.map((filter) => session.subscribe(filter, 1)));
  const topics = [...forbidden, `${context.topicPrefix}/rw/${fence}`];
  const codes = await Promise.all(
    topics.map((topic, index) =>
      session.publish(topic, index < forbidden.length ? payload : fence, { qos: 1 }),
    ),
  );
  await arrival(context, session, fence);

  const delivered = session.received().find((message) => message.payload === payload);
  if (delivered !== undefined) return { status: 'fail', seen: `delivered: ${delivered.topic}` };
  // MQTT 3.1.1 acknowledges a forbidden message like any other; MQTT 5 has to say no.
  const accepted = forbidden.filter((_, index) => target.version === 5 && (codes[index] ?? 0) < 0x80);
  if (accepted.length > 0) return { status: 'fail', seen: `accepted by PUBACK: ${accepted.join(', ')}` };
  const reason = target.version === 5 ? `PUBACK ${codeText(codes[0] ?? 0)}, ` : '';
  return { status: 'pass', seen: `${reason}not delivered` };
}
