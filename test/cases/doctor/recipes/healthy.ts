import {
  clientPair,
  endOther,
  listener,
  open,
  otherBroker,
  pair,
  pub,
  reload,
  sub,
  tlsConf,
} from './parts.ts';
import type { Recipe } from './types.ts';

/** Brokers that are well, and used. */
export const healthy: readonly Recipe[] = [
  {
    name: 'healthy',
    causes: [],
    conf: 'listener 1883 127.0.0.1\nallow_anonymous true\npersistence true\npersistence_location DIR/\n',
    after:
      'mosquitto_pub -h 127.0.0.1 -t a/b -m hello -q 1\nmosquitto_pub -h 127.0.0.1 -V 5 -t a/b -m hello -r\nmosquitto_sub -h 127.0.0.1 -t a/b -C 1\nkill -HUP $BROKER\nkill -USR1 $BROKER\nmosquitto_pub -h 127.0.0.1 -t a/b -m hello -q 2',
  },
  {
    name: 'healthy-logins',
    causes: [],
    conf: `${listener}password_file DIR/pw\nacl_file DIR/acl\nlog_type all\nmax_connections 20\nmax_keepalive 600\n`,
    files: { acl: 'user alice\ntopic readwrite a/#\npattern readwrite home/%u/#\n' },
    before: 'touch pw; mosquitto_passwd -b pw alice secret; chown mosquitto: pw; chmod 600 pw',
    after: `${sub} -u alice -P secret -i lamp -t a/b -C 1 & sleep 0.2; ${pub} -u alice -P secret -i door -t a/b -m x -q 1; ${reload}; ${pub} -V 5 -u alice -P secret -t home/alice/x -m x -q 2 --will-topic a/c --will-payload gone`,
  },
  {
    name: 'healthy-tls',
    causes: [],
    conf: `${tlsConf}cafile DIR/cert.pem\nrequire_certificate true\nuse_identity_as_username true\n`,
    before: `${pair}\n${clientPair('lamp', '-days 2')}`,
    after: `mosquitto_pub -h 127.0.0.1 -p 8883 --cafile cert.pem --cert lamp.pem --key lamp.key -i lamp -t a -m b; ${reload}; mosquitto_pub -h 127.0.0.1 -p 8883 --cafile cert.pem --cert lamp.pem --key lamp.key -i lamp -t a -m b -q 1`,
  },
  {
    name: 'healthy-bridge',
    causes: [],
    conf: `${open}connection up\naddress 127.0.0.1:1884\ntopic # both 1\nrestart_timeout 1\nlog_type all\n`,
    before: otherBroker('listener 1884 127.0.0.1\nallow_anonymous true\n'),
    after: `sleep 1; ${pub} -t a/b -m x -q 1; sleep 0.3; ${reload}; sleep 1; ${endOther}`,
  },
  {
    name: 'healthy-clients',
    causes: [],
    conf: `${open}listener 9001 127.0.0.1\nprotocol websockets\nlog_type all\npersistence true\npersistence_location DIR/\nautosave_interval 1\n`,
    after: `${sub} -i lamp -t x & sleep 0.2; kill -KILL $!; ${sub} -i lamp -c -q 1 -t x -E; ${pub} -i lamp -t x -m y -q 1; ${sub} -i lamp -c -q 1 -t x -W 1; ${pub} -V 31 -i lamp -t x -r -n; perl -MIO::Socket::INET -e 'IO::Socket::INET->new("127.0.0.1:1883") for 1 .. 3'; sleep 1`,
  },
];
