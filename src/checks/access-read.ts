import { msg } from '../i18n/messages.ts';
import { codeText } from './probe/codes.ts';
import { arrival, withSession } from './probe/open.ts';
import { outsideTopic } from './probe/outside.ts';
import { oneTargetPerListener } from './probe/targets.ts';
import type { Try } from './probe/tries.ts';
import { combine, tryAll } from './probe/tries.ts';
import type { Check, CheckContext, Session } from './types.ts';

/** At most this many topics are named as evidence. */
const named = 5;

/**
 * What an account may not read does not reach it, though it asks for everything: its own message to a topic that it
 * may only write, one wholly outside, the broker's own figures, and whatever others have left retained.
 */
export const accessRead: Check = {
  id: 'access.read',
  group: 'access',
  severity: 'critical',
  title: msg('checks.access-read.title'),
  needs: ['broker', 'login', 'probe'],
  async run(context) {
    const tries = await tryAll(oneTargetPerListener(context), async (target): Promise<Try> => {
      const used = await withSession(context, target, 'read', (session) => read(context, session));
      return used.ok ? used.value : { status: 'skip', seen: used.seen };
    });
    return combine(tries, {
      pass: msg('checks.access-read.pass', { tries: tries.length }),
      fail: msg('checks.access-read.fail'),
      skip: msg('checks.access.unproven'),
      fix: msg('checks.access.fix'),
    });
  },
};

async function read(context: CheckContext, session: Session): Promise<Try> {
  const { topicPrefix } = context;
  const fence = context.nonce();
  const filters = [
    '#',
    `${topicPrefix}/wo/#`,
    `${topicPrefix}/rw/#`,
    outsideTopic('#'),
    '$SYS/broker/version',
  ];
  await Promise.all(filters.map((filter) => session.subscribe(filter, 1)));
  const [code] = await Promise.all([
    session.publish(`${topicPrefix}/wo/${context.nonce()}`, context.nonce(), { qos: 1 }),
    session.publish(outsideTopic(context.nonce()), context.nonce(), { qos: 1 }),
    session.publish(`${topicPrefix}/rw/${fence}`, fence, { qos: 1 }),
  ]);
  await arrival(context, session, fence);

  const mounts = new Set(['', ...context.endpoints.map(({ mountPoint = '' }) => mountPoint)]);
  const readable = [...mounts].flatMap((mount) => [
    `${mount}${topicPrefix}/rw/`,
    `${mount}${topicPrefix}/ro/`,
    // What stands in for others in access tests is the probe's to read.
    `${mount}${topicPrefix}/as/`,
  ]);
  // And the topics by which it looks through bridges.
  const crossing = (context.spec?.bridges ?? []).flatMap(({ test_topic }) => test_topic ?? []);
  const own = [...mounts].flatMap((mount) =>
    crossing.map((topic) => (topic.startsWith(mount) ? topic.slice(mount.length) : topic)),
  );
  const leaked = session
    .received()
    .filter(({ topic }) => !own.includes(topic) && !readable.some((start) => topic.startsWith(start)));
  const topics = [...new Set(leaked.map(({ topic }) => topic))];
  if (topics.length > 0) return { status: 'fail', seen: `delivered: ${topics.slice(0, named).join(', ')}` };
  // A message that the broker did not take cannot be delivered either: that proves nothing.
  if (code >= 0x80) return { status: 'skip', seen: `may not even write to wo/: PUBACK ${codeText(code)}` };
  return { status: 'pass', seen: 'not delivered' };
}
