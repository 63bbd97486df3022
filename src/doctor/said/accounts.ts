import type { SaidFamily } from './family.ts';

const unopenedPasswords = /^Unable to open pwfile "(?<path>.+)"\.$/;
const badPasswordLine = [
  /^Unable to decode line in password file '(?<path>.+?)'\.$/,
  /^Invalid line in password file '(?<path>.+?)'.*$/,
  /^Duplicate user '.+' in password file '(?<path>.+?)'\.$/,
];
const unopenedAcl = /^Unable to open acl_file "(?<path>.+)"\.$/;
const badAclLine = [
  /^Invalid line in acl_file "(?<path>.+?)": .*$/,
  /^(?:Missing username|Empty topic) in acl_file "(?<path>.+)"\.$/,
  /^Invalid (?:topic access type|ACL topic) ".*" in acl_file "(?<path>.+)"\.$/,
];
const andSo = [/^Error opening (?:password|acl|psk) file "?.*$/];

/** Password, ACL and PSK files that the broker cannot read. */
export const accounts = {
  'psk.unopened': {
    severity: 'critical',
    stage: 'start',
    says: [unopenedPasswords],
    more: andSo,
    needs: /^Error opening psk file /,
    rules: ['file.missing', 'file.broker-cannot-read'],
  },
  // 2.0 goes on without the file, 2.1 ends (measured).
  'passwords.lost-at-reload': {
    severity: 'critical',
    stage: 'running',
    when: 'reload',
    until: 'reload',
    says: [unopenedPasswords, ...badPasswordLine],
    more: andSo,
  },
  'passwords.unopened': {
    severity: 'critical',
    stage: 'start',
    says: [unopenedPasswords, /^(?<path>.*)(?<!\.db) is not a file\.$/],
    more: [unopenedPasswords, ...andSo],
    rules: ['file.missing', 'file.broker-cannot-read', 'file.link', 'file.wrong-kind'],
  },
  'passwords.invalid-line': {
    severity: 'critical',
    stage: 'start',
    says: badPasswordLine,
    more: andSo,
    rules: ['passwd.plaintext', 'passwd.undecodable', 'passwd.duplicate', 'passwd.junk', 'passwd.empty'],
  },
  'passwords.entry-dropped': {
    severity: 'high',
    stage: 'running',
    until: 'reload',
    says: [
      /^(?:Invalid password hash(?: type)?|Invalid hash iterations|Unable to decode password(?: salt)?) for user (?<user>.+), removing entry\.$/,
    ],
    rules: ['passwd.plaintext', 'passwd.undecodable', 'passwd.empty', 'passwd.junk'],
  },
  'psk.invalid-line': {
    severity: 'critical',
    stage: 'start',
    says: [/^psk for identity "(?<user>.*)" contains non-hexadecimal characters\.$/],
    more: andSo,
    rules: ['psk.invalid-line'],
  },
  'acl.lost-at-reload': {
    severity: 'critical',
    stage: 'running',
    when: 'reload',
    until: 'reload',
    says: [unopenedAcl, ...badAclLine],
    more: andSo,
  },
  'acl.unopened': {
    severity: 'critical',
    stage: 'start',
    says: [unopenedAcl],
    more: andSo,
    rules: ['file.missing', 'file.broker-cannot-read', 'file.link', 'file.wrong-kind'],
  },
  'acl.unreadable-line': {
    severity: 'critical',
    stage: 'start',
    says: badAclLine,
    more: andSo,
    rules: ['acl.invalid-line', 'acl.word-as-topic', 'conf.indented-comment'],
  },
  'acl.pattern-for-all': {
    severity: 'low',
    stage: 'running',
    says: [/^ACL pattern '(?<pattern>.*)' does not contain '%c' or '%u'\.$/],
    rules: ['acl.pattern-for-everybody'],
  },
  'file.open-to-others': {
    severity: 'low',
    stage: 'running',
    says: [/^File (?<path>.+?) (?:has world readable permissions|(?:owner|group) is not \S+)\. Future .*$/],
    more: [/^To fix this, use .*$/],
  },
  'plugin.dynsec-unread': {
    severity: 'critical',
    stage: 'start',
    says: [/^Error loading Dynamic security plugin config: (?<reason>.*?)\.?$/],
  },
  'plugin.refused': {
    severity: 'high',
    stage: 'running',
    says: [
      /^Dynamic security plugin has no plugin_opt_config_file defined\. The plugin will not be activated\.$/,
    ],
  },
  'plugin.unloadable': {
    severity: 'critical',
    stage: 'start',
    says: [
      /^Unable to load (?:auth )?plugin "(?<path>.+)"\.$/,
      /^Unable to load (?:auth )?plugin function .*$/,
    ],
    more: [/^Load error: (?<reason>.*)$/],
    needs: /^Load error: (?<reason>.*)$/,
  },
} as const satisfies SaidFamily;
