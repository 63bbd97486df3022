import type { Translate } from '../i18n/messages.ts';
import type { Answer, Where } from './can-answer.ts';
import { hintMessage } from './can-words.ts';

/** The answer for programs: `by` is the deciding rule, or "default deny" where there is none. */
export function canJson(answer: Answer, english: Translate): Record<string, unknown> {
  const { user, clientId, access, topic, extent, why, by, parts, roles, mounts, faults } = answer;
  const hint = hintMessage(answer);
  return {
    user,
    clientId,
    access,
    topic,
    allowed: extent === 'all',
    extent,
    reason: why,
    by: by === null ? 'default deny' : rule(by),
    hint: hint === null ? null : english(hint),
    roles,
    parts: parts.map(({ filter, allowed, where }) => ({ filter, allowed, by: rule(where) })),
    mounts,
    faults: faults.map(({ message, ...place }) => ({ ...place, message: english(message) })),
  };
}

function rule({ text, file, line, column, from }: Where): Record<string, unknown> {
  return { file, line, column, text, from };
}
