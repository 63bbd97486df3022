import type { Resource } from '../engine/types.ts';
import type { Comparison } from './comparison.ts';

/** Always a step: it is only asked for where there is something to finish. There is no way back, and no need of one. */
export function compareCommand({
  id,
  kind,
  subject,
  why,
  action,
  early,
}: Extract<Resource, { kind: 'command' }>): Comparison {
  const base = { id, kind, subject, why, before: null, after: null, notify: null } as const;
  const step = { ...base, verb: 'configure', actions: [action], undo: [] } as const;
  return {
    steps: [{ ...step, actions: [action], undo: [], ...(early === true ? { early } : {}) }],
    kept: [],
  };
}
