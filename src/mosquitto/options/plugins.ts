import type { Group } from './types.ts';

/** Plugins, and what is handed to them. Each `…_opt_*` belongs to the plugin above it in the same file. */
export const plugins = {
  scope: 'security',
  effect: 'restart',
  since: '1.4',
  rows: {
    plugin: {
      value: { kind: 'path', is: 'plugin', access: 'read', by: 'mosquitto' },
      default: null,
      again: 'adds',
      since: '2.0',
      beware: 'security',
    },
    auth_plugin: {
      value: { kind: 'path', is: 'plugin', access: 'read', by: 'mosquitto' },
      default: null,
      again: 'adds',
      sameAs: 'plugin',
      deprecated: { since: '2.0', by: 'plugin' },
    },
    global_plugin: {
      value: { kind: 'path', is: 'plugin', access: 'read', by: 'mosquitto' },
      scope: 'broker',
      default: null,
      again: 'adds',
      since: '2.1',
    },
    plugin_load: {
      value: { kind: 'name-and-path' },
      scope: 'broker',
      default: null,
      again: 'adds',
      since: '2.1',
      beware: 'trap',
    },
    plugin_use: {
      value: { kind: 'name' },
      scope: 'listener',
      default: null,
      again: 'adds',
      since: '2.1',
      alone: 'refused',
      beware: 'trap',
    },
    'plugin_opt_*': {
      value: { kind: 'plugin-value' },
      scope: 'plugin',
      default: null,
      again: 'adds',
      since: '2.0',
      beware: 'trap',
    },
    'auth_opt_*': {
      value: { kind: 'plugin-value' },
      scope: 'plugin',
      default: null,
      again: 'adds',
      sameAs: 'plugin_opt_*',
      deprecated: { since: '2.0', by: 'plugin_opt_*' },
    },
    auth_plugin_deny_special_chars: {
      value: { kind: 'bool' },
      scope: 'plugin',
      default: 'true',
      since: '1.4.13',
      beware: 'security',
    },
  },
} as const satisfies Group;
