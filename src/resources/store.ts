import type { Resource, Step } from '../engine/types.ts';
import type { Facts } from '../facts/types.ts';
import type { Comparison } from './comparison.ts';
import { stagedPath } from './file.ts';
import { fileFact } from './file-fact.ts';

/**
 * A database from elsewhere in the place of the broker's own, which is kept under another name. The broker is stopped
 * first, also one that its package has only just started: at its end it writes what it holds over whatever is there.
 */
export function compareStore(wanted: Extract<Resource, { kind: 'store' }>, facts: Facts): Comparison {
  const { id, path, aside, service, why } = wanted;
  const { running, enabled } = facts.service;
  const isThere = fileFact(facts, path).kind === 'file';
  const staged = stagedPath(path);
  const base = { why, before: null, after: null } as const;
  const stop: Step = {
    ...base,
    id: `${id}.stop`,
    kind: 'service',
    verb: 'stop',
    subject: service.init === 'systemd' ? service.unit : 'mosquitto',
    actions: [{ type: 'service', operation: 'stop', service }],
    undo: [{ type: 'service', service, running, enabled }],
    notify: null,
  };
  const put: Step = {
    ...base,
    id,
    kind: 'file',
    verb: isThere ? 'change' : 'create',
    subject: path,
    actions: [
      {
        type: 'write',
        path: staged,
        content: wanted.content,
        owner: wanted.owner,
        group: wanted.group,
        mode: wanted.mode,
      },
      ...(isThere ? [{ type: 'rename', from: path, to: aside, expect: null } as const] : []),
      // What a broker that its package started has written at its end holds nothing.
      { type: 'remove', path },
      { type: 'rename', from: staged, to: path, expect: null },
    ],
    undo: [
      ...(isThere ? [{ type: 'rename', path: aside, to: path } as const] : []),
      { type: 'remove', path, written: null },
    ],
    notify: 'restart',
  };
  return { steps: [stop, put], kept: [] };
}
