import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleId } from '../../../src/lint/registry.ts';
import type { MemoryFile } from '../../helpers/memory-host.ts';

export type Tree = Readonly<Record<string, MemoryFile | string>>;

/** Two trees for one rule: `bad` breaks it, at the place (`file:line`, files below /etc/mosquitto), `good` does not. */
export interface LintCase {
  rule: RuleId;
  bad: Tree;
  at: string;
  good: Tree;
  /** Default 2.0.21. */
  version?: string;
  /** For `good`, where only the version makes the difference. */
  goodVersion?: string;
  /** Days since the certificate was made; default 1. */
  day?: number;
  goodDay?: number;
  /** What the cure must hold. */
  fix?: string;
}

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
const locked = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
  .toString();

const salt12 = Buffer.alloc(12, 1).toString('base64');
const salt64 = Buffer.alloc(64, 1).toString('base64');
const key64 = Buffer.alloc(64, 2).toString('base64');
export const hash = `$7$20000$${salt12}$${key64}`;

/** A file of the broker's own, closed to others. */
const own = (text: string | Uint8Array, more: MemoryFile = {}): MemoryFile => ({
  text,
  mode: 0o600,
  owner: 'mosquitto',
  group: 'mosquitto',
  ...more,
});
const data: MemoryFile = { kind: 'directory', owner: 'mosquitto', group: 'mosquitto' };

const conf = '/etc/mosquitto/mosquitto.conf';
const passwd = '/etc/mosquitto/passwd';
const acl = '/etc/mosquitto/acl';
const dir = '/etc/mosquitto/conf.d';
const head = 'allow_anonymous false\npassword_file /etc/mosquitto/passwd\n';
const good = `${head}listener 1883\n`;
const ready = { [passwd]: own(`alice:${hash}\n`) };

/** A sound configuration with these lines added, above or below its listener. */
const below = (lines: string, more: Tree = {}): Tree => ({ ...ready, [conf]: `${good}${lines}\n`, ...more });
const above = (lines: string, more: Tree = {}): Tree => ({ ...ready, [conf]: `${lines}\n${good}`, ...more });
const rules = (text: string, more: Tree = {}): Tree => ({
  ...ready,
  [conf]: `acl_file ${acl}\n${good}`,
  [acl]: own(text),
  ...more,
});
const accounts = (text: string): Tree => ({ ...ready, [conf]: good, [passwd]: own(text) });
const tls = 'certfile /etc/mosquitto/s.pem\nkeyfile /etc/mosquitto/s.key';
const pair: Tree = {
  '/etc/mosquitto/s.pem': read('server.pem'),
  '/etc/mosquitto/s.key': own(read('server.key')),
};
const fine = below('');
const included = (text: string | MemoryFile, name = 'a.conf'): Tree =>
  below(`include_dir ${dir}`, { [`${dir}/${name}`]: text });
const bridge = 'connection a\naddress b.example.org\ntopic # out';

export const lintCases: readonly LintCase[] = [
  { rule: 'include.missing', bad: below(`include_dir ${dir}`), at: 'mosquitto.conf:4', good: included('') },
  {
    rule: 'include.no-file',
    bad: included({ kind: 'directory' }, 'x.conf'),
    at: 'conf.d/x.conf',
    good: included({ kind: 'directory' }, 'x'),
  },
  {
    rule: 'include.no-file',
    bad: included({ kind: 'fifo' }, 'x.conf'),
    at: 'conf.d/x.conf',
    good: included({ kind: 'symlink', target: '/etc/passwd' }, 'x'),
  },
  {
    rule: 'include.no-file',
    bad: included({ kind: 'symlink', target: '/nowhere' }, 'x.conf'),
    at: 'conf.d/x.conf',
    good: included(''),
  },
  {
    rule: 'include.unread',
    bad: included({ text: new Uint8Array(64 * 1024 * 1024 + 1) }),
    at: 'conf.d/a.conf',
    good: included(''),
  },
  {
    rule: 'include.broker-cannot-read',
    bad: included({ text: '', mode: 0o600 }),
    at: 'conf.d/a.conf',
    good: included(''),
    fix: 'chmod a+r',
  },
  {
    rule: 'include.writable-by-others',
    bad: included({ text: '', mode: 0o666 }),
    at: 'conf.d/a.conf',
    good: included({ text: '', mode: 0o664 }),
    fix: 'chmod o-w',
  },
  { rule: 'include.nested', bad: included('include_dir /x\n'), at: 'conf.d/a.conf:1', good: included('') },
  {
    rule: 'include.listener-goes-on',
    bad: below(`include_dir ${dir}\nmax_qos 1`, { [`${dir}/a.conf`]: 'listener 1884\n' }),
    at: 'mosquitto.conf:5',
    good: below(`max_qos 1\ninclude_dir ${dir}`, { [`${dir}/a.conf`]: 'listener 1884\n' }),
    fix: 'Move the include_dir line',
  },
  {
    rule: 'include.listener-goes-on',
    bad: {
      [conf]: `per_listener_settings true\nlistener 1883\ninclude_dir ${dir}\nallow_anonymous false\n`,
      [`${dir}/a.conf`]: 'listener 1884\n',
    },
    at: 'mosquitto.conf:4',
    good: below(`include_dir ${dir}\nmax_qos 1`, { [`${dir}/a.conf`]: 'max_packet_size 1000\n' }),
  },
  {
    rule: 'include.not-loaded',
    bad: included('', 'a.CONF'),
    at: 'conf.d/a.CONF',
    good: included('', 'README'),
  },
  {
    rule: 'include.order',
    bad: below(`include_dir ${dir}`, { [`${dir}/9.conf`]: '', [`${dir}/10.conf`]: '' }),
    at: 'conf.d/9.conf',
    good: below(`include_dir ${dir}`, { [`${dir}/09.conf`]: '', [`${dir}/10.conf`]: '' }),
  },

  {
    rule: 'conf.unknown-option',
    bad: above('alow_anonymous false'),
    at: 'mosquitto.conf:1',
    good: fine,
    fix: 'allow_anonymous',
  },
  {
    rule: 'conf.newer-option',
    bad: above('global_max_clients 5'),
    at: 'mosquitto.conf:1',
    good: above('global_max_clients 5'),
    goodVersion: '2.1.2',
  },
  { rule: 'conf.removed-option', bad: above('trace_level 1'), at: 'mosquitto.conf:1', good: fine },
  {
    rule: 'conf.upper-case',
    bad: above('Persistence true'),
    at: 'mosquitto.conf:1',
    good: fine,
    fix: 'persistence',
  },
  {
    rule: 'conf.assignment',
    bad: above('sys_interval=5'),
    at: 'mosquitto.conf:1',
    good: above('sys_interval 5'),
  },
  {
    rule: 'conf.tab',
    bad: above('sys_interval\t5'),
    at: 'mosquitto.conf:1',
    good: above('sys_interval   5'),
  },
  { rule: 'conf.tab', bad: above('\t'), at: 'mosquitto.conf:1', good: above('   ') },
  { rule: 'conf.bom', bad: above('\ufeff# hello'), at: 'mosquitto.conf:1', good: above('# hello') },
  { rule: 'conf.indented-comment', bad: above('  # x'), at: 'mosquitto.conf:1', good: above('# x') },
  {
    rule: 'conf.missing-value',
    bad: above('sys_interval'),
    at: 'mosquitto.conf:1',
    good: above('sys_interval 5'),
  },
  {
    rule: 'conf.wrong-value',
    bad: above('persistence yes'),
    at: 'mosquitto.conf:1',
    good: above('persistence false'),
    fix: 'true | false',
  },
  {
    rule: 'conf.wrong-value',
    bad: above('listener 99999'),
    at: 'mosquitto.conf:1',
    good: above('listener 1884 127.0.0.1'),
  },
  {
    rule: 'conf.lenient-number',
    bad: above('max_queued_messages many'),
    at: 'mosquitto.conf:1',
    good: above('max_queued_messages 5'),
  },
  {
    rule: 'conf.trailing-words',
    bad: above('persistence false maybe'),
    at: 'mosquitto.conf:1',
    good: above('persistence false'),
  },
  {
    rule: 'conf.comment-in-value',
    bad: above('clientid_prefixes a # b'),
    at: 'mosquitto.conf:1',
    good: above('sys_interval 5 # b'),
  },
  {
    rule: 'conf.quotes',
    bad: { [conf]: `password_file "${passwd}"\nlistener 1883\n`, ...ready },
    at: 'mosquitto.conf:1',
    good: fine,
  },
  {
    rule: 'conf.control-character',
    bad: above('clientid_prefixes a\tb'),
    at: 'mosquitto.conf:1',
    good: above('clientid_prefixes a b'),
  },
  {
    rule: 'conf.not-utf8',
    bad: { ...ready, [conf]: { text: Buffer.from(`clientid_prefixes caf\u00e9\n${good}`, 'latin1') } },
    at: 'mosquitto.conf:1',
    good: { ...ready, [conf]: { text: Buffer.from(`# caf\u00e9\n${good}`, 'latin1') } },
    fix: 'iconv',
  },
  { rule: 'conf.nul', bad: above('sys_interval 5\0x'), at: 'mosquitto.conf:1', good: fine },
  {
    rule: 'conf.duplicate',
    bad: above('persistence_location /a/', {
      ...included('persistence_location /b/\n'),
      [conf]: `persistence_location /a/\ninclude_dir ${dir}\n${good}`,
    }),
    at: 'conf.d/a.conf:1',
    good: included('persistence_location /b/\n'),
    fix: 'mosquitto.conf:1',
  },
  {
    rule: 'conf.duplicate',
    bad: above('acl_file /a\nacl_file /b'),
    at: 'mosquitto.conf:2',
    good: above('acl_file /a\nacl_file /b'),
    goodVersion: '2.1.2',
  },
  {
    rule: 'conf.overridden',
    bad: above('sys_interval 5\nsys_interval 6'),
    at: 'mosquitto.conf:1',
    good: above('log_type error\nlog_type warning'),
  },
  {
    rule: 'conf.reopened',
    bad: included('allow_anonymous true\n', 'zz.conf'),
    at: 'conf.d/zz.conf:1',
    good: included('allow_anonymous false\n', 'zz.conf'),
    fix: 'zz.conf:1',
  },
  {
    rule: 'conf.true-stays',
    bad: { ...ready, [conf]: `per_listener_settings true\nper_listener_settings false\nlistener 1883\n` },
    at: 'mosquitto.conf:2',
    version: '2.1.2',
    good: fine,
    goodVersion: '2.1.2',
  },
  {
    rule: 'conf.per-listener-late',
    bad: { ...ready, [conf]: `${head}per_listener_settings true\nlistener 1883\n` },
    at: 'mosquitto.conf:3',
    good: { ...ready, [conf]: `per_listener_settings true\nlistener 1883\n${head}` },
  },
  {
    rule: 'conf.early-security',
    bad: { ...ready, [conf]: `per_listener_settings true\n${good}` },
    at: 'mosquitto.conf:2',
    good: { ...ready, [conf]: `per_listener_settings true\nlistener 1883\n${head}` },
  },
  {
    rule: 'conf.not-per-listener',
    bad: { ...ready, [conf]: `listener 1883\n${head}listener 1884\n` },
    at: 'mosquitto.conf:2',
    good: above('listener 1884 127.0.0.1\nlistener 1885', {
      [conf]: `${head}listener 1883\nlistener 1884\n`,
    }),
  },
  { rule: 'conf.deprecated', bad: above('clientid_prefixes a'), at: 'mosquitto.conf:1', good: fine },
  {
    rule: 'conf.reset-by-reload',
    bad: below('max_connections 50'),
    at: 'mosquitto.conf:4',
    good: below('max_connections 50'),
    goodVersion: '2.1.2',
  },

  {
    rule: 'conf.outside-listener',
    bad: above('mount_point a/'),
    at: 'mosquitto.conf:1',
    good: below('mount_point a/'),
  },
  {
    rule: 'conf.stray-option',
    bad: included('max_connections 50\n'),
    at: 'conf.d/a.conf:1',
    good: below('max_connections 50'),
  },
  {
    rule: 'conf.outside-bridge',
    bad: above('bridge_insecure false'),
    at: 'mosquitto.conf:1',
    good: below(`${bridge}\nbridge_insecure false`),
  },
  {
    rule: 'conf.outside-plugin',
    bad: above('plugin_opt_x y'),
    at: 'mosquitto.conf:1',
    good: above('plugin /p.so\nplugin_opt_x y'),
  },
  {
    rule: 'conf.plugin-not-loaded',
    bad: below('plugin_use x'),
    at: 'mosquitto.conf:4',
    version: '2.1.2',
    good: above('plugin_load x /p.so', { [conf]: `plugin_load x /p.so\n${good}plugin_use x\n` }),
    goodVersion: '2.1.2',
  },
  { rule: 'bridge.incomplete', bad: below('connection a'), at: 'mosquitto.conf:4', good: below(bridge) },
  {
    rule: 'bridge.certificate-and-psk',
    bad: below(`${bridge}\nbridge_cafile /a\nbridge_psk 01\nbridge_identity x`),
    at: 'mosquitto.conf:9',
    good: below(`${bridge}\nbridge_psk 01\nbridge_identity x`),
  },
  {
    rule: 'bridge.same-name',
    bad: below(`${bridge}\n${bridge}`),
    at: 'mosquitto.conf:7',
    good: below(bridge),
  },
  {
    rule: 'bridge.same-local-clientid',
    bad: below(`${bridge}\nlocal_clientid x\n${bridge.replace('n a', 'n b')}\nlocal_clientid x`),
    at: 'mosquitto.conf:8',
    good: below(`${bridge}\nlocal_clientid x\n${bridge.replace('n a', 'n b')}\nlocal_clientid y`),
  },
  {
    rule: 'bridge.insecure',
    bad: below(`${bridge}\nbridge_insecure true`),
    at: 'mosquitto.conf:7',
    good: below(`${bridge}\nbridge_insecure false`),
  },

  {
    rule: 'listener.none',
    bad: { [conf]: 'persistence false\n' },
    at: 'mosquitto.conf',
    good: fine,
    fix: 'listener 1883',
  },
  {
    rule: 'listener.low-port',
    bad: above('listener 443'),
    at: 'mosquitto.conf:1',
    good: above('listener 443\nuser root'),
  },
  {
    rule: 'listener.same-port',
    bad: below('listener 1883 127.0.0.1'),
    at: 'mosquitto.conf:4',
    good: above('listener 1884 127.0.0.1\nlistener 1884 ::1'),
  },
  {
    rule: 'listener.address',
    bad: above('listener 1884 [::1]'),
    at: 'mosquitto.conf:1',
    good: above('listener 1884 ::1'),
  },
  {
    rule: 'listener.half-tls',
    bad: below('certfile /etc/mosquitto/s.pem', pair),
    at: 'mosquitto.conf:4',
    version: '2.0.11',
    good: below(tls, pair),
    goodVersion: '2.0.11',
    fix: 'keyfile',
  },
  {
    rule: 'listener.certificate-and-psk',
    bad: below(`psk_hint x\n${tls}`, pair),
    at: 'mosquitto.conf:5',
    good: below(tls, pair),
  },
  {
    rule: 'listener.require-without-ca',
    bad: below(`${tls}\nrequire_certificate true`, pair),
    at: 'mosquitto.conf:6',
    good: below(`${tls}\nrequire_certificate true\ncafile /etc/mosquitto/s.pem`, pair),
  },
  {
    rule: 'listener.identity-without-certificate',
    bad: below(`${tls}\nuse_identity_as_username true`, pair),
    at: 'mosquitto.conf:6',
    good: below(`${tls}\nuse_identity_as_username true\nrequire_certificate true`, pair),
  },
  {
    rule: 'listener.tls-version',
    bad: below(`${tls}\ntls_version tlsv1.2 tlsv1.3`, pair),
    at: 'mosquitto.conf:6',
    good: below(`${tls}\ntls_version tlsv1.2`, pair),
  },
  {
    rule: 'listener.address',
    bad: above('listener 1884 192.168.1.256'),
    at: 'mosquitto.conf:1',
    good: above('listener 1884 192.168.1.255'),
  },
  {
    rule: 'listener.ciphers',
    bad: below(`${tls}\nciphers strong`, pair),
    at: 'mosquitto.conf:6',
    good: below(`${tls}\nciphers ECDHE+AESGCM:!aNULL`, pair),
  },
  {
    rule: 'conf.nul',
    bad: rules('user alice\ntopic read a\0\ntopic read b\n'),
    at: 'acl:2',
    good: rules('user alice\ntopic read a\n'),
  },
  {
    rule: 'listener.plain-8883',
    bad: above('listener 8883'),
    at: 'mosquitto.conf:1',
    good: above(`listener 8883\n${tls}`, pair),
  },
  {
    rule: 'listener.websockets-everywhere',
    bad: below('listener 9001 127.0.0.1\nprotocol websockets'),
    at: 'mosquitto.conf:4',
    version: '2.0.11',
    good: below('listener 9001 127.0.0.1\nprotocol websockets\nsocket_domain ipv4'),
    goodVersion: '2.0.11',
    fix: 'socket_domain ipv4',
  },
  {
    rule: 'listener.websockets-alone',
    bad: { ...ready, [conf]: `${head}listener 9001\nprotocol websockets\n` },
    at: 'mosquitto.conf:3',
    version: '2.0.11',
    good: { ...ready, [conf]: `${head}listener 9001\nprotocol websockets\n` },
    fix: 'listener 1883',
  },

  {
    rule: 'access.anonymous',
    bad: { [conf]: 'listener 1883\nallow_anonymous true\n' },
    at: 'mosquitto.conf:2',
    good: fine,
    fix: 'password_file',
  },
  {
    rule: 'access.local-only-open',
    bad: { [conf]: 'allow_anonymous false\n' },
    at: 'mosquitto.conf:1',
    version: '2.0.11',
    good: { [conf]: 'allow_anonymous false\n' },
    fix: 'listener 1883 127.0.0.1',
  },
  {
    rule: 'access.passwords-optional',
    bad: { ...ready, [conf]: `password_file ${passwd}\nallow_anonymous true\nlistener 1883\n` },
    at: 'mosquitto.conf:1',
    good: fine,
  },
  { rule: 'access.nobody', bad: { [conf]: 'listener 1883\n' }, at: 'mosquitto.conf:1', good: fine },
  {
    rule: 'access.no-acl-of-its-own',
    bad: {
      ...ready,
      [acl]: own('user alice\ntopic read a\n'),
      [conf]: `per_listener_settings true\nlistener 1883\n${head}acl_file ${acl}\nlistener 1884\n${head}`,
    },
    at: 'mosquitto.conf:6',
    good: rules('user alice\ntopic read a\n'),
  },

  {
    rule: 'file.missing',
    bad: { [conf]: good },
    at: 'mosquitto.conf:2',
    good: fine,
    fix: 'mosquitto_passwd -c',
  },
  {
    rule: 'file.too-large',
    bad: rules('', { [acl]: own(new Uint8Array(64 * 1024 * 1024 + 1)) }),
    at: 'mosquitto.conf:1',
    good: rules('user alice\ntopic read a\n'),
  },
  {
    rule: 'file.wrong-kind',
    bad: rules('', { [acl]: { kind: 'directory' } }),
    at: 'mosquitto.conf:1',
    good: rules('user alice\ntopic read a\n'),
  },
  {
    rule: 'file.broker-cannot-read',
    bad: { [conf]: good, [passwd]: own(`alice:${hash}\n`, { owner: 'root', group: 'root' }) },
    at: 'mosquitto.conf:2',
    good: { [conf]: good, [passwd]: own(`alice:${hash}\n`, { owner: 'root', mode: 0o640 }) },
    fix: 'chown mosquitto:',
  },
  {
    rule: 'file.broker-cannot-read',
    bad: above('', {
      [conf]: `${good}certfile /etc/letsencrypt/live/x/fullchain.pem\nkeyfile /etc/mosquitto/s.key\n`,
      ...pair,
      '/etc/letsencrypt/live': { kind: 'directory', mode: 0o700 },
      '/etc/letsencrypt/live/x/fullchain.pem': {
        kind: 'symlink',
        target: '/etc/letsencrypt/archive/x/1.pem',
      },
      '/etc/letsencrypt/archive': { kind: 'directory', mode: 0o700 },
      '/etc/letsencrypt/archive/x/1.pem': read('server.pem'),
    }),
    at: 'mosquitto.conf:4',
    good: below(tls, pair),
    fix: 'deploy hook',
  },
  {
    rule: 'file.link',
    bad: {
      [conf]: good,
      [passwd]: { kind: 'symlink', target: '/srv/passwd' },
      '/srv/passwd': own(`alice:${hash}\n`),
    },
    at: 'mosquitto.conf:2',
    version: '2.1.2',
    good: fine,
    goodVersion: '2.1.2',
  },
  {
    rule: 'file.open-secret',
    bad: { [conf]: good, [passwd]: own(`alice:${hash}\n`, { mode: 0o644 }) },
    at: 'mosquitto.conf:2',
    good: fine,
    fix: 'chmod 600',
  },
  {
    rule: 'file.writable-by-others',
    bad: { [conf]: good, [passwd]: own(`alice:${hash}\n`, { mode: 0o602 }) },
    at: 'mosquitto.conf:2',
    good: fine,
  },
  {
    rule: 'file.owner-notice',
    bad: { [conf]: good, [passwd]: own(`alice:${hash}\n`, { owner: 'root', mode: 0o640 }) },
    at: 'mosquitto.conf:2',
    good: { [conf]: good, [passwd]: own(`alice:${hash}\n`, { owner: 'root', mode: 0o640 }) },
    goodVersion: '2.0.11',
  },
  {
    rule: 'file.relative',
    bad: rules('', { [conf]: `${good}acl_file acl\n` }),
    at: 'mosquitto.conf:4',
    good: fine,
  },
  {
    rule: 'file.trailing-blank',
    bad: below(`log_dest file /var/log/mosquitto/m.log `),
    at: 'mosquitto.conf:4',
    good: below('log_dest file /var/log/mosquitto/m.log'),
  },

  {
    rule: 'file.database-folder',
    bad: above('persistence true\npersistence_location /var/lib/mosquitto/', {
      '/var/lib/mosquitto': { kind: 'directory' },
    }),
    at: 'mosquitto.conf:2',
    good: above('persistence true\npersistence_location /var/lib/mosquitto/', { '/var/lib/mosquitto': data }),
    fix: 'install -d',
  },
  {
    rule: 'file.no-database-folder',
    bad: above('persistence true'),
    at: 'mosquitto.conf:1',
    good: above('persistence false'),
  },
  {
    rule: 'file.log-folder',
    bad: above('log_dest file /var/log/mosquitto/m.log'),
    at: 'mosquitto.conf:1',
    good: above('log_dest file /var/log/mosquitto/m.log', { '/var/log/mosquitto': data }),
  },
  {
    rule: 'file.pid-folder',
    bad: above('pid_file /var/lib/nowhere/pid'),
    at: 'mosquitto.conf:1',
    good: above('pid_file /run/mosquitto/mosquitto.pid'),
  },
  {
    rule: 'file.socket-folder',
    bad: above('listener 0 /srv/socket', { '/srv/x': '' }),
    at: 'mosquitto.conf:1',
    good: above('listener 0 /srv/socket', { '/srv': data }),
  },

  {
    rule: 'cert.not-pem',
    bad: below(tls, { ...pair, '/etc/mosquitto/s.key': own(locked) }),
    at: 'mosquitto.conf:5',
    good: below(tls, pair),
    fix: 'openssl pkey',
  },
  {
    rule: 'cert.key-mismatch',
    bad: below(tls, { ...pair, '/etc/mosquitto/s.key': own(read('other.key')) }),
    at: 'mosquitto.conf:5',
    good: below(tls, pair),
  },
  { rule: 'cert.expired', bad: below(tls, pair), day: 3651, at: 'mosquitto.conf:4', good: below(tls, pair) },
  {
    rule: 'cert.not-yet-valid',
    bad: below(tls, pair),
    day: -1,
    at: 'mosquitto.conf:4',
    good: below(tls, pair),
  },
  {
    rule: 'cert.expires-soon',
    bad: below(tls, pair),
    day: 3640,
    at: 'mosquitto.conf:4',
    good: below(tls, pair),
  },

  {
    rule: 'passwd.undecodable',
    bad: accounts(`alice:${hash.slice(0, 60)}\n`),
    at: 'passwd:1',
    good: fine,
    fix: 'mosquitto_passwd',
  },
  {
    rule: 'passwd.undecodable',
    bad: accounts(`alice:$7$1000$${salt64}$${key64}\n`),
    at: 'passwd:1',
    good: accounts(`alice:$7$1000$${salt64}$${key64}\n`),
    goodVersion: '2.1.2',
  },
  { rule: 'passwd.plaintext', bad: accounts('alice:secret\n'), at: 'passwd:1', good: fine },
  {
    rule: 'passwd.weak',
    bad: accounts(`alice:$7$101$${salt12}$${key64}\n`),
    at: 'passwd:1',
    good: accounts(`alice:$7$1000$${salt12}$${key64}\n`),
    fix: '-I 20000',
  },
  {
    rule: 'passwd.duplicate',
    bad: accounts(`a:${hash}\nb:${hash}\na:${hash}\n`),
    at: 'passwd:3',
    good: fine,
  },
  { rule: 'passwd.comment', bad: accounts(`# users\nalice:${hash}\n`), at: 'passwd:1', good: fine },
  {
    rule: 'passwd.commented-account',
    bad: accounts(`a:${hash}\n#admin:${hash}\n`),
    at: 'passwd:2',
    good: fine,
  },
  { rule: 'passwd.junk', bad: accounts(`alice:${hash}\nbob\n`), at: 'passwd:2', good: fine },
  { rule: 'passwd.empty', bad: accounts(''), at: 'mosquitto.conf:2', good: fine },
  {
    rule: 'psk.invalid-line',
    bad: above('psk_file /etc/mosquitto/psk', { '/etc/mosquitto/psk': own('a:01\nb:xyz\n') }),
    at: 'psk:2',
    good: above('psk_file /etc/mosquitto/psk', { '/etc/mosquitto/psk': own('a:01\n') }),
  },

  {
    rule: 'acl.invalid-line',
    bad: rules('user alice\ntopic write a/#/b\n'),
    at: 'acl:2',
    good: rules('user alice\ntopic write a/#\n'),
  },
  {
    rule: 'acl.invalid-line',
    bad: rules('user alice\n # c\n'),
    at: 'acl:2',
    good: rules('user alice\n# c\n'),
    fix: 'first column',
  },
  {
    rule: 'acl.invalid-line',
    bad: rules('user alice\ntopic read t # c\n'),
    at: 'acl:2',
    good: fine,
    fix: 'line of their own',
  },
  {
    rule: 'acl.invalid-line',
    bad: rules('user alice\n\ttopic read t\n'),
    at: 'acl:2',
    good: fine,
    fix: 'tabs',
  },
  {
    rule: 'acl.empty',
    bad: rules('# nothing\n'),
    at: 'mosquitto.conf:1',
    good: rules('user alice\ntopic read a\n'),
  },
  {
    rule: 'acl.word-as-topic',
    bad: rules('user alice\ntopic read\n'),
    at: 'acl:2',
    good: rules('user alice\ntopic read read\n'),
  },
  {
    rule: 'acl.no-access-word',
    bad: rules('user alice\ntopic a\n'),
    at: 'acl:2',
    good: rules('user alice\ntopic readwrite a\n'),
  },
  {
    rule: 'acl.tab-in-topic',
    bad: rules('user alice\ntopic write\ta\n'),
    at: 'acl:2',
    good: rules('user alice\ntopic write a\n'),
  },
  {
    rule: 'acl.quotes',
    bad: rules('user "alice"\ntopic read a\n'),
    at: 'acl:1',
    good: rules('user alice\ntopic read a\n'),
  },
  {
    rule: 'acl.comment-in-name',
    bad: rules('user alice # me\ntopic read a\n'),
    at: 'acl:1',
    good: rules('user alice\ntopic read a\n'),
  },
  {
    rule: 'acl.pattern-under-user',
    bad: rules('user alice\npattern read a/%u\n'),
    at: 'acl:2',
    good: rules('pattern read a/%u\nuser alice\n'),
  },
  {
    rule: 'acl.pattern-for-everybody',
    bad: rules('pattern read a/b\n'),
    at: 'acl:1',
    good: rules('pattern read a/%c\n'),
  },
  {
    rule: 'acl.part-of-level',
    bad: rules('pattern read a/z-%u\n'),
    at: 'acl:1',
    version: '2.1.2',
    good: rules('pattern read a/z-%u\n'),
  },
  {
    rule: 'acl.substitution-in-topic',
    bad: rules('user alice\ntopic read a/%u\n'),
    at: 'acl:2',
    good: rules('pattern read a/%u\n'),
    fix: 'pattern',
  },
  {
    rule: 'acl.hash-without-sys',
    bad: rules('user alice\ntopic readwrite #\n'),
    at: 'acl:2',
    good: rules('user alice\ntopic readwrite #\ntopic read $SYS/#\n'),
  },
  {
    rule: 'acl.anonymous-rights',
    bad: rules('topic read a\n'),
    at: 'acl:1',
    good: rules('user alice\ntopic read a\n'),
  },
  {
    rule: 'acl.wildcard-user',
    bad: rules('user *\ntopic read a\n'),
    at: 'acl:1',
    good: rules('user alice\ntopic read a\n'),
  },
  {
    rule: 'acl.unknown-user',
    bad: rules('user alcie\ntopic read a\n'),
    at: 'acl:1',
    good: rules('user alice\ntopic read a\n'),
    fix: 'alice',
  },
  {
    rule: 'acl.user-without-rights',
    bad: rules('user bob\ntopic read a\n'),
    at: 'mosquitto.conf:1',
    good: rules('pattern read %u/#\n'),
    fix: 'user alice',
  },
];
