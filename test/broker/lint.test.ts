import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hashPassword, newSalt } from '../../src/mosquitto/hash.ts';
import { type Files, lintAt, writeTree } from '../helpers/lint.ts';
import { freePort, noBroker } from '../helpers/mosquitto.ts';
import { startOn } from '../helpers/start-on.ts';

/** The broker as the judge of `check`: what we say it refuses it refuses, and what we let pass it starts with. */

const reason = noBroker();
if (reason !== null) process.stderr.write(`the broker's verdict on check is left out: ${reason}\n`);

const hash = await hashPassword('x', newSalt(), 100);
const key = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

const rest: Files = {
  pw: `alice:${hash}\n`,
  acl: 'user alice\ntopic readwrite a/#\n',
  'acl-bad': 'user alice\ntopic write a/#/b\n',
  'acl-tab': 'user alice\ntopic write\ta\n',
  'acl-word': 'user alice\ntopic read\n',
  'acl-odd': '\n\npattern write x/%u\nuser\n',
  'acl-pattern': '# c\npattern x\nuser bob\npattern read y/%c\n',
  psk: 'a:0123\n# c\nnonsense\n',
  'psk-bad': 'a:xyz\n',
  'key.pem': key,
  'c/20-a.conf': 'max_queued_messages 5\n',
  'c/README': 'nothing\n',
  'd/a.conf/x': '',
  'e/a.conf': 'include_dir DIR/nowhere\nmax_queued_bytes 5\n',
  'f/a.conf': 'protocol mqtt\nmount_point x/\n',
  'g/a.conf': 'acl_file DIR/acl\n',
  'h/a.conf': 'bridge_insecure true\n',
};

/** Lines behind `listener PORT 127.0.0.1`. */
const below: string[] = [
  '',
  'listenr 1884',
  'allow_anonymous yes',
  'allow_anonymous true # why',
  'allow_anonymous',
  '\tallow_anonymous true',
  'allow_anonymous\ttrue',
  '  allow_anonymous true',
  ' # comment',
  '#comment',
  'Allow_Anonymous true',
  'allow_anonymous = true',
  'allow_anonymous=true',
  'max_connections abc',
  'max_connections 10abc',
  'max_connections',
  'max_qos 3',
  'max_inflight_messages 70000',
  'max_keepalive 5',
  'max_packet_size 10',
  'sys_interval 70000',
  'log_dest nowhere',
  'log_dest file',
  'log_type loud',
  'protocol http',
  'protocol',
  'retain_expiry_interval 5',
  'store_clean_interval 5',
  'retry_interval 5',
  'global_max_clients 5',
  'password_file DIR/pw',
  'password_file "DIR/pw"',
  'password_file DIR/pw # mine',
  'password_file DIR/none',
  'password_file DIR/pw\npassword_file DIR/pw',
  'password_file DIR/p\tw',
  'password_file /dev/null',
  'acl_file DIR/acl',
  'acl_file DIR/none',
  'acl_file DIR/acl-bad',
  'acl_file DIR/acl-tab',
  'acl_file DIR/acl-word',
  'acl_file DIR/acl-odd',
  'acl_file DIR/acl-pattern',
  'psk_file DIR/psk',
  'psk_file DIR/psk-bad',
  'psk_file DIR/none',
  'plugin DIR/none.so',
  'plugin_opt_x y',
  'auth_plugin_deny_special_chars true',
  'certfile DIR/none\nkeyfile DIR/key.pem',
  'certfile DIR/key.pem\nkeyfile DIR/key.pem',
  'certfile DIR/none',
  'cafile DIR/none',
  'psk_hint x\ncertfile DIR/none',
  'certfile DIR/none\npsk_hint x',
  'tls_version tlsv9',
  'psk_hint x\npsk_file DIR/psk\ntls_version tlsv9',
  'psk_hint x\npsk_file DIR/psk\ntls_version tlsv1.2',
  'mount_point a/+/b',
  'mount_point a/',
  'mount_point a/\nmount_point b/',
  'socket_domain ipv5',
  'per_listener_settings true',
  'allow_anonymous true\nper_listener_settings true',
  'check_retain_source true\nper_listener_settings true',
  'allow_anonymous true\nper_listener_settings false',
  'connection a',
  'connection a\naddress 127.0.0.1:9\ntopic # out',
  'connection a\naddress 127.0.0.1:9',
  'connection a\ntopic #',
  'connection a\naddress 127.0.0.1:99999\ntopic #',
  'connection a\naddress 127.0.0.1:9\ntopic # sideways',
  'connection a\naddress 127.0.0.1:9\ntopic # out 3',
  'connection a\naddress 127.0.0.1:9\naddress 127.0.0.1:9\ntopic #',
  'connection a\naddress 127.0.0.1:9\naddresses 127.0.0.1:9\ntopic #',
  'connection a\naddress 127.0.0.1:9\ntopic #\nbridge_cafile DIR/none',
  'connection a\naddress 127.0.0.1:9\ntopic #\nbridge_psk 01',
  'connection a\naddress 127.0.0.1:9\ntopic #\nbridge_identity x',
  'connection a\naddress 127.0.0.1:9\ntopic #\nbridge_cafile DIR/none\nbridge_identity x\nbridge_psk 01',
  'connection a\naddress 127.0.0.1:9\ntopic #\nconnection a\naddress 127.0.0.1:9\ntopic #',
  'connection a\naddress 127.0.0.1:9\ntopic #\nlocal_clientid x\nconnection b\naddress 127.0.0.1:9\ntopic #\nlocal_clientid x',
  'connection a\naddress 127.0.0.1:9\ntopic #\nremote_username a\nusername b',
  'address 127.0.0.1',
  'cleansession true',
  'listener PORT 127.0.0.1',
  'listener PORT',
  'listener PORT2',
  'listener PORT2\nlistener PORT2 127.0.0.1',
  'listener PORT2 127.0.0.1\nlistener PORT2 127.0.0.2',
  'listener PORT2 127.0.0.1\nlistener PORT2 ::1',
  'listener PORT2 [::1]',
  'listener 99999',
  'listener 0',
  'listener 0 # x',
  'listener 0 DIR/socket',
  'listener 0 DIR/none/socket',
  'listener PORT2 127.0.0.1 junk words',
  'include_dir DIR/c',
  'include_dir DIR/none',
  'include_dir DIR/c ',
  'include_dir DIR/d',
  'include_dir DIR/e',
  'include_dir DIR/g\nacl_file DIR/acl',
  'acl_file DIR/acl\ninclude_dir DIR/g',
  'include_dir DIR/g',
  'include_dir DIR/h',
  'pid_file DIR/none/pid',
  'pid_file DIR/pid',
  'pid_file DIR/pid\npid_file DIR/pid2',
  'log_dest file DIR/log\nlog_dest file DIR/log2',
  'log_dest file DIR/none/log',
  'log_dest file DIR/log\nlog_dest stdout\nlog_dest none',
  'persistence true\npersistence_location DIR/none',
  'persistence_location DIR/\npersistence_location DIR/',
  'persistence true\nretained_persistence false',
  'persistent_client_expiration 5x',
  'persistent_client_expiration 5d',
  'clientid_prefixes a\nclientid_prefixes b',
  'max_queued_messages 5\nmax_queued_messages 6',
  'auto_id_prefix a\nauto_id_prefix b',
  'log_timestamp_format %s\nlog_timestamp_format %s',
  'bridge_protocol_version mqttv5',
  'connection\naddress x',
  'message_size_limit -1',
  'memory_limit -1',
  '\ufeff# bom',
  'http_dir',
  'websockets_headers_size 70000',
  'max_topic_alias 70000',
  'tls_engine',
  'threshold 5',
];

/** Whole files. */
const whole: string[] = [
  '\ufefflistener PORT 127.0.0.1\n',
  'listener PORT 127.0.0.1\r\nallow_anonymous true\r\n',
  'mount_point a/\nlistener PORT 127.0.0.1\n',
  'include_dir DIR/f\nlistener PORT 127.0.0.1\n',
  'per_listener_settings true\nlistener PORT 127.0.0.1\npassword_file DIR/pw\nlistener PORT2 127.0.0.1\npassword_file DIR/pw\n',
  'per_listener_settings true\nlistener PORT 127.0.0.1\npassword_file DIR/pw\npassword_file DIR/pw\n',
  'port PORT\nbind_address 127.0.0.1\n',
  'port PORT\nport PORT2\nbind_address 127.0.0.1\n',
  'port 0\n',
  'listener PORT 127.0.0.1\nallow_anonymous true\0x\nnonsense\n',
  'listener PORT 127.0.0.1\n\0\nnonsense\n',
  'listener PORT 127.0.0.1\n# a\0b\nnonsense\n',
  `listener PORT 127.0.0.1\n# ${'x'.repeat(100_000)}\n`,
  `listener PORT 127.0.0.1\n${'x'.repeat(100_000)}\n`,
  `listener PORT 127.0.0.1\n${'\n'.repeat(1000)}nonsense`,
];

const bytes: [string, Buffer][] = [
  ['Latin-1 in a comment', Buffer.from('# caf\u00e9\nlistener PORT 127.0.0.1\n', 'latin1')],
  ['Latin-1 in a text', Buffer.from('listener PORT 127.0.0.1\nclientid_prefixes caf\u00e9\n', 'latin1')],
  [
    'Latin-1 behind a word',
    Buffer.from('listener PORT 127.0.0.1\nallow_anonymous true caf\u00e9\n', 'latin1'),
  ],
];

/** Does a real broker start on the tree, and do we say so? Both read the very same files. */
async function verdicts(
  conf: string | Buffer,
): Promise<{ broker: boolean; ours: boolean; refused: string[] }> {
  const dir = await mkdtemp(join(tmpdir(), 'mqtt-setup-lint-'));
  try {
    await writeTree(dir, rest);
    const [port, port2] = [await freePort(), await freePort()];
    const text = (typeof conf === 'string' ? Buffer.from(conf) : conf)
      .toString('latin1')
      .replaceAll('DIR', dir)
      .replaceAll('PORT2', `${port2}`)
      .replaceAll('PORT', `${port}`);
    // As root the broker would become another user, who may not enter the folder.
    const user = process.getuid?.() === 0 ? 'user root\n' : '';
    const more = `${user}log_dest stderr\n`;
    // Behind a NUL byte nothing would be read any more, before a byte order mark it would be none.
    const bytes = text.includes('\0') ? `${more}${text}` : `${text}\n${more}`;
    await writeTree(dir, { 'mosquitto.conf': Buffer.from(bytes, 'latin1') });
    const verdict = await startOn(join(dir, 'mosquitto.conf'), port);
    const refused = (await lintAt(dir, '2.0.11')).flatMap(({ id, refused }) =>
      refused === true ? [id] : [],
    );
    return { broker: verdict === 'runs', ours: refused.length === 0, refused };
  } finally {
    await rm(dir, { recursive: true });
  }
}

async function agree(conf: string | Buffer): Promise<void> {
  const { broker, ours, refused } = await verdicts(conf);
  expect({ starts: ours, refused }).toEqual({ starts: broker, refused: broker ? [] : refused });
}

describe.skipIf(reason !== null)('2.0.11 and check agree', () => {
  test.each(below)('%j below a listener', (lines) => agree(`listener PORT 127.0.0.1\n${lines}\n`));
  test.each(whole.map((text, index) => [index, text] as const))('file %i', (_index, text) => agree(text));
  test.each(bytes)('%s', (_name, conf) => agree(conf));
});
