import type { Resource } from '../engine/types.ts';
import type { Facts } from '../facts/types.ts';
import { msg } from '../i18n/messages.ts';
import { type Comparison, kept } from './comparison.ts';
import { fileFact } from './file-fact.ts';

/** One rename. Refused by the action itself where something stands at the new name by then. */
export function compareMoved(wanted: Extract<Resource, { kind: 'moved' }>, facts: Facts): Comparison {
  const { id, kind, path, to, notify, why } = wanted;
  if (fileFact(facts, path).kind === 'missing') return kept(id, msg('engine.same.absent', { path }));
  return {
    steps: [
      {
        id,
        kind,
        verb: 'set-aside',
        subject: path,
        why,
        before: null,
        after: null,
        actions: [{ type: 'rename', from: path, to, expect: null }],
        undo: [{ type: 'rename', path: to, to: path }],
        notify,
      },
    ],
    kept: [],
  };
}
