import type { Group } from './types.ts';

/** What the plugins of Debian's packages let themselves be told. The broker itself takes any `plugin_opt_` name. */
export const pluginOptions = {
  scope: 'plugin',
  effect: 'restart',
  since: '2.1',
  rows: {
    plugin_opt_config_file: {
      value: { kind: 'path', is: 'file', access: 'write', by: 'mosquitto' },
      default: null,
      again: 'adds',
      since: '2.0',
      plugin: 'dynamic_security',
      secret: 'file',
      beware: 'security',
    },
    plugin_opt_password_init_file: {
      value: { kind: 'path', is: 'file', access: 'read', by: 'mosquitto' },
      default: null,
      again: 'adds',
      plugin: 'dynamic_security',
      secret: 'file',
      beware: 'trap',
    },
    plugin_opt_acl_file: {
      value: { kind: 'path', is: 'file', access: 'read', by: 'mosquitto' },
      default: null,
      again: 'adds',
      contents: 'reload',
      plugin: 'acl_file',
    },
    plugin_opt_password_file: {
      value: { kind: 'path', is: 'file', access: 'read', by: 'mosquitto' },
      default: null,
      again: 'adds',
      contents: 'reload',
      plugin: 'password_file',
      secret: 'file',
    },
    plugin_opt_db_file: {
      value: { kind: 'path', is: 'file', access: 'write', by: 'mosquitto' },
      default: null,
      again: 'adds',
      plugin: 'persist_sqlite',
      beware: 'trap',
    },
    plugin_opt_sync: {
      value: { kind: 'words', words: ['extra', 'full', 'normal', 'off'], whole: true, anyCase: true },
      default: 'normal',
      again: 'adds',
      plugin: 'persist_sqlite',
    },
    plugin_opt_flush_period: {
      value: { kind: 'int', min: 0, unit: 'seconds', lax: true },
      default: '5',
      again: 'adds',
      plugin: 'persist_sqlite',
      beware: 'trap',
    },
    plugin_opt_page_size: {
      value: { kind: 'int', min: 1, unit: 'bytes', lax: true },
      default: '4096',
      again: 'adds',
      plugin: 'persist_sqlite',
    },
  },
} as const satisfies Group;
