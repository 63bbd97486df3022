import type { Group } from './types.ts';

/** The process itself, its files, and what it tells about itself. */
export const general = {
  scope: 'broker',
  effect: 'restart',
  since: '1.4',
  rows: {
    include_dir: {
      value: {
        kind: 'path',
        is: 'folder',
        access: 'read',
        by: { first: 'starter', from: { '2.1': 'mosquitto' } },
      },
      default: null,
      again: 'adds',
      effect: 'reload',
      beware: 'trap',
    },
    user: {
      value: { kind: 'text' },
      default: 'mosquitto',
      again: { first: 'fatal', from: { '2.1': 'wins' } },
      beware: 'trap',
    },
    pid_file: {
      value: { kind: 'path', is: 'file', access: 'write', by: 'mosquitto' },
      default: null,
      beware: 'trap',
    },
    per_listener_settings: {
      value: { kind: 'bool' },
      default: 'false',
      again: { first: 'wins', from: { '2.1': 'true-stays' } },
      since: '1.5',
      deprecated: { since: '2.1', by: 'listener_allow_anonymous', noticeSince: '2.1' },
      beware: 'security',
    },
    sys_interval: {
      value: { kind: 'int', min: 0, max: 65535, unit: 'seconds' },
      default: '10',
      effect: 'reload',
      beware: 'trap',
    },
    set_tcp_nodelay: { value: { kind: 'bool' }, default: 'false', since: '1.5', beware: 'trap' },
    enable_control_api: { value: { kind: 'bool' }, default: 'false', since: '2.1', beware: 'security' },
    websockets_log_level: {
      value: { first: { kind: 'int' }, from: { '2.1': { kind: 'ignored' } } },
      default: '0',
      effect: 'reload',
      deprecated: { since: '2.1', by: null },
      beware: 'trap',
    },
    websockets_headers_size: {
      value: { kind: 'int', min: 0, max: 65535, unit: 'bytes' },
      default: { first: '0', from: { '2.1': '4096' } },
      since: '1.6',
      deprecated: { since: '2.1', by: 'packet_buffer_size' },
      sameAs: 'packet_buffer_size',
    },
    packet_buffer_size: {
      value: { kind: 'int', min: 0, max: 65535, unit: 'bytes' },
      default: '4096',
      since: '2.1',
    },
  },
} as const satisfies Group;
