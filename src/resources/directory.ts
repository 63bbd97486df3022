import type { Resource, Step } from '../engine/types.ts';
import type { Facts } from '../facts/types.ts';
import { msg } from '../i18n/messages.ts';
import { type Comparison, kept } from './comparison.ts';
import { fileFact } from './file-fact.ts';

type Directory = Extract<Resource, { kind: 'directory' }>;

/** A folder with its owner and mode. An existing one of ours is set right; what is in it is not looked at. */
export function compareDirectory(wanted: Directory, facts: Facts): Comparison {
  const found = fileFact(facts, wanted.path);
  const owner = wanted.owner ?? found.owner;
  const group = wanted.group ?? found.group;
  const base = {
    id: wanted.id,
    kind: wanted.kind,
    subject: wanted.path,
    path: wanted.path,
    why: wanted.why,
    before: null,
    after: null,
    notify: null,
  } as const;
  if (found.kind === 'missing') {
    const step: Step = {
      ...base,
      verb: 'create',
      actions: [
        { type: 'mkdir', path: wanted.path, owner: wanted.owner, group: wanted.group, mode: wanted.mode },
      ],
      undo: [{ type: 'rmdir', path: wanted.path }],
    };
    return { steps: [step], kept: [] };
  }
  if (found.mode === wanted.mode && found.owner === owner && found.group === group) {
    return kept(wanted.id, msg('engine.same.directory', { path: wanted.path }));
  }
  return {
    steps: [
      {
        ...base,
        verb: 'change',
        actions: [
          { type: 'chown', path: wanted.path, owner, group },
          { type: 'chmod', path: wanted.path, mode: wanted.mode },
        ],
        undo: [{ type: 'mode', path: wanted.path, owner: found.owner, group: found.group, mode: found.mode }],
      },
    ],
    kept: [],
  };
}
