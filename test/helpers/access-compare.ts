import { decide } from '../../src/mosquitto/access/decide.ts';
import { rulesOfLines } from '../../src/mosquitto/access/rules.ts';
import { coversTopic } from '../../src/mosquitto/filters.ts';
import { parseAcl } from '../../src/mosquitto/formats/acl.ts';
import type { Version } from '../../src/mosquitto/version.ts';
import { type AccessAnswer, type AccessJob, brokersOwn, witness } from './access-types.ts';

export interface Held {
  /** Questions that the broker has answered. */
  cases: number;
  /** How many of them it answered with yes. */
  allowed: number;
  disagreements: string[];
}

/** Holds the answers of a broker against what we say of the same file. */
export function hold(job: AccessJob, answers: readonly AccessAnswer[], version: Version): Held {
  const held: Held = { cases: 0, allowed: 0, disagreements: [] };
  const rules = rulesOfLines(parseAcl(job.acl));
  // What is published below `$CONTROL/` goes to plugins alone.
  const isPassedOn = (topic: string): boolean => !topic.startsWith('$CONTROL/');
  const canBeSent = (topic: string): boolean =>
    isPassedOn(topic) &&
    decide(rules, { name: witness, clientId: 'witness' }, 'write', topic, version).allowed;
  for (const [index, client] of job.clients.entries()) {
    const answer = answers[index];
    if (answer === undefined) throw new Error(`no answer for client ${index}`);
    for (const [place, topic] of job.topics.entries()) {
      const compare = (access: 'read' | 'write', how: string, seen: readonly number[]): void => {
        const decision = decide(rules, client, access, topic, version);
        // Shared subscriptions get nothing of what starts with `$`, whatever the rules say.
        const isOutOfShare = access === 'read' && client.via === 'share' && topic.startsWith('$');
        const isAskedFor =
          access === 'write' ||
          client.via !== 'filters' ||
          client.filters.some((one) => coversTopic(one, topic));
        const expected = decision.allowed && isPassedOn(topic) && isAskedFor && !isOutOfShare;
        held.cases += 1;
        if (seen.includes(place)) held.allowed += 1;
        if (seen.includes(place) === expected) return;
        const said = decision.by === null ? decision.why : `line ${decision.by.line} ${decision.by.raw}`;
        const who = `${JSON.stringify(client.name)} as ${JSON.stringify(client.clientId)} (${client.via})`;
        held.disagreements.push(
          `${who} ${how} ${JSON.stringify(topic.slice(0, 80))}: broker ${seen.includes(place)}, we ${expected} by ${said}`,
        );
      };
      compare('write', 'writes', answer.writes);
      if (canBeSent(topic)) compare('read', 'is sent', answer.reads);
      const isKept = canBeSent(topic) || topic === brokersOwn;
      if (answer.retained !== null && isKept) {
        if (client.via !== 'filters' || !isParentOnly(client.filters, topic))
          compare('read', 'is sent what was kept of', answer.retained);
      }
    }
  }
  return held;
}

/** What was kept of `a` comes for `a/#` only where something below is kept, too: the matter of subscriptions, not of rights. */
function isParentOnly(filters: readonly string[], topic: string): boolean {
  const levels = topic.split('/').length;
  const covering = filters.filter((one) => coversTopic(one, topic));
  return covering.length > 0 && covering.every((one) => one.split('/').length > levels);
}
