import { listener, open, pub, reload } from './parts.ts';
import type { Recipe } from './types.ts';

const withAcl = `${open}acl_file DIR/acl\n`;
const dynsec = `${listener}plugin DIR/dynsec.so\nplugin_opt_config_file DIR/dynsec.json\nlog_type all\n`;

/** Clients that are in, and may not do what they want; rights that are lost. */
export const rights: readonly Recipe[] = [
  {
    name: 'publish-denied',
    causes: ['rights.publish'],
    conf: `${withAcl}log_type all\n`,
    files: { acl: 'topic read a/#\n' },
    after: `${pub} -i lamp -t a/b -m x; ${pub} -i lamp -q 1 -t a/b -m x; ${pub} -V 5 -q 1 -i lamp -t a/b -m x; ${pub} -i lamp -r -q 2 -t a/b -m x`,
  },
  {
    name: 'dynsec-denied',
    causes: ['rights.publish'],
    conf: dynsec,
    before:
      'cp $(find /usr/lib -name mosquitto_dynamic_security.so | head -1) dynsec.so; mosquitto_ctrl dynsec init dynsec.json admin secret > /dev/null; chown mosquitto: dynsec.so dynsec.json',
    after: `${pub} -u admin -P secret -i lamp -q 1 -t a/b -m x`,
  },
  {
    name: 'acl-lost-at-reload',
    causes: ['acl.lost-at-reload'],
    conf: withAcl,
    files: { acl: 'topic read a/#\n' },
    after: `echo nonsense here >> acl; ${reload}; ${pub} -t a/b -m x`,
    releases: ['bookworm', 'trixie'],
  },
  {
    name: 'acl-gone-at-reload',
    causes: ['acl.lost-at-reload'],
    conf: withAcl,
    files: { acl: 'topic read a/#\n' },
    after: `rm acl; ${reload}; ${pub} -t a/b -m x`,
    releases: ['bookworm', 'trixie'],
  },
  {
    name: 'acl-mended-by-reload',
    causes: [],
    conf: withAcl,
    files: { acl: 'topic read a/#\n' },
    after: `mv acl away; ${reload}; mv away acl; ${reload}; ${pub} -t a/b -m x`,
    releases: ['bookworm', 'trixie'],
  },
  {
    name: 'acl-reload-ends',
    causes: ['acl.lost-at-reload'],
    conf: withAcl,
    files: { acl: 'topic read a/#\n' },
    after: `echo nonsense here >> acl; ${reload}`,
    releases: ['forky'],
  },
  {
    name: 'pattern-for-all',
    causes: ['acl.pattern-for-all'],
    conf: withAcl,
    files: { acl: 'pattern read a/#\n' },
  },
];
