import { tlsConf as conf, pair } from './parts.ts';
import type { Recipe } from './types.ts';

const otherwise: Readonly<Record<string, NonNullable<Recipe['or']>>> = {
  parameters: { forky: ['conf.deprecated-said'] },
  'psk-too': { bookworm: [], trixie: [] },
};

/** A listener that comes to speak TLS with another pair than the usual one; it makes what it names. */
const made = (name: string, cause: Recipe['causes'][number], lines: string, more = ''): Recipe => ({
  name,
  causes: [cause],
  conf: `${conf}${lines}`,
  before: more === '' ? pair : `${pair}\n${more}`,
  ...(otherwise[name] === undefined ? {} : { or: otherwise[name] }),
});

const weak = (algorithm: string): string =>
  `openssl req -x509 -newkey ${algorithm} -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=localhost 2> .openssl\nchown mosquitto: key.pem cert.pem`;

/** Certificates and keys with which no listener can be opened. */
export const tls: readonly Recipe[] = [
  { name: 'certificate-missing', causes: ['tls.certificate-unread'], conf },
  made('certificate-closed', 'tls.certificate-unread', '', 'chmod 600 cert.pem; chown root: cert.pem'),
  made('certificate-is-none', 'tls.not-pem', '', 'echo nothing > cert.pem'),
  made('certificate-is-key', 'tls.not-pem', '', 'cat key.pem > cert.pem'),
  made('certificate-broken', 'tls.not-pem', '', 'sed -i 3d cert.pem'),
  made(
    'certificate-binary',
    'tls.not-pem',
    '',
    'openssl x509 -in cert.pem -outform der -out x; cat x > cert.pem',
  ),
  made('certificate-weak', 'tls.too-weak', '', weak('rsa:1024')),
  made('key-missing', 'tls.key-unread', '', 'rm key.pem'),
  made('key-closed', 'tls.key-unread', '', 'chown root: key.pem'),
  made('key-is-none', 'tls.not-pem', '', 'echo nothing > key.pem'),
  made('key-is-certificate', 'tls.not-pem', '', 'cat cert.pem > key.pem'),
  made(
    'key-of-another',
    'tls.key-mismatch',
    '',
    'openssl ecparam -name prime256v1 -genkey -noout -out new; cat new > key.pem',
  ),
  made(
    'key-of-another-kind',
    'tls.key-mismatch',
    '',
    'openssl genrsa -out new 2048 2> .openssl; cat new > key.pem',
  ),
  made(
    'key-encrypted',
    'tls.key-encrypted',
    '',
    'openssl ec -in key.pem -aes128 -passout pass:secret -out new 2> .openssl; cat new > key.pem',
  ),
  {
    name: 'certificate-alone',
    causes: ['tls.half-pair'],
    conf: 'listener 8883 127.0.0.1\ncertfile DIR/cert.pem\n',
    before: pair,
    releases: ['trixie', 'forky'],
  },
  {
    name: 'key-alone',
    causes: ['tls.half-pair'],
    conf: 'listener 8883 127.0.0.1\nkeyfile DIR/key.pem\n',
    before: pair,
    releases: ['trixie', 'forky'],
  },
  {
    name: 'authority-alone',
    causes: ['tls.half-pair'],
    conf: 'listener 8883 127.0.0.1\ncafile DIR/cert.pem\n',
    before: pair,
    releases: ['trixie', 'forky'],
  },
  made('authority-missing', 'tls.authority-unread', 'cafile DIR/none.pem\n'),
  made('authority-is-none', 'tls.authority-unread', 'cafile DIR/ca.pem\n', 'echo nothing > ca.pem'),
  made('revocations-missing', 'tls.revocations-unread', 'cafile DIR/cert.pem\ncrlfile DIR/none.pem\n'),
  made(
    'revocations-none',
    'tls.revocations-unread',
    'cafile DIR/cert.pem\ncrlfile DIR/crl.pem\nrequire_certificate true\n',
    'echo nothing > crl.pem',
  ),
  made('tls-version', 'tls.bad-setting', 'tls_version tlsv1.9\n'),
  made('ciphers', 'tls.bad-setting', 'ciphers NOTHING\n'),
  made('ciphers-13', 'tls.bad-setting', 'ciphers_tls1.3 NOTHING\n'),
  made('parameters', 'tls.bad-setting', 'dhparamfile DIR/none.pem\n'),
  made('engine', 'tls.bad-setting', 'tls_engine nothing\n'),
  made(
    'psk-too',
    'tls.half-pair',
    'psk_hint x\npsk_file DIR/psk\n',
    'touch psk; chown mosquitto: psk; chmod 600 psk',
  ),
];
