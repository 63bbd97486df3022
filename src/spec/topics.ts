import { type Message, msg } from '../i18n/messages.ts';
import { shown } from '../shown.ts';

const plain = /^[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)*(?:\/#)?$/;

/** MQTT 3.1.1 §1.5.3: a string is at most 65535 bytes of UTF-8. */
const longest = 65_535;

/** The broker's own limit on levels below the first (TOPIC_HIERARCHY_LIMIT). */
const deepest = 200;

const rules: readonly { broken(filter: string): boolean; say(topic: string): Message }[] = [
  { broken: (f) => f === '', say: () => msg('accounts.topic.empty') },
  {
    broken: (f) => Buffer.byteLength(f) > longest,
    say: (topic) => msg('accounts.topic.long', { topic, max: longest }),
  },
  {
    broken: (f) => /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u.test(f),
    say: (topic) => msg('accounts.topic.control', { topic }),
  },
  { broken: (f) => /^\s|\s$/u.test(f), say: (topic) => msg('accounts.topic.blank', { topic }) },
  { broken: (f) => /#./u.test(f) || /[^/]#/u.test(f), say: (topic) => msg('accounts.topic.hash', { topic }) },
  { broken: (f) => /[^/]\+|\+[^/]/u.test(f), say: (topic) => msg('accounts.topic.plus', { topic }) },
  {
    broken: (f) => f.split('/').length > deepest + 1,
    say: (topic) => msg('accounts.topic.deep', { topic, max: deepest }),
  },
  { broken: (f) => /%[uc]/.test(f), say: (topic) => msg('accounts.topic.pattern', { topic }) },
  {
    broken: (f) => /^\$CONTROL(\/|$)/i.test(f),
    say: (topic) => msg('accounts.topic.control-api', { topic }),
  },
  { broken: (f) => /^\$share(\/|$)/i.test(f), say: (topic) => msg('accounts.topic.share', { topic }) },
];

/** Why `filter` cannot be an account's topic filter; null where it can. What passes is valid for every broker. */
export function topicProblem(filter: string): Message | null {
  if (filter.length < 2 * deepest && plain.test(filter)) return null;
  return rules.find((rule) => rule.broken(filter))?.say(shown(filter)) ?? null;
}
