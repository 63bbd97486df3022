import { createHash } from 'node:crypto';
import type { Resource, Step } from '../engine/types.ts';
import { fail } from '../errors.ts';
import type { Facts, FileFact } from '../facts/types.ts';
import { Hidden } from '../hidden.ts';
import { msg } from '../i18n/messages.ts';
import { type Comparison, kept } from './comparison.ts';
import { fileFact } from './file-fact.ts';
import { maskRemotePasswords, maskVersions, maskWhole } from './mask.ts';

type File = Extract<Resource, { kind: 'file' }>;

/** A file with these very bytes, owner and mode. Bytes are replaced by staging and renaming, never in place. */
export function compareFile(wanted: File, facts: Facts): Comparison {
  const found = fileFact(facts, wanted.path);
  if (found.kind === 'unreadable') throw fail('needsRoot', msg('engine.unreadable', { path: wanted.path }));
  if (found.kind !== 'file' && found.kind !== 'missing')
    throw fail('refused', msg('host.fs.notAFile', { path: wanted.path }));
  const hash = createHash('sha256').update(wanted.content).digest('hex');
  if (found.sha256 !== hash) return { steps: [replace(wanted, found, hash)], kept: [] };
  if (sameOwner(wanted, found)) return kept(wanted.id, msg('engine.same.file', { path: wanted.path }));
  return { steps: [setRight(wanted, found)], kept: [] };
}

function sameOwner(wanted: File, found: FileFact): boolean {
  return (
    found.mode === wanted.mode &&
    (wanted.owner === null || found.owner === wanted.owner) &&
    (wanted.group === null || found.group === wanted.group)
  );
}

function replace(wanted: File, found: FileFact, hash: string): Step {
  const staged = stagedPath(wanted.path);
  return {
    ...common(wanted),
    verb: found.kind === 'missing' ? 'create' : 'change',
    ...shown(wanted, found),
    actions: [
      {
        type: 'write',
        path: staged,
        content: wanted.content,
        owner: wanted.owner,
        group: wanted.group,
        mode: wanted.mode,
      },
      { type: 'rename', from: staged, to: wanted.path, expect: found.sha256 },
    ],
    undo: [
      found.kind === 'missing'
        ? { type: 'remove', path: wanted.path, written: hash }
        : {
            type: 'restore',
            path: wanted.path,
            owner: found.owner,
            group: found.group,
            mode: found.mode,
            written: hash,
          },
    ],
  };
}

function setRight(wanted: File, found: FileFact): Step {
  return {
    ...common(wanted),
    verb: 'change',
    before: describe(found.mode, found.owner, found.group),
    after: describe(wanted.mode, wanted.owner ?? found.owner, wanted.group ?? found.group),
    actions: [
      {
        type: 'chown',
        path: wanted.path,
        owner: wanted.owner ?? found.owner,
        group: wanted.group ?? found.group,
      },
      { type: 'chmod', path: wanted.path, mode: wanted.mode },
    ],
    undo: [{ type: 'mode', path: wanted.path, owner: found.owner, group: found.group, mode: found.mode }],
  };
}

function common(wanted: File) {
  return {
    id: wanted.id,
    kind: wanted.kind,
    subject: wanted.path,
    path: wanted.path,
    why: wanted.why,
    notify: wanted.notify,
    ...(wanted.says === undefined ? {} : { says: wanted.says }),
  } as const;
}

const describe = (mode: number, owner: string, group: string): string =>
  `mode ${mode.toString(8).padStart(4, '0')}, owner ${owner}:${group}\n`;

/** Beside its target, since only a rename within one file system is atomic; never a name that an include loads. */
export function stagedPath(path: string): string {
  const at = path.lastIndexOf('/') + 1;
  return `${path.slice(0, at)}.${path.slice(at)}.mqtt-setup-new`;
}

/** What was there and what comes, without their secrets. */
function shown(wanted: File, found: FileFact): Pick<Step, 'before' | 'after'> {
  if (wanted.says !== undefined) return { before: null, after: null };
  const after =
    typeof wanted.content === 'string' ? wanted.content : Buffer.from(wanted.content).toString('utf8');
  if (found.kind === 'missing') return { before: null, after: masked(wanted, '', after)[1] };
  const versions = masked(wanted, textOf(found), after);
  return { before: versions[0], after: versions[1] };
}

function masked({ secret }: File, before: string, after: string): [string, string] {
  if (secret === 'behind-colon') return maskVersions(before, after);
  if (secret === 'whole') return [maskWhole(before), maskWhole(after)];
  return secret === 'remote-password'
    ? [maskRemotePasswords(before), maskRemotePasswords(after)]
    : [before, after];
}

function textOf(found: FileFact): string {
  return found.content instanceof Hidden ? found.content.reveal() : (found.content ?? '');
}
