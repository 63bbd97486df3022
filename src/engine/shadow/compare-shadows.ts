import type { Problem } from '../../errors.ts';
import type { Host } from '../../host/types.ts';
import type { ConfTree } from '../../lint/types.ts';
import { readTree } from '../../mosquitto/shadow/read.ts';
import { readPeople } from '../../mosquitto/shadow/rules.ts';
import { ScratchKeys } from '../../mosquitto/shadow/scratch-keys.ts';
import { ask } from './ask.ts';
import { compareAnswers, type Difference } from './compare-answers.ts';
import { type Plan, planQuestions, rootsOf } from './questions.ts';
import type { Answers, ShadowTools } from './types.ts';
import { unshadowable } from './unshadowable.ts';
import { withShadow } from './with-shadow.ts';

export interface Comparison {
  differences: Difference[];
  asked: {
    /** People who tried: names, nobody, strangers, wrong passwords. */
    identities: number;
    /** Different topics. */
    topics: number;
    /** Answers of the two brokers together. */
    questions: number;
    /** Names in the configurations, and those of them that nobody who was asked stands for. */
    names: number;
    unasked: number;
  };
  /** Listeners that nobody could ask, and why; they were compared by what stands in their blocks. */
  closed: { listener: string; needs: string }[];
  /** What cannot be shadowed. Where there is anything, nothing was asked, and no difference proves nothing. */
  unshadowable: Problem[];
}

/**
 * Runs two configurations as shadow brokers side by side, asks both the same questions, and tells in what they differ:
 * listeners, who is let in, who may publish and read what. Both are only read. Throws an AppError, with the broker's own
 * words, where one of them does not start.
 */
export async function compareShadows(
  host: Host,
  trees: { before: ConfTree; after: ConfTree },
  tools: ShadowTools,
): Promise<Comparison> {
  const hindrances = [trees.before, trees.after].flatMap((tree) => unshadowable(tree, tools.version));
  if (hindrances.length > 0) return { ...nothing, unshadowable: hindrances };
  const read = { before: readTree(trees.before, tools.version), after: readTree(trees.after, tools.version) };
  const people = { before: readPeople(read.before), after: readPeople(read.after) };
  const [secret, tag] = [tools.nonce(), tools.nonce()];
  const roots = rootsOf([people.before, people.after]);
  const request = (role: 'before' | 'after') => ({ tree: trees[role], role, secret, roots });
  return withShadow(host, request('before'), tools, (before) =>
    withShadow(host, request('after'), tools, async (after) => {
      const plan = planQuestions(
        { people: people.before, listeners: before.listeners },
        { people: people.after, listeners: after.listeners },
        new ScratchKeys(secret),
        tag,
      );
      // Both are let finish: what would still be talking must not outlive its broker.
      const asked = await Promise.allSettled([
        ask(before, { identities: plan.before, roots, clientIdPrefix: people.before.clientIdPrefix }, tools),
        ask(after, { identities: plan.after, roots, clientIdPrefix: people.after.clientIdPrefix }, tools),
      ]);
      const [was, is] = asked.map((one) => {
        if (one.status === 'rejected') throw one.reason;
        return one.value;
      });
      if (was === undefined || is === undefined) throw new TypeError('two were asked');
      return comparison(plan, was, is);
    }),
  );
}

const nothing: Omit<Comparison, 'unshadowable'> = {
  differences: [],
  asked: { identities: 0, topics: 0, questions: 0, names: 0, unasked: 0 },
  closed: [],
};

function comparison(plan: Plan, before: Answers, after: Answers): Comparison {
  const identities = [...plan.before.values(), ...plan.after.values()].flat();
  const who = new Map(identities.map((one) => [one.key, one]));
  const { known, unasked } = plan.sample;
  const questions = before.questions + after.questions;
  return {
    differences: compareAnswers(before, after, who),
    asked: { identities: who.size, topics: plan.topics, questions, names: known, unasked },
    closed: closedOf([...before.listeners, ...after.listeners]),
    unshadowable: [],
  };
}

/** Each once, though it may be closed on both sides. */
function closedOf(listeners: Answers['listeners']): Comparison['closed'] {
  const found = listeners.flatMap(({ name, needs }) => (needs === null ? [] : [{ listener: name, needs }]));
  return [...new Map(found.map((one) => [`${one.listener} ${one.needs}`, one])).values()];
}
