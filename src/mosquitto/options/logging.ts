import type { Group } from './types.ts';

/** Where the log goes and what stands in it. */
export const logging = {
  scope: 'broker',
  effect: 'reload',
  since: '1.4',
  rows: {
    log_dest: {
      value: {
        kind: 'log-dest',
        words: ['none', 'stdout', 'stderr', 'syslog', 'topic', 'dlt'],
      },
      default: 'stderr',
      again: 'adds',
      beware: 'trap',
    },
    log_type: {
      value: {
        kind: 'words',
        words: [
          'none',
          'error',
          'warning',
          'notice',
          'information',
          'debug',
          'subscribe',
          'unsubscribe',
          'internal',
          'websockets',
          'all',
        ],
      },
      default: 'error warning notice information',
      emptyRefusedSince: '2.1',
      again: 'adds',
      beware: 'trap',
    },
    connection_messages: { value: { kind: 'bool' }, default: 'true' },
    log_timestamp: { value: { kind: 'bool' }, default: 'true' },
    log_timestamp_format: {
      value: { kind: 'text', form: 'strftime' },
      default: null,
      since: '1.6',
      beware: 'trap',
    },
    log_facility: { value: { kind: 'int', min: 0, max: 7 }, default: null },
  },
} as const satisfies Group;
