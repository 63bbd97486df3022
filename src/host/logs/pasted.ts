/** What others put before a line of the broker: one of these at a time. */
const prefixes: readonly RegExp[] = [
  // <27>: the priority of syslog.
  /^<\d{1,3}>/,
  // docker compose: `mosquitto-1  | `.
  /^[\w.-]+ +\| ?/,
  // Add-ons and supervisors: `[12:00:03] `.
  /^\[[\d :.,T+Z/-]+\] /,
  // docker logs -t, kubectl logs --timestamps, journalctl -o short-iso: a time, and a blank.
  /^\d{4}-\d\d-\d\d[T ][\d:.,]+(?:Z|[+-]\d\d:?\d\d)? /,
  // syslog and journalctl: `Nov 26 12:00:00 pi `, before a program and its number.
  /^[A-Z][a-z]{2} +\d{1,2} (?:\d{4} )?\d\d:\d\d:\d\d(?:\.\d+)? /,
];

/** After a time only, since OpenSSL's errors look the same: `pi mosquitto[12]: `. */
const program = /^(?:[\w.-]+ )?[\w.()-]+\[\d+\]: /;

/**
 * A line of a log as somebody pastes it: without what journalctl, syslog, docker, Kubernetes or an add-on have put
 * before it; of a line of JSON (docker's json-file) what was said.
 */
export function pastedLine(line: string): string {
  let text = ofJson(line.trim()) ?? line.trim();
  for (let layer = 0; layer < 6; layer += 1) {
    const found = [...prefixes, ...(layer > 0 ? [program] : [])].find((prefix) => prefix.test(text));
    if (found === undefined) break;
    text = text.replace(found, '');
  }
  return text.trim();
}

function ofJson(line: string): string | null {
  if (!line.startsWith('{')) return null;
  try {
    const entry = JSON.parse(line) as Record<string, unknown>;
    const said = entry['log'] ?? entry['MESSAGE'] ?? entry['message'] ?? entry['msg'];
    return typeof said === 'string' ? said.trim() : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
