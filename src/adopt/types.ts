import type { Message } from '../i18n/messages.ts';
import type { SpecInput } from '../spec/schema.ts';
import type { Account } from '../spec/types.ts';

/**
 * What becomes of a line: it is said by a key of broker.yaml ('understood'); it is kept under `extra`; mqtt-setup decides
 * it itself ('ours'); it stays where it is ('stays'); a later line takes its place ('no-effect'); or it has no equal, and
 * is left out ('refused').
 */
export type Verdict = 'understood' | 'kept' | 'ours' | 'stays' | 'no-effect' | 'refused';

export interface AdoptedLine {
  file: string;
  line: number;
  /** As it stands, a secret value masked. */
  text: string;
  verdict: Verdict;
  /** The key of broker.yaml, or what stands for it; null where there is none. */
  to: string | null;
  why: Message | null;
}

/** A configuration as mqtt-setup would say it, with what becomes of every line of it. */
export interface Adopted {
  /** broker.yaml as data. */
  input: SpecInput;
  accounts: Account[];
  /** Secret. By account. */
  hashes: ReadonlyMap<string, string>;
  /** Secret. By the name of the bridge. */
  bridgePasswords: ReadonlyMap<string, string>;
  lines: AdoptedLine[];
  /** What is otherwise than one might think, beside the lines: accounts that are left out, rules for nobody. */
  notes: { message: Message; refused: boolean }[];
}
