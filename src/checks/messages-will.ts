import { msg } from '../i18n/messages.ts';
import { codeText } from './probe/codes.ts';
import { deniedHere } from './probe/denied-here.ts';
import { knock, outcomeText, withSession } from './probe/open.ts';
import type { Target } from './probe/targets.ts';
import { oneTargetPerListener, topicsSeen } from './probe/targets.ts';
import type { Try } from './probe/tries.ts';
import { combine, machineText, tryAll } from './probe/tries.ts';
import type { Check, CheckContext } from './types.ts';

/** When a client is cut off, its will is sent: what tells a home that a sensor died. */
export const messagesWill: Check = {
  id: 'messages.will',
  group: 'messages',
  severity: 'medium',
  title: msg('checks.messages-will.title'),
  needs: ['broker', 'login'],
  async run(context) {
    const tries = await tryAll(oneTargetPerListener(context), async (target): Promise<Try> => {
      const topic = `${context.topicPrefix}/rw/${context.nonce()}`;
      const made = await cutOff(context, target, topic).catch(
        (error: unknown): Try => ({ status: 'fail', seen: machineText(error) }),
      );
      if (made.status !== 'fail') return made;
      const denied = await deniedHere(context, target, topic);
      return denied === null ? made : { status: 'skip', seen: denied };
    });
    return combine(tries, {
      pass: msg('checks.messages-will.pass', { tries: tries.length }),
      fail: msg('checks.messages-will.fail'),
      skip: msg('checks.messages.unproven'),
      fix: msg('checks.messages.fix'),
    });
  },
};

async function cutOff(context: CheckContext, target: Target, topic: string): Promise<Try> {
  const used = await withSession(context, target, 'will-watch', async (session): Promise<Try> => {
    const [granted = 0x80] = await session.subscribe(topic, 0);
    if (granted >= 0x80) return { status: 'fail', seen: `SUBACK ${codeText(granted)}` };
    const payload = context.nonce();
    const will = { topic, payload, qos: 0 as const };
    const dying = await knock(context, target, 'will', context.credentials, { will });
    if (dying.outcome !== 'accepted') return { status: 'fail', seen: outcomeText(dying) };
    dying.session.drop();
    const topics = topicsSeen(target, topic);
    const sent = await session.waitFor(
      (one) => one.payload === payload && topics.includes(one.topic),
      context.timeoutMs,
    );
    return sent === null
      ? { status: 'fail', seen: `no will in ${context.timeoutMs} ms` }
      : { status: 'pass', seen: 'cut off, and the will was sent' };
  });
  return used.ok ? used.value : { status: 'skip', seen: used.seen };
}
