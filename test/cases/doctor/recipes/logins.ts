import { hash, listener, open, pair, pub, send, tlsConf, tlsPub } from './parts.ts';
import type { Recipe } from './types.ts';

const dynsec = `${listener}plugin DIR/dynsec.so\nplugin_opt_config_file DIR/dynsec.json\n`;

/** Clients that are not let in. */
export const logins: readonly Recipe[] = [
  {
    name: 'wrong-password',
    causes: ['login.refused'],
    conf: `${listener}password_file DIR/pw\n`,
    files: { pw: `alice:${hash}\n` },
    after: `${pub} -u alice -P wrong -i lamp-7 -t a -m b; ${pub} -V 5 -u bob -P wrong -i lamp-8 -t a -m b`,
  },
  {
    name: 'no-name',
    causes: ['login.refused'],
    conf: `${listener}password_file DIR/pw\n`,
    files: { pw: `alice:${hash}\n` },
    after: `${pub} -t a -m b`,
  },
  {
    name: 'nobody-may-enter',
    causes: ['login.refused'],
    conf: listener,
    after: `${pub} -i lamp-9 -t a -m b`,
  },
  {
    name: 'dynsec-login',
    causes: ['login.refused'],
    conf: dynsec,
    before:
      'cp $(find /usr/lib -name mosquitto_dynamic_security.so | head -1) dynsec.so; mosquitto_ctrl dynsec init dynsec.json admin secret > /dev/null; chown mosquitto: dynsec.so dynsec.json',
    after: `${pub} -i lamp-7 -u admin -P wrong -t a -m b`,
  },
  {
    name: 'id-prefix',
    causes: ['login.refused', 'conf.deprecated-said'],
    conf: `${open}clientid_prefixes home-\n`,
    after: `${pub} -i lamp -t a -m b`,
  },
  {
    name: 'empty-id',
    causes: ['connection.malformed'],
    conf: `${open}allow_zero_length_clientid false\n`,
    after: send('100c00044d5154540402003c0000'),
  },
  {
    name: 'identity-without-certificate',
    causes: ['login.refused'],
    conf: `${tlsConf}cafile DIR/cert.pem\nuse_identity_as_username true\n`,
    before: pair,
    after: `${tlsPub} -i lamp -t a -m b`,
  },
  {
    name: 'psk-unknown',
    causes: ['login.psk'],
    conf: 'listener 8883 127.0.0.1\npsk_hint home\npsk_file DIR/psk\nallow_anonymous true\n',
    files: { psk: 'lamp:0123456789abcdef\n' },
    after: 'mosquitto_pub -h 127.0.0.1 -p 8883 --psk-identity door --psk 0123456789abcdef -t a -m b',
  },
  {
    name: 'psk-wrong-key',
    causes: ['login.psk'],
    conf: 'listener 8883 127.0.0.1\npsk_hint home\npsk_file DIR/psk\nallow_anonymous true\n',
    files: { psk: 'lamp:0123456789abcdef\n' },
    after: 'mosquitto_pub -h 127.0.0.1 -p 8883 --psk-identity lamp --psk 0123456789abcd00 -t a -m b',
  },
  {
    name: 'auth-method',
    causes: ['connection.feature'],
    conf: open,
    after: send('101600044d5154540502003c081500055343524131000141'),
  },
];
