import { describe, expect, test } from 'vitest';
import { gatherConfTree } from '../../../src/facts/conf-tree.ts';
import { enAll as en } from '../../../src/i18n/en-all.ts';
import { say } from '../../../src/i18n/translate.ts';
import { lint } from '../../../src/lint/lint.ts';
import type { Finding } from '../../../src/lint/types.ts';
import { hash, type Tree } from '../../cases/lint/cases.ts';
import { versionOf } from '../../helpers/lint.ts';
import { memoryHost } from '../../helpers/memory-host.ts';

const now = new Date('2027-01-01');
const conf = '/etc/mosquitto/mosquitto.conf';
const passwd = '/etc/mosquitto/passwd';
const mosquitto = { owner: 'mosquitto', group: 'mosquitto', mode: 0o600 };

async function check(tree: Tree, version: string): Promise<Finding[]> {
  return lint(await gatherConfTree(memoryHost(tree, now), conf, versionOf(version)), versionOf(version));
}

const debian = (release: 11 | 13): string =>
  `${release === 11 ? 'pid_file /run/mosquitto/mosquitto.pid\n\n' : ''}persistence true\npersistence_location /var/lib/mosquitto/\n\nlog_dest file /var/log/mosquitto/mosquitto.log\n\ninclude_dir /etc/mosquitto/conf.d\n`;
const folders: Tree = {
  '/var/lib/mosquitto': { kind: 'directory', owner: 'mosquitto', group: 'root' },
  '/var/log/mosquitto': { kind: 'directory', owner: 'mosquitto', group: 'root' },
  '/etc/mosquitto/conf.d': { kind: 'directory' },
};
const local = '/etc/mosquitto/conf.d/local.conf';
const stock = (lines: string, more: Tree = {}): Tree => ({
  [conf]: debian(13),
  ...folders,
  [local]: lines,
  [passwd]: { text: `alice:${hash}\n`, ...mosquitto },
  ...more,
});

/** What people most often bring to forums, with the cause that must be found and a word of its cure. */
const broken: [name: string, tree: Tree, version: string, id: string, cure: string][] = [
  [
    'works on the box, refused from elsewhere',
    { [conf]: debian(13), ...folders },
    '2.0.21',
    'listener.none',
    'listener 1883',
  ],
  [
    'the service failed, no reason shown',
    stock('listener 1883\nallow_anonymus false\n'),
    '2.0.21',
    'conf.unknown-option',
    'allow_anonymous',
  ],
  [
    'Unable to open pwfile',
    stock(`listener 1883\npassword_file ${passwd}\n`, {
      [passwd]: { text: `alice:${hash}\n`, mode: 0o600 },
    }),
    '2.0.21',
    'file.broker-cannot-read',
    `chown mosquitto: ${passwd}`,
  ],
  [
    'Connection refused: not authorised',
    stock('listener 1883\n'),
    '2.0.21',
    'access.nobody',
    'password_file',
  ],
  [
    'the ACL denies silently',
    stock(`listener 1883\npassword_file ${passwd}\nacl_file /etc/mosquitto/acl\n`, {
      '/etc/mosquitto/acl': { text: 'user Alice\ntopic readwrite #\n', ...mosquitto },
    }),
    '2.0.21',
    'acl.user-without-rights',
    'user alice',
  ],
  [
    'a reload with a bad ACL: everything is open',
    stock(`listener 1883\npassword_file ${passwd}\nacl_file /etc/mosquitto/acl\n`, {
      '/etc/mosquitto/acl': { text: 'user alice\ntopic readwrite home/#/x\n', ...mosquitto },
    }),
    '2.0.21',
    'acl.invalid-line',
    '# stands for a whole last level',
  ],
  [
    'the key of Let’s Encrypt cannot be read',
    stock(
      `listener 8883\npassword_file ${passwd}\ncertfile /etc/letsencrypt/live/b/fullchain.pem\nkeyfile /etc/letsencrypt/live/b/privkey.pem\n`,
      {
        '/etc/letsencrypt/live': { kind: 'directory', mode: 0o700 },
        '/etc/letsencrypt/live/b/fullchain.pem': '',
        '/etc/letsencrypt/live/b/privkey.pem': '',
      },
    ),
    '2.0.21',
    'file.broker-cannot-read',
    'deploy hook',
  ],
  [
    'Duplicate persistence_location value',
    stock(`listener 1883\npassword_file ${passwd}\npersistence_location /srv/mqtt/\n`),
    '2.0.21',
    'conf.duplicate',
    `${conf}:2`,
  ],
  [
    'per_listener_settings: an open 1883 that nobody asked for',
    {
      [conf]: `per_listener_settings true\npassword_file ${passwd}\nlistener 1884\n`,
      [passwd]: { text: `a:${hash}\n`, ...mosquitto },
    },
    '2.0.11',
    'conf.early-security',
    'below each listener',
  ],
  [
    'Address already in use',
    stock(`listener 1883\npassword_file ${passwd}\nlistener 1883 192.0.2.1\n`),
    '2.0.21',
    'listener.same-port',
    'another port',
  ],
  [
    'websockets do not start',
    stock(`listener 9001\nprotocol websockets\npassword_file ${passwd}\n`),
    '2.0.11',
    'listener.websockets-alone',
    'listener 1883',
  ],
  [
    'it does not start after the upgrade to 2.1',
    stock(`listener 1883\npassword_file ${passwd}\n`, {
      [passwd]: { kind: 'symlink', target: '/srv/passwd' },
      '/srv/passwd': { text: `alice:${hash}\n`, ...mosquitto },
    }),
    '2.1.2',
    'file.link',
    '/srv/passwd',
  ],
  [
    'nothing is kept over a restart',
    { [conf]: 'persistence true\nlistener 1883 127.0.0.1\nallow_anonymous true\n' },
    '2.0.21',
    'file.no-database-folder',
    '/var/lib/mosquitto/',
  ],
];

describe('the most common broken configurations', () => {
  test.each(broken)('%s', async (_name, tree, version, id, cure) => {
    const found = (await check(tree, version)).find((one) => one.id === id);
    expect(found?.fix === undefined ? '' : say(en, found.fix)).toContain(cure);
  });
});

describe('sound configurations', () => {
  test.each([
    ['2.0.11', 11],
    ['2.0.21', 13],
    ['2.1.2', 13],
  ] as const)('Debian’s own with a closed listener, %s', async (version, release) => {
    const tree = stock(
      `listener 1883\nallow_anonymous false\npassword_file ${passwd}\nacl_file /etc/mosquitto/acl\n`,
      {
        [conf]: debian(release),
        '/etc/mosquitto/acl': { text: 'user alice\ntopic readwrite home/#\n', ...mosquitto },
      },
    );
    expect(await check(tree, version)).toMatchObject(
      version === '2.1.2' ? [{ id: 'conf.deprecated' }, { id: 'conf.deprecated' }] : [],
    );
  });

  test('an upgrade is foretold once', async () => {
    const tree = stock(`listener 1883\nallow_anonymous false\npassword_file ${passwd}\n`, {
      [passwd]: { text: `alice:${hash}\nalice:${hash}\n`, ...mosquitto },
    });
    const found = (await check(tree, '2.0.21')).map(({ id, severity, from }) => [id, severity, from]);
    expect(found).toEqual([
      ['passwd.duplicate', 'warning', undefined],
      ['passwd.duplicate', 'info', '2.1.2'],
    ]);
  });
});
