/** The broker's own limit on levels (TOPIC_HIERARCHY_LIMIT). */
const mostSlashes = 200;

/** Does the broker take `filter` for a topic filter (mosquitto_sub_topic_check)? */
export function isTopicFilter(filter: string): boolean {
  if (filter === '' || Buffer.byteLength(filter) > 65_535) return false;
  const levels = filter.split('/');
  if (levels.length > mostSlashes + 1) return false;
  return levels.every((level, index) => {
    if (level.includes('#')) return level === '#' && index === levels.length - 1;
    return !level.includes('+') || level === '+';
  });
}
