import type { Hidden } from '../../hidden.ts';
import type { Message } from '../../i18n/messages.ts';
import type { Door } from '../../lint/doors.ts';
import type { Finding } from '../../lint/types.ts';
import type { View } from '../../lint/view.ts';
import type { Manner } from '../mends/command.ts';

/** Who is refused, and with what. */
export interface WhyQuestion {
  user: string;
  /** Null where none was given: then it cannot be said whether it is right. */
  password: Hidden | null;
  /** Null where nobody told it. */
  clientId: string | null;
}

/** What an answer rests on, as plain data. */
export interface WhyGround {
  view: View;
  findings: readonly Finding[];
  manner: Manner;
  /** The command that makes the broker read its password and ACL files again. */
  reload: string;
  /** What a broker.yaml of ours declares; null where there is none. */
  declared: { passwd: string; acl: string; names: readonly string[] } | null;
  running: boolean;
  /** Files that were changed after the broker had read them, with the line that shows it. */
  changed: Readonly<Record<string, string>>;
}

/**
 * 'stops': it keeps the user out, as far as the files say. 'may-stop': it can, and nobody here knows. 'rights': it lets
 * the user in, and then allows nothing.
 */
export type Weight = 'stops' | 'may-stop' | 'rights';

/** One thing that stands in the way: cause, evidence, what to do. */
export interface Obstacle {
  /** Stable; that of a rule of `check` where it found the same. */
  id: string;
  weight: Weight;
  message: Message;
  /** `file:line: text`. Never a hash or a password. */
  evidence: readonly string[];
  fix: Message | null;
  commands: readonly string[];
}

/** What is worth knowing, and stands in nobody's way. */
export interface Note {
  id: string;
  message: Message;
  evidence: readonly string[];
}

/** A line of an ACL file that counts for the user once it is in. */
export interface Right {
  file: string;
  line: number;
  text: string;
}

/** May it log in? Null where it depends on what nobody here knows. */
export type Verdict = boolean | null;

/** What one part of an answer comes to. */
export interface Part {
  verdict: Verdict;
  obstacles: readonly Obstacle[];
  notes: readonly Note[];
}

export interface DoorAnswer {
  door: Door;
  /** ADDRESS:PORT, or the path of a unix socket. */
  where: string;
  obstacles: readonly Obstacle[];
  notes: readonly Note[];
  mayLogIn: Verdict;
  /** Null where no ACL file decides. */
  rights: readonly Right[] | null;
}
