import type { Resource } from '../engine/types.ts';
import type { Facts } from '../facts/types.ts';
import { Hidden } from '../hidden.ts';
import { msg } from '../i18n/messages.ts';
import { type Comparison, kept } from './comparison.ts';
import { fileFact } from './file-fact.ts';
import { maskBehindColon, maskRemotePasswords } from './mask.ts';

/** A file of ours that should be gone. Only asked for files that are still as we wrote them. */
export function compareAbsent(wanted: Extract<Resource, { kind: 'absent' }>, facts: Facts): Comparison {
  const found = fileFact(facts, wanted.path);
  if (found.kind === 'missing' || found.sha256 === null)
    return kept(wanted.id, msg('engine.same.absent', { path: wanted.path }));
  const text =
    found.content instanceof Hidden
      ? maskBehindColon(found.content.reveal())
      : maskRemotePasswords(found.content ?? '');
  return {
    steps: [
      {
        id: wanted.id,
        kind: wanted.kind,
        verb: 'remove',
        subject: wanted.path,
        path: wanted.path,
        why: wanted.why,
        before: text,
        after: null,
        actions: [{ type: 'remove', path: wanted.path, expect: found.sha256 }],
        undo: [
          {
            type: 'restore',
            path: wanted.path,
            owner: found.owner,
            group: found.group,
            mode: found.mode,
            written: null,
          },
        ],
        notify: wanted.notify === undefined ? 'restart' : wanted.notify,
      },
    ],
    kept: [],
  };
}

/** A folder of ours that should be gone; one that is not empty stays by itself. */
export function compareNoDirectory(
  wanted: Extract<Resource, { kind: 'no-directory' }>,
  facts: Facts,
): Comparison {
  const found = fileFact(facts, wanted.path);
  if (found.kind !== 'directory') return kept(wanted.id, msg('engine.same.absent', { path: wanted.path }));
  return {
    steps: [
      {
        id: wanted.id,
        kind: wanted.kind,
        verb: 'remove',
        subject: wanted.path,
        path: wanted.path,
        why: msg('engine.why.ourFolder'),
        before: null,
        after: null,
        actions: [{ type: 'rmdir', path: wanted.path }],
        // The files that stood in it need it back before they can be put back.
        undo: [
          { type: 'mkdir', path: wanted.path, owner: found.owner, group: found.group, mode: found.mode },
        ],
        notify: null,
      },
    ],
    kept: [],
  };
}

/** Always a step: it is only asked for where there is something to take away. */
export function compareGone({
  id,
  kind,
  subject,
  why,
  action,
}: Extract<Resource, { kind: 'gone' }>): Comparison {
  const step = {
    id,
    kind,
    verb: 'remove',
    subject,
    why,
    before: null,
    after: null,
    actions: [action],
    undo: [],
    notify: null,
  } as const;
  return { steps: [{ ...step, actions: [action], undo: [] }], kept: [] };
}
