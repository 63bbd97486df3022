import { msg } from '../i18n/messages.ts';
import { codeText } from './probe/codes.ts';
import type { Sight } from './probe/database.ts';
import { awaitContent, databaseHere, whereItWrites } from './probe/database.ts';
import { withSession } from './probe/open.ts';
import type { Target } from './probe/targets.ts';
import { label, oneTargetPerListener } from './probe/targets.ts';
import { machineText } from './probe/tries.ts';
import type { Check, CheckContext, CheckResult } from './types.ts';

/**
 * What has to survive a restart gets onto the disk: a retained message is sent, the broker is asked to save, and the
 * message's topic stands in its database. Then it is cleared, and saved once more: else a broker that is killed would
 * come back with it.
 */
export const persistenceSaved: Check = {
  id: 'persistence.saved',
  group: 'persistence',
  severity: 'high',
  saves: true,
  title: msg('checks.persistence-saved.title'),
  needs: ['machine', 'broker', 'login'],
  async run(context) {
    const database = await databaseHere(context);
    if ('skip' in database) return database.skip;
    const { askToSave } = context;
    if (askToSave === undefined) return { status: 'skip', message: msg('checks.persistence.not-ours') };
    const [target] = oneTargetPerListener(context);
    if (target === undefined) return { status: 'skip', message: msg('checks.run.needs-broker') };
    const topic = `${context.topicPrefix}/rw/${context.nonce()}`;
    const put = await retain(context, target, topic, context.nonce());
    // Whether a message is taken at all is told by others.
    if (put !== null) return { status: 'skip', message: msg('checks.messages.unproven'), evidence: [put] };
    const saved = await awaitContent(context, database.path, askToSave, (content) => content.includes(topic));
    const cleared = await retain(context, target, topic, '');
    if (cleared !== null)
      return failure([`${topic}: may still be there: ${cleared}`], saved, database.path, context);
    if (saved !== 'seen') return failure([], saved, database.path, context);
    const gone = await awaitContent(context, database.path, askToSave, (content) => !content.includes(topic));
    if (gone !== 'seen')
      return failure([`${database.path}: still holds ${topic}`], gone, database.path, context);
    return {
      status: 'pass',
      message: msg('checks.persistence-saved.pass', { path: database.path }),
      evidence: [`${database.path}: written with ${topic}, then without it`],
    };
  },
};

/** What went wrong, or null. */
async function retain(
  context: CheckContext,
  target: Target,
  topic: string,
  payload: string,
): Promise<string | null> {
  const used = await withSession(context, target, 'saved', (session) =>
    session.publish(topic, payload, { qos: 1, retain: true }),
  ).catch((error: unknown) => ({ ok: false as const, seen: machineText(error) }));
  if (!used.ok) return `${label(target)}: ${used.seen}`;
  return used.value < 0x80 ? null : `${label(target)}: publish refused: ${codeText(used.value)}`;
}

async function failure(
  seen: string[],
  sight: Sight,
  path: string,
  context: CheckContext,
): Promise<CheckResult> {
  // What cannot be looked into proves nothing.
  if (sight === 'unreadable' || sight === 'too large')
    return {
      status: seen.length === 0 ? 'skip' : 'fail',
      message: msg('checks.persistence.unread'),
      evidence: [`${path}: ${sight}`, ...seen],
    };
  return {
    status: 'fail',
    message: msg('checks.persistence-saved.fail'),
    evidence: [
      ...(sight === 'seen' ? [] : [`${path}: ${sight} in ${context.timeoutMs} ms`]),
      ...seen,
      ...(await whereItWrites(context, path)),
    ],
    fix: msg('checks.persistence-saved.fix'),
  };
}
