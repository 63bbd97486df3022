import { assumedDistro } from '../../distros/index.ts';
import { directivesOf, includesFolder, isStockConf } from '../../distros/stock-conf.ts';
import type { Facts, FileFact } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import type { Intent, PreflightProblem } from './types.ts';

/**
 * The broker reads what the distribution brought and what we write, and nothing that somebody set up by hand: that is
 * taken over by `adopt`, never overwritten or added to. Only looked at before our first install; afterwards another
 * file in the folder is a matter for `verify`.
 */
export function configurationProblems(facts: Facts, intent: Intent): PreflightProblem[] {
  const { layout, files, records, recordsProblem } = facts;
  if (recordsProblem === 'damaged') {
    const file = `${layout.state}/records.json`;
    return [
      {
        exit: 'refused',
        message: msg('preflight.records'),
        place: { file },
        fix: msg('preflight.recordsFix', { file }),
      },
    ];
  }
  // Whoever may not read the records cannot tell what is ours; that root is needed is said elsewhere.
  if (recordsProblem === 'denied') return [];
  const { taken = new Set() } = intent;
  const foreign = (records === null ? handMade(facts) : []).filter((path) => !taken.has(path));
  const problems: PreflightProblem[] = foreign.map((file) => ({
    exit: 'refused',
    message: msg('preflight.handMade', { path: file }),
    place: { file },
    fix: msg('preflight.handMadeFix'),
  }));
  // Where it is declared what they should say, they are compared with that before anything else is said of them.
  if (records === null && !intent.overwriteDrift && files[layout.spec]?.kind !== 'file') {
    for (const file of [layout.conf, layout.passwd, layout.acl]) {
      if (files[file]?.kind !== 'file' || taken.has(file)) continue;
      problems.push({
        exit: 'refused',
        message: msg('preflight.notOurs', { path: file }),
        place: { file },
        fix: msg('preflight.notOursFix'),
      });
    }
  }
  return foreign.includes(layout.mainConf) || taken.has(layout.mainConf)
    ? problems
    : [...problems, ...mainConfProblems(facts)];
}

/** Configuration that neither the distribution nor we put there. */
function handMade({ layout, files, included, packages }: Facts): string[] {
  if (layout.mode !== 'system') return [];
  const main = files[layout.mainConf];
  const edited =
    main !== undefined && isThere(main) && !isUntouched(main, packages?.conffiles[layout.mainConf]);
  const others = included.map((name) => `${layout.confDir}/${name}`).filter((path) => path !== layout.conf);
  return [...(edited ? [layout.mainConf] : []), ...others.filter((path) => saysSomething(files[path]))];
}

/** The main file must be there and load the folder that ours is in. */
function mainConfProblems({ layout, files, packages }: Facts): PreflightProblem[] {
  const { confDir, mainConf } = layout;
  const main = files[mainConf];
  if (confDir === null || main === undefined) return [];
  if (main.kind === 'missing') {
    const { broker } = assumedDistro.packages;
    if ((packages?.installed[broker] ?? null) === null) return [];
    return [
      {
        exit: 'refused',
        message: msg('preflight.noMainConf', { path: mainConf }),
        place: { file: mainConf },
        fix: msg('preflight.noMainConfFix'),
      },
    ];
  }
  if (typeof main.content !== 'string' || includesFolder(main.content, confDir)) return [];
  return [
    {
      exit: 'refused',
      message: msg('preflight.noInclude', { folder: confDir }),
      place: { file: mainConf },
      fix: msg('preflight.noIncludeFix', { line: `include_dir ${confDir}` }),
    },
  ];
}

function isThere(file: FileFact): boolean {
  return file.kind !== 'missing' && file.kind !== 'unreadable';
}

function isUntouched(file: FileFact, packaged: string | undefined): boolean {
  if (file.md5 !== undefined && file.md5 === packaged) return true;
  return typeof file.content === 'string' && isStockConf(file.content);
}

/** A file of comments alone changes nothing; one that cannot be read as a file may. */
function saysSomething(file: FileFact | undefined): boolean {
  if (file === undefined || !isThere(file)) return false;
  return typeof file.content !== 'string' || directivesOf(file.content).length > 0;
}
