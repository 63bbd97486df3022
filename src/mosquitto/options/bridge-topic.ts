import { isTopicFilter } from '../filters.ts';
import { confInteger } from '../formats/conf.ts';

/**
 * Does the broker take this for a bridge's `topic`: pattern, direction, QoS, local prefix, remote prefix, of which all
 * but the first may be missing? `""` is nothing, `#` where the QoS or a prefix would stand begins a comment.
 * The pattern itself is looked at only where a prefix goes before it; without a pattern there must be both prefixes.
 */
export function acceptsBridgeTopic(value: string): boolean {
  const [pattern = '', direction = 'out', ...rest] = value.split(/ +/);
  if (!['out', 'in', 'both'].includes(direction.toLowerCase())) return false;
  const comment = rest.findIndex((word) => word.startsWith('#'));
  const [qos = '0', local = '', remote = ''] = comment === -1 ? rest : rest.slice(0, comment);
  // The broker keeps the number in one byte.
  if (((confInteger(qos) % 256) + 256) % 256 > 2) return false;
  const topic = unquoted(pattern);
  const prefixes = [local, remote].map(unquoted);
  if (topic === '' && prefixes.includes('')) return false;
  return prefixes.every((prefix) => fitsPrefix(prefix, topic));
}

function unquoted(word: string): string {
  return word === '""' ? '' : word;
}

function fitsPrefix(prefix: string, topic: string): boolean {
  return prefix === '' || (!/[+#]/.test(prefix) && isTopicFilter(`${prefix}${topic}`));
}
