import { type ConfLine, parseConf } from './formats/conf.ts';

/**
 * The options of mosquitto.conf that mqtt-setup writes or judges. One row each; `effect` is what a change of it needs:
 * a reload (SIGHUP) or a restart. Sources: facts §1, §3, §8 and the option reference measured there.
 */
export interface Option {
  /**
   * Where it belongs: the whole broker; 'security', which is the whole broker too, unless per_listener_settings gives
   * each listener its own; the listener above it; or the listener that the broker implies (`port`, `bind_address`).
   */
  scope: 'broker' | 'security' | 'listener' | 'default-listener';
  effect: 'reload' | 'restart';
  /** What a second line of it does: wins over the first, adds to it, or stops the broker ('fatal', or only before 2.1). */
  again: 'wins' | 'adds' | 'fatal' | 'fatal-before-2.1';
}

type Row = readonly [keyword: string, Option['scope'], Option['effect'], Option['again']];

const rows: readonly Row[] = [
  ['acl_file', 'security', 'reload', 'fatal-before-2.1'],
  ['allow_anonymous', 'security', 'reload', 'wins'],
  ['password_file', 'security', 'reload', 'fatal-before-2.1'],
  ['psk_file', 'security', 'reload', 'fatal-before-2.1'],
  ['auto_id_prefix', 'security', 'reload', 'fatal'],
  ['allow_zero_length_clientid', 'security', 'reload', 'wins'],
  ['plugin', 'security', 'restart', 'adds'],
  ['auth_plugin', 'security', 'restart', 'adds'],
  ['per_listener_settings', 'broker', 'restart', 'wins'],
  ['autosave_interval', 'broker', 'reload', 'wins'],
  ['check_retain_source', 'broker', 'restart', 'wins'],
  ['clientid_prefixes', 'broker', 'reload', 'fatal'],
  ['connection_messages', 'broker', 'reload', 'wins'],
  ['include_dir', 'broker', 'restart', 'adds'],
  ['log_dest', 'broker', 'reload', 'adds'],
  ['log_timestamp', 'broker', 'reload', 'wins'],
  ['log_timestamp_format', 'broker', 'reload', 'fatal'],
  ['log_type', 'broker', 'reload', 'adds'],
  ['max_inflight_messages', 'broker', 'restart', 'wins'],
  ['max_keepalive', 'broker', 'restart', 'wins'],
  ['max_packet_size', 'broker', 'restart', 'wins'],
  ['max_queued_messages', 'broker', 'restart', 'wins'],
  ['message_size_limit', 'broker', 'reload', 'wins'],
  ['persistence', 'broker', 'reload', 'wins'],
  ['persistence_file', 'broker', 'reload', 'fatal'],
  ['persistence_location', 'broker', 'reload', 'fatal'],
  ['persistent_client_expiration', 'broker', 'reload', 'wins'],
  ['pid_file', 'broker', 'restart', 'fatal'],
  ['queue_qos0_messages', 'broker', 'reload', 'wins'],
  ['retain_available', 'broker', 'restart', 'wins'],
  ['set_tcp_nodelay', 'broker', 'restart', 'wins'],
  ['sys_interval', 'broker', 'reload', 'wins'],
  ['user', 'broker', 'restart', 'fatal-before-2.1'],
  ['listener', 'listener', 'restart', 'adds'],
  ['port', 'default-listener', 'restart', 'wins'],
  ['bind_address', 'default-listener', 'restart', 'fatal'],
  ['bind_interface', 'listener', 'restart', 'fatal'],
  ['cafile', 'listener', 'restart', 'fatal-before-2.1'],
  ['capath', 'listener', 'restart', 'fatal-before-2.1'],
  ['certfile', 'listener', 'restart', 'fatal-before-2.1'],
  ['ciphers', 'listener', 'restart', 'fatal-before-2.1'],
  ['ciphers_tls1.3', 'listener', 'restart', 'fatal-before-2.1'],
  ['crlfile', 'listener', 'restart', 'fatal-before-2.1'],
  ['http_dir', 'listener', 'restart', 'fatal'],
  ['keyfile', 'listener', 'restart', 'fatal-before-2.1'],
  ['max_connections', 'listener', 'restart', 'wins'],
  ['max_qos', 'listener', 'restart', 'wins'],
  ['max_topic_alias', 'listener', 'restart', 'wins'],
  ['mount_point', 'listener', 'restart', 'fatal-before-2.1'],
  ['protocol', 'listener', 'restart', 'wins'],
  ['psk_hint', 'listener', 'restart', 'fatal'],
  ['require_certificate', 'listener', 'restart', 'wins'],
  ['socket_domain', 'listener', 'restart', 'wins'],
  ['tls_version', 'listener', 'restart', 'fatal'],
  ['use_identity_as_username', 'listener', 'restart', 'wins'],
  ['use_subject_as_username', 'listener', 'restart', 'wins'],
  ['use_username_as_clientid', 'listener', 'restart', 'wins'],
];

export const options: ReadonlyMap<string, Option> = new Map(
  rows.map(([keyword, scope, effect, again]) => [keyword, { scope, effect, again }]),
);

/** Keywords that open a block which lasts to the end of its file. */
const openers: ReadonlySet<string> = new Set([
  'listener',
  'connection',
  'plugin',
  'plugin_load',
  'auth_plugin',
]);

/**
 * What the broker must do to see one configuration file change from one text into the other: null where it says the
 * same (comments, blanks and line breaks do not count). Any difference in or after the first listener needs a restart,
 * and so does an option that is not in the table.
 */
export function confChangeEffect(beforeText: string, afterText: string): 'reload' | 'restart' | null {
  const before = parseConf(beforeText, '');
  const after = parseConf(afterText, '');
  if (printed(before) === printed(after)) return null;
  const [headBefore, blocksBefore] = split(before);
  const [headAfter, blocksAfter] = split(after);
  if (printed(blocksBefore) !== printed(blocksAfter)) return 'restart';
  const changed = [...new Set([...headBefore, ...headAfter].map((line) => line.keyword))].filter(
    (keyword) => printed(only(headBefore, keyword)) !== printed(only(headAfter, keyword)),
  );
  // Nothing but the order of different options: rare, and not worth knowing which of them mind.
  if (changed.length === 0) return 'restart';
  return changed.every((keyword) => options.get(keyword)?.effect === 'reload') ? 'reload' : 'restart';
}

function split(lines: ConfLine[]): [head: ConfLine[], blocks: ConfLine[]] {
  const first = lines.findIndex((line) => openers.has(line.keyword));
  return first === -1 ? [lines, []] : [lines.slice(0, first), lines.slice(first)];
}

function only(lines: ConfLine[], keyword: string): ConfLine[] {
  return lines.filter((line) => line.keyword === keyword);
}

function printed(lines: ConfLine[]): string {
  return lines.map((line) => `${line.keyword} ${line.value}`).join('\n');
}
