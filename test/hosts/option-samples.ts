import { everyValue, valueIn } from '../../src/mosquitto/options/by-version.ts';
import type { Option, OptionName } from '../../src/mosquitto/options/registry.ts';
import type { ByVersion, IntValue, Value } from '../../src/mosquitto/options/types.ts';
import type { Version } from '../../src/mosquitto/version.ts';

/** What the trees are given before brokers are started in them: files for the options that name some. */
export const prepare = `
mkdir -p /mnt/files/conf.d /mnt/files/ca
cd /mnt/files
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=localhost -days 2 -keyout key.pem -out cert.pem 2>/dev/null
chmod 644 key.pem
cp cert.pem ca/
openssl rehash ca 2>/dev/null || true
printf 'a:00ff\\n' > psk
: > passwd
printf 'topic #\\n' > acl
printf '{}' > dynsec.json
for name in dynamic_security acl_file password_file persist_sqlite; do
  find /usr/lib -name "mosquitto_$name.so" ! -type l -exec ln -sf {} "$name.so" \\;
done
`;

/** A right value, where the type alone does not tell one. */
const samples: Partial<Record<OptionName, string>> = {
  acl_file: '/mnt/files/acl',
  accept_protocol_versions: '4,5',
  address: '127.0.0.1:1',
  addresses: '127.0.0.1:1',
  auth_plugin: '/mnt/files/dynamic_security.so',
  auto_id_prefix: 'x-',
  bind_address: '127.0.0.1',
  bind_interface: 'lo',
  bridge_bind_address: '127.0.0.1',
  bridge_capath: '/mnt/files/ca',
  bridge_cafile: '/mnt/files/cert.pem',
  bridge_certfile: '/mnt/files/cert.pem',
  bridge_keyfile: '/mnt/files/key.pem',
  bridge_psk: '00ff',
  bridge_tls_version: 'tlsv1.2',
  cafile: '/mnt/files/cert.pem',
  capath: '/mnt/files/ca',
  certfile: '/mnt/files/cert.pem',
  ciphers: 'DEFAULT',
  'ciphers_tls1.3': 'TLS_AES_128_GCM_SHA256',
  connection: 'c2',
  crlfile: '/mnt/files/none',
  dhparamfile: '/mnt/files/none',
  global_plugin: '/mnt/files/dynamic_security.so',
  http_dir: '/mnt/files',
  include_dir: '/mnt/files/conf.d',
  keyfile: '/mnt/files/key.pem',
  listener: '1885',
  log_timestamp_format: '%s',
  max_packet_size: '1000',
  memory_limit: '100000000',
  message_size_limit: '1000',
  mount_point: 'a/',
  notification_topic: 'a/b',
  password_file: '/mnt/files/passwd',
  persistence_location: '/mnt/rw/',
  pid_file: '/mnt/rw/pid',
  plugin: '/mnt/files/dynamic_security.so',
  plugin_load: 'p2 /mnt/files/dynamic_security.so',
  plugin_opt_acl_file: '/mnt/files/acl',
  plugin_opt_config_file: '/mnt/files/dynsec.json',
  plugin_opt_db_file: '/mnt/rw/db',
  plugin_opt_page_size: '4096',
  plugin_opt_password_file: '/mnt/files/passwd',
  plugin_opt_password_init_file: '/mnt/files/passwd',
  plugin_use: 'p',
  port: '1886',
  psk_file: '/mnt/files/psk',
  tls_engine_kpass_sha1: '0123456789012345678901234567890123456789',
  tls_version: 'tlsv1.2',
  topic: 'b/# in',
  user: 'mosquitto',
};

export function sampleOf(option: Option, version: Version | null): string {
  const known = samples[option.name];
  return known ?? sampleOfType(valueIn(option.value, version), version);
}

function sampleOfType(value: Value, version: Version | null): string {
  switch (value.kind) {
    case 'bool':
      return 'true';
    case 'int':
      return String(Math.min(Math.max(10, valueIn(value.min ?? 0, version)), value.max ?? 10));
    case 'ints':
      return '5 30 60';
    case 'words':
      return valueIn(value.words, version)[0] ?? '';
    case 'log-dest':
      return 'stderr';
    case 'duration':
      return '2d';
    default:
      return 'x';
  }
}

/** Other values, right and wrong ones: the table says which are which. `sample` is a right one. */
export function valuesToTry(option: Option, sample: string, version: Version | null): string[] {
  const value = valueIn(option.value, version);
  switch (value.kind) {
    case 'bool':
      return ['', 'false', '1', '0', 'maybe', 'True', 'yes', 'true # why'];
    case 'int':
      return [
        '',
        'abc',
        `${sample}abc`,
        '99999999999',
        '-1',
        ...inOtherBases(sample),
        ...edges(value, version),
      ];
    case 'ints':
      return ['', '5', 'abc', '1 2', '10 5', '1 2 0', '1 2 -1', '1 2 3 4', '1 2 3', '9000 9000'];
    case 'words':
      return ['', 'nonsense', `${sample} # c`, sample.toUpperCase(), ...everyWord(value.words)];
    case 'log-dest':
      return ['', 'nonsense', 'file', 'file /mnt/rw/log', 'syslog x', ...everyWord(value.words)];
    case 'duration':
      return ['', '5', 'd', '0d', '-1d', '5x', '5s', '5h x', '1y'];
    case 'text':
      return ['', 'x'.repeat(50), 'x'.repeat(51)].filter((text) => text === '' || isFree(option));
    case 'listener':
      return ['', 'abc', '70000', '-1', '0', '0 # x', '1885 127.0.0.1 junk', '0 /mnt/rw/sock', '1885x'];
    case 'hosts':
      return [
        '',
        '# x',
        '127.0.0.1',
        '127.0.0.1:0',
        '127.0.0.1:70000',
        '127.0.0.1:x',
        '127.0.0.1:1 127.0.0.1:2',
      ];
    case 'bridge-topic':
      return [
        '',
        't sideways',
        't OUT',
        't out 3',
        't out -1',
        't out x',
        't out 256',
        't both 2 "" b/',
        't out 0 a+/',
        't out 0 a/ #',
        '"" out 0 a b',
        '"" out 0',
        't out # c',
        'a/#/b',
        'a# in',
      ];
    case 'name-and-path':
      return ['', 'x'];
    case 'path':
    case 'name':
    case 'plugin-value':
      return [''];
    case 'ignored':
      return ['', 'junk and more'];
  }
}

/** Texts that the broker does not look up or look into when it starts. */
function isFree({ name, value }: Option): boolean {
  const type = valueIn(value, null);
  const isLookedUp = ['user', 'bind_address', 'bind_interface', 'tls_engine_kpass_sha1'].includes(name);
  return type.kind === 'text' && !isLookedUp;
}

function inOtherBases(sample: string): string[] {
  const number = Number(sample);
  return [`0x${number.toString(16)}`, `0${number.toString(8)}`];
}

/** Numbers at and beyond the limits; not ports below 1024, which the broker cannot open. */
function edges({ min, max }: IntValue, version: Version | null): string[] {
  const lowest = valueIn(min ?? Number.NEGATIVE_INFINITY, version);
  const least = Number.isFinite(lowest) ? [lowest, lowest - 1] : [];
  const most = max === undefined ? [] : [max, max + 1];
  return [...least, ...most].filter((number) => number !== 1 || max !== 65535).map(String);
}

function everyWord(words: ByVersion<readonly string[]>): string[] {
  return [...new Set(everyValue(words).flatMap(({ value }) => value))];
}
