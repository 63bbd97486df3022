/** An upstream version as text: `2.1`, `2.0.21`. */
export type VersionText = `${number}.${number}` | `${number}.${number}.${number}`;

/** One value for all versions; or what it was first, and what it is from each of some versions on, oldest first. */
export type ByVersion<T> = T | Changing<T>;
export interface Changing<T> {
  first: T;
  from: Readonly<Record<VersionText, T>>;
}

/**
 * Where an option belongs: to the whole broker; 'security', which is the whole broker too, unless
 * per_listener_settings gives each listener its own; to the listener above it; to the listener that the broker implies;
 * to the bridge (`connection`) above it; or to the plugin above it. Blocks end with their file.
 */
export type Scope = 'broker' | 'security' | 'listener' | 'default-listener' | 'bridge' | 'plugin';

/**
 * What a second line of it does: wins over the first; adds to it; stops the broker; is ignored where the first says
 * true ('true-stays').
 */
export type Again = 'wins' | 'adds' | 'fatal' | 'true-stays';

/** A file or folder that the broker opens, and as whom: 'starter' is root in Debian's packages of 2.0. */
export interface PathValue {
  kind: 'path';
  is: 'file' | 'folder' | 'plugin';
  access: 'read' | 'write';
  by: ByVersion<'mosquitto' | 'starter'>;
}

export type Unit = 'bytes' | 'seconds' | 'minutes' | 'milliseconds' | 'messages' | 'clients';

export interface IntValue {
  kind: 'int';
  /** Outside of these the broker does not start. A number out of a limit that is not here is taken as the nearest. */
  min?: ByVersion<number>;
  max?: number;
  unit?: Unit;
  /** Read by C's atoi on every version: what is no number counts as 0. Else this ended with 2.1. */
  lax?: true;
}

/** One word out of a list; the rest of the line is not looked at, except where `whole` says so. */
export interface WordsValue {
  kind: 'words';
  words: ByVersion<readonly string[]>;
  whole?: true;
  /** Any other word is taken for the default, without a message. */
  lax?: true;
  /** Capitals are as good. */
  anyCase?: true;
}

/** What may stand behind the keyword. Texts and paths are the rest of the line, everything else its first words. */
export type Value =
  | { kind: 'bool' }
  | IntValue
  | { kind: 'text'; form?: TextForm; maxBytes?: ByVersion<number> }
  | PathValue
  | WordsValue
  /** `log_dest`: a word, or `file` and a path. */
  | { kind: 'log-dest'; words: ByVersion<readonly string[]> }
  /** Numbers, separated by blanks: how many must stand there, how many may. */
  | { kind: 'ints'; min: number; least: number; most: ByVersion<number>; lax?: true }
  /** A number and one of these letters. */
  | { kind: 'duration'; units: ByVersion<string> }
  /** `listener`: a port, then perhaps an address, a name, or for port 0 the path of a Unix socket. */
  | { kind: 'listener' }
  /** `address`: hosts with perhaps a port each. */
  | { kind: 'hosts' }
  /** A bridge's `topic`: pattern, direction, QoS, local and remote prefix. */
  | { kind: 'bridge-topic' }
  /** A name, and the path of a plugin. */
  | { kind: 'name-and-path' }
  /** One word of one's own choice. */
  | { kind: 'name' }
  /** What a plugin makes of it. */
  | { kind: 'plugin-value' }
  /** It is not looked at. */
  | { kind: 'ignored' };

/** What a text must look like beyond being UTF-8; where no version minds, it is only said to the reader. */
export type TextForm = 'topic-prefix' | 'address' | 'hex' | 'ciphers' | 'strftime' | 'topic' | 'tls-version';

/**
 * What a change of the line needs: a reload is enough; a restart; 'reset' is a restart too, and every reload puts the
 * setting back to its default.
 */
export type Effect = 'reload' | 'restart' | 'reset';

export interface Deprecation {
  since: VersionText;
  /** The option to use instead; null where there is nothing to take its place. */
  by: string | null;
  /** From which version on the broker says so at start. */
  noticeSince?: VersionText;
}

/** What a row says by itself. Where it says nothing, its group does. */
export interface Row {
  value: ByVersion<Value>;
  /** As it would be written; null: not set. Names in capitals stand for what the broker puts there. */
  default: ByVersion<string | null>;
  scope?: Scope;
  /** Left out: texts and paths are fatal, everything else wins, which is how the broker's own readers do it. */
  again?: ByVersion<Again>;
  /** The other name of the same setting: a line of one counts as a line of the other. */
  sameAs?: string;
  since?: VersionText;
  removed?: VersionText;
  deprecated?: Deprecation;
  effect?: ByVersion<Effect>;
  /** For a file: what a change of its content needs. */
  contents?: ByVersion<'reload' | 'restart'>;
  /** For an option of a listener: what it does where no listener stands above it. */
  alone?: ByVersion<'refused' | 'default-listener'>;
  /** Is the value, or what the file holds, a secret? */
  secret?: 'value' | 'file';
  /** Only from this version on is a line without a value refused; before it is only logged. */
  emptyRefusedSince?: VersionText;
  /** The plugin of Debian's packages that knows this `plugin_opt_…`. */
  plugin?: string;
  /** There is something to beware of: the text `trap` says it. 'security' where it can open the broker. */
  beware?: 'security' | 'trap';
}

export interface Group {
  scope: Scope;
  effect: ByVersion<Effect>;
  since: VersionText;
  rows: Readonly<Record<string, Row>>;
}
