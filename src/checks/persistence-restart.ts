import { msg } from '../i18n/messages.ts';
import { codeText } from './probe/codes.ts';
import { databaseHere } from './probe/database.ts';
import { down } from './probe/down.ts';
import { outcomeText, withSession } from './probe/open.ts';
import type { Target } from './probe/targets.ts';
import { label, oneTargetPerListener, topicsSeen } from './probe/targets.ts';
import { machineText } from './probe/tries.ts';
import type { Check, CheckContext, CheckResult, Session } from './types.ts';

/** Seconds after which the broker forgets the session by itself, should we be ended in the middle. */
const kept = 300;

/** What is left with the broker before the restart. */
interface Left {
  target: Target;
  clientId: string;
  retained: { topic: string; payload: string };
  queued: { topic: string; payload: string };
}

/** A retained message, and one that waits for a client that is away, are still there after a restart. */
export const persistenceRestart: Check = {
  id: 'persistence.restart',
  group: 'persistence',
  severity: 'high',
  title: msg('checks.persistence-restart.title'),
  needs: ['machine', 'broker', 'login'],
  deep: true,
  async run(context) {
    const database = await databaseHere(context);
    if ('skip' in database) return database.skip;
    const { restart } = context;
    const targets = oneTargetPerListener(context);
    // Under MQTT 5 a session that we could not end does so by itself.
    const target = targets.find(({ version }) => version === 5) ?? targets[0];
    if (restart === undefined || target === undefined)
      return { status: 'skip', message: msg('checks.run.needs-deep') };
    const left = leftover(context, target);
    const put = await leave(context, left).catch(machineText);
    // Whether messages are taken at all is told by others.
    if (put !== null) {
      const remains = await clear(context, left);
      return { status: 'skip', message: msg('checks.messages.unproven'), evidence: [put, ...remains] };
    }
    try {
      await restart();
    } catch (error) {
      return down(error);
    }
    const lost = await look(context, left).catch((error: unknown) => [machineText(error)]);
    return verdict(target, lost, await clear(context, left));
  },
};

function verdict(target: Target, lost: readonly string[], remains: readonly string[]): CheckResult {
  const evidence = [...lost.map((seen) => `${label(target)}: ${seen}`), ...remains];
  if (evidence.length === 0)
    return {
      status: 'pass',
      message: msg('checks.persistence-restart.pass'),
      evidence: [`${label(target)}: a retained message and a queued one came back`],
    };
  return {
    status: 'fail',
    message: msg('checks.persistence-restart.fail'),
    evidence,
    fix: msg('checks.persistence-restart.fix'),
  };
}

function leftover({ topicPrefix, nonce }: CheckContext, target: Target): Left {
  const message = () => ({ topic: `${topicPrefix}/rw/${nonce()}`, payload: nonce() });
  const clientId = `mqtt-setup-verify-restart-${nonce().slice(0, 12)}`;
  return { target, clientId, retained: message(), queued: message() };
}

/** What went wrong, or null. */
async function leave(context: CheckContext, left: Left): Promise<string | null> {
  const { target, retained, queued } = left;
  const granted = await away(context, left, false, (session) => session.subscribe(queued.topic, 1));
  if (granted[0] !== 1) return `SUBACK ${codeText(granted[0] ?? 0x80)} instead of 1`;
  const sent = await withSession(context, target, 'restart-sender', (session) =>
    Promise.all([
      session.publish(retained.topic, retained.payload, { qos: 1, retain: true }),
      session.publish(queued.topic, queued.payload, { qos: 1 }),
    ]),
  );
  if (!sent.ok) return sent.seen;
  const refused = sent.value.find((code) => code >= 0x80);
  return refused === undefined ? null : `publish refused: ${codeText(refused)}`;
}

/** What did not come back. */
async function look(context: CheckContext, left: Left): Promise<string[]> {
  const { target, retained, queued } = left;
  const arrives = (session: Session, { topic, payload }: Left['queued']) =>
    session.waitFor(
      (one) => one.payload === payload && topicsSeen(target, topic).includes(one.topic),
      context.timeoutMs,
    );
  const [kept, waited] = await Promise.all([
    withSession(context, target, 'restart-reader', async (session) => {
      await session.subscribe(retained.topic, 1);
      return arrives(session, retained);
    }),
    away(context, left, false, (session) => arrives(session, queued)),
  ]);
  if (!kept.ok) return [kept.seen];
  const silence = `not delivered in ${context.timeoutMs} ms`;
  return [
    ...(kept.value === null ? [`the retained message: ${silence}`] : []),
    ...(waited === null ? [`the message for a client that was away: ${silence}`] : []),
  ];
}

/** Takes both back, and the session; says what may still be there. On the disk too, where the broker may be asked. */
async function clear(context: CheckContext, left: Left): Promise<string[]> {
  const { target, retained, clientId } = left;
  try {
    await away(context, left, true, async () => null);
    const cleared = await withSession(context, target, 'restart-sender', (session) =>
      session.publish(retained.topic, '', { qos: 1, retain: true }),
    );
    await context.askToSave?.();
    return cleared.ok ? [] : [`${retained.topic}: may still be there: ${cleared.seen}`];
  } catch (error) {
    return [`${retained.topic}, session ${clientId}: may still be there: ${machineText(error)}`];
  }
}

/** As the client that is away for the time of the restart. Throws where it is not let in. */
async function away<T>(
  context: CheckContext,
  { target, clientId }: Left,
  cleanStart: boolean,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const { endpoint, version } = target;
  const result = await context.connect({
    endpoint,
    protocolVersion: version,
    clientId,
    ...(context.credentials && { credentials: context.credentials }),
    timeoutMs: context.timeoutMs,
    cleanStart,
    ...(version === 5 && !cleanStart && { sessionExpiry: kept }),
  });
  if (result.outcome !== 'accepted') throw new Error(outcomeText(result));
  try {
    return await use(result.session);
  } finally {
    await result.session.end();
  }
}
