import type { Severity } from '../checks/types.ts';
import type { Place } from '../errors.ts';
import type { LogLine } from '../host/logs/line.ts';
import type { Message } from '../i18n/messages.ts';
import type { RuleId } from '../lint/registry.ts';
import type { Mend } from './mends/types.ts';
import type { Patient } from './patient.ts';

/** What to do about a cause: in words, and as the commands that do it. */
export interface Cure {
  fix: Message;
  /** What `--fix` would do; empty where only the owner can know what is right. */
  mends?: readonly Mend[];
  /** The exact commands, in order; those of the mends where it is absent. */
  commands?: readonly string[];
}

/** Words of the broker in which a cause was recognised. */
export interface Said {
  /** The named groups of the expression that matched; those that took no part are ''. */
  groups: Readonly<Record<string, string>>;
  line: LogLine;
  /** Lines right after it that belong to it. */
  more: readonly LogLine[];
  /** Where the broker itself says that the fault is (`Error found at FILE:LINE.`). */
  place: Place | null;
}

/**
 * A cause that the broker speaks of. Its texts are in the catalogue: `doctor.title.<id>`, `doctor.said.<id>.cause` and
 * `doctor.said.<id>.fix`, which are given the named groups of what matched.
 */
export interface SaidCause {
  severity: Severity;
  /** 'start': it does not run because of it. 'running': it runs, and something does not work. */
  stage: 'start' | 'running';
  /**
   * Whole lines, without their time and without the leading `Error: `, `Warning: ` or `Notice: `, as they are said by
   * 2.0.11, 2.0.21 and 2.1.2 (recorded: `test/cases/doctor/said/`). The first that matches counts.
   */
  says: readonly RegExp[];
  /** Said shortly before it: what it is about. The nearest line counts; its groups are added where there is one. */
  before?: RegExp;
  /** Lines right after it that say more of the same: evidence, and no trouble of their own. */
  more?: readonly RegExp[];
  /** Where the same words are said of several causes: one of those lines must match; its groups are added. */
  needs?: RegExp;
  /** Only what is said at a reload, or after one. */
  when?: 'reload';
  /** It is about what is loaded: another reload settles it, and says so again where it does not. */
  until?: 'reload';
  /** What happens now and then to everybody: told where it was said at least so often. */
  least?: number;
  /** Not told where one of these was recognised, which says more. Of ids. */
  unless?: RegExp;
  /** Id of a cause that the machine shows: where it is seen, that tells the same, and better. */
  seenAs?: string;
  /** Rules of `check` that see the same in the files themselves, and better: they know the line. */
  rules?: readonly RuleId[];
  /** What `--fix` would do. `patient`: null for a log that was handed over, whose machine nobody can look at. */
  mends?(said: Said, patient: Patient | null): readonly Mend[];
}

/** A cause that the machine shows without a word: a masked unit, a full disk. Title as above. */
export interface SeenCause {
  severity: Severity;
  look(patient: Patient): Iterable<Seen>;
}

export interface Seen extends Cure {
  message: Message;
  evidence: readonly string[];
  place?: Place;
  severity?: Severity;
  /** A path: what `check` says of it is the same trouble, and not told again. */
  covers?: string;
}

/** One thing that is wrong: cause, evidence, cure. */
export interface Diagnosis {
  /** Stable, for example `listener.port-in-use`; that of a rule of `check` or a check of `verify` where they found it. */
  id: string;
  severity: Severity;
  title: Message;
  message: Message;
  /** Lines of logs, `file:line: text`, what was read. Never a secret. */
  evidence: readonly string[];
  place: Place | null;
  fix: Message | null;
  commands: readonly string[];
  mends: readonly Mend[];
}
