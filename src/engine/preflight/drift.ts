import type { Facts } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import type { Intent, PreflightProblem } from './types.ts';

/**
 * Files of ours are regular files and are as we left them. Spec and accounts are the owner's to edit, so they may
 * differ; a file that was deleted is simply written again.
 */
export function driftProblems(facts: Facts, intent: Intent): PreflightProblem[] {
  return [...notFiles(facts), ...(intent.overwriteDrift ? [] : changed(facts))];
}

/** Links, pipes and the like in the place of our files. */
export function notFiles({ layout, files }: Pick<Facts, 'layout' | 'files'>): PreflightProblem[] {
  const { spec, accounts, conf, passwd, acl, probe, state } = layout;
  return [spec, accounts, conf, passwd, acl, probe, `${state}/records.json`].flatMap(
    (file): PreflightProblem[] => {
      const kind = files[file]?.kind;
      if (kind === undefined || kind === 'file' || kind === 'missing' || kind === 'unreadable') return [];
      return [
        {
          exit: 'refused',
          message: msg('preflight.notAFile', { path: file, kind }),
          place: { file },
          fix: msg('preflight.notAFileFix'),
        },
      ];
    },
  );
}

function changed({ layout, files, records }: Facts): PreflightProblem[] {
  // What else is ours (spec, accounts, a bridge's password) is the owner's to change.
  const guard = layout.guard === null ? [] : Object.values(layout.guard);
  const own = [layout.conf, layout.mainConf, layout.passwd, layout.acl, layout.probe, ...guard];
  const isOurs = (path: string): boolean =>
    own.includes(path) || path.startsWith(`${layout.certs}/`) || path.startsWith(`${layout.ca}/`);
  return Object.entries(records?.written ?? {}).flatMap(([file, written]): PreflightProblem[] => {
    const now = files[file]?.sha256 ?? null;
    if (!isOurs(file) || now === null || now === written) return [];
    return [
      {
        exit: 'refused',
        message: msg('preflight.drift', { path: file }),
        place: { file },
        fix: msg('preflight.driftFix'),
      },
    ];
  });
}
