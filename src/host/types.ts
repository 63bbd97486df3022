/**
 * The one door to the machine, as types. Facts and checks are handed a `HostReader`, which has no method that
 * changes anything; only the engine holds a `Host`.
 */

export type FileKind = 'file' | 'directory' | 'symlink' | 'fifo' | 'socket' | 'device';

/** What lstat says (links are not followed), with owner and group by name where /etc/passwd and /etc/group know one. */
export interface FileStat {
  kind: FileKind;
  /** Permission bits only, for example 0o600. */
  mode: number;
  uid: number;
  gid: number;
  owner: string;
  group: string;
  size: number;
  /** Milliseconds since the epoch. */
  mtimeMs: number;
  ctimeMs: number;
  ino: number;
}

export type ReadResult =
  | { ok: true; data: Buffer }
  | { ok: false; reason: 'missing' | 'denied' | 'not-a-file' | 'too-large' | 'error'; errno: string };

export interface ReadOptions {
  /** Bytes; a longer file answers `too-large`. Default 64 MiB. */
  maxBytes?: number;
  /** Read through symbolic links (default false: a link answers `not-a-file`). FIFOs and devices are never opened. */
  followLinks?: boolean;
  /** Read a pipe to its end (default false): for what a person hands over as `<(command)`, never for files of the machine. */
  pipes?: boolean;
}

export interface CommandResult {
  /** Exit code; 127 where the program does not exist, 124 where it timed out, 128 + n where signal n ended it. */
  code: number;
  stdout: string;
  stderr: string;
}

export interface QueryOptions {
  /** Default 10 s. */
  timeoutMs?: number;
  /** Written to standard input. */
  input?: string;
  /** Added to the child's minimal environment (PATH, LANG, LC_ALL): nothing of ours is inherited. Never a secret. */
  env?: Record<string, string>;
  cwd?: string;
}

export interface HostReader {
  readonly user: { uid: number; gid: number; name: string };
  read(path: string, options?: ReadOptions): Promise<ReadResult>;
  /** Null where nothing is there (or it cannot be seen). */
  stat(path: string): Promise<FileStat | null>;
  /** Names in a directory, unsorted; null where it is missing or cannot be read. */
  list(path: string): Promise<string[] | null>;
  /** Where a symbolic link points; null where it is none. */
  readLink(path: string): Promise<string | null>;
  /** Runs a command that only reads: argv, never a shell. Does not throw for a non-zero exit. */
  query(argv: readonly string[], options?: QueryOptions): Promise<CommandResult>;
  /** Bytes free to the caller on the file system that holds `path` (or its nearest existing parent); null if unknown. */
  freeBytes(path: string): Promise<number | null>;
  /** Can a TCP listener be opened there now? False with EADDRINUSE and the like. */
  portIsFree(port: number, address: string): Promise<boolean>;
  addresses(): { interface: string; address: string; family: 4 | 6; internal: boolean }[];
  now(): Date;
}

/**
 * How a broker is kept running on this machine. `logFile` is where it logs once it runs: the reason for a failed
 * start stands there as often as in the journal or on standard error.
 */
export type ServiceRef = { logFile?: string } & (
  | { init: 'systemd'; unit: string }
  | { init: 'sysv'; script: string; argv: string[]; runtimeDir: string | null; owner: string }
  | {
      init: 'none';
      /** The broker's command line, run in the foreground mode of mosquitto and detached from us. */
      argv: string[];
      env: Record<string, string>;
      /** The user to become when we are root; null to stay who we are. */
      user: string | null;
      /** Directory to make (owned by `user`) before each start; null for none. */
      runtimeDir: string | null;
      /** Ours: pid and start time, so that a recycled pid is never taken for the broker. */
      pidFile: string;
      /** Standard error of the broker goes here: what is said before logging is set up. */
      stderrFile: string;
    }
);

export type ServiceOperation = 'start' | 'stop' | 'restart' | 'reload' | 'enable' | 'disable';

/** The closed set of things that change a machine. Plain JSON but for `content`, which may be a secret. */
export type Action =
  | {
      type: 'exec';
      argv: string[];
      env?: Record<string, string>;
      timeoutMs: number;
      cwd?: string;
      /** Lock files of others (dpkg's, apt's): the engine waits until nobody holds them. */
      locks?: string[];
      /** It fetches something: a failure means that the source could not be reached (exit 69). */
      network?: boolean;
    }
  /** Creates `path`, which must not exist, with these bytes, owner (null: us) and mode, and fsyncs it and its folder. */
  | {
      type: 'write';
      path: string;
      content: string | Uint8Array;
      owner: string | null;
      group: string | null;
      mode: number;
    }
  /** Replaces `to` by `from` atomically and fsyncs the folder, if `to` still holds what the plan saw (sha256; null: nothing). */
  | { type: 'rename'; from: string; to: string; expect: string | null }
  | { type: 'remove'; path: string; expect?: string }
  | { type: 'mkdir'; path: string; owner: string | null; group: string | null; mode: number }
  | { type: 'rmdir'; path: string }
  | { type: 'chmod'; path: string; mode: number }
  | { type: 'chown'; path: string; owner: string; group: string }
  | { type: 'service'; operation: ServiceOperation; service: ServiceRef };

/** One line that a running command printed. */
export type OnOutput = (line: string, stream: 'stdout' | 'stderr') => void;

/** A program that runs in the foreground for as long as we want it, and never longer than we live. */
export interface Program {
  /** The program by its path, then what it is told: never a secret. */
  argv: readonly string[];
  /** Added to its minimal environment. Never a secret. */
  env?: Record<string, string>;
  /** Entered before it becomes `user`, who may then not be allowed on the way to it. */
  cwd: string;
  /** Whom it becomes (where we are root); null to stay who we are. */
  user: { uid: number; gid: number } | null;
}

export interface Launched {
  pid: number;
  /** 'ready': it runs. 'ended': by itself. 'silent': it was not ready in time, or we were interrupted; it is gone. */
  state: 'ready' | 'ended' | 'silent';
  /** Exit code, or the name of the signal that ended it; null where it has not ended by itself. */
  code: number | string | null;
  /** What it has said so far on both streams, its last 256 KiB. */
  output: () => string;
  /** Ends it (SIGTERM, after two seconds SIGKILL) and waits until it is gone. */
  end: () => Promise<void>;
}

export interface Host extends HostReader {
  /** Does one action. Throws an AppError that says what failed and why, with the output of a failed command. */
  perform(action: Action, onOutput?: OnOutput): Promise<void>;
  /** Files that we replaced and whose old bytes somebody wrote to afterwards: that write is lost. Asked once. */
  writtenSince(): Promise<string[]>;
  /**
   * Takes the lock file for this process (flock on a descriptor that dies with us) or tells who holds it.
   * `release` gives it back.
   */
  lock(
    path: string,
    note: string,
  ): Promise<{ held: true; release(): Promise<void> } | { held: false; holder: string }>;
  /** fsyncs a file or a folder. */
  sync(path: string): Promise<void>;
  /**
   * Starts a program bound to us and waits until `isReady` likes what it has said, at most `withinMs` milliseconds.
   * Throws an AppError where it cannot be started at all.
   */
  launch(
    program: Program,
    isReady: (output: string) => boolean,
    withinMs: number,
    signal?: AbortSignal,
  ): Promise<Launched>;
}
