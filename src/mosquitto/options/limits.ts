import type { Group } from './types.ts';

/** How much, how many and how long, for the whole broker. */
export const limits = {
  scope: 'broker',
  effect: 'restart',
  since: '1.4',
  rows: {
    max_packet_size: {
      value: { kind: 'int', min: 20, unit: 'bytes' },
      default: { first: '0', from: { '2.1': '2000000' } },
      since: '1.6',
      beware: 'security',
    },
    message_size_limit: {
      value: { kind: 'int', min: 0, max: 268435455, unit: 'bytes' },
      default: '0',
      effect: 'reload',
      deprecated: { since: '2.0', by: 'max_packet_size', noticeSince: '2.0' },
      beware: 'trap',
    },
    max_inflight_messages: {
      value: { kind: 'int', max: 65535, unit: 'messages' },
      default: '20',
      beware: 'trap',
    },
    max_inflight_bytes: { value: { kind: 'int', unit: 'bytes' }, default: '0', since: '1.5' },
    max_queued_messages: {
      value: { kind: 'int', unit: 'messages' },
      default: '1000',
      beware: 'security',
    },
    max_queued_bytes: { value: { kind: 'int', unit: 'bytes' }, default: '0', since: '1.5', beware: 'trap' },
    queue_qos0_messages: { value: { kind: 'bool' }, default: 'false', effect: 'reload' },
    max_keepalive: {
      value: {
        kind: 'int',
        min: { first: 10, from: { '2.0.13': 0 } },
        max: 65535,
        unit: 'seconds',
      },
      default: { first: '65535', from: { '2.0.16': '0' } },
      since: '1.6',
      beware: 'trap',
    },
    memory_limit: {
      value: { kind: 'int', min: 0, unit: 'bytes', lax: true },
      default: '0',
      effect: 'reload',
      since: '1.4.15',
      beware: 'trap',
    },
    global_max_clients: { value: { kind: 'int', unit: 'clients' }, default: '-1', since: '2.1' },
    global_max_connections: { value: { kind: 'int', unit: 'clients' }, default: '-1', since: '2.1' },
    persistent_client_expiration: {
      value: { kind: 'duration', units: { first: 'hdwmy', from: { '2.1': 'shdwmy' } } },
      emptyRefusedSince: '2.1',
      default: null,
      effect: 'reload',
      beware: 'trap',
    },
    retain_available: { value: { kind: 'bool' }, default: 'true', since: '1.6' },
    retain_expiry_interval: {
      value: { kind: 'int', min: { first: Number.NEGATIVE_INFINITY, from: { '2.1': 1 } }, unit: 'minutes' },
      default: '0',
      since: '2.0.21',
    },
    check_retain_source: { value: { kind: 'bool' }, default: 'false', since: '1.5.6', beware: 'security' },
    upgrade_outgoing_qos: { value: { kind: 'bool' }, default: 'false', effect: 'reload' },
    allow_duplicate_messages: {
      value: { kind: 'bool' },
      default: { first: 'false', from: { '2.1': 'true' } },
      effect: 'reload',
      deprecated: { since: '2.0', by: null, noticeSince: '2.0' },
    },
  },
} as const satisfies Group;
