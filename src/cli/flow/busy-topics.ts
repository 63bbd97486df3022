import type { Credentials, Session } from '../../checks/types.ts';
import { fail } from '../../errors.ts';
import type { Facts } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import { filterFault } from '../../mosquitto/access/question.ts';
import { type BusyTopics, TopicCounts } from '../../report/busiest.ts';
import { type Call, textOption } from '../context.ts';
import { demandTopic } from './can-question.ts';
import { sessionOf } from './numbers.ts';
import { asTheyAre } from './passwords.ts';

/** Which topics are busy: read by an account of the owner's, since our probe may read nobody's messages. */
export interface TopicWatch {
  /** The messages since the last time; null while the broker is away. */
  next(facts: Facts): Promise<BusyTopics | null>;
  end(): Promise<void>;
}

/**
 * What `--topics FILTER` asks for; null without it. `ticks`: how many calls of `next` a minute has. Throws 64 where the
 * account or its password is not named.
 */
export async function topicWatch(call: Call, ticks: number): Promise<TopicWatch | null> {
  const filter = textOption(call.options, 'topics');
  if (filter === undefined) return null;
  demandTopic(filter, filterFault(filter));
  const username = textOption(call.options, 'username');
  const password = await asTheyAre(call);
  if (username === undefined || password === null)
    throw fail('usage', msg('status.topics.account'), { fix: msg('status.topics.accountFix') });
  return watchOf(call, filter, { username, password }, ticks);
}

function watchOf(call: Call, filter: string, credentials: Credentials, ticks: number): TopicWatch {
  const counts = new TopicCounts(ticks);
  let session: Session | null = null;
  let everIn = false;
  return {
    async next(facts) {
      try {
        if (session === null) {
          session = await sessionOf(call, facts, credentials);
          await session?.subscribe(filter, 0);
        } else await session.ping();
        // It runs and has not let this account in once: waiting does not help.
        if (session === null && facts.service.running && !everIn)
          throw fail('no', msg('status.topics.refused', { user: credentials.username }));
        if (session === null) return null;
        everIn = true;
        counts.add(session.take());
        return { filter, topics: counts.top() };
      } catch (error) {
        if (!everIn) throw error;
        session?.drop();
        session = null;
        return null;
      }
    },
    end: async () => session?.end(),
  };
}
