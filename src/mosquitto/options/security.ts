import type { Group } from './types.ts';

/** Who may connect and do what. Global, unless per_listener_settings makes them the listener's own. */
export const security = {
  scope: 'security',
  effect: 'reload',
  since: '1.4',
  rows: {
    allow_anonymous: { value: { kind: 'bool' }, default: 'false', beware: 'security' },
    password_file: {
      value: { kind: 'path', is: 'file', access: 'read', by: 'mosquitto' },
      default: null,
      again: { first: 'fatal', from: { '2.1': 'wins' } },
      contents: 'reload',
      deprecated: { since: '2.1', by: 'plugin' },
      secret: 'file',
      beware: 'security',
    },
    acl_file: {
      value: { kind: 'path', is: 'file', access: 'read', by: 'mosquitto' },
      default: null,
      again: { first: 'fatal', from: { '2.1': 'wins' } },
      contents: 'reload',
      deprecated: { since: '2.1', by: 'plugin' },
      beware: 'security',
    },
    psk_file: {
      value: { kind: 'path', is: 'file', access: 'read', by: 'mosquitto' },
      default: null,
      again: { first: 'fatal', from: { '2.1': 'wins' } },
      contents: 'reload',
      secret: 'file',
      beware: 'security',
    },
    allow_zero_length_clientid: { value: { kind: 'bool' }, default: 'true' },
    auto_id_prefix: {
      value: { kind: 'text', maxBytes: { first: 65535, from: { '2.1': 50 } } },
      default: 'auto-',
      deprecated: { since: '2.1', by: 'listener_auto_id_prefix', noticeSince: '2.1' },
    },
    clientid_prefixes: {
      value: { kind: 'text' },
      scope: 'broker',
      default: null,
      again: { first: 'fatal', from: { '2.1': 'wins' } },
      deprecated: { since: '2.0', by: null, noticeSince: '2.0' },
      beware: 'security',
    },
  },
} as const satisfies Group;
