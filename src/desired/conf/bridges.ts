import type { Facts } from '../../facts/types.ts';
import type { Bridge, BridgeTopic, Spec } from '../../spec/types.ts';
import { bridgePlaces } from '../../tls/places.ts';
import { extraLines, maybe, type Section, type Setting, setting } from './types.ts';

/** Connections to other brokers; `passwords` by the bridge's name. */
export function bridgeSections(
  { bridges }: Spec,
  { layout }: Pick<Facts, 'layout'>,
  passwords: ReadonlyMap<string, string>,
): Section[] {
  return bridges.map((bridge, index) => ({
    title: `bridge ${bridge.name}`,
    lines: block(bridge, ['bridges', index], layout, passwords.get(bridge.name) ?? null),
  }));
}

function block(
  bridge: Bridge,
  at: readonly (string | number)[],
  layout: Facts['layout'],
  password: string | null,
): Setting[] {
  const from = (key: string): readonly (string | number)[] => [...at, key];
  return [
    setting('connection', bridge.name, from('name')),
    setting('address', bridge.remotes.join(' '), from('remote')),
    ...bridge.topics.map((topic, index) => setting('topic', topicText(topic), [...at, 'topics', index])),
    ...maybe('remote_username', bridge.username, from('username')),
    ...maybe('remote_password', password, from('password_file')),
    ...maybe('remote_clientid', bridge.client_id, from('client_id')),
    ...tlsLines(bridge, layout, from('tls')),
    ...maybe('cleansession', bridge.clean_session, from('clean_session')),
    ...maybe('keepalive_interval', bridge.keepalive, from('keepalive')),
    ...maybe('bridge_protocol_version', bridge.protocol, from('protocol')),
    ...maybe('notifications', bridge.notifications, from('notifications')),
    ...maybe('start_type', bridge.start, from('start')),
    ...extraLines(bridge.extra, from('extra')),
  ];
}

/** Where the system keeps whom it trusts, in the form that OpenSSL looks them up in. */
export const systemTrust = '/etc/ssl/certs';

function tlsLines(bridge: Bridge, layout: Facts['layout'], at: readonly (string | number)[]): Setting[] {
  const { tls } = bridge;
  if (tls === null) return [];
  const places = bridgePlaces(layout, bridge);
  const from = (key: string): readonly (string | number)[] => [...at, key];
  return [
    tls.ca === null
      ? setting('bridge_capath', systemTrust, at)
      : setting('bridge_cafile', places.ca, from('ca')),
    ...(tls.certificate === null
      ? []
      : [
          setting('bridge_certfile', places.certificate, from('certificate')),
          setting('bridge_keyfile', places.key, from('key')),
        ]),
    ...maybe('bridge_alpn', tls.alpn, from('alpn')),
  ];
}

/** `""` is a prefix that is empty; what is empty at the end is left out. */
function topicText({ filter, direction, qos, local_prefix, remote_prefix }: BridgeTopic): string {
  const prefixes = [local_prefix, remote_prefix].map((prefix) => (prefix === '' ? '""' : prefix));
  const isPlain = local_prefix === '' && remote_prefix === '';
  return [filter, direction, qos, ...(isPlain ? [] : prefixes)].join(' ');
}
