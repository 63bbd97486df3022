/** The broker's own limit on levels (TOPIC_HIERARCHY_LIMIT). */
const mostSlashes = 200;

/** What nearly every filter looks like; the general question costs ten times as much. */
const plain = /^[\w.-]{1,64}(?:\/[\w.-]{1,64}){0,20}(?:\/#)?$/;

/** Does the broker take `filter` for a topic filter (mosquitto_sub_topic_check)? */
export function isTopicFilter(filter: string): boolean {
  if (plain.test(filter)) return true;
  if (filter === '' || Buffer.byteLength(filter) > 65_535) return false;
  const levels = filter.split('/');
  if (levels.length > mostSlashes + 1) return false;
  return levels.every((level, index) => {
    if (level.includes('#')) return level === '#' && index === levels.length - 1;
    return !level.includes('+') || level === '+';
  });
}

/** Does `filter` cover `topic`, as the broker matches them: `a/#` covers `a`, and `$` topics need a filter that starts so. */
export function coversTopic(filter: string, topic: string): boolean {
  return coversLevels(filter.split('/'), topic.split('/'));
}

/** The same for what is split into its levels already. */
export function coversLevels(filter: readonly string[], topic: readonly string[]): boolean {
  if (filter[0]?.startsWith('$') !== topic[0]?.startsWith('$')) return false;
  for (const [index, level] of filter.entries()) {
    if (level === '#') return true;
    if (topic[index] === undefined || (level !== '+' && level !== topic[index])) return false;
  }
  return filter.length === topic.length;
}
