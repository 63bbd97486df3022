import { listener, open } from './parts.ts';
import type { Recipe } from './types.ts';

type Line = readonly [name: string, cause: Recipe['causes'][number], text: string, Recipe['releases']?];

/** Lines that the broker cannot read, each below a listener. */
const lines: readonly Line[] = [
  ['unknown-variable', 'conf.unknown-variable', 'allow_anonimous true'],
  ['bad-boolean', 'conf.bad-value', 'allow_anonymous yes'],
  ['bad-protocol', 'conf.bad-value', 'protocol mqtts'],
  ['bad-log-type', 'conf.bad-value', 'log_type verbose'],
  ['bad-log-dest', 'conf.bad-value', 'log_dest journal'],
  ['bad-facility', 'conf.bad-value', 'log_facility 99'],
  ['bad-expiry', 'conf.bad-value', 'persistent_client_expiration soon'],
  ['bad-domain', 'conf.bad-value', 'socket_domain ipx'],
  ['bad-mount-point', 'conf.bad-value', 'mount_point a/#/'],
  ['bad-port', 'conf.bad-value', 'listener 99999'],
  ['bad-keepalive', 'conf.bad-value', 'max_keepalive 99999'],
  ['bad-memory', 'conf.bad-value', 'memory_limit -1'],
  ['bad-size', 'conf.bad-value', 'message_size_limit -1'],
  ['bad-interval', 'conf.bad-value', 'sys_interval -1'],
  ['bad-quality', 'conf.bad-value', 'max_qos 5'],
  ['bad-inflight', 'conf.bad-value', 'max_inflight_messages 70000'],
  ['bad-packet', 'conf.bad-value', 'max_packet_size 5'],
  ['bad-alias', 'conf.bad-value', 'max_topic_alias 70000'],
  ['big-number', 'conf.bad-value', 'max_connections 99999999999', ['forky']],
  ['bad-number', 'conf.bad-value', 'max_connections many', ['forky']],
  ['empty-value', 'conf.empty-value', 'password_file'],
  ['empty-number', 'conf.empty-value', 'max_connections'],
  ['empty-listener', 'conf.empty-value', 'listener'],
  ['empty-log-file', 'conf.empty-value', 'log_dest file '],
  ['duplicate', 'conf.duplicate-value', 'persistence_location /tmp/\npersistence_location /var/tmp/'],
  ['duplicate-log', 'conf.duplicate-value', 'log_dest file DIR/a.log\nlog_dest file DIR/b.log'],
  ['include-missing', 'conf.folder-missing', 'include_dir DIR/none'],
  ['not-utf8', 'conf.not-utf8', 'mount_point caf@/'],
  ['bridge-option-outside', 'conf.misplaced', 'address 127.0.0.1:1884'],
  ['plugin-option-outside', 'conf.misplaced', 'plugin_opt_x y'],
  ['plugin-deny-outside', 'conf.misplaced', 'auth_plugin_deny_special_chars true'],
  ['per-listener-late', 'conf.misplaced', 'allow_anonymous true\nper_listener_settings true', ['forky']],
];

/** What is said beside it. */
const also: Readonly<Record<string, Recipe['causes']>> = {
  'bad-size': ['conf.deprecated-said'],
  'per-listener-late': ['conf.deprecated-said'],
};

export const configuration: readonly Recipe[] = [
  ...lines.map(
    ([name, cause, text, releases]): Recipe => ({
      name,
      causes: [cause, ...(also[name] ?? [])],
      conf: `${listener}${text}\n`,
      ...(releases === undefined ? {} : { releases }),
      ...(name === 'not-utf8' ? { before: `perl -pi -e 's/@/\\xe9/' mosquitto.conf` } : {}),
    }),
  ),
  {
    name: 'listener-option-outside',
    causes: ['conf.misplaced'],
    conf: 'mount_point a/\n',
  },
  {
    name: 'listener-option-outside-2',
    causes: ['conf.misplaced'],
    conf: 'listener_allow_anonymous true\n',
    releases: ['forky'],
  },
  { name: 'no-config', causes: ['conf.file-unread'], conf: listener, before: 'rm mosquitto.conf' },
  {
    name: 'config-is-folder',
    causes: ['conf.file-unread'],
    conf: listener,
    before: 'rm mosquitto.conf; mkdir mosquitto.conf',
  },
  {
    name: 'included-is-folder',
    causes: ['conf.file-unread'],
    conf: `${listener}include_dir DIR/conf.d\n`,
    before: 'mkdir -p conf.d/more.conf',
  },
  {
    name: 'included-fault',
    causes: ['conf.bad-value'],
    conf: `${listener}include_dir DIR/conf.d\n`,
    files: { 'conf.d/more.conf': '# more\nallow_anonymous on\n' },
    before: 'chmod 755 conf.d',
  },
  {
    name: 'included-link-gone',
    causes: ['conf.file-unread'],
    conf: `${listener}include_dir DIR/conf.d\n`,
    before: 'mkdir conf.d; ln -s none.conf conf.d/more.conf',
  },
  {
    name: 'included-twice',
    causes: ['conf.misplaced'],
    conf: `${listener}include_dir DIR/conf.d\n`,
    files: { 'conf.d/more.conf': 'include_dir /tmp\n' },
    before: 'chmod 755 conf.d',
    releases: ['forky'],
  },
  { name: 'unknown-user', causes: ['user.unknown'], conf: `${listener}user nobody-of-that-name\n` },
  {
    name: 'rights-kept',
    causes: ['user.rights-kept'],
    conf: listener,
    limits: 'exec setpriv --bounding-set -setgid,-setuid mosquitto -c mosquitto.conf',
  },
  { name: 'pid-file', causes: ['pid.unwritable'], conf: `${listener}pid_file DIR/none/mosquitto.pid\n` },
  {
    name: 'pid-file-folder',
    causes: ['pid.unwritable'],
    conf: `${listener}pid_file DIR/folder\n`,
    before: 'mkdir folder',
  },
  {
    name: 'log-file',
    causes: ['log.unwritable'],
    conf: `${open}log_dest file DIR/none/mosquitto.log\nlog_dest stderr\n`,
  },
  {
    name: 'log-closed',
    causes: ['log.unwritable'],
    conf: `${open}log_dest file DIR/closed/mosquitto.log\nlog_dest stderr\n`,
    before: 'mkdir closed; chmod 700 closed',
  },
];
