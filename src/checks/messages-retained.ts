import { msg } from '../i18n/messages.ts';
import { codeText } from './probe/codes.ts';
import { deniedHere } from './probe/denied-here.ts';
import { arrival, withSession } from './probe/open.ts';
import type { Target } from './probe/targets.ts';
import { oneTargetPerListener } from './probe/targets.ts';
import type { Try } from './probe/tries.ts';
import { combine, machineText, tryAll } from './probe/tries.ts';
import type { Check, CheckContext, Received } from './types.ts';

/** A retained message is kept for the next subscriber, and is gone once it is cleared. */
export const messagesRetained: Check = {
  id: 'messages.retained',
  group: 'messages',
  severity: 'medium',
  title: msg('checks.messages-retained.title'),
  needs: ['broker', 'login'],
  async run(context) {
    if (context.spec?.limits.retained === false)
      return { status: 'skip', message: msg('checks.messages-retained.off') };
    const tries = await tryAll(oneTargetPerListener(context), (target) => keepAndClear(context, target));
    return combine(tries, {
      pass: msg('checks.messages-retained.pass', { tries: tries.length }),
      fail: msg('checks.messages-retained.fail'),
      skip: msg('checks.messages.unproven'),
      fix: msg('checks.messages.fix'),
    });
  },
};

async function keepAndClear(context: CheckContext, target: Target): Promise<Try> {
  const topic = `${context.topicPrefix}/rw/${context.nonce()}`;
  const made = await keep(context, target, topic).catch(
    (error: unknown): Try => ({ status: 'fail', seen: machineText(error) }),
  );
  if (made.status !== 'fail') return made;
  const denied = await deniedHere(context, target, topic);
  // Nothing of ours may stay behind, whatever went wrong; clearing twice does no harm.
  const cleared = await retain(context, target, topic, '').catch(() => null);
  const left = cleared?.ok === true ? '' : `; may still be there: ${topic}`;
  return denied === null ? { status: 'fail', seen: made.seen + left } : { status: 'skip', seen: denied };
}

async function keep(context: CheckContext, target: Target, topic: string): Promise<Try> {
  const set = await retain(context, target, topic, context.nonce());
  if (!set.ok) return { status: 'skip', seen: set.seen };
  if (set.code >= 0x80) return { status: 'fail', seen: `publish refused: ${codeText(set.code)}` };
  const kept = await retainedOn(context, target, topic, true);
  if (kept.length === 0) return { status: 'fail', seen: 'not kept for a new subscriber' };
  const left = await retainedOn(context, target, topic, false);
  return left.length === 0
    ? { status: 'pass', seen: 'kept, then cleared' }
    : { status: 'fail', seen: 'still there after it was cleared' };
}

async function retain(
  context: CheckContext,
  target: Target,
  topic: string,
  payload: string,
): Promise<{ ok: true; code: number } | { ok: false; seen: string }> {
  const used = await withSession(context, target, 'retain', (session) =>
    session.publish(topic, payload, { qos: 1, retain: true }),
  );
  return used.ok ? { ok: true, code: used.value } : used;
}

/**
 * The retained messages that a new subscriber gets, and clears where it is told to. The broker sends them when it
 * handles the subscription, so a message of our own, sent after it, comes back behind them: nothing has to be waited
 * for in vain.
 */
async function retainedOn(
  context: CheckContext,
  target: Target,
  topic: string,
  clear: boolean,
): Promise<Received[]> {
  const used = await withSession(context, target, 'retained', async (session) => {
    const fence = context.nonce();
    await Promise.all([session.subscribe(topic, 1), session.publish(topic, fence, { qos: 1 })]);
    await arrival(context, session, fence);
    if (clear) await session.publish(topic, '', { qos: 1, retain: true });
    return session.received().filter((message) => message.retain);
  });
  if (!used.ok) throw new Error(used.seen);
  return used.value;
}
