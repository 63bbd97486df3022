import { msg } from '../i18n/messages.ts';
import { codeText } from './probe/codes.ts';
import { deniedHere } from './probe/denied-here.ts';
import { outcomeText, withSession } from './probe/open.ts';
import type { Target } from './probe/targets.ts';
import { oneTargetPerListener, topicsSeen } from './probe/targets.ts';
import type { Try } from './probe/tries.ts';
import { combine, machineText, tryAll } from './probe/tries.ts';
import type { Check, CheckContext, ConnectOptions, Session } from './types.ts';

/** Seconds after which the broker forgets the session by itself, should we be ended in the middle. */
const kept = 60;

/** A client that was away finds its subscription again, and what came for it in between. */
export const messagesSession: Check = {
  id: 'messages.session',
  group: 'messages',
  severity: 'medium',
  title: msg('checks.messages-session.title'),
  needs: ['broker', 'login'],
  async run(context) {
    const tries = await tryAll(oneTargetPerListener(context), async (target): Promise<Try> => {
      const topic = `${context.topicPrefix}/rw/${context.nonce()}`;
      const clientId = `mqtt-setup-verify-session-${context.nonce().slice(0, 12)}`;
      const made = await away(context, target, topic, clientId).catch(
        (error: unknown): Try => ({ status: 'fail', seen: machineText(error) }),
      );
      if (made.status === 'skip') return made;
      const left = await forget(context, target, clientId);
      if (made.status !== 'fail') return left === null ? made : { status: 'fail', seen: left };
      const denied = await deniedHere(context, target, topic);
      if (denied !== null) return { status: 'skip', seen: denied };
      return { status: 'fail', seen: left === null ? made.seen : `${made.seen}; ${left}` };
    });
    return combine(tries, {
      pass: msg('checks.messages-session.pass', { tries: tries.length }),
      fail: msg('checks.messages-session.fail'),
      skip: msg('checks.messages.unproven'),
      fix: msg('checks.messages-session.fix'),
    });
  },
};

async function away(context: CheckContext, target: Target, topic: string, clientId: string): Promise<Try> {
  const lasting = { cleanStart: false, ...(target.version === 5 && { sessionExpiry: kept }) };
  const first = await visit(context, target, clientId, lasting, (session) => session.subscribe(topic, 1));
  if (!first.ok) return { status: 'skip', seen: first.seen };
  const [granted = 0x80] = first.value;
  if (granted !== 1) return { status: 'fail', seen: `SUBACK ${codeText(granted)} instead of 1` };
  const payload = context.nonce();
  const sent = await withSession(context, target, 'session-sender', (session) =>
    session.publish(topic, payload, { qos: 1 }),
  );
  if (!sent.ok) return { status: 'fail', seen: sent.seen };
  if (sent.value >= 0x80) return { status: 'fail', seen: `publish refused: ${codeText(sent.value)}` };
  const topics = topicsSeen(target, topic);
  const again = await visit(context, target, clientId, lasting, (session) =>
    session.waitFor((one) => one.payload === payload && topics.includes(one.topic), context.timeoutMs),
  );
  if (!again.ok) return { status: 'fail', seen: again.seen };
  return again.value === null
    ? { status: 'fail', seen: `what came in between was not delivered in ${context.timeoutMs} ms` }
    : { status: 'pass', seen: 'came back, and got what had come in between' };
}

/** A session that starts anew and keeps nothing ends the old one. Says what went wrong, or null. */
async function forget(context: CheckContext, target: Target, clientId: string): Promise<string | null> {
  const last = await visit(context, target, clientId, { cleanStart: true }, async () => null).catch(
    (error: unknown) => ({ ok: false as const, seen: machineText(error) }),
  );
  return last.ok ? null : `the session ${clientId} may still be there: ${last.seen}`;
}

async function visit<T>(
  context: CheckContext,
  target: Target,
  clientId: string,
  how: Pick<ConnectOptions, 'cleanStart' | 'sessionExpiry'>,
  use: (session: Session) => Promise<T>,
): Promise<{ ok: true; value: T } | { ok: false; seen: string }> {
  const result = await context.connect({
    endpoint: target.endpoint,
    protocolVersion: target.version,
    clientId,
    ...(context.credentials && { credentials: context.credentials }),
    timeoutMs: context.timeoutMs,
    ...how,
  });
  if (result.outcome !== 'accepted') return { ok: false, seen: outcomeText(result) };
  try {
    return { ok: true, value: await use(result.session) };
  } finally {
    await result.session.end();
  }
}
