import { type ConfLine, confBoolean, confInteger, firstWord } from '../formats/conf.ts';
import { findOption, isKnownIn } from '../options/registry.ts';
import type { Version } from '../version.ts';

/** Options that reach out of the scratch folder, or would come between a question and its answer. */
const dropped = new Set([
  'user',
  'pid_file',
  'bind_interface',
  'socket_domain',
  'enable_proxy_protocol',
  'proxy_protocol_v2_require_tls',
  'sys_interval',
  'set_tcp_nodelay',
]);

/** A rehearsal is of the configuration itself: what reaches out of it goes, every limit and bridge stays. */
const droppedInRehearsal = new Set([
  'user',
  'pid_file',
  'bind_interface',
  'socket_domain',
  'persistence',
  'persistence_file',
  'persistence_location',
]);

const droppedGroups = new Set(['persistence', 'logging', 'bridges', 'bridgeTls']);

/** Limits that a few connections with many short messages could run into. */
const limits = new Set([
  'max_connections',
  'max_packet_size',
  'message_size_limit',
  'max_inflight_messages',
  'max_inflight_bytes',
  'max_queued_messages',
  'max_queued_bytes',
  'max_keepalive',
  'memory_limit',
  'global_max_clients',
  'global_max_connections',
]);

/** Where things of the original are in the scratch folder. */
export interface Places {
  /** The shadow's port for a `listener` line, or for the implied listener's. */
  portOf(line: ConfLine): number;
  /** The scratch file that stands for a path; null where it could not be copied: then the broker says why itself. */
  fileFor(path: string): string | null;
  folderFor(value: string): string | null;
  /** Where a certificate or a key lies while it waits for its place; null where it is there already. */
  waitingFor(path: string): string | null;
  forcesAnonymous: boolean;
  version: Version;
  /** Keep all that the broker could refuse: nobody asks it more than who gets in, and what they may do. */
  rehearses: boolean;
}

/** What becomes of a line that the broker reads: '' where it is taken out. */
export function shadowLine(line: ConfLine, places: Places): string {
  const { keyword, value } = line;
  const option = findOption(keyword);
  // The broker says that it does not know it; what stands behind a mistyped keyword may be a secret.
  const isKnown =
    option !== null && (isKnownIn(option, places.version) || /^(plugin|auth)_opt_/.test(keyword));
  if (!isKnown) return `${keyword} x`;
  if (places.rehearses) {
    // With fewer kinds of messages it would not even say that it runs.
    if (droppedInRehearsal.has(keyword) || option.group === 'logging') return '';
    // Nobody listens at port 1: a bridge that knocks there finds nobody, and sends nobody its password.
    if (option.group === 'bridges' && /^address(?:es)?$/.test(keyword)) return `${keyword} 127.0.0.1:1`;
  } else if (dropped.has(keyword) || droppedGroups.has(option.group)) return '';
  else if (limits.has(keyword) && /^[+-]?\d+$/.test(firstWord(value))) return '';
  switch (keyword) {
    case 'listener':
    case 'port':
      return isPort(value) ? moved(keyword, places.portOf(line)) : `${keyword} ${value}`;
    case 'bind_address':
      return 'bind_address 127.0.0.1';
    case 'protocol':
      return firstWord(value) === 'http_api' ? '' : `protocol ${value}`;
    case 'include_dir': {
      const folder = places.folderFor(value);
      return folder === null ? line.raw : `include_dir ${folder}`;
    }
    case 'allow_anonymous':
      return places.forcesAnonymous && confBoolean(value) !== null ? 'allow_anonymous true' : line.raw;
    case 'certfile':
    case 'keyfile':
    case 'cafile':
    case 'crlfile':
    case 'bridge_cafile':
    case 'bridge_certfile':
    case 'bridge_keyfile':
      return `${keyword} ${places.waitingFor(value) ?? value}`;
    case 'password_file':
    case 'acl_file':
    case 'psk_file':
    case 'plugin_opt_password_file':
    case 'plugin_opt_acl_file':
      return `${keyword} ${places.fileFor(value) ?? value}`;
    default:
      return line.raw;
  }
}

/** What is none the broker refuses by itself, and opens nothing. */
function isPort(value: string): boolean {
  const port = confInteger(value);
  return value !== '' && port >= 0 && port <= 65_535;
}

function moved(keyword: 'listener' | 'port', port: number): string {
  return keyword === 'listener' ? `listener ${port} 127.0.0.1` : `port ${port}`;
}
