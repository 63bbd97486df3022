import { msg } from '../i18n/messages.ts';
import { byPassword } from './context.ts';
import { withSession } from './probe/open.ts';
import { everyTarget } from './probe/targets.ts';
import { combine, type Try } from './probe/tries.ts';
import type { Check, CheckContext, Session } from './types.ts';

/**
 * Every bridge stands: the broker itself says so, in a retained message for each (`notifications`), which is 1 from the
 * other broker's CONNACK on and 0 as soon as the connection is lost.
 */
export const connectBridges: Check = {
  id: 'connect.bridges',
  group: 'connect',
  severity: 'medium',
  title: msg('checks.connect-bridges.title'),
  needs: ['broker', 'login', 'probe'],
  concerns: ({ spec }) => told(spec).length > 0,
  async run(context) {
    const [target] = everyTarget(byPassword(context));
    if (target === undefined) return { status: 'skip', message: msg('checks.access.unproven') };
    const bridges = told(context.spec);
    const used = await withSession(context, target, 'bridges', (session) => look(context, session, bridges));
    const tries: Try[] = used.ok ? used.value : [{ status: 'skip', seen: used.seen }];
    return combine(tries, {
      pass: msg('checks.connect-bridges.pass', { count: tries.length }),
      fail: msg('checks.connect-bridges.fail'),
      skip: msg('checks.access.unproven'),
      fix: msg('checks.connect-bridges.fix'),
    });
  },
};

/** Those that tell of themselves, and are always to stand. */
function told(spec: CheckContext['spec']) {
  return (spec?.bridges ?? []).filter(
    ({ notifications, start }) => notifications !== false && (start === null || start === 'automatic'),
  );
}

async function look(
  { timeoutMs, host }: CheckContext,
  session: Session,
  bridges: ReturnType<typeof told>,
): Promise<Try[]> {
  await session.subscribe('$SYS/broker/connection/+/state', 1);
  const until = host.now().getTime() + timeoutMs;
  const tries: Try[] = [];
  for (const { name, client_id, remotes } of bridges) {
    // Without an id of its own it is called after the machine: `HOST.NAME`.
    const isIts = (topic: string): boolean => {
      const id = topic.split('/')[3] ?? '';
      return client_id === null ? id === name || id.endsWith(`.${name}`) : id === client_id;
    };
    const left = Math.max(1, until - host.now().getTime());
    const up = await session.waitFor(({ topic, payload }) => isIts(topic) && payload === '1', left);
    const last = session.received().findLast(({ topic }) => isIts(topic));
    const isUp = up !== null && last?.payload === '1';
    tries.push({
      status: isUp ? 'pass' : 'fail',
      seen: `${name} to ${remotes.join(', ')}: ${last === undefined ? 'no word of it' : `state ${last.payload}`}`,
    });
  }
  return tries;
}
