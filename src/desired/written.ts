import { type Message, msg } from '../i18n/messages.ts';

/**
 * What mqtt-setup writes into mosquitto.conf, and why: an entry for every option that `templates/mosquitto.conf.hbs`
 * can write, which a test holds.
 */
export const writtenOptions: ReadonlyMap<string, Message> = new Map([
  ['allow_anonymous', msg('explain.sets.allow_anonymous')],
  ['password_file', msg('explain.sets.password_file')],
  ['acl_file', msg('explain.sets.acl_file')],
  ['set_tcp_nodelay', msg('explain.sets.set_tcp_nodelay')],
  ['listener', msg('explain.sets.listener')],
  ['pid_file', msg('explain.sets.pid_file')],
  ['user', msg('explain.sets.user')],
  ['persistence', msg('explain.sets.persistence')],
  ['persistence_location', msg('explain.sets.persistence_location')],
  ['log_dest', msg('explain.sets.log_dest')],
  ['log_timestamp_format', msg('explain.sets.log_timestamp_format')],
]);
