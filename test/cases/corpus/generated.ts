import { Random } from './random.ts';
import type { CaseFiles } from './types.ts';

/** Files put together from lines that occur, by a generator with a fixed start: the same ones on every machine. */

const brokerLines = [
  'max_packet_size 5000',
  'max_packet_size 400',
  'max_keepalive 300',
  'max_inflight_messages 7',
  'retain_available false',
  'sys_interval 0',
  'sys_interval 30',
  'log_type all',
  'log_type error',
  'log_type none',
  'log_dest stderr',
  'log_dest none',
  'log_dest file DIR/mosquitto.log',
  'connection_messages false',
  'persistence false',
  'clientid_prefixes probe',
  'pid_file DIR/mosquitto.pid',
  'set_tcp_nodelay true',
];
const securityLines = [
  'allow_anonymous true',
  'allow_anonymous true',
  'allow_anonymous false',
  'password_file DIR/pw-a',
  'password_file DIR/pw-b',
  'acl_file DIR/acl-a',
  'acl_file DIR/acl-b',
  'auto_id_prefix x-',
  'allow_zero_length_clientid false',
];
const listenerOptions = [
  'max_qos 1',
  'max_topic_alias 4',
  'max_connections 100',
  'socket_domain ipv4',
  'protocol mqtt',
  'use_username_as_clientid false',
  'certfile DIR/s.pem\nkeyfile DIR/s.key',
];
const listenerLines = [
  'listener 1883',
  'listener 1884 127.0.0.1',
  'listener 1885 ::1',
  'listener 1886 0.0.0.0',
  'listener 1887',
  'listener 0 DIR/mqtt.sock',
  'listener 9001\nprotocol websockets',
];
const otherLines = [
  '# a comment',
  '#allow_anonymous false',
  '',
  '   ',
  'per_listener_settings true',
  'per_listener_settings false',
  'port 1888',
  'connection c\naddress 127.0.0.1:1\ntopic # out',
  'max_topic_alias 5',
  'listener_allow_anonymous true',
  'global_max_clients 100',
];
const wrongLines = [
  ' # indented',
  'allow_anonymous maybe',
  'max_packet_size 10',
  'listener 99999',
  'Port 1883',
  'acl_file DIR/nowhere',
  'certfile DIR/s.pem',
  'max_qos 3',
  '\tlistener 1883',
  'topic # out',
];

function confText(random: Random): string {
  const lines = [
    ...(random.oneIn(3) ? ['per_listener_settings true'] : []),
    ...random.some(brokerLines, 4),
    ...(random.oneIn(2) ? random.some(securityLines, 3) : []),
    ...(random.oneIn(8) ? random.some(listenerOptions, 1) : []),
  ];
  const blocks = random.oneIn(6) ? 0 : 1 + random.below(3);
  for (let block = 0; block < blocks; block += 1) {
    lines.push(
      random.pick(listenerLines),
      ...random.some(listenerOptions, 2),
      ...random.some(securityLines, 3),
    );
    if (random.oneIn(4)) lines.push(random.pick(brokerLines));
  }
  for (const line of random.some(otherLines, 2)) lines.splice(random.below(lines.length + 1), 0, line);
  if (random.oneIn(10)) lines.splice(random.below(lines.length + 1), 0, random.pick(wrongLines));
  return styled(lines, random);
}

/** Line breaks and blanks, as different editors leave them. */
function styled(lines: readonly string[], random: Random): string {
  const end = random.oneIn(6) ? '\r\n' : '\n';
  const worn = lines.map((line) => {
    if (!random.oneIn(6) || line.startsWith('#') || line.includes('\n')) return line;
    return random.oneIn(2) ? `  ${line}` : line.replace(' ', '   ');
  });
  const text = worn.join('\n').replaceAll('\n', end);
  return random.oneIn(5) ? text : `${text}${end}`;
}

/** Two files of configuration, or one that includes up to two others. */
export function generatedConfs(count: number): Record<string, CaseFiles & { 'mosquitto.conf': string }> {
  const random = new Random(20_261);
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const main = confText(random);
      if (!random.oneIn(4)) return [`configuration ${index}`, { 'mosquitto.conf': main }];
      const lines = main.split('\n');
      lines.splice(random.below(lines.length + 1), 0, 'include_dir DIR/conf.d');
      const names = random.some(['10-a', '9-b', 'B', 'a', '.x'], 2).map((name) => `conf.d/${name}.conf`);
      const files = Object.fromEntries(names.map((name) => [name, confText(random)]));
      return [
        `configuration ${index} of several files`,
        { 'mosquitto.conf': lines.join('\n'), 'conf.d/README': 'nothing\n', ...files },
      ];
    }),
  );
}

const users = ['user alice', 'user bob', 'user a b', 'user Zoé', 'user a+b'];
const filters = ['a/#', 'a/b', '+/b', 'a/+/c', '#', '+', 'b/c', 'a b', '$foo/#', 'read', '/x', 'a/', 'é/#'];
const patterns = ['%u/#', 'dev/%c', 'x-%u', '%u/%c', 'a/#', 'b/+'];
const accesses = ['', 'read ', 'write ', 'readwrite ', 'deny '];
const aclOddities = [
  '',
  '# c',
  '   ',
  'topic',
  ' # c',
  'topic a/#/b',
  'topic Read a',
  'user',
  'topic write\tb',
];

export function generatedAcls(count: number): Record<string, string> {
  const random = new Random(20_262);
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const lines = Array.from({ length: 1 + random.below(9) }, () => {
        if (random.oneIn(4)) return random.pick(users);
        if (random.oneIn(4)) return `pattern ${random.pick(accesses)}${random.pick(patterns)}`;
        return random.oneIn(25)
          ? random.pick(aclOddities)
          : `topic ${random.pick(accesses)}${random.pick(filters)}`;
      });
      return [`rights ${index}`, styled(lines, random)];
    }),
  );
}

/** `known` are lines of password files that hold an account. */
export function generatedPasswds(count: number, known: readonly string[]): Record<string, string> {
  const random = new Random(20_263);
  const odd = ['', '# c', '  ', 'nonsense', 'bob:', 'carol:plain', ':x', `${known[0]}:more`];
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const lines = Array.from({ length: 1 + random.below(6) }, () =>
        random.oneIn(4) ? random.pick(odd) : random.pick(known),
      );
      return [`accounts ${index}`, styled(lines, random)];
    }),
  );
}
