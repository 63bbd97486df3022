import type { Place } from '../errors.ts';
import type { Hidden } from '../hidden.ts';
import type { FileKind } from '../host/types.ts';
import type { Message } from '../i18n/messages.ts';

export type LintSeverity = 'error' | 'warning' | 'info';

/** One thing that is wrong with a configuration: what, where, why it matters, and the cure. */
export interface Finding {
  /** Stable, for example `conf.unknown-option`. */
  id: string;
  severity: LintSeverity;
  place: Place;
  message: Message;
  why: Message;
  fix?: Message;
  /** The broker does not start with it. */
  refused?: true;
  /** It is no fault yet in the version looked at, but from this one on. */
  from?: string;
}

/** Owner and mode of one file or folder, links followed. */
export interface Owned {
  path: string;
  mode: number;
  uid: number;
  gid: number;
  owner: string;
  group: string;
}

/** What stands at a path. `missing`: nothing; `unseen`: we may not look. */
export interface PathFact extends Owned {
  kind: Exclude<FileKind, 'symlink'> | 'missing' | 'unseen';
  /** Is the last part of the path itself a symbolic link? */
  isLink: boolean;
  size: number;
  /** Folders on the way, outermost first, as far as they could be followed. */
  folders: readonly Owned[];
  /** Why a file that is there could not be read by us; null where it was read, or where there was no need to. */
  unread: 'denied' | 'too-large' | 'error' | null;
}

/** A configuration file. The text is null where it could not be read; `fact` says why. */
export interface ConfSource {
  path: string;
  fact: PathFact;
  text: string | null;
  /** Lines, counted from 1, that are not UTF-8. */
  badUtf8: readonly number[];
}

/** An include_dir of the main file. */
export interface IncludeFolder {
  /** The value of the line. */
  value: string;
  fact: PathFact;
  /** In the order in which the broker reads them. */
  files: readonly ConfSource[];
  /** Names in the folder that the broker passes over. */
  others: readonly string[];
}

/** What is in a certificate, or a key. The key itself is kept nowhere. */
export interface PemFact {
  /** Hash of the public key: the same for a certificate and the key that belongs to it. */
  publicKey: string | null;
  subject: string;
  /** Milliseconds since the epoch; null in a key. */
  notBefore: number | null;
  notAfter: number | null;
  /** What cannot be read: no PEM at all, or a key that asks for a passphrase. */
  fault: 'not-pem' | 'encrypted' | null;
}

/** A configuration with all that it names, as plain data: the machine is not asked again. */
export interface ConfTree {
  main: ConfSource;
  folders: readonly IncludeFolder[];
  /** What stands at each path that a line names. Relative ones are not in it: nobody knows where the broker is started. */
  paths: Readonly<Record<string, PathFact>>;
  /** Texts of ACL files, by path. */
  acls: Readonly<Record<string, string>>;
  /** Texts of password and PSK files, by path. */
  secrets: Readonly<Record<string, Hidden>>;
  certificates: Readonly<Record<string, PemFact>>;
  keys: Readonly<Record<string, PemFact>>;
  /** Values of `ciphers` in which OpenSSL knows not one. */
  badCiphers: readonly string[];
  /** Whom the broker runs as; null where this machine does not know that user. */
  broker: { name: string; uid: number; gids: readonly number[] } | null;
  /** Milliseconds since the epoch. */
  now: number;
}
