import { describe, expect, test } from 'vitest';
import { effectiveConf } from '../../../src/mosquitto/effective.ts';
import type { ConfLine } from '../../../src/mosquitto/formats/conf.ts';
import { parseVersion } from '../../../src/mosquitto/version.ts';

const debian =
  'persistence true\npersistence_location /var/lib/mosquitto/\nlog_dest file /l\ninclude_dir /c\n';
const ours =
  'allow_anonymous false\npassword_file /pw\nacl_file /acl\nlistener 1883 127.0.0.1\nlistener 1883 ::1\n';

function merged(main: string, included: Record<string, string> = {}, version = '2.0.11') {
  const files = Object.entries(included).map(([path, text]) => ({ path, text }));
  const view = effectiveConf({ path: 'main', text: main }, files, parseVersion(version));
  return {
    listeners: view.listeners.map(
      (l) =>
        `${l.port} ${l.address ?? '*'} ${l.protocol}${l.implied === null ? '' : ` ${l.implied}`} ${l.anonymous.allowed ? 'open' : 'closed'} @${at(l.by)}`,
    ),
    anonymous: `${view.anonymous.allowed} @${at(view.anonymous.by)}`,
    password: view.passwordFile === null ? null : `${view.passwordFile.value} @${at(view.passwordFile.by)}`,
    acl: view.aclFile === null ? null : `${view.aclFile.value} @${at(view.aclFile.by)}`,
    duplicates: view.duplicates.map(({ keyword, first, second }) => `${keyword} ${at(first)} ${at(second)}`),
    plugins: view.plugins.map(at),
    own: view.listeners.map((l) => [l.passwordFile?.value ?? null, l.aclFile?.value ?? null]),
  };
}

function at(line: ConfLine | null): string {
  return line === null ? '-' : `${line.file}:${line.line}`;
}

describe('merged', () => {
  test('Debian and ours', () => {
    expect(merged(debian, { ours })).toEqual({
      listeners: ['1883 127.0.0.1 mqtt closed @ours:4', '1883 ::1 mqtt closed @ours:5'],
      anonymous: 'false @ours:1',
      password: '/pw @ours:2',
      acl: '/acl @ours:3',
      duplicates: [],
      plugins: [],
      own: [
        ['/pw', '/acl'],
        ['/pw', '/acl'],
      ],
    });
  });

  test('T22 a later file opens it, and is named', () => {
    const view = merged(debian, { ours, zz: '# c\nallow_anonymous true\n' });
    expect(view.anonymous).toBe('true @zz:2');
    expect(view.listeners[0]).toContain('open');
  });

  test('an earlier file does not; a line behind include_dir does', () => {
    expect(merged(debian, { aa: 'allow_anonymous true', ours }).anonymous).toBe('false @ours:1');
    expect(merged(`${debian}allow_anonymous true\n`, { ours }).anonymous).toBe('true @main:5');
  });

  test('a line inside a listener is global all the same', () => {
    expect(merged('', {}).anonymous).toBe('true @-');
    expect(merged('listener 1883\nallow_anonymous true\nlistener 1884\n').anonymous).toBe('true @main:2');
  });

  test('junk behind the word, and words that are none', () => {
    expect(merged('listener 1883 # c\nallow_anonymous true # why\nallow_anonymous maybe\n').anonymous).toBe(
      'true @main:2',
    );
    expect(merged('listener 1883 # c\n').listeners).toEqual(['1883 * mqtt closed @main:1']);
  });

  test('T26 repeated options that stop the broker', () => {
    const second =
      'persistence_location /x\nlog_dest file /m\nlog_dest stderr\npassword_file /other\npersistence false\n';
    expect(merged(debian, { ours, second }).duplicates).toEqual([
      'persistence_location main:2 second:1',
      'log_dest main:3 second:2',
      'password_file ours:2 second:4',
    ]);
    expect(merged(debian, { ours, second }, '2.1.2').duplicates).toEqual([
      'persistence_location main:2 second:1',
      'log_dest main:3 second:2',
    ]);
    expect(merged(debian, { ours, second }).password).toBe('/other @second:4');
  });

  test('per listener, each has its own', () => {
    const text =
      'per_listener_settings true\nlistener 1883\nallow_anonymous true\nlistener 1884\npassword_file /p\nlistener 1885\npassword_file /q\nacl_file /a\n';
    const view = merged(text);
    expect(view.listeners.map((line) => line.split(' ')[3])).toEqual(['open', 'closed', 'closed']);
    expect(view.own).toEqual([
      [null, null],
      ['/p', null],
      ['/q', '/a'],
    ]);
    expect(view.duplicates).toEqual([]);
    expect(view.anonymous).toBe('true @main:3');
    expect(view.password).toBeNull();
  });

  test('plugins', () => {
    expect(merged('listener 1883\nplugin /x.so\nauth_plugin /y.so').plugins).toEqual(['main:2', 'main:3']);
  });
});

const own = 'per_listener_settings true\n';
const closed3 = '1884 * mqtt closed @main:3';

describe('what the broker implies', () => {
  const cases: [name: string, text: string, version: string, listeners: string[]][] = [
    ['no listener', 'persistence true', '2.0.11', ['1883 loopback mqtt local-only open @-']],
    ['fact O, 2.0.11', 'allow_anonymous false', '2.0.11', ['1883 loopback mqtt local-only open @-']],
    ['fact O, 2.0.21', 'allow_anonymous false', '2.0.21', ['1883 loopback mqtt local-only closed @-']],
    ['fact J, 2.0.11', 'max_connections 50', '2.0.11', ['1883 * mqtt stray open @main:1']],
    ['fact J, 2.0.21', 'max_connections 50', '2.0.21', ['1883 loopback mqtt local-only open @main:1']],
    ['fact L', 'allow_anonymous false\ncertfile /c', '2.0.11', ['1883 * mqtt stray open @main:2']],
    ['port', 'port 1884', '2.0.11', ['1884 * mqtt stray closed @main:1']],
    ['bind_address', 'bind_address 127.0.0.1', '2.0.21', ['1883 127.0.0.1 mqtt stray closed @main:1']],
    ['a Unix socket', 'listener 0 /run/s', '2.0.11', ['0 /run/s mqtt closed @main:1']],
    [
      'fact K',
      'per_listener_settings true\npassword_file /p\nlistener 1884',
      '2.0.11',
      ['1884 * mqtt closed @main:3', '1883 * mqtt stray open @main:2'],
    ],
    ['an ACL file alone opens nothing', `${own}acl_file /a\nlistener 1884`, '2.0.21', [closed3]],
    [
      'a default value opens nothing',
      'max_qos 2\nprotocol mqtt\nlistener 1884',
      '2.0.21',
      ['1884 * mqtt closed @main:3'],
    ],
    [
      'since 2.1 any does',
      'max_qos 2\nlistener 1884',
      '2.1.2',
      ['1884 * mqtt closed @main:2', '1883 * mqtt stray closed @main:1'],
    ],
    [
      'since 2.1 what stands below port is its own',
      `${own}listener 1884\nport 1885\nallow_anonymous true`,
      '2.1.2',
      ['1884 * mqtt closed @main:2', '1885 * mqtt stray open @main:3'],
    ],
    [
      'before, it is the listener’s above',
      `${own}listener 1884\nport 1885\nallow_anonymous false`,
      '2.0.21',
      ['1884 * mqtt closed @main:2', '1885 * mqtt stray open @main:3'],
    ],
    [
      'no websockets without a listener',
      'protocol websockets',
      '2.0.21',
      ['1883 loopback mqtt local-only open @main:1'],
    ],
    ['a port in hexadecimal', 'listener 0x75b', '2.1.2', ['1883 * mqtt closed @main:1']],
    [
      'a NUL byte at the start of a line, 2.0.11',
      'listener 1883\n\0\nlistener 1884\n',
      '2.0.11',
      ['1883 * mqtt closed @main:1'],
    ],
    [
      'a NUL byte at the start of a line, later',
      'listener 1883\n\0\nlistener 1884\n',
      '2.0.21',
      ['1883 * mqtt closed @main:1', '1884 * mqtt closed @main:3'],
    ],
    [
      'a NUL byte in a line',
      'listener 1883\nallow_anonymous true\0\nlistener 1884\n',
      '2.0.21',
      ['1883 * mqtt closed @main:1'],
    ],
    [
      'fact M, 2.0.11',
      'listener 9001 127.0.0.1\nprotocol websockets',
      '2.0.11',
      ['9001 * websockets closed @main:1'],
    ],
    [
      'fact M with a domain',
      'listener 9001 127.0.0.1\nsocket_domain ipv4\nprotocol websockets',
      '2.0.11',
      ['9001 127.0.0.1 websockets closed @main:1'],
    ],
    [
      'fact M, 2.0.21',
      'listener 9001 127.0.0.1\nprotocol websockets',
      '2.0.21',
      ['9001 127.0.0.1 websockets closed @main:1'],
    ],
    ['an unknown version is the oldest', 'max_qos 1', 'x', ['1883 * mqtt stray open @main:1']],
  ];
  test.each(cases)('%s', (_name, text, version, listeners) => {
    expect(merged(text, {}, version).listeners).toEqual(listeners);
  });

  test('an option does not reach over the end of a file', () => {
    expect(
      merged('include_dir /c\nmax_qos 1\n', { a: 'listener 1884\n', b: 'max_connections 5\n' }).listeners,
    ).toEqual(['1884 * mqtt closed @a:1', '1883 * mqtt stray closed @b:1']);
  });
});
