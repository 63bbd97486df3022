import { type Message, msg } from '../i18n/messages.ts';
import { shown } from '../shown.ts';
import { nameProblem } from './names.ts';
import { topicProblem } from './topics.ts';

/** Who an access test is about: an account, clients without a name, or every account. */
export type Subject = { kind: 'account'; name: string } | { kind: 'anonymous' } | { kind: 'everyone' };

/** One line of `tests`: `roof can publish weather/roof/temp`, `anonymous cannot connect`. */
export interface AccessTest {
  text: string;
  subject: Subject;
  /** The client id that `as` names; '' where none is named. */
  clientId: string;
  can: boolean;
  action: 'publish' | 'read' | 'connect';
  /** '' for `connect`. */
  topic: string;
}

const actions: Readonly<Record<string, AccessTest['action']>> = {
  publish: 'publish',
  write: 'publish',
  read: 'read',
  subscribe: 'read',
  connect: 'connect',
};

/** The form of a test. */
export const accessTestForm =
  /^(\S+)(?: as (\S+))? (can|cannot) (publish|write|read|subscribe|connect)(?: (?:to )?(\S.*))?$/;

/** Why `text` is no access test; null where it is one. */
export function accessTestProblem(text: string): Message | null {
  const found = accessTestForm.exec(text);
  if (found === null) return msg('spec.test.form', { test: shown(text) });
  const [, who = '', , , word = '', topic] = found;
  const action = actions[word];
  if ((action === 'connect') !== (topic === undefined))
    return msg(action === 'connect' ? 'spec.test.no-topic' : 'spec.test.topic', { test: shown(text) });
  if (who !== 'anonymous' && who !== 'everyone') {
    const problem = nameProblem(who);
    if (problem !== null) return problem;
  }
  if (topic === undefined) return null;
  if (/[+#]/.test(topic)) return msg('spec.test.wildcard', { test: shown(text) });
  return topicProblem(topic);
}

/** Reads a line that `accessTestProblem` has nothing against; throws TypeError for any other. */
export function parseAccessTest(text: string): AccessTest {
  const [, who = '', clientId = '', can, word = '', topic = ''] = accessTestForm.exec(text) ?? [];
  const action = actions[word];
  if (action === undefined) throw new TypeError('no access test');
  const subject: Subject =
    who === 'anonymous' || who === 'everyone' ? { kind: who } : { kind: 'account', name: who };
  return { text, subject, clientId, can: can === 'can', action, topic };
}
