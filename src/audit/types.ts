import type { Severity } from '../checks/types.ts';
import type { Patient } from '../doctor/patient.ts';
import type { Diagnosis } from '../doctor/types.ts';
import type { Place } from '../errors.ts';
import type { Message } from '../i18n/messages.ts';

/** What one listener answered when it was asked as nobody, and as somebody whom it does not know. */
export interface Knock {
  /** `127.0.0.1:1883` */
  door: string;
  isLoopback: boolean;
  /** Was somebody without a name let in? Null where there was no answer. */
  anonymous: boolean | null;
  /** Was a made-up name with a made-up password let in? */
  stranger: boolean | null;
}

/** A file beside the broker's own. */
export interface Stray {
  path: string;
  mode: number;
  /** Does it hold hashes or passwords? */
  hasSecrets: boolean;
}

/** All that an audit rests on, as plain data. */
export interface Scene {
  patient: Patient;
  /** What `doctor` says. */
  diagnoses: readonly Diagnosis[];
  /** Accounts that are declared to administer: they may do everything. */
  admins: readonly string[];
  /** Null where no broker runs. */
  knocks: readonly Knock[] | null;
  strays: readonly Stray[];
  /** `systemd-analyze security`, 0 (closed) to 10; null where systemd does not say. */
  exposure: number | null;
  /** User id of the broker's process; null where it does not run. */
  uid: number | null;
  /** The key of our own CA; null where there is none. */
  authorityKey: { path: string; isEncrypted: boolean } | 'unseen' | null;
  /** Is /etc under version control, with our secrets in it? */
  etcRepository: string | null;
  /** The installed package, and the one with all fixes that are known; null where the table has no line for it. */
  fixes: { installed: string; needed: string; isOld: boolean } | null;
}

export interface Found {
  message: Message;
  evidence?: readonly string[];
  place?: Place;
  severity?: Severity;
  fix?: Message;
  commands?: readonly string[];
}

/**
 * One thing that makes a broker less safe. Its texts are in the catalogue: `audit.<id>.title` and `audit.<id>.why`.
 * `sees`: can it be judged here? Null: yes; else what was missing.
 */
export interface AuditRule {
  severity: Severity;
  sees?(scene: Scene): Message | null;
  look(scene: Scene): Iterable<Found>;
}

export interface AuditFinding {
  /** Of a rule here, of `check`, or of a cause of `doctor`. */
  id: string;
  severity: Severity;
  title: Message;
  message: Message;
  why: Message | null;
  evidence: readonly string[];
  place: Place | null;
  fix: Message | null;
  commands: readonly string[];
}

export interface Audit {
  /** The gravest first. */
  findings: AuditFinding[];
  /** Rules of the audit in which nothing was found, by id and title. */
  passed: { id: string; title: Message }[];
  /** What could not be seen, and why. */
  unseen: { id: string; title: Message; reason: Message }[];
  /** 0 to 100. */
  score: number;
  /** What was taken from 100, each id once. */
  deductions: { id: string; points: number }[];
}
