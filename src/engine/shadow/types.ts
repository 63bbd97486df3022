import type { Connect, Endpoint } from '../../checks/types.ts';
import type { Hidden } from '../../hidden.ts';
import type { ConfTree } from '../../lint/types.ts';
import type { Need, ShadowListener } from '../../mosquitto/shadow/types.ts';
import type { Version } from '../../mosquitto/version.ts';

/** What it takes to run shadows on this machine. */
export interface ShadowTools {
  version: Version;
  /** The broker's program, absolute. */
  binary: string;
  /** Folders for LD_LIBRARY_PATH; empty for the machine's own broker. */
  libraries: readonly string[];
  /** The folder in which scratch folders are made: the layout's state folder. */
  state: string;
  connect: Connect;
  /** A fresh random string for each call. */
  nonce: () => string;
  /** Aborted when we are interrupted; then nothing is left behind and an AppError thrown. */
  signal?: AbortSignal;
}

/** Which configuration is run: it is in the words of an error. */
export type ShadowRole = 'before' | 'after' | 'candidate';

export interface ShadowRequest {
  tree: ConfTree;
  role: ShadowRole;
  /** Chooses the passwords that stand for the unknown ones: two shadows with one secret can be compared. */
  secret: string;
  /** First levels with a `$`, beside those of the tree's own rules, that will be asked about. */
  roots: readonly string[];
  /**
   * With the real password hashes, rights and limits: nobody is let in who would not be, no witness either. Only what is
   * `staged`, and not at its place yet, is copied; certificates and keys are opened where they are `waiting`.
   */
  rehearses?: { staged: ReadonlySet<string>; waiting: ReadonlyMap<string, string> };
}

/** A real broker that runs on a copy of a configuration, on loopback. */
export interface Shadow {
  pid: number;
  listeners: readonly ShadowListener[];
  witness: { name: string; password: Hidden };
  /** What the broker has said so far. */
  output: () => string;
}

/** Somebody who tries to get in. */
export interface Identity {
  /** The same for the same person with the same password, whatever broker is asked. */
  key: string;
  kind: IdentityKind;
  /** Null for anonymous. */
  name: string | null;
  password: Hidden | null;
  clientId: string;
  /** Asked for each of them, on every listener: may they publish, may they read? Empty: only whether they get in. */
  topics: readonly string[];
}

export type IdentityKind = 'account' | 'anonymous' | 'unknown' | 'wrong-password' | 'empty-password';

/** What one identity found at one listener. */
export interface Found {
  login: boolean;
  /** By topic; empty where nobody was let in. */
  publish: ReadonlyMap<string, boolean>;
  read: ReadonlyMap<string, boolean>;
}

/** What one listener answered. */
export interface ListenerAnswers {
  name: string;
  doors: readonly string[];
  protocol: string;
  needs: Need | null;
  /** How it talks; null where nobody was asked. */
  transport: Endpoint['transport'] | null;
  settings: Readonly<Record<string, string>>;
  /** By key of the identity. */
  found: ReadonlyMap<string, Found>;
}

export interface Answers {
  listeners: readonly ListenerAnswers[];
  /** How many answers are in it: logins, and publishing and reading of one topic each. */
  questions: number;
}
