import { clientPair, otherPair, pair, signedOnce, tlsConf, tlsPub } from './parts.ts';
import type { Recipe } from './types.ts';

const conf = `${tlsConf}allow_anonymous true\n`;
const both = `${conf}cafile DIR/cert.pem\nrequire_certificate true\n`;
/** What openssl calls a client; without an end of input, so that it sees what the broker answers. */
const client = (options: string): string =>
  `(sleep 0.5) | timeout 2 openssl s_client -connect 127.0.0.1:8883 ${options}`;

/** Clients whose handshake fails. */
export const tlsClients: readonly Recipe[] = [
  {
    name: 'client-distrusts',
    causes: ['tls.client-distrusts'],
    conf,
    before: `${pair}\n${otherPair}`,
    after: 'mosquitto_pub -h 127.0.0.1 -p 8883 --cafile other.pem -t a -m b',
  },
  {
    name: 'server-certificate-expired',
    causes: ['tls.client-refuses'],
    or: { bookworm: ['tls.client-distrusts'] },
    conf,
    before: `${pair}\n${otherPair}\nopenssl req -new -key other.key -subj /CN=localhost -out server.csr\n${signedOnce('server')}\ncp cert.pem ca.pem; cp server.pem cert.pem; cp other.key key.pem; chown mosquitto: key.pem cert.pem`,
    after: `mosquitto_pub -h 127.0.0.1 -p 8883 --insecure --cafile ca.pem -t a -m b`,
  },
  {
    name: 'server-name-differs',
    causes: ['tls.client-refuses'],
    conf,
    before: pair
      .replace('DNS:localhost,IP:127.0.0.1', 'DNS:elsewhere')
      .replace('/CN=localhost', '/CN=elsewhere'),
    after: `${tlsPub} -t a -m b`,
  },
  {
    name: 'client-without-certificate',
    causes: ['tls.client-without-certificate'],
    conf: both,
    before: pair,
    after: `${tlsPub} -t a -m b`,
  },
  {
    name: 'client-of-another-authority',
    causes: ['tls.client-untrusted'],
    conf: both,
    before: `${pair}\n${otherPair}`,
    after: `${tlsPub} --cert other.pem --key other.key -t a -m b`,
  },
  {
    name: 'client-certificate-expired',
    causes: ['tls.client-untrusted'],
    conf: both,
    before: `${pair}\n${clientPair('lamp', '-days 2')}\n${signedOnce('lamp')}`,
    after: `${tlsPub} --cert lamp.pem --key lamp.key -t a -m b`,
  },
  {
    name: 'client-certificate-revoked',
    causes: ['tls.client-untrusted'],
    conf: `${both}crlfile DIR/crl.pem\n`,
    before: `${pair}\n${clientPair('lamp', '-days 2')}
touch index.txt; echo 01 > crlnumber
printf '[ca]\\ndefault_ca = a\\n[a]\\ndatabase = index.txt\\ncrlnumber = crlnumber\\ndefault_md = sha256\\ndefault_crl_days = 2\\n' > ca.cnf
openssl ca -config ca.cnf -keyfile key.pem -cert cert.pem -revoke lamp.pem 2> .openssl
openssl ca -config ca.cnf -keyfile key.pem -cert cert.pem -gencrl -out crl.pem 2> .openssl
chown mosquitto: crl.pem`,
    after: `${tlsPub} --cert lamp.pem --key lamp.key -t a -m b`,
  },
  {
    name: 'client-old-tls',
    causes: ['tls.no-common-version'],
    conf: `${conf}tls_version tlsv1.3\n`,
    before: pair,
    after: client('-tls1_2'),
  },
  {
    name: 'client-no-cipher',
    causes: ['tls.no-common-cipher'],
    conf: `${conf}ciphers ECDHE-ECDSA-AES256-GCM-SHA384\n`,
    before: pair,
    after: client('-tls1_2 -cipher AES128-SHA'),
  },
];
