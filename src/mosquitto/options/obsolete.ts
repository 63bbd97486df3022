import type { Group } from './types.ts';

/** What old guides still name: refused, or without any effect. */
export const obsolete = {
  scope: 'broker',
  effect: 'restart',
  since: '1.4',
  rows: {
    retry_interval: {
      value: { kind: 'ignored' },
      default: null,
      again: 'wins',
      deprecated: { since: '1.5', by: null, noticeSince: '2.0' },
    },
    store_clean_interval: { value: { kind: 'ignored' }, default: null, removed: '2.0' },
    trace_level: { value: { kind: 'ignored' }, default: null, removed: '2.0' },
    trace_output: { value: { kind: 'ignored' }, default: null, removed: '2.0' },
    max_log_entries: { value: { kind: 'ignored' }, default: null, removed: '2.0' },
    ffdc_output: { value: { kind: 'ignored' }, default: null, removed: '2.0' },
  },
} as const satisfies Group;
