import { rolesThatAllow } from '../../access/declared.ts';
import { coverageFor, type Extent } from '../../mosquitto/access/coverage.ts';
import { decide } from '../../mosquitto/access/decide.ts';
import { nearestRule } from '../../mosquitto/access/hint.ts';
import { hasWildcards, sharedFilter } from '../../mosquitto/access/question.ts';
import type { AccessRules } from '../../mosquitto/access/rules.ts';
import type { Answer } from '../../report/can-answer.ts';
import { nearest } from '../../spec/suggest.ts';
import type { Question } from './can-question.ts';
import type { AnyRule, Source } from './can-source.ts';

type Found = Pick<Answer, 'extent' | 'why' | 'by' | 'hint' | 'parts'>;

/** The answer to a question, with all that explains it. */
export function answerTo(question: Question, source: Source): Answer {
  const { client, access, topic } = question;
  const shared = access === 'subscribe' ? sharedFilter(topic) : null;
  const real = shared === null || shared === 'malformed' ? topic : shared.filter;
  const found = outcome(question, real, shared !== null, source);
  return {
    user: client.name,
    clientId: client.clientId,
    access,
    topic,
    isFilter: hasWildcards(real),
    ...found,
    nearName: nearName(question, source),
    roles: found.why === 'default' ? rolesFor(question, real, source) : [],
    mounts: mountsFor(question, real, source),
    faults: source.faults,
  };
}

function outcome({ client, access }: Question, topic: string, isShared: boolean, source: Source): Found {
  const nothing: Found = { extent: 'none', why: 'no-login', by: null, hint: null, parts: [] };
  if (client.name === null && source.declared?.spec.anonymous === null) return nothing;
  if (isShared && topic.startsWith('$')) return { ...nothing, why: 'shared-dollar' };
  return hasWildcards(topic)
    ? ofFilter({ client, access, topic }, source)
    : ofTopic({ client, access, topic }, source);
}

function ofTopic({ client, access, topic }: Question, { rules, version, whereOf }: Source): Found {
  const right = access === 'publish' ? 'write' : 'read';
  const decision = decide(rules, client, right, topic, version);
  const hint = nearestRule({ rules, client, access: right, topic, version }, decision);
  return {
    extent: decision.allowed ? 'all' : 'none',
    why: decision.why,
    by: decision.by === null ? null : whereOf(decision.by),
    hint: hint === null ? null : { ...hint, where: whereOf(hint.by) },
    parts: [],
  };
}

/** A filter with wildcards: always subscribed to, and then each message is judged by its topic. */
function ofFilter({ client, topic }: Question, source: Source): Found {
  const { rules, version, whereOf } = source;
  const { extent, parts } = coverageFor(rules, client, version)('read', topic);
  const [first] = parts;
  return {
    extent,
    why: first === undefined ? 'default' : 'rule',
    by: first === undefined ? null : whereOf(first.by),
    hint: null,
    parts: parts.map(({ filter, allowed, by }) => ({ filter, allowed, where: whereOf(by) })),
  };
}

function extentOf(
  rules: AccessRules<AnyRule>,
  { client, access }: Question,
  topic: string,
  { version }: Source,
): Extent {
  const right = access === 'publish' ? 'write' : 'read';
  if (hasWildcards(topic)) return coverageFor(rules, client, version)(right, topic).extent;
  return decide(rules, client, right, topic, version).allowed ? 'all' : 'none';
}

/** Roles that the account has not and that would allow it. */
function rolesFor(question: Question, topic: string, source: Source): string[] {
  const { declared } = source;
  const account = declared?.accounts.find(({ name }) => name === question.client.name);
  if (declared === null || account === undefined) return [];
  return rolesThatAllow(
    declared.spec,
    account,
    (rules) => extentOf(rules, question, topic, source) === 'all',
  );
}

/** A name that has rules, where the one asked about has none. */
function nearName({ client: { name } }: Question, { rules, declared, names }: Source): string | null {
  return name === null || declared !== null || rules.users.has(name) ? null : nearest(name, names);
}

/** The broker puts a listener's mount point before the topic, and then looks at the rules. */
function mountsFor(question: Question, topic: string, source: Source): Answer['mounts'] {
  const listeners = source.declared?.spec.listeners ?? [];
  const points = new Set(listeners.flatMap(({ mount_point }) => mount_point ?? []));
  return [...points].map((mountPoint) => ({
    mountPoint,
    extent: extentOf(source.rules, question, mountPoint + topic, source),
  }));
}
