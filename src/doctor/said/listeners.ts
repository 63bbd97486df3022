import type { SaidFamily } from './family.ts';
import { opening } from './words.ts';

/** What stands in the way of a start, beside the configuration: addresses, the user, files that are written. */
export const listeners = {
  'listener.low-port': {
    severity: 'critical',
    stage: 'start',
    says: [/^If you are trying to bind to a privileged port \(<1024\), try using setcap .*$/],
    more: [/^ *sudo setcap .*$/, /^Permission denied$/],
    before: opening,
    rules: ['listener.low-port'],
  },
  'listener.port-in-use': {
    severity: 'critical',
    stage: 'start',
    says: [/^Address already in use$/],
    before: opening,
    seenAs: 'port.held',
    rules: ['listener.same-port'],
  },
  'listener.no-such-address': {
    severity: 'critical',
    stage: 'start',
    says: [/^Cannot assign requested address$/],
    before: opening,
    rules: ['listener.address'],
  },
  'listener.no-such-name': {
    severity: 'critical',
    stage: 'start',
    says: [/^Error creating listener: (?<reason>.*?)\.$/],
    rules: ['listener.address'],
  },
  'listener.no-such-interface': {
    severity: 'critical',
    stage: 'start',
    says: [
      /^Interface (?<name>\S+) does not (?:exist|support IPv[46] configuration)\.$/,
      /^Interface address for (?<name>\S+) does not match specified listener address .*$/,
    ],
    more: [/^Interface .*$/, /^Opening ipv[46] .*$/, /^Unable to start any listening sockets, exiting\.$/],
  },
  'listener.websockets-not-open': {
    severity: 'critical',
    stage: 'start',
    says: [
      /^Unable to create websockets listener on port (?<port>\d+)\.$/,
      /^Unable to start any listening sockets, exiting\.$/,
    ],
    before: opening,
    rules: ['listener.websockets-alone'],
  },
  'listener.local-only': {
    severity: 'medium',
    stage: 'running',
    says: [/^Starting in local only mode\. .*$/],
    more: [/^Create a configuration file which defines .*$/, /^For more details see .*$/],
  },
  'user.unknown': {
    severity: 'critical',
    stage: 'start',
    says: [/^Unable to drop privileges to '(?<user>.*)' because this user does not exist\.$/],
  },
  'user.rights-kept': {
    severity: 'critical',
    stage: 'start',
    says: [/^Error setting (?:groups|uid|gid) whilst dropping privileges: (?<reason>.*?)\.$/],
  },
  'pid.unwritable': {
    severity: 'critical',
    stage: 'start',
    says: [/^Unable to write pid file\.$/],
    rules: ['file.pid-folder'],
  },
  'log.unwritable': {
    severity: 'critical',
    stage: 'start',
    says: [/^Unable to open log file (?<path>.+) for writing\.$/],
    rules: ['file.log-folder'],
  },
  'machine.as-root': {
    severity: 'medium',
    stage: 'running',
    says: [/^Mosquitto should not be run as root\/administrator\.$/],
  },
  'machine.memory-limit': {
    severity: 'medium',
    stage: 'running',
    says: [/^Client .+ disconnected(?:: | due to )out of memory\.$/],
  },
} as const satisfies SaidFamily;
