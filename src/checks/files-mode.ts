import type { FileFact } from '../facts/types.ts';
import type { FileStat } from '../host/types.ts';
import { msg } from '../i18n/messages.ts';
import type { Check } from './types.ts';
import type { WantedMode } from './wanted-modes.ts';
import { wantedModes } from './wanted-modes.ts';

/** Files and folders of ours belong to whom they should, and nobody else may read what is secret. */
export const filesMode: Check = {
  id: 'files.mode',
  group: 'files',
  severity: 'high',
  title: msg('checks.files-mode.title'),
  needs: ['machine'],
  async run({ facts, host, spec }) {
    if (facts === null) return { status: 'skip', message: msg('checks.run.needs-machine') };
    const looks = await Promise.all(
      wantedModes(facts, spec).map(async (wanted) =>
        faults(wanted, facts.files[wanted.path] ?? (await host.stat(wanted.path))),
      ),
    );
    const evidence = looks.flat();
    if (evidence.length === 0) return { status: 'pass', message: msg('checks.files-mode.pass') };
    return {
      status: 'fail',
      message: msg('checks.files-mode.fail'),
      evidence,
      fix: msg('checks.files-mode.fix'),
    };
  },
};

type Seen = Pick<FileStat, 'mode' | 'owner' | 'group'> & { kind: FileFact['kind'] };

/** What is wrong with one path, one line a fault. */
function faults(wanted: WantedMode, seen: Seen | null): string[] {
  const { path } = wanted;
  if (seen === null || seen.kind === 'missing') return wanted.optional ? [] : [`${path}: missing`];
  // In a folder that we may not enter not even owner and mode can be seen; that folder has a row of its own.
  if (seen.kind === 'unreadable' && seen.owner === '') return [];
  // A file we may not read is still seen to be one.
  const kind = seen.kind === 'unreadable' ? wanted.kind : seen.kind;
  if (kind !== wanted.kind) return [`${path}: is a ${kind}, should be a ${wanted.kind}`];
  const found: string[] = [];
  const group = wanted.group === null ? '' : `:${wanted.group}`;
  if (seen.owner !== wanted.owner || (wanted.group !== null && seen.group !== wanted.group)) {
    found.push(`${path}: owner ${seen.owner}:${seen.group}, should be ${wanted.owner}${group}`);
  }
  if ((seen.mode & ~wanted.most) !== 0 || (seen.mode & wanted.least) !== wanted.least) {
    found.push(`${path}: mode ${octal(seen.mode)}, should be ${octal(wanted.most)}`);
  }
  return found;
}

function octal(mode: number): string {
  return mode.toString(8).padStart(4, '0');
}
