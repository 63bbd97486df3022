import type { Mend } from '../mends/types.ts';
import type { Said } from '../types.ts';
import type { SaidFamily } from './family.ts';

/** What the broker says of lines that it cannot read. */
export const configuration = {
  'conf.unknown-variable': {
    severity: 'critical',
    stage: 'start',
    says: [/^Unknown configuration variable ["'](?<option>.*)["']\.$/],
    rules: ['conf.unknown-option', 'conf.newer-option', 'conf.removed-option'],
    mends: withoutLine,
  },
  'bridge.bad-topic': {
    severity: 'critical',
    stage: 'start',
    says: [
      /^(?<reason>Invalid bridge (?:topic|QoS|remapping).*?)\.$/,
      /^(?<reason>Missing closing quote in topic value.*?)\.$/,
    ],
    more: [/^Out of memory\.$/],
    rules: ['conf.wrong-value'],
    mends: withoutLine,
  },
  'plugin.bad-line': {
    severity: 'critical',
    stage: 'start',
    says: [
      /^(?<reason>Invalid '?(?:auth|plugin)_opt_'? config option)\.$/,
      /^(?<reason>Plugin '.*' not previously loaded)\.$/,
      /^(?<reason>Missing plugin path for plugin name '.*')\.$/,
      /^(?<reason>Duplicate plugin name '.*')\.$/,
    ],
    rules: ['conf.plugin-not-loaded', 'conf.wrong-value', 'conf.missing-value'],
    mends: withoutLine,
  },
  'listener.socket-not-made': {
    severity: 'critical',
    stage: 'start',
    says: [
      /^Error binding unix socket: (?<reason>.*?)\.?$/,
      /^(?<reason>Path to unix socket is too long) ".*"\.$/,
      /^(?<reason>A listener with port 0 must provide a Unix socket path)\.$/,
    ],
    rules: ['file.socket-folder'],
  },
  'conf.bad-value': {
    severity: 'critical',
    stage: 'start',
    says: [
      /^Invalid (?:bridge )?'?(?<option>\w+)'? (?:value|duration)\b.*$/,
      /^Invalid '?(?<option>mount_point)'? .*$/,
      /^'?(?<option>\w+)'? must be (?:<=|>=|between) .*$/,
      /^'?(?<option>\w+)'? value (?:not a number|out of range)\.$/,
      /^Bridge (?<option>keepalive) value too high\.$/,
      /^backoff cap is lower than the base in (?<option>restart_timeout)\.$/,
      /^Manual (?<option>start_type) not supported\.$/,
    ],
    rules: ['conf.wrong-value', 'conf.lenient-number'],
    mends: withoutLine,
  },
  'conf.empty-value': {
    severity: 'critical',
    stage: 'start',
    says: [/^Empty ["']?(?<option>[\w ]+?)["']? value in configuration\.$/],
    rules: ['conf.missing-value'],
    mends: withoutLine,
  },
  'conf.duplicate-value': {
    severity: 'critical',
    stage: 'start',
    says: [/^Duplicate ["']?(?<option>[\w ]+?)["']? value(?: in configuration)?\.$/],
    rules: ['conf.duplicate'],
    mends: withoutLine,
  },
  'conf.misplaced': {
    severity: 'critical',
    stage: 'start',
    says: [
      /^Invalid bridge configuration(?:, '(?<option>\w+)' only allowed once)?\.$/,
      /^You must (?:use )?create a listener before using the (?<option>\w+) option in the configuration file\.$/,
      /^The '?(?<option>\w+)'? option requires .* to be defined first\.$/,
      /^An (?<option>\w+) option exists in the config file without an? (?:auth_)?plugin\.$/,
      /^(?<option>per_listener_settings) must be set before any other security settings\.$/,
      /^The (?<option>include_dir) option is only valid in the main configuration file\.$/,
    ],
    rules: [
      'conf.outside-bridge',
      'conf.outside-listener',
      'conf.outside-plugin',
      'conf.per-listener-late',
      'conf.duplicate',
    ],
    mends: withoutLine,
  },
  'conf.folder-missing': {
    severity: 'critical',
    stage: 'start',
    says: [/^Unable to open include_dir '(?<path>.*)'\.$/],
  },
  'conf.not-utf8': {
    severity: 'critical',
    stage: 'start',
    says: [/^Malformed UTF-8 in configuration\.$/],
    rules: ['conf.not-utf8'],
    mends: withoutLine,
  },
  'reload.unread': {
    severity: 'high',
    stage: 'running',
    when: 'reload',
    until: 'reload',
    says: [/^Unable to open config file '?(?<path>.+?)'?\.$/],
  },
  'conf.file-unread': {
    severity: 'critical',
    stage: 'start',
    says: [
      /^Unable to open config file '?(?<path>.+?)'?\.$/,
      /^Config file '?(?<path>.+?)'? is a directory\.$/,
    ],
  },
  'conf.deprecated-said': {
    severity: 'low',
    stage: 'running',
    says: [
      /^The '(?<option>\w+)' option is now deprecated\b.*$/,
      /^The '?(?<option>\w+)'? option is no longer available\.$/,
      /^It is recommended to replace `(?<option>\w+)` with .*$/,
      /^(?<option>dhparamfile) is no longer required\.$/,
    ],
  },
  // What a reload could not read is named by the broker in the lines before.
  'reload.refused': {
    severity: 'high',
    stage: 'running',
    when: 'reload',
    until: 'reload',
    says: [/^Error found at '?(?<path>.+?):(?<number>\d+)'?\.?$/],
    more: [/^Error found at /],
  },
  'reload.listeners': {
    severity: 'medium',
    stage: 'running',
    until: 'reload',
    says: [/^It is not currently possible to add\/remove listeners when reloading the config file\.$/],
    more: [/^Error found at /],
  },
} as const satisfies SaidFamily;

/** The line that the broker names, as a comment. */
function withoutLine({ place }: Said): Mend[] {
  return place?.line === undefined ? [] : [{ kind: 'comment-out', path: place.file, line: place.line }];
}
