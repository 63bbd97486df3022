import type { ExitName, Problem } from '../../errors.ts';
import type { Message } from '../../i18n/messages.ts';

/** What the caller is about to do. */
export interface Intent {
  /** This call as it has to be typed to run it as root, for example `sudo /usr/bin/node …`. */
  command: string;
  /** Files of ours that were changed by hand since, and files of others in their place, are to be replaced. */
  overwriteDrift: boolean;
  /** False where nothing will be changed (`plan`, `--dry-run`): then root is not needed. */
  changes: boolean;
  /** Files of somebody's that are taken over in this very run. */
  taken?: ReadonlySet<string>;
}

/** One thing that is wrong, and the exit code it would have if it were the only one. */
export interface PreflightProblem extends Problem {
  exit: ExitName;
}

export interface PreflightResult {
  /** Of the gravest problem; 'ok' where there is none. */
  exit: ExitName;
  problems: PreflightProblem[];
  /** Worth knowing, and no obstacle. */
  notes: Message[];
}
