import type { Group } from './types.ts';

/** What survives a restart, and where it is kept. */
export const persistence = {
  scope: 'broker',
  effect: 'reload',
  since: '1.4',
  rows: {
    persistence: { value: { kind: 'bool' }, default: 'false', beware: 'trap' },
    retained_persistence: {
      value: { kind: 'bool' },
      default: 'false',
      sameAs: 'persistence',
      deprecated: { since: '1.4', by: 'persistence' },
    },
    persistence_location: {
      value: { kind: 'path', is: 'folder', access: 'write', by: 'mosquitto' },
      default: null,
      beware: 'trap',
    },
    persistence_file: { value: { kind: 'text' }, default: 'mosquitto.db' },
    autosave_interval: {
      value: { kind: 'int', unit: 'seconds' },
      default: '1800',
      beware: 'trap',
    },
    autosave_on_changes: { value: { kind: 'bool' }, default: 'false', beware: 'trap' },
  },
} as const satisfies Group;
