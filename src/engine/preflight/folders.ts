import type { Facts, FileFact } from '../../facts/types.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import type { PreflightProblem } from './types.ts';

const sticky = 0o1000;

/**
 * Nobody else can put something in the place of our files: their folders may be written by their owner alone, and no
 * folder above by everybody (a sticky one like /tmp may: there nobody can touch what is another's).
 */
export function folderProblems(facts: Facts): PreflightProblem[] {
  const { layout, files } = facts;
  const own = [...new Set([layout.accounts, layout.conf, layout.passwd, `${layout.state}/x`].map(parentOf))];
  const above = [...new Set(own.flatMap(ancestorsOf))].filter((path) => !own.includes(path));
  return [
    ...own.flatMap((path) => judged(path, files[path], ownFolder(facts, path, files[path]))),
    ...above.flatMap((path) => judged(path, files[path], folderAbove(path, files[path]))),
    ...separatorProblems(facts),
  ];
}

function judged(path: string, folder: FileFact | undefined, message: Message | null): PreflightProblem[] {
  if (message === null || folder === undefined) return [];
  return [{ exit: 'refused', message, place: { file: path }, fix: msg('preflight.folderFix', { path }) }];
}

function ownFolder({ layout, user }: Facts, path: string, folder: FileFact | undefined): Message | null {
  if (folder === undefined || folder.kind === 'missing') return null;
  if (folder.kind !== 'directory') return msg('preflight.notAFolder', { path, kind: folder.kind });
  if ((folder.mode & 0o002) !== 0) return msg('preflight.writable', { path });
  // A user's own group of the same name is the usual default: nobody else is in it.
  const privateGroup = folder.group === 'root' || folder.group === folder.owner;
  if ((folder.mode & 0o020) !== 0 && !privateGroup)
    return msg('preflight.groupWritable', { path, group: folder.group });
  const strange =
    layout.mode === 'local' &&
    folder.owner !== user.name &&
    folder.owner !== 'root' &&
    folder.owner !== String(user.uid);
  return strange ? msg('preflight.folderOwner', { path, owner: folder.owner }) : null;
}

function folderAbove(path: string, folder: FileFact | undefined): Message | null {
  if (folder === undefined || folder.kind !== 'directory') return null;
  return (folder.mode & 0o002) !== 0 && (folder.mode & sticky) === 0
    ? msg('preflight.writable', { path })
    : null;
}

/** The loader's list of library folders has no way to quote its separators. */
function separatorProblems({ layout, mosquitto }: Facts): PreflightProblem[] {
  const unpacked = layout.mode === 'local' && (mosquitto.binary === null || mosquitto.libraries.length > 0);
  if (!unpacked || layout.cache === null || !/[:;]/.test(layout.cache)) return [];
  return [
    {
      exit: 'input',
      message: msg('preflight.separator', { path: layout.cache }),
      fix: msg('preflight.separatorFix'),
    },
  ];
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

function ancestorsOf(path: string): string[] {
  const above: string[] = [];
  for (let at = path; at !== '/'; at = parentOf(at)) above.push(parentOf(at));
  return above;
}
