import { isTopicFilter } from '../filters.ts';
import { textFault } from '../text.ts';

/** Why the broker takes no such topic from a client: it closes the connection, or refuses the subscription. */
export type TopicFault = 'empty' | 'long' | 'deep' | 'control' | 'wildcard' | 'filter' | 'share';

/** MQTT 3.1.1 §1.5.3: a string is at most 65535 bytes of UTF-8. */
const longest = 65_535;

/** The broker's own limit on slashes (TOPIC_HIERARCHY_LIMIT). */
const deepest = 200;

/** What is wrong with a topic to publish to; null where the broker takes it. */
export function topicFault(topic: string): TopicFault | null {
  if (/[+#]/.test(topic)) return 'wildcard';
  return textFaultOf(topic);
}

/** What is wrong with a filter to subscribe to; null where the broker takes it. */
export function filterFault(filter: string): TopicFault | null {
  const fault = textFaultOf(filter);
  if (fault !== null) return fault;
  const shared = sharedFilter(filter);
  if (shared === 'malformed') return 'share';
  return isTopicFilter(shared?.filter ?? filter) ? null : 'filter';
}

function textFaultOf(text: string): TopicFault | null {
  if (text === '') return 'empty';
  if (Buffer.byteLength(text) > longest) return 'long';
  if (text.split('/').length > deepest + 1) return 'deep';
  return textFault(text) === null && !/\p{Cs}/u.test(text) ? null : 'control';
}

/** `$share/GROUP/FILTER` in its parts; null where it is no shared subscription. */
export function sharedFilter(filter: string): { group: string; filter: string } | 'malformed' | null {
  if (filter !== '$share' && !filter.startsWith('$share/')) return null;
  const [, group = '', inner = ''] = /^\$share\/([^/]*)\/(.*)$/s.exec(filter) ?? [];
  return group === '' || inner === '' || /[+#]/.test(group) ? 'malformed' : { group, filter: inner };
}

export function hasWildcards(filter: string): boolean {
  return /(?:^|\/)[+#](?:\/|$)/.test(filter);
}
