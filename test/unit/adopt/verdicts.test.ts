import { describe, expect, it } from 'vitest';
import { stayingFiles } from '../../../src/adopt/files.ts';
import { adoptTexts, anyHash, confDir, confTree, noteKeys, verdicts } from '../../helpers/adopt-tree.ts';

/** Configuration, what is said of its lines, and what broker.yaml says of it. */
type Row = [what: string, main: string, said: string[], input: object, version?: string];

const here = { listeners: [{ name: 'mqtt', port: 1883, bind: 'all' }] };

const rows: Row[] = [
  [
    'a port, addresses, families',
    'listener 1883\nlistener 1884 127.0.0.1\nlistener 1885 localhost\nlistener 1886 0.0.0.0\nlistener 1887 ::\nlistener 1888\nsocket_domain ipv4\n',
    [0, 1, 2, 3, 4, 5]
      .map((n) => `${n + 1} understood listeners[${n}].port`)
      .concat('7 understood listeners[5].family'),
    {
      listeners: [
        { name: 'mqtt', port: 1883, bind: 'all' },
        { name: 'mqtt-2', port: 1884, bind: '127.0.0.1' },
        { name: 'mqtt-3', port: 1885, bind: 'loopback' },
        { name: 'mqtt-4', port: 1886, bind: 'all', family: 'ipv4' },
        { name: 'mqtt-5', port: 1887, bind: 'all', family: 'ipv6' },
        { name: 'mqtt-6', port: 1888, bind: 'all', family: 'ipv4' },
      ],
    },
  ],
  [
    'a name, which only a resolver knows',
    'listener 1883 broker.lan\nmax_qos 1\nlistener 1884 ::1\n',
    ['1 refused adopt.address', '2 refused adopt.listener-out', '3 understood listeners[0].port'],
    { profile: 'local', listeners: [{ name: 'mqtt', port: 1884, bind: '::1' }] },
  ],
  [
    'a port that only root may have',
    'listener 80\n',
    ['1 refused spec.port.low'],
    { profile: 'local', listeners: [{ name: 'mqtt', port: 1883, bind: 'loopback' }] },
  ],
  [
    'a place that is taken',
    'listener 1883\nlistener 1883 127.0.0.1\n',
    ['1 understood listeners[0].port', '2 refused adopt.twice'],
    here,
  ],
  [
    'a socket',
    'listener 0 /run/mosquitto/x.sock\n',
    ['1 understood listeners[0].socket'],
    { profile: 'local', listeners: [{ name: 'mqtt', socket: '/run/mosquitto/x.sock' }] },
  ],
  [
    'an HTTP API',
    'listener 8080\nprotocol http_api\nlistener 1883\n',
    ['1 refused adopt.http-api', '2 refused adopt.listener-out', '3 understood listeners[0].port'],
    here,
    '2.1.2',
  ],
  [
    'websockets that 2.0.11 binds everywhere',
    'listener 9001 127.0.0.1\nprotocol websockets\nlistener 1883\n',
    [
      '1 understood listeners[0].port',
      '2 understood listeners[0].protocol',
      '3 understood listeners[1].port',
    ],
    {
      listeners: [{ name: 'websockets', protocol: 'websockets', port: 9001, bind: 'all' }, { name: 'mqtt' }],
    },
    '2.0.11',
  ],
  [
    'websockets that later versions bind where they should',
    'listener 9001 127.0.0.1\nprotocol websockets\n',
    ['1 understood listeners[0].port', '2 understood listeners[0].protocol'],
    { listeners: [{ name: 'websockets', protocol: 'websockets', port: 9001, bind: '127.0.0.1' }] },
  ],
  [
    'an interface, and one that websockets of 2.0 do not heed',
    'listener 1883\nbind_interface eth0\nsocket_domain ipv4\nlistener 9001\nprotocol websockets\nbind_interface eth0\n',
    [
      '1 understood listeners[0].port',
      '2 understood listeners[0].interface',
      '3 understood listeners[0].family',
      '4 understood listeners[1].port',
      '5 understood listeners[1].protocol',
      '6 no-effect adopt.unheeded',
    ],
    {
      listeners: [
        { name: 'mqtt', port: 1883, interface: 'eth0', family: 'ipv4' },
        { name: 'websockets', port: 9001, bind: 'all' },
      ],
    },
  ],
  [
    'what is said twice, under two names too',
    'listener 1883\nmax_qos 1\nmaximum_qos 2\nmax_connections -1\nsys_interval 5\nsys_interval 7\n',
    [
      '1 understood listeners[0].port',
      '2 no-effect adopt.later',
      '3 understood listeners[0].max_qos',
      '4 ours',
      '5 no-effect adopt.later',
      '6 understood sys_interval',
    ],
    { listeners: [{ name: 'mqtt', port: 1883, bind: 'all', max_qos: 2 }], sys_interval: '7 s' },
  ],
  [
    'port and bind_address',
    'port 1884\nbind_address 127.0.0.1\nmax_connections 50\n',
    [
      '1 understood listeners[0].port',
      '2 understood listeners[0].bind',
      '3 understood listeners[0].max_connections',
    ],
    { profile: 'local', listeners: [{ name: 'mqtt', port: 1884, bind: '127.0.0.1', max_connections: 50 }] },
  ],
  [
    'comments alone',
    '# nothing\n\n',
    [],
    { profile: 'local', listeners: [{ port: 1883, bind: 'loopback' }] },
  ],
  [
    'a stray option that opens 2.0.11',
    'max_connections 50\n',
    ['1 understood listeners[0].max_connections'],
    { profile: 'lan', listeners: [{ name: 'mqtt', port: 1883, bind: 'all', max_connections: 50 }] },
    '2.0.11',
  ],
  [
    'a stray option that does nothing later',
    'max_connections 50\n',
    ['1 no-effect adopt.nobody'],
    { profile: 'local', listeners: [{ name: 'mqtt', port: 1883, bind: 'loopback' }] },
  ],
  [
    'a certificate',
    'listener 8883\ncertfile /c\nkeyfile /k\n',
    ['1 understood listeners[0].port', '2 kept listeners[0].extra[0]', '3 kept listeners[0].extra[1]'],
    { listeners: [{ port: 8883, extra: ['certfile /c', 'keyfile /k'] }] },
  ],
  [
    'the rare rest, and what contradicts',
    'listener 1883\nupgrade_outgoing_qos true\nallow_zero_length_clientid false\npsk_file /x\nplugin /opt/my.so\nplugin_opt_token abc\n',
    [
      '1 understood listeners[0].port',
      '2 kept extra[0]',
      '3 kept extra[1]',
      '4 refused conf.extra.access',
      '5 refused conf.extra.access',
      '6 refused adopt.no-equal',
    ],
    { extra: ['upgrade_outgoing_qos true', 'allow_zero_length_clientid false'] },
  ],
  [
    'what the broker does not know or take',
    'listener 1883\npasswrod geheim\nmax_qos 7\npersistence yes\nmount_point caf\uFFFD/\n',
    [
      '1 understood listeners[0].port',
      '2 refused adopt.unknown',
      '3 refused adopt.not-taken',
      '4 refused adopt.not-taken',
      '5 refused adopt.not-taken',
    ],
    here,
  ],
  [
    'limits: numbers, none, and what is no limit',
    'listener 1883\nmax_packet_size 4096\nmax_queued_messages 0\nmax_queued_bytes 0\nmax_inflight_bytes 0\nmemory_limit 0\nmax_keepalive 60\npersistent_client_expiration 3m\nretain_available false\nset_tcp_nodelay false\n',
    [
      '1 understood listeners[0].port',
      '2 understood limits.packet_size',
      '3 understood limits.queued_messages',
      '4 understood limits.queued_bytes',
      '5 ours limits.inflight_bytes',
      '6 ours limits.memory',
      '7 understood limits.keepalive',
      '8 understood limits.session_expiry',
      '9 understood limits.retained',
      '10 understood throughput',
    ],
    {
      limits: {
        packet_size: 4096,
        queued_messages: 'none',
        queued_bytes: 'none',
        session_expiry: '90 d',
        keepalive: '60 s',
        retained: false,
      },
      throughput: true,
    },
  ],
  [
    'what 2.1 limits by itself, and reads as octal',
    'listener 1883\nmax_inflight_messages 010\n',
    ['1 understood listeners[0].port', '2 understood limits.inflight_messages'],
    { limits: { queued_bytes: 'none', session_expiry: 'none', inflight_messages: 8 } },
    '2.1.2',
  ],
  [
    'a limit that broker.yaml does not take',
    'listener 1883\nmax_connections 5\npersistent_client_expiration 90h\nmax_packet_size 100\n',
    [
      '1 understood listeners[0].port',
      '2 refused adopt.value',
      '3 understood limits.session_expiry',
      '4 refused adopt.value',
    ],
    { limits: { packet_size: 'none', queued_bytes: 'none', session_expiry: '90 h' } },
  ],
  [
    'where the log goes: none takes back',
    'listener 1883\nlog_dest topic\nlog_dest none\nlog_dest syslog\nlog_dest dlt\nlog_type error\nlog_type none\nlog_type all\n',
    [
      '1 understood listeners[0].port',
      '2 no-effect log.to adopt.later',
      '3 understood log.to',
      '4 understood log.to',
      '5 refused adopt.no-equal',
      '6 no-effect log.types adopt.later',
      '7 understood log.types',
      '8 understood log.types',
    ],
    { log: { to: ['syslog'], types: ['all'] } },
  ],
  [
    'no log',
    'listener 1883\nlog_dest none\nlog_type none\n',
    ['1 understood listeners[0].port', '2 understood log.to', '3 understood log.types'],
    { log: { to: [], types: ['none'] } },
  ],
  [
    'data that stays where it is, by changes',
    'listener 1883\npersistence true\npersistence_location /srv/mqtt/\npersistence_file my.db\nautosave_on_changes true\nautosave_interval 50\n',
    [
      '1 understood listeners[0].port',
      '2 understood persistence.enabled',
      '3 understood persistence.location',
      '4 kept extra[0]',
      '5 understood persistence.autosave',
      '6 understood persistence.autosave',
    ],
    { persistence: { location: '/srv/mqtt/', autosave: { changes: 50 } }, extra: ['persistence_file my.db'] },
  ],
  [
    'nothing kept, because nothing says so',
    'listener 1883\nautosave_interval 0\n',
    ['1 understood listeners[0].port', '2 understood persistence.autosave'],
    { persistence: { enabled: false, autosave: 0 } },
  ],
  [
    'per_listener_settings, where all is alike',
    'per_listener_settings true\nlistener 1883\nallow_anonymous false\npassword_file /p\nlistener 1884\npassword_file /p\n',
    [
      '1 ours',
      '2 understood listeners[0].port',
      '3 understood anonymous',
      '4 understood accounts.jsonl',
      '5 understood listeners[1].port',
      '6 understood accounts.jsonl',
    ],
    {},
  ],
  [
    'the plugins of Debian’s package',
    'plugin_load pw /usr/lib/mosquitto_password_file.so\nplugin_opt_password_file /p\nplugin_load acl /usr/lib/mosquitto_acl_file.so\nplugin_opt_acl_file /acl\nlistener 1883\nplugin_use pw\nplugin_use acl\nlistener_allow_anonymous false\n',
    [
      '1 ours',
      '2 understood accounts.jsonl',
      '3 ours',
      '4 understood roles',
      '5 understood listeners[0].port',
      '6 ours',
      '7 ours',
      '8 understood listeners[0].anonymous',
    ],
    here,
    '2.1.2',
  ],
  [
    'a bridge with everything',
    'listener 1883\nconnection cloud\naddress a.example b:99\ntopic # both 2 l/ r/\ntopic set/# IN\ntopic x out 1 "" r/ # why\nremote_username u\npassword geheim\ncleansession true\nkeepalive_interval 30\ntry_private false\nlocal_password geheim\n',
    [
      '1 understood listeners[0].port',
      '2 understood bridges[0].name',
      '3 understood bridges[0].remote',
      '4 understood bridges[0].topics[0]',
      '5 understood bridges[0].topics[1]',
      '6 understood bridges[0].topics[2]',
      '7 understood bridges[0].username',
      '8 understood bridges[0].password_file',
      '9 understood bridges[0].clean_session',
      '10 understood bridges[0].keepalive',
      '11 kept bridges[0].extra[0]',
      '12 refused conf.extra.secret',
    ],
    {
      bridges: [
        {
          name: 'cloud',
          remote: ['a.example:1883', 'b:99'],
          topics: [
            { filter: '#', direction: 'both', qos: 2, local_prefix: 'l/', remote_prefix: 'r/' },
            { filter: 'set/#', direction: 'in' },
            { filter: 'x', direction: 'out', qos: 1, remote_prefix: 'r/' },
          ],
          username: 'u',
          password_file: '/home/u/b/bridge-cloud.secret',
          clean_session: true,
          keepalive: '30 s',
          extra: ['try_private false'],
        },
      ],
    },
  ],
  [
    'bridges that broker.yaml cannot say',
    'listener 1883\nconnection a b\naddress h\ntopic a\nconnection c\naddress ::1\ntopic a\nconnection d\naddress h\ntopic "" in 0 l/ r/\nconnection e\naddress h\ntopic "" in 0 l/ r/\ntopic a\npassword geheim\nconnection e\naddress h\ntopic a\n',
    [
      '1 understood listeners[0].port',
      '2 refused adopt.bridge-incomplete',
      ...['3', '4'].map((n) => `${n} refused adopt.bridge-out`),
      '5 refused adopt.bridge-incomplete',
      ...['6', '7'].map((n) => `${n} refused adopt.bridge-out`),
      '8 refused adopt.bridge-incomplete',
      ...['9', '10'].map((n) => `${n} refused adopt.bridge-out`),
      '11 understood bridges[0].name',
      '12 understood bridges[0].remote',
      '13 refused adopt.bridge-empty',
      '14 understood bridges[0].topics[0]',
      '15 refused spec.rule.bridge-user',
      '16 refused spec.rule.bridge-twice',
      ...['17', '18'].map((n) => `${n} refused adopt.bridge-out`),
    ],
    { bridges: [{ name: 'e', remote: 'h:1883', topics: [{ filter: 'a', direction: 'out' }] }] },
  ],
];

describe('every line has a word', () => {
  it.each(rows)('%s', (_what, main, said, input, version) => {
    const passwords = { '/p': `u:${anyHash}\n` };
    const acls = { '/acl': 'user u\ntopic a\n' };
    const adopted = adoptTexts({ main, passwords, acls }, version);
    expect(verdicts(adopted)).toEqual(said);
    expect(adopted.input).toMatchObject(input);
    expect(JSON.stringify([adopted.lines, adopted.input])).not.toMatch(/geheim|token abc/);
  });

  it('the same with CRLF', () => {
    const [, main = '', said = []] = rows[0] ?? [];
    expect(verdicts(adoptTexts({ main: main.replaceAll('\n', '\r\n') }))).toEqual(said);
  });

  it('what 2.0.11 does not read after a NUL byte is not there', () => {
    const main = 'listener 1883\n\0\nallow_anonymous true\n';
    expect(verdicts(adoptTexts({ main }, '2.0.11'))).toEqual(['1 understood listeners[0].port']);
    expect(verdicts(adoptTexts({ main }, '2.0.21'))).toHaveLength(2);
  });

  it('a byte order mark makes the first line one that the broker does not know', () => {
    expect(verdicts(adoptTexts({ main: '\uFEFFlistener 1883\n' }))).toEqual(['1 refused adopt.unknown']);
  });
});

describe('the main file of the system', () => {
  const main =
    'pid_file /run/x.pid\npersistence true\npersistence_location /var/lib/mosquitto/\nlog_dest file /var/log/x.log\nallow_anonymous false\ninclude_dir /etc/mosquitto/conf.d\n';
  const included = { 'a.conf': 'listener 1883\n', 'b.conf': '# mine\nupgrade_outgoing_qos true\n' };
  const keeps = { keepsMain: true, confDir, dataFolder: '/var/lib/mosquitto' };

  it('keeps what only it can say, and files that contradict nothing', () => {
    const staying = stayingFiles(confTree({ main, included }), confDir);
    expect([...staying]).toEqual([`${confDir}/b.conf`]);
    expect(verdicts(adoptTexts({ main, included }, '2.0.21', { ...keeps, staying }))).toEqual([
      '1 stays',
      '2 stays',
      '3 stays',
      '4 stays',
      '5 understood anonymous',
      '6 stays',
      '1 understood listeners[0].port',
      '2 stays',
    ]);
  });

  it('says that nothing is kept where it says so', () => {
    const adopted = adoptTexts(
      { main: main.replace('persistence true', 'persistence false'), included },
      '2.0.21',
      keeps,
    );
    expect(adopted.input.persistence).toEqual({ enabled: false });
  });
});

describe('who gets in', () => {
  const names = (main: string, version?: string): string[] =>
    noteKeys(
      adoptTexts({ main, passwords: { '/p': `u:${anyHash}\n`, '/q': `v:${anyHash}\n` }, acls: {} }, version),
    );

  it.each<[string, string, string[], string?]>([
    ['anybody, by any name', 'allow_anonymous true\nlistener 1883\n', ['!adopt.any-name']],
    [
      'those with a password and those without a name',
      'allow_anonymous true\npassword_file /p\nlistener 1883\n',
      [],
    ],
    ['a file that cannot be read', 'password_file /gone\nlistener 1883\n', ['!adopt.unread']],
    [
      'two files',
      'per_listener_settings true\nlistener 1883\npassword_file /p\nlistener 1884\npassword_file /q\n',
      ['!adopt.several-passwords'],
    ],
    [
      'a listener without any',
      'per_listener_settings true\nlistener 1883\npassword_file /p\nlistener 1884\n',
      ['!adopt.several-passwords'],
    ],
    [
      'open and closed listeners, on 2.0',
      'per_listener_settings true\nlistener 1883\nallow_anonymous true\npassword_file /p\nlistener 1884\npassword_file /p\n',
      ['!adopt.anonymous-mixed'],
    ],
    [
      'open and closed listeners, on 2.1',
      'password_file /p\nlistener 1883\nlistener_allow_anonymous true\nlistener 1884\n',
      [],
      '2.1.2',
    ],
    [
      'a plugin that one listener uses alone',
      'plugin_load a /l/mosquitto_password_file.so\nplugin_opt_password_file /p\nlistener 1883\nplugin_use a\nlistener 1884\n',
      ['!adopt.several-passwords'],
      '2.1.2',
    ],
  ])('%s', (_what, main, notes, version) => {
    expect(names(main, version)).toEqual(notes);
  });

  it('takes hashes as they are, and leaves out whom nobody could be', () => {
    const passwords = {
      '/p': `u:${anyHash}\nplain:hello\na b:${anyHash}\nx#y:${anyHash}\nmqtt-setup-probe:${anyHash}\nu:${anyHash}\n`,
    };
    const adopted = adoptTexts({ main: 'password_file /p\nlistener 1883\n', passwords });
    expect([...adopted.hashes]).toEqual([['u', anyHash]]);
    expect(noteKeys(adopted)).toEqual(['!adopt.name', '!adopt.name', 'adopt.hash']);
    expect(adopted.accounts).toEqual([{ name: 'u', roles: ['both'], topics: ['#', '$SYS/#'] }]);
  });
});
