import { listener, open } from './parts.ts';
import type { Recipe } from './types.ts';

const up = `${open}connection up\naddress 127.0.0.1:1884\n`;
const dynsec =
  'cp $(find /usr/lib -name mosquitto_dynamic_security.so | head -1) dynsec.so; chown mosquitto: dynsec.so';

type Line = readonly [name: string, cause: Recipe['causes'][number], conf: string, Recipe['releases']?];

const confs: readonly Line[] = [
  ['bridge-no-topic', 'bridge.incomplete', up],
  ['bridge-no-address', 'bridge.incomplete', `${open}connection up\ntopic # out\n`],
  ['bridge-no-secret', 'bridge.incomplete', `${up}topic # out\nbridge_identity me\n`],
  ['bridge-no-identity', 'bridge.incomplete', `${up}topic # out\nbridge_psk aabb\n`],
  ['bridge-nameless', 'conf.empty-value', `${open}connection\naddress 127.0.0.1:1884\ntopic # out\n`],
  [
    'bridge-twice',
    'bridge.same-name',
    `${up}topic # out\nconnection up\naddress 127.0.0.1:1885\ntopic # out\n`,
  ],
  [
    'bridge-same-local-id',
    'bridge.same-name',
    `${up}topic # out\nlocal_clientid me\nconnection down\naddress 127.0.0.1:1885\ntopic # out\nlocal_clientid me\n`,
  ],
  [
    'bridge-psk-too',
    'tls.half-pair',
    `${up}topic # out\nbridge_identity me\nbridge_psk aa\nbridge_cafile /x\n`,
  ],
  ['bridge-direction', 'bridge.bad-topic', `${up}topic # up\n`],
  ['bridge-quality', 'bridge.bad-topic', `${up}topic # out 3\n`],
  ['bridge-remapping', 'bridge.bad-topic', `${up}topic "" out\n`],
  ['bridge-local-prefix', 'bridge.bad-topic', `${up}topic # out 1 a/# b/\n`],
  ['bridge-remote-prefix', 'bridge.bad-topic', `${up}topic # out 1 a/ b/#\n`],
  ['bridge-pattern', 'bridge.bad-topic', `${up}topic a/#/b out 1 c/\n`],
  ['bridge-quote', 'bridge.bad-topic', `${up}topic "my topic out\n`, ['forky']],
  ['bridge-port', 'conf.bad-value', `${open}connection up\naddress 127.0.0.1:99999\ntopic # out\n`],
  ['bridge-addresses', 'conf.misplaced', `${up}address 127.0.0.1:1885\ntopic # out\n`],
  ['bridge-start-type', 'conf.bad-value', `${up}topic # out\nstart_type always\n`],
  ['bridge-manual', 'conf.bad-value', `${up}topic # out\nstart_type manual\n`],
  ['bridge-version', 'conf.bad-value', `${up}topic # out\nbridge_protocol_version mqttv6\n`],
  ['bridge-keepalive', 'conf.bad-value', `${up}topic # out\nkeepalive_interval 99999\n`],
  ['bridge-restart', 'conf.bad-value', `${up}topic # out\nrestart_timeout 30 10\n`],
  ['plugin-missing', 'plugin.unloadable', `${open}plugin DIR/none.so\n`],
  ['plugin-is-another', 'plugin.unloadable', `${open}plugin /usr/lib/x86_64-linux-gnu/libz.so.1\n`],
  ['plugin-not-loaded', 'plugin.bad-line', `${open}plugin_use x\n`, ['forky']],
  ['plugin-pathless', 'plugin.bad-line', `${open}plugin_load x\n`, ['forky']],
  ['plugin-option-bad', 'plugin.bad-line', `${open}plugin DIR/none.so\nplugin_opt_ x\n`],
];

/** Plugins that cannot be loaded, bridges that cannot be understood. */
export const pluginsAndBridges: readonly Recipe[] = [
  ...confs.map(
    ([name, cause, conf, releases]): Recipe => ({
      name,
      causes: [cause],
      conf,
      ...(releases === undefined ? {} : { releases }),
    }),
  ),
  {
    name: 'plugin-foreign',
    causes: ['plugin.unloadable'],
    conf: `${open}plugin DIR/x.so\n`,
    before: 'echo no library > x.so; chown mosquitto: x.so',
  },
  {
    name: 'plugin-same-name',
    causes: ['plugin.bad-line'],
    conf: `${open}plugin_load x DIR/dynsec.so\nplugin_opt_config_file DIR/d.json\nplugin_load x DIR/dynsec.so\n`,
    before: dynsec,
    releases: ['forky'],
  },
  {
    name: 'plugin-unset',
    causes: ['plugin.refused'],
    conf: `${open}plugin DIR/dynsec.so\n`,
    before: dynsec,
  },
  {
    name: 'dynsec-corrupt',
    causes: ['plugin.dynsec-unread'],
    conf: `${listener}plugin DIR/dynsec.so\nplugin_opt_config_file DIR/dynsec.json\n`,
    files: { 'dynsec.json': '{ no json' },
    before: dynsec,
  },
  {
    name: 'dynsec-missing',
    causes: ['plugin.dynsec-unread'],
    conf: `${listener}plugin DIR/dynsec.so\nplugin_opt_config_file DIR/none.json\n`,
    before: dynsec,
    releases: ['bookworm', 'trixie'],
  },
  {
    name: 'dynsec-closed',
    causes: ['plugin.dynsec-unread'],
    conf: `${listener}plugin DIR/dynsec.so\nplugin_opt_config_file DIR/dynsec.json\n`,
    files: { 'dynsec.json': '{}' },
    before: `${dynsec}; chown root: dynsec.json`,
  },
];
