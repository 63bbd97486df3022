import type { Hidden } from '../../hidden.ts';

/**
 * How a text is read for secrets that stand in a known place. `conf`: mosquitto.conf. `credentials`: `name:secret`, as
 * password and PSK files are. `unit`: systemd. `plain`: whatever looks like a secret. `ours`: put together by us, where
 * a key such as `passwd` names a path.
 */
export type TextKind = 'conf' | 'credentials' | 'unit' | 'plain' | 'ours';

/** A text with what it is: nothing in it has been looked at for secrets yet. */
export interface Block {
  /** A path, or a word; null where the section's title says enough. */
  heading: string | null;
  /** Owner and mode, or why there is no text. */
  about: readonly string[];
  /** Null where there is nothing to show. */
  text: string | null;
  kind: TextKind;
  /** What the fence says: how to colour it. */
  language: string;
}

export interface Section {
  title: string;
  blocks: readonly Block[];
}

/** A secret that the machine told us, or a text that is nothing but secrets. */
export interface Told {
  /** Where it stands: a path. Shown where the secret turns up in the finished text. */
  where: string;
  /** `credentials`: each line is `name:secret`. `lines`: each line is one. `value`: the whole is one. */
  form: 'credentials' | 'lines' | 'value';
  text: Hidden;
}

/** A part of a text that is a secret, or holds one: [start, end). */
export interface Span {
  start: number;
  end: number;
  value: string;
  /** Parts and other forms of it that tell the secret as well. */
  aliases?: readonly string[];
  /** Is it sure enough to be a secret that it is looked for everywhere? */
  isSure: boolean;
}

/** A known secret that is still in the finished text. */
export interface Leak {
  /** Where the secret is known from. */
  where: string;
  section: string;
  heading: string | null;
  /** Of the text under that heading, counted from 1; null where the secret is not in one place of it. */
  line: number | null;
}

export interface Bundle {
  text: string;
  /** Different secrets that were replaced. */
  secrets: number;
  /** Where secrets stand that are too short, or too ordinary a word, to be looked for anywhere else. */
  unsearched: readonly string[];
  leaks: readonly Leak[];
}
