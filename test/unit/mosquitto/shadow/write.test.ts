import { describe, expect, it } from 'vitest';
import { readTree } from '../../../../src/mosquitto/shadow/read.ts';
import { shadowConf } from '../../../../src/mosquitto/shadow/write.ts';
import { versionOf } from '../../../helpers/lint.ts';
import { keys, linesOf, mainConf, shadowOf, treeOf, witness } from '../../../helpers/shadow-tree.ts';

const tail = ['persistence false', 'log_dest stderr', 'set_tcp_nodelay true', 'max_queued_messages 100000'];

/** What stands in the original, and what of it in the shadow. */
const cases: [name: string, version: string, conf: string, shadow: string[]][] = [
  ['nothing at all', '2.0.11', '', []],
  ['comments are left out', '2.0.11', '# the password is x\n\n', []],
  ['a listener', '2.0.11', 'listener 1883\n', ['listener 20001 127.0.0.1']],
  ['a listener with an address', '2.0.11', 'listener 1883 10.1.2.3 # why\n', ['listener 20001 127.0.0.1']],
  ['a Unix socket', '2.0.11', 'listener 0 /run/x.sock\n', ['listener 20001 127.0.0.1']],
  [
    'two listeners with options of their own',
    '2.0.11',
    'per_listener_settings true\nlistener 1883\nallow_anonymous true\nlistener 8883\nmax_qos 1\n',
    [
      'per_listener_settings true',
      'listener 20001 127.0.0.1',
      'allow_anonymous true',
      'listener 20002 127.0.0.1',
      'max_qos 1',
    ],
  ],
  [
    'websockets, of which 2.0.11 heeds no address',
    '2.0.11',
    'listener 1883\nlistener 9001 127.0.0.1\nprotocol websockets\nsocket_domain ipv6\n',
    ['listener 20001 127.0.0.1', 'listener 20002 127.0.0.1', 'socket_domain ipv4', 'protocol websockets'],
  ],
  [
    'websockets of a version that does',
    '2.0.21',
    'listener 9001\nprotocol websockets\n',
    ['listener 20001 127.0.0.1', 'protocol websockets'],
  ],
  [
    'the default listener, moved',
    '2.0.11',
    'port 1884\nbind_address 10.1.2.3\nmax_connections 5\n',
    ['port 20001', 'bind_address 127.0.0.1'],
  ],
  [
    'the listener that a stray option makes',
    '2.0.11',
    'max_connections 5\nlistener 8883\nmax_connections 7\n',
    ['port 20002', 'bind_address 127.0.0.1', 'listener 20001 127.0.0.1'],
  ],
  [
    'the listener that a stray option opens to anybody, whatever is said',
    '2.0.11',
    'use_username_as_clientid true\nallow_anonymous false\n',
    ['port 20001', 'bind_address 127.0.0.1', 'use_username_as_clientid true', 'allow_anonymous true'],
  ],
  [
    'what would be written, kept, logged, connected to',
    '2.0.11',
    [
      'pid_file /run/mosquitto.pid',
      'persistence true',
      'persistence_location /var/lib/mosquitto/',
      'autosave_interval 5',
      'log_dest file /var/log/mosquitto/mosquitto.log',
      'log_type all',
      'user mosquitto',
      'listener 1883',
      'bind_interface eth0',
      'connection cloud',
      'address cloud.example:8883',
      'remote_password hush',
      'topic # both',
      'bridge_cafile /etc/ssl/ca.pem',
    ].join('\n'),
    ['listener 20001 127.0.0.1'],
  ],
  [
    'limits that questions would run into; not what is none',
    '2.0.11',
    'listener 1883\nmax_connections 1\nmax_packet_size 20\nmax_queued_messages x\nmax_keepalive 10\n',
    ['listener 20001 127.0.0.1', 'max_queued_messages x'],
  ],
  [
    'TLS as it is',
    '2.0.11',
    'listener 8883\ncertfile /c.pem\nkeyfile /k.pem\nrequire_certificate true\n',
    ['listener 20001 127.0.0.1', 'certfile /c.pem', 'keyfile /k.pem', 'require_certificate true'],
  ],
  [
    'what only a later version knows, without what stands behind it',
    '2.0.11',
    'listener 1883\nglobal_max_clients 5\nremote_pasword hush\n',
    ['listener 20001 127.0.0.1', 'global_max_clients x', 'remote_pasword x'],
  ],
  ['a port that is none', '2.0.11', 'listener 99999\n', ['listener 99999']],
  ['the broker’s own web pages', '2.1.2', 'listener 80\nprotocol http_api\n', ['listener 20001 127.0.0.1']],
];

describe('the shadow of a configuration', () => {
  it.each(cases)('%s', async (_name, version, conf, expected) => {
    const lines = linesOf(await shadowOf(conf, {}, version));
    const forced =
      expected.includes('allow_anonymous true') && version === '2.0.11' && !/listener/.test(conf);
    expect(lines).toEqual([...expected, ...tail, ...(forced ? ['allow_anonymous true'] : [])]);
  });

  it('never names a port of the original', async () => {
    for (const [, version, conf] of cases) {
      const shadow = await shadowOf(conf, {}, version);
      const opened = linesOf(shadow).filter((line) => /^(listener|port) (?!99999)/.test(line));
      for (const line of opened) expect(line).toMatch(/^(listener 200\d\d 127\.0\.0\.1|port 200\d\d)$/);
    }
  });

  it('moves the local-only listener from outside, so that it stays what it is', async () => {
    const shadow = await shadowOf('allow_anonymous false\n', {}, '2.0.21');
    expect(shadow.args).toEqual(['-c', 'shadow.conf', '-p', '20001']);
    expect(shadow.listeners).toMatchObject([
      { name: 'localhost:1883', doors: ['127.0.0.1:1883', '[::1]:1883'] },
    ]);
  });

  it('keeps included files apart, in their order', async () => {
    const shadow = await shadowOf(
      'listener 1883\ninclude_dir /etc/mosquitto/conf.d\nallow_anonymous false\n',
      {
        '/etc/mosquitto/conf.d/b.conf': 'listener 1884\n',
        '/etc/mosquitto/conf.d/A.conf': 'max_qos 1\n',
        '/etc/mosquitto/conf.d/note.txt': 'x',
      },
    );
    expect(shadow.folders).toEqual(['include0']);
    expect(linesOf(shadow)).toEqual([
      'port 20003',
      'bind_address 127.0.0.1',
      'listener 20001 127.0.0.1',
      'include_dir include0',
      'allow_anonymous false',
      ...tail,
    ]);
    expect(linesOf(shadow, 'include0/000000.conf')).toEqual(['max_qos 1']);
    expect(linesOf(shadow, 'include0/000001.conf')).toEqual(['listener 20002 127.0.0.1']);
  });

  it('maps each shadow back to the original', async () => {
    const shadow = await shadowOf(
      'listener 1883 10.1.2.3\nmount_point m/\nlistener 8883\ncertfile /c\nkeyfile /k\nrequire_certificate 1\nlistener 0 /run/x\nlistener 1885 ::1\nsocket_domain ipv6\nlistener 1886\nsocket_domain ipv4\nbind_interface eth0\nlistener 1887\npsk_hint x\n',
    );
    expect(shadow.listeners).toMatchObject([
      { name: '10.1.2.3:1883', doors: ['10.1.2.3:1883'], port: 20_001, mountPoint: 'm/', needs: null },
      { name: '*:8883', doors: ['0.0.0.0:8883', '[::]:8883'], needs: 'certificate', mentionsTls: true },
      { name: '/run/x', doors: ['/run/x'], port: 20_003 },
      { name: '[::1]:1885', doors: ['[::1]:1885'] },
      { name: '*:1886', doors: ['%eth0:1886'], mentionsTls: false },
      { name: '*:1887', needs: 'psk' },
    ]);
    expect(shadow.listeners[1]?.settings).toMatchObject({ require_certificate: '1', max_connections: '-1' });
  });

  it('copies password, ACL and key files, and leaves the paths of what it could not read', async () => {
    const shadow = await shadowOf('password_file /pw\nacl_file /acl\npsk_file /psk\nlistener 1883\n', {
      '/pw': 'alice:x\n',
      '/acl': 'topic a\n',
      '/psk': '# k\nalice:0123abcdEF\nx\n',
    });
    expect(linesOf(shadow).slice(0, 3)).toEqual([
      'password_file passwords-0.copy',
      'acl_file acl-1.copy',
      'psk_file psk-2.copy',
    ]);
    expect(linesOf(shadow, 'psk-2.copy')).toEqual(['#', 'alice:7777777777']);
    expect(linesOf(await shadowOf('acl_file /none\nlistener 1883\n'))[0]).toBe('acl_file /none');
  });

  it('knows the two plugins of Debian that read the same files', async () => {
    const conf =
      'plugin_load p /usr/lib/x/mosquitto_password_file.so\nplugin_opt_password_file /pw\nlistener 1883\nplugin_use p\n';
    const shadow = await shadowOf(conf, { '/pw': 'alice:x\n' }, '2.1.2');
    expect(linesOf(shadow)).toContain('plugin_opt_password_file passwords-0.copy');
    const read = readTree(await treeOf(conf, {}, '2.1.2'), versionOf('2.1.2'));
    expect(read.unshadowable).toEqual([]);
  });

  it('says what it cannot shadow', async () => {
    const conf =
      'plugin /usr/lib/x/mosquitto_dynamic_security.so\nplugin_opt_config_file /d.json\nauth_plugin /x.so\nacl_file acl\nlistener 1883\ncertfile c.pem\n';
    const { unshadowable } = readTree(await treeOf(conf), versionOf('2.0.11'));
    expect(unshadowable.map(({ line, why }) => [line.line, why])).toEqual([
      [1, 'plugin'],
      [3, 'plugin'],
      [4, 'relative-path'],
      [6, 'relative-path'],
    ]);
  });

  it('names files that could not be read', async () => {
    const tree = await treeOf('include_dir /d\n', { '/d/x.conf': { kind: 'directory' } });
    expect(readTree(tree, versionOf('2.0.11')).unread).toEqual(['/d/x.conf']);
  });

  it('stops where a NUL byte ends the file', async () => {
    const shadow = await shadowOf('listener 1883\nallow_anonymous true\0junk\nlistener 1884\n');
    expect(linesOf(shadow).join()).not.toMatch(/\0|junk|20002/);
    expect(linesOf(shadow).slice(-tail.length)).toEqual(tail);
    const early = '\0\nlistener 1884\n';
    expect(linesOf(await shadowOf(`listener 1883\n${early}`))).toEqual(['listener 20001 127.0.0.1', ...tail]);
    expect(linesOf(await shadowOf(`listener 1883\n${early}`, {}, '2.0.21'))).toContain(
      'listener 20002 127.0.0.1',
    );
  });

  it('tells the broker’s words as if they were about the original', async () => {
    const shadow = await shadowOf('# one\nlistener 9001\nprotocol websockets\nacl_file /acl\nnonsense\n', {
      '/acl': 'x',
    });
    expect(shadow.translate('Error found at shadow.conf:6.')).toBe(`Error found at ${mainConf}:5.`);
    expect(shadow.translate('Unable to open acl_file acl-0.copy.')).toBe('Unable to open acl_file /acl.');
  });

  it('names the user where it is root that starts the broker', async () => {
    const read = readTree(await treeOf('user nobody-here\n'), versionOf('2.0.11'));
    const shadow = shadowConf(read, { name: 's', ports: [20_001], keys, witness, user: 'nobody-here' });
    expect(linesOf(shadow, 's.conf')[0]).toBe('user nobody-here');
    expect(() => shadowConf(read, { name: 's', ports: [], keys, witness, user: null })).toThrow(RangeError);
  });
});
