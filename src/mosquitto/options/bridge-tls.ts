import type { Group } from './types.ts';

/** Encryption of a bridge: it is the client, so these are its trust and its own identity. */
export const bridgeTls = {
  scope: 'bridge',
  effect: { first: 'restart', from: { '2.1': 'reload' } },
  since: '1.4',
  rows: {
    bridge_cafile: {
      value: { kind: 'path', is: 'file', access: 'read', by: 'mosquitto' },
      default: null,
      beware: 'trap',
    },
    bridge_capath: {
      value: { kind: 'path', is: 'folder', access: 'read', by: 'mosquitto' },
      default: null,
      beware: 'trap',
    },
    bridge_tls_use_os_certs: { value: { kind: 'bool' }, default: 'false', since: '2.1' },
    bridge_certfile: { value: { kind: 'path', is: 'file', access: 'read', by: 'mosquitto' }, default: null },
    bridge_keyfile: {
      value: { kind: 'path', is: 'file', access: 'read', by: 'mosquitto' },
      default: null,
      again: { first: 'fatal', from: { '2.1': 'wins' } },
      secret: 'file',
    },
    bridge_insecure: { value: { kind: 'bool' }, default: 'false', beware: 'security' },
    bridge_require_ocsp: { value: { kind: 'bool' }, default: 'false', since: '1.6' },
    bridge_tls_version: { value: { kind: 'text', form: 'tls-version' }, default: 'tlsv1.2' },
    bridge_ciphers: { value: { kind: 'text', form: 'ciphers' }, default: null, since: '2.1' },
    'bridge_ciphers_tls1.3': { value: { kind: 'text', form: 'ciphers' }, default: null, since: '2.1' },
    bridge_alpn: { value: { kind: 'text' }, default: null, since: '1.6' },
    bridge_identity: { value: { kind: 'text' }, default: null, beware: 'trap' },
    bridge_psk: { value: { kind: 'text', form: 'hex' }, default: null, secret: 'value', beware: 'security' },
  },
} as const satisfies Group;
