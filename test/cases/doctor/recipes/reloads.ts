import { listener, open, pair, pub, reload, tlsConf } from './parts.ts';
import type { Recipe } from './types.ts';

/** Reloads that do not do what they should. */
export const reloads: readonly Recipe[] = [
  {
    name: 'reload-nonsense',
    causes: ['conf.unknown-variable', 'reload.refused'],
    conf: open,
    after: `echo nonsense >> mosquitto.conf; ${reload}; ${pub} -t a -m b`,
  },
  {
    name: 'reload-nonsense-included',
    causes: ['conf.unknown-variable', 'reload.refused'],
    conf: `${open}include_dir DIR/conf.d\n`,
    files: { 'conf.d/more.conf': 'log_type all\n' },
    before: 'chmod 755 conf.d',
    after: `echo nonsense >> conf.d/more.conf; ${reload}; ${pub} -t a -m b`,
  },
  {
    name: 'reload-closed',
    causes: ['reload.unread'],
    conf: open,
    after: `chown root: mosquitto.conf; ${reload}; ${pub} -t a -m b`,
  },
  {
    name: 'reload-mended',
    causes: ['conf.unknown-variable'],
    conf: open,
    after: `echo nonsense >> mosquitto.conf; ${reload}; sed -i 3d mosquitto.conf; ${reload}; ${pub} -t a -m b`,
  },
  {
    name: 'reload-listener',
    causes: ['reload.listeners'],
    conf: open,
    after: `echo 'listener 1884 127.0.0.1' >> mosquitto.conf; ${reload}; ${pub} -t a -m b`,
  },
  {
    name: 'certificate-lost-at-reload',
    causes: ['tls.certificate-unread', 'reload.certificate'],
    conf: `${tlsConf}allow_anonymous true\n`,
    before: pair,
    after: `cp cert.pem ca.pem; rm cert.pem; ${reload}; mosquitto_pub -h 127.0.0.1 -p 8883 --cafile ca.pem -t a -m b`,
  },
  {
    name: 'key-mismatch-at-reload',
    causes: ['tls.key-mismatch', 'reload.certificate'],
    conf: `${tlsConf}allow_anonymous true\n`,
    before: pair,
    after: `cp cert.pem ca.pem; openssl ecparam -name prime256v1 -genkey -noout -out new.pem; cat new.pem > key.pem; ${reload}; mosquitto_pub -h 127.0.0.1 -p 8883 --cafile ca.pem -t a -m b`,
  },
  {
    name: 'passwords-gone-at-reload',
    causes: ['passwords.lost-at-reload', 'login.refused'],
    conf: `${listener}password_file DIR/pw\n`,
    before: 'touch pw; mosquitto_passwd -b pw alice secret; chown mosquitto: pw; chmod 600 pw',
    after: `rm pw; ${reload}; ${pub} -u alice -P secret -i lamp -t a/b -m x`,
    releases: ['bookworm', 'trixie'],
  },
  {
    name: 'passwords-reload-ends',
    causes: ['passwords.lost-at-reload'],
    conf: `${listener}password_file DIR/pw\n`,
    before: 'touch pw; mosquitto_passwd -b pw alice secret; chown mosquitto: pw; chmod 600 pw',
    after: `rm pw; ${reload}`,
    releases: ['forky'],
  },
];
