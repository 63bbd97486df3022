import type { OptionName } from '../mosquitto/options/registry.ts';

/** What is known of a key of broker.yaml beside its schema and its words. */
export interface SpecKey {
  /** The options of mosquitto.conf that it becomes. */
  options: readonly OptionName[];
  /** Lines of broker.yaml in which it stands, below `version: 1`. */
  example: string;
}

const listener = (line: string): string => `listeners:\n  - port: 1883\n    ${line}`;

const secure = (...lines: string[]): string =>
  ['listeners:\n  - port: 8883\n    tls:', ...lines.map((line) => `      ${line}`)].join('\n');

const acme = (...lines: string[]): string =>
  [
    'listeners:\n  - port: 8883\n    tls: acme\nacme:\n  domains: [mqtt.example.org]',
    ...lines.map((line) => `  ${line}`),
  ].join('\n');

const bridgeHead = 'bridges:\n  - name: cloud\n    remote: broker.example.org\n    topics:\n';

const bridge = (...lines: string[]): string =>
  [`${bridgeHead}      - { filter: 'home/#', direction: out }`, ...lines.map((line) => `    ${line}`)].join(
    '\n',
  );

const bridgeTopic = (line: string): string =>
  `${bridgeHead}      - filter: 'home/#'\n        direction: out\n        ${line}`;

const key = (example: string, ...options: OptionName[]): SpecKey => ({ options, example });

/** By path, in the schema's order; a test holds both against each other, and each example against `loadSpec`. */
export const specKeys: Readonly<Record<string, SpecKey>> = {
  version: key('version: 1'),
  profile: key('profile: local'),
  listeners: key('listeners:\n  - port: 1883\n  - port: 9001\n    protocol: websockets'),
  'listeners.*': key('listeners:\n  - port: 1883\n    bind: all', 'listener'),
  'listeners.*.name': key(listener('name: garden')),
  'listeners.*.protocol': key('listeners:\n  - port: 9001\n    protocol: websockets', 'protocol'),
  'listeners.*.port': key('listeners:\n  - port: 1884', 'listener'),
  'listeners.*.bind': key(listener('bind: [192.0.2.10, "::1"]'), 'listener'),
  'listeners.*.family': key(listener('family: ipv4'), 'listener', 'socket_domain'),
  'listeners.*.interface': key(listener('interface: eth0'), 'bind_interface'),
  'listeners.*.socket': key('listeners:\n  - port: 1883\n  - socket: /run/mosquitto/mqtt.sock', 'listener'),
  'listeners.*.anonymous': key(
    'anonymous:\n  subscribe: [public/#]\nlisteners:\n  - port: 1883\n    anonymous: false\n  - port: 1884\n    anonymous: true',
    'allow_anonymous',
    'listener_allow_anonymous',
  ),
  'listeners.*.tls': key(
    'listeners:\n  - port: 8883\n    tls: own',
    'certfile',
    'keyfile',
    'cafile',
    'tls_version',
    'ciphers',
  ),
  'listeners.*.tls.from': key(secure('from: own'), 'certfile', 'keyfile'),
  'listeners.*.tls.certificate': key(
    secure('certificate: /root/mqtt/fullchain.pem', 'key: /root/mqtt/privkey.pem'),
    'certfile',
  ),
  'listeners.*.tls.key': key(
    secure('certificate: /root/mqtt/fullchain.pem', 'key: /root/mqtt/privkey.pem'),
    'keyfile',
  ),
  'listeners.*.tls.ca': key(
    secure('certificate: /root/mqtt/server.pem', 'key: /root/mqtt/server.key', 'ca: /root/mqtt/ca.pem'),
  ),
  'listeners.*.tls.clients': key(
    secure('clients: identity'),
    'require_certificate',
    'use_identity_as_username',
    'use_subject_as_username',
  ),
  'listeners.*.tls.client_ca': key(secure('clients: identity', 'client_ca: /root/devices/ca.pem'), 'cafile'),
  'listeners.*.tls.client_crl': key(
    secure('clients: identity', 'client_ca: /root/devices/ca.pem', 'client_crl: /root/devices/crl.pem'),
    'crlfile',
  ),
  'listeners.*.tls.min_version': key(secure('min_version: tlsv1.3'), 'tls_version'),
  'listeners.*.max_connections': key(listener('max_connections: 500'), 'max_connections'),
  'listeners.*.max_qos': key(listener('max_qos: 1'), 'max_qos'),
  'listeners.*.max_topic_alias': key(listener('max_topic_alias: 20'), 'max_topic_alias'),
  'listeners.*.mount_point': key(listener('mount_point: garden/'), 'mount_point'),
  'listeners.*.extra': key(listener('extra:\n      - use_username_as_clientid true')),
  certificates: key('certificates:\n  names: [mqtt.example.org, 192.0.2.10]'),
  'certificates.names': key('certificates:\n  names: [mqtt.example.org, 192.0.2.10]'),
  'certificates.key': key('certificates:\n  key: p256'),
  'certificates.days': key('certificates:\n  days: 90'),
  acme: key(acme()),
  'acme.domains': key(acme()),
  'acme.email': key(acme('email: owner@example.org')),
  'acme.server': key(acme('server: https://acme.example.org/directory')),
  throughput: key('throughput: true', 'set_tcp_nodelay'),
  reload_guard: key('reload_guard: false'),
  sandbox: key('sandbox: false'),
  firewall: key('firewall: true'),
  roles: key("roles:\n  sensor:\n    publish: ['weather/{user}/#']", 'acl_file'),
  'roles.*': key(
    "roles:\n  sensor:\n    publish: ['weather/{user}/#']\n    subscribe: ['weather/{user}/set']",
  ),
  'roles.*.publish': key("roles:\n  sensor:\n    publish: ['weather/{user}/#', '{topics}']"),
  'roles.*.subscribe': key("roles:\n  display:\n    subscribe: ['weather/#']"),
  'roles.*.deny': key("roles:\n  display:\n    subscribe: ['weather/#']\n    deny: ['weather/secret/#']"),
  everyone: key('everyone:\n  subscribe: [public/#]', 'acl_file'),
  'everyone.publish': key("everyone:\n  publish: ['clients/{client}/state']"),
  'everyone.subscribe': key('everyone:\n  subscribe: [public/#]'),
  'everyone.deny': key('everyone:\n  subscribe: [public/#]\n  deny: [public/drafts/#]'),
  anonymous: key(
    'anonymous:\n  subscribe: [public/#]',
    'allow_anonymous',
    'listener_allow_anonymous',
    'acl_file',
  ),
  'anonymous.publish': key('anonymous:\n  publish: [inbox/guests]'),
  'anonymous.subscribe': key('anonymous:\n  subscribe: [public/#]'),
  'anonymous.deny': key('anonymous:\n  subscribe: [public/#]\n  deny: [public/drafts/#]'),
  tests: key('tests:\n  - roof can publish weather/roof/temp\n  - anonymous cannot connect'),
  passwords: key('passwords:\n  min_length: 16'),
  'passwords.min_length': key('passwords:\n  min_length: 8'),
  'passwords.iterations': key('passwords:\n  iterations: 50000'),
  'passwords.generated_iterations': key('passwords:\n  generated_iterations: 101'),
  persistence: key('persistence:\n  autosave: 5 min'),
  'persistence.enabled': key('persistence:\n  enabled: false', 'persistence'),
  'persistence.location': key('persistence:\n  location: /srv/mqtt', 'persistence_location'),
  'persistence.autosave': key('persistence:\n  autosave: 5 min', 'autosave_interval', 'autosave_on_changes'),
  'persistence.autosave.changes': key(
    'persistence:\n  autosave:\n    changes: 1000',
    'autosave_interval',
    'autosave_on_changes',
  ),
  limits: key('limits:\n  packet_size: 1 MiB\n  queued_messages: 5000'),
  'limits.packet_size': key('limits:\n  packet_size: 1 MiB', 'max_packet_size'),
  'limits.inflight_messages': key('limits:\n  inflight_messages: 40', 'max_inflight_messages'),
  'limits.inflight_bytes': key('limits:\n  inflight_bytes: 4 MB', 'max_inflight_bytes'),
  'limits.queued_messages': key('limits:\n  queued_messages: 5000', 'max_queued_messages'),
  'limits.queued_bytes': key('limits:\n  queued_bytes: 64 MiB', 'max_queued_bytes'),
  'limits.queue_qos0': key('limits:\n  queue_qos0: true', 'queue_qos0_messages'),
  'limits.keepalive': key('limits:\n  keepalive: 10 min', 'max_keepalive'),
  'limits.memory': key('limits:\n  memory: 256 MiB', 'memory_limit'),
  'limits.connections': key('limits:\n  connections: 2000', 'global_max_connections'),
  'limits.clients': key('limits:\n  clients: 5000', 'global_max_clients'),
  'limits.session_expiry': key('limits:\n  session_expiry: 14 d', 'persistent_client_expiration'),
  'limits.retained': key('limits:\n  retained: false', 'retain_available'),
  log: key('log:\n  to: [syslog]\n  types: [error, warning]'),
  'log.to': key('log:\n  to: [syslog]', 'log_dest'),
  'log.types': key('log:\n  types: [error, warning, notice]', 'log_type'),
  'log.rotate': key('log:\n  rotate: true'),
  'log.connections': key('log:\n  connections: false', 'connection_messages'),
  'log.timestamps': key("log:\n  timestamps: '%Y-%m-%dT%H:%M:%S'", 'log_timestamp_format'),
  sys_interval: key('sys_interval: 30 s', 'sys_interval'),
  bridges: key(bridge()),
  'bridges.*': key(bridge(), 'connection'),
  'bridges.*.name': key(bridge(), 'connection'),
  'bridges.*.remote': key(
    "bridges:\n  - name: cloud\n    remote: [broker.example.org:1884, 192.0.2.9]\n    topics:\n      - { filter: 'home/#', direction: out }",
    'address',
  ),
  'bridges.*.topics': key(bridge(), 'topic'),
  'bridges.*.topics.*': key(bridge(), 'topic'),
  'bridges.*.topics.*.filter': key(bridge(), 'topic'),
  'bridges.*.topics.*.direction': key(bridge(), 'topic'),
  'bridges.*.topics.*.qos': key(bridgeTopic('qos: 1'), 'topic'),
  'bridges.*.topics.*.local_prefix': key(bridgeTopic('local_prefix: site/'), 'topic'),
  'bridges.*.topics.*.remote_prefix': key(bridgeTopic('remote_prefix: site1/'), 'topic'),
  'bridges.*.username': key(bridge('username: site1'), 'remote_username'),
  'bridges.*.password_file': key(
    bridge('username: site1', 'password_file: /root/cloud.password'),
    'remote_password',
  ),
  'bridges.*.client_id': key(bridge('client_id: site1-bridge'), 'remote_clientid'),
  'bridges.*.tls': key(bridge('tls: system'), 'bridge_cafile', 'bridge_capath'),
  'bridges.*.tls.ca': key(bridge('tls:', '  ca: /root/cloud/ca.pem'), 'bridge_cafile'),
  'bridges.*.tls.certificate': key(
    bridge('tls:', '  certificate: /root/cloud/site1.pem', '  key: /root/cloud/site1.key'),
    'bridge_certfile',
  ),
  'bridges.*.tls.key': key(
    bridge('tls:', '  certificate: /root/cloud/site1.pem', '  key: /root/cloud/site1.key'),
    'bridge_keyfile',
  ),
  'bridges.*.tls.alpn': key(bridge('tls:', '  alpn: mqtt'), 'bridge_alpn'),
  'bridges.*.clean_session': key(bridge('clean_session: false'), 'cleansession'),
  'bridges.*.keepalive': key(bridge('keepalive: 2 min'), 'keepalive_interval'),
  'bridges.*.protocol': key(bridge('protocol: mqttv50'), 'bridge_protocol_version'),
  'bridges.*.notifications': key(bridge('notifications: false'), 'notifications'),
  'bridges.*.start': key(bridge('start: lazy'), 'start_type'),
  'bridges.*.test_topic': key(bridge('test_topic: home/mqtt-setup-test')),
  'bridges.*.extra': key(bridge('extra:', '  - restart_timeout 10 30')),
  extra: key('extra:\n  - upgrade_outgoing_qos true'),
};
