import * as fc from 'fast-check';
import { options } from '../../src/mosquitto/options/registry.ts';
import type { Value } from '../../src/mosquitto/options/types.ts';
import { anyHash, type Texts } from './adopt-tree.ts';

const names = ['alice', 'bob', 'ca rl', 'dö', 'e'.repeat(64), 'a b#', 'x/y', '-d', 'constructor', 'plus+'];
const words = ['a', 'b', 'alice', 'bob', '+', '#', '%u', '%c', 'x%u', '$SYS', '{user}', '{client}', 'é é'];

const filter = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
  .map((levels) => levels.join('/'));

const aclLine = fc.oneof(
  { arbitrary: fc.constantFrom(...names).map((name) => `user ${name}`), weight: 3 },
  {
    arbitrary: fc
      .tuple(
        fc.constantFrom('topic', 'pattern'),
        fc.constantFrom('', 'read ', 'write ', 'readwrite ', 'deny '),
        filter,
      )
      .map(([kind, access, text]) => `${kind} ${access}${text}`),
    weight: 8,
  },
  {
    arbitrary: fc.constantFrom('', '# c', 'topic', 'user', 'x y', '\ttopic a', 'topic write a\0b'),
    weight: 1,
  },
);

const passwdLine = fc.oneof(
  { arbitrary: fc.constantFrom(...names).map((name) => `${name}:${anyHash}`), weight: 6 },
  {
    arbitrary: fc.constantFrom('', '# c', 'plain:secret-plain', ':x', 'no colon', 'alice:$7$0$x$y'),
    weight: 1,
  },
);

/** What may stand behind a keyword of this kind, and some of what may not. */
function valuesOf(value: Value): string[] {
  switch (value.kind) {
    case 'bool':
      return ['true', 'false', '1', '0', 'yes', 'true # why'];
    case 'int':
      return ['0', '1', '2', '20', '500', '2000000', '-1', '010', '0x20', 'abc', '99999999999'];
    case 'words':
      return [
        'none',
        'error',
        'all',
        'mqtt',
        'websockets',
        'http_api',
        'ipv4',
        'ipv6',
        'once',
        'mqttv311',
        'nix',
      ];
    case 'log-dest':
      return ['none', 'file /x/y.log', 'stderr', 'stdout', 'syslog', 'topic', 'dlt'];
    case 'duration':
      return ['1h', '30d', '2m', '1y', '90s', '7200s', 'x'];
    case 'listener':
      return [
        '1883',
        '1884 127.0.0.1',
        '1884 ::1',
        '1885 0.0.0.0',
        '1886 ::',
        '1887 host.lan',
        '80',
        '0 /run/x.sock',
      ];
    case 'hosts':
      return ['h', 'h:1884', 'a b:99', '::1', 'h # c'];
    case 'bridge-topic':
      return [
        'a/b',
        '# out',
        'a in 1 l/ r/',
        '# both 2 "" r/',
        '"" in 0 l/ r/',
        'a sideways',
        'b out 0 "" "" ',
      ];
    case 'ints':
      return ['5', '5 30', '5 30 60', 'x'];
    case 'path':
      return ['/acl', '/passwd', '/other', 'relative', '/a b'];
    case 'name-and-path':
      return ['p /usr/lib/mosquitto_password_file.so', 'q /opt/other.so', 'p'];
    default:
      return ['a', '127.0.0.1', 'eth0', 'home/', 'text-value', 'x # y', 'caf\uFFFD', 'x'.repeat(1100)];
  }
}

const optionLine = fc.constantFrom(...options.values()).chain(({ name, value, secret }) => {
  const type: Value = 'from' in value ? value.first : value;
  const keyword = name.replace('*', 'x');
  const values = secret === 'value' || name.includes('*') ? ['secret-value'] : valuesOf(type);
  return fc.constantFrom('', ...values).map((text) => `${keyword} ${text}`.trimEnd());
});

/** What real files are made of. */
const usualLine = fc.oneof(
  fc.constantFrom('allow_anonymous true', 'allow_anonymous false', 'password_file /passwd', 'acl_file /acl'),
  fc.constantFrom(...valuesOf({ kind: 'listener' })).map((where) => `listener ${where}`),
  fc.constantFrom('protocol websockets', 'socket_domain ipv4', 'socket_domain ipv6', 'bind_interface lo'),
  fc.constantFrom('per_listener_settings true', 'include_dir /etc/mosquitto/conf.d', 'persistence true'),
  fc.constantFrom(
    'connection cloud',
    'connection b b',
    'address h',
    'address 127.0.0.1',
    'connection d',
    'remote_clientid x',
    'topic # out',
    'remote_password secret-value',
  ),
  fc.constantFrom('plugin /l/mosquitto_password_file.so', 'plugin_opt_password_file /passwd', 'port 1888'),
);

const oddLine = fc.constantFrom(
  '',
  '# comment',
  'passwrod secret-value',
  ' max_qos 1',
  '\tmax_qos 1',
  'x\0y',
  'Listener 1',
);

const confText = fc
  .tuple(
    fc.array(
      fc.oneof(
        { arbitrary: usualLine, weight: 6 },
        { arbitrary: optionLine, weight: 3 },
        { arbitrary: oddLine, weight: 1 },
      ),
      {
        maxLength: 14,
      },
    ),
    fc.constantFrom('\n', '\n', '\r\n'),
  )
  .map(([lines, end]) => lines.map((line) => line + end).join(''));

const textOf = (line: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(line, { maxLength: 14 }).map((lines) => `${lines.join('\n')}\n`);

/** Configurations of every kind: usual ones, odd ones, broken ones. `secret-…` in them is a secret. */
export const anyTexts: fc.Arbitrary<Texts> = fc.record({
  main: confText,
  included: fc.dictionary(fc.constantFrom('a.conf', 'b.conf'), confText, {
    maxKeys: 2,
    noNullPrototype: true,
  }),
  acls: fc.record({ '/acl': textOf(aclLine), '/other': textOf(aclLine) }, { requiredKeys: ['/acl'] }),
  passwords: fc.record(
    { '/passwd': textOf(passwdLine), '/other': textOf(passwdLine) },
    { requiredKeys: ['/passwd'] },
  ),
});

/** Such as a broker starts with, and mqtt-setup has words for: few enough lines for nothing to be left out. */
export const plainTexts: fc.Arbitrary<Texts> = fc.record({
  main: fc
    .tuple(
      fc.constantFrom('allow_anonymous true\n', 'allow_anonymous false\n', ''),
      fc.constantFrom(
        'password_file /passwd\n',
        'password_file /passwd\nacl_file /acl\n',
        'acl_file /acl\n',
        '',
      ),
      fc.subarray([
        '1883\n',
        '1884 127.0.0.1\n',
        '1885 ::1\nprotocol websockets\n',
        '1886 0.0.0.0\nprotocol websockets\n',
        '1887 localhost\nsocket_domain ipv4\n',
        '1888\nsocket_domain ipv6\n',
        '1889\nprotocol websockets\n',
        '0 /run/x.sock\n',
        '1890 ::\n',
      ]),
    )
    .map(
      ([anonymous, files, listeners]) =>
        `${anonymous}${files}${listeners.map((text) => `listener ${text}`).join('')}`,
    ),
  acls: textOf(
    fc.oneof(
      fc.constantFrom('alice', 'bob', 'eve').map((name) => `user ${name}`),
      fc
        .tuple(
          fc.constantFrom('topic', 'topic', 'pattern'),
          fc.constantFrom('', 'read ', 'write ', 'deny '),
          fc
            .array(fc.constantFrom('a', 'b', 'alice', '+', '%u', '%c'), { minLength: 1, maxLength: 2 })
            .chain((levels) => fc.constantFrom(levels.join('/'), `${levels.join('/')}/#`)),
        )
        .filter(([kind, , text]) => kind === 'pattern' || !text.includes('%'))
        .map(([kind, access, text]) => `${kind} ${access}${text}`),
    ),
  ).map((text) => ({ '/acl': text })),
  passwords: fc
    .subarray(['alice', 'bob', 'carl'])
    .map((users) => ({ '/passwd': users.map((name) => `${name}:${anyHash}\n`).join('') })),
});
