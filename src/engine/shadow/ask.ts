import { fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import type { ShadowListener } from '../../mosquitto/shadow/types.ts';
import { refuseInterrupted } from './interrupted.ts';
import { interview } from './interview.ts';
import type { Answers, Found, Identity, ListenerAnswers, Shadow, ShadowTools } from './types.ts';
import { approach, deaf, type Manner, mannerOf, WitnessSession } from './witness.ts';

/** What is asked: of each listener whom it lets in, and of everybody inside what they may. */
export interface Questions {
  /** By the listener's name. */
  identities: ReadonlyMap<string, readonly Identity[]>;
  /** First levels with a `$`. */
  roots: readonly string[];
  /** What the witness's client ids must begin with. */
  clientIdPrefix: string;
}

/** Somebody who is not let in. */
const nowhere: Found = { login: false, publish: new Map(), read: new Map() };

/** 2.0 answers on websockets a tenth of a second late: several people are asked at a time. */
const interviewersOfWebsockets = 6;

/** Asks a shadow: one connection for each identity and listener, all topics in one go. */
export async function ask(shadow: Shadow, questions: Questions, tools: ShadowTools): Promise<Answers> {
  const listeners: ListenerAnswers[] = [];
  for (const listener of shadow.listeners)
    listeners.push(await askListener(shadow, listener, questions, tools));
  const found = listeners.flatMap((one) => [...one.found.values()]);
  const questionsOf = ({ publish, read }: Found): number => 1 + publish.size + read.size;
  return { listeners, questions: found.reduce((sum, one) => sum + questionsOf(one), 0) };
}

async function askListener(
  shadow: Shadow,
  listener: ShadowListener,
  questions: Questions,
  tools: ShadowTools,
): Promise<ListenerAnswers> {
  const { name, doors, protocol, needs, settings } = listener;
  const common = { name, doors, protocol, needs, settings };
  if (needs !== null) return { ...common, transport: null, found: new Map() };
  const { roots, clientIdPrefix } = questions;
  const manner = await mannerOf(shadow, listener, tools, clientIdPrefix);
  const identities = questions.identities.get(name) ?? [];
  const waiting = [...identities];
  // Filled in any order, read in that of the questions.
  const found = new Map<string, Found>(identities.map(({ key }) => [key, nowhere]));
  const interviewer = async (): Promise<void> => {
    const witness = new WitnessSession(shadow, listener, manner, ['$SYS', ...roots], tools, clientIdPrefix);
    try {
      for (let identity = waiting.shift(); identity !== undefined; identity = waiting.shift()) {
        refuseInterrupted(tools.signal);
        found.set(identity.key, await askIdentity(listener, manner, witness, identity, roots, tools));
        await witness.refresh();
      }
    } finally {
      // Nobody goes on where one has failed.
      waiting.length = 0;
      await witness.end();
    }
  };
  const count = protocol === 'websockets' ? interviewersOfWebsockets : 1;
  const ended = await Promise.allSettled(Array.from({ length: count }, interviewer));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return { ...common, transport: manner.transport, found };
}

async function askIdentity(
  listener: ShadowListener,
  manner: Manner,
  witness: WitnessSession,
  { name, password, clientId, topics }: Identity,
  roots: readonly string[],
  { connect, nonce }: ShadowTools,
): Promise<Found> {
  const result = await connect({
    ...approach(listener, manner.transport),
    protocolVersion: manner.protocolVersion,
    clientId,
    ...(name === null || password === null ? {} : { credentials: { username: name, password } }),
  });
  if (result.outcome === 'unreachable')
    throw fail('no', msg('shadow.lost', { listener: listener.name, error: result.error }));
  if (result.outcome !== 'accepted') return nowhere;
  try {
    if (topics.length === 0) return { ...nowhere, login: true };
    if (!manner.isOpen) throw deaf(listener);
    const context = { listener, roots: ['$SYS', ...roots], nonce };
    return { login: true, ...(await interview(result.session, witness, topics, context)) };
  } finally {
    await result.session.end();
  }
}
