import type { Resource } from '../engine/types.ts';
import type { Facts } from '../facts/types.ts';
import { msg } from '../i18n/messages.ts';
import { type Comparison, kept } from './comparison.ts';
import { fileFact } from './file-fact.ts';

/** Owner and mode. What is not there, or is a link that would be followed, is left alone. */
export function compareOwnership(wanted: Extract<Resource, { kind: 'ownership' }>, facts: Facts): Comparison {
  const { id, kind, path, owner, group, mode, notify, why } = wanted;
  const found = fileFact(facts, path);
  const isRight = found.owner === owner && found.group === group && found.mode === mode;
  if (isRight || found.kind === 'missing' || found.kind === 'symlink')
    return kept(id, msg('engine.same.file', { path }));
  return {
    steps: [
      {
        id,
        kind,
        verb: 'change',
        subject: path,
        why,
        before: null,
        after: null,
        actions: [
          { type: 'chown', path, owner, group },
          { type: 'chmod', path, mode },
        ],
        undo: [{ type: 'mode', path, owner: found.owner, group: found.group, mode: found.mode }],
        notify,
      },
    ],
    kept: [],
  };
}
