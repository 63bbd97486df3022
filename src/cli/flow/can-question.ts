import { fail } from '../../errors.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import { filterFault, type TopicFault, topicFault } from '../../mosquitto/access/question.ts';
import type { Client } from '../../mosquitto/access/types.ts';
import { shown } from '../../shown.ts';
import { nearest } from '../../spec/suggest.ts';
import { type Call, textOption } from '../context.ts';
import type { Source } from './can-source.ts';

const accesses = ['publish', 'subscribe'] as const;

/** One question of the command line. */
export interface Question {
  client: Client;
  access: (typeof accesses)[number];
  topic: string;
}

/** Reads the words of `can`. Throws 64 with the reason where they are no question. */
export function questionOf(call: Call): Question {
  const { args, options } = call;
  const isAnonymous = options['anonymous'] === true;
  for (const name of ['topic', 'format']) {
    if (textOption(options, name) !== undefined)
      throw fail('usage', msg('can.usage.matrix', { option: `--${name}` }));
  }
  const [word, topic] = isAnonymous ? args : args.slice(1);
  const name = isAnonymous ? null : args[0];
  if (isAnonymous && args.length > 2) throw fail('usage', msg('can.usage.both'));
  if (name === undefined || name === '') throw fail('usage', msg('can.usage.whom'), whom);
  if (word === undefined) throw fail('usage', msg('can.usage.access', { word: '' }), whom);
  const access = accesses.find((known) => known === word);
  if (access === undefined) {
    const near = nearest(word, accesses);
    const fix = near === null ? whom : { fix: msg('cli.usage.didYouMean', { word: near }) };
    throw fail('usage', msg('can.usage.access', { word: shown(word) }), fix);
  }
  if (topic === undefined) throw fail('usage', msg('can.usage.topic'), whom);
  demandTopic(topic, access === 'publish' ? topicFault(topic) : filterFault(topic));
  return { client: { name, clientId: textOption(options, 'clientId') ?? null }, access, topic };
}

const whom = { fix: msg('can.usage.whomFix') };

export function demandTopic(topic: string, fault: TopicFault | null): void {
  if (fault === null) return;
  const text = { topic: shown(topic) };
  const plain = { empty: 1, long: 1, deep: 1, control: 1 } as const;
  const message: Message =
    fault in plain ? { key: `can.topic.${fault}` } : { key: `can.topic.${fault}`, params: text };
  throw fail('usage', message);
}

/** Of what is declared we know who there is; an ACL file is asked about any name. */
export function demandKnown(name: string | null, { declared, names }: Source): void {
  if (name === null || declared === null || names.includes(name)) return;
  const near = nearest(name, names);
  const fix = near === null ? {} : { fix: msg('cli.usage.didYouMean', { word: near }) };
  throw fail('usage', msg('can.usage.user', { name: shown(name) }), fix);
}
