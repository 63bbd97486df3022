import type { Problem } from '../errors.ts';
import type { FirewallTool } from '../facts/types.ts';
import type { Action, ServiceRef } from '../host/types.ts';
import type { Message } from '../i18n/messages.ts';

/** One thing that should be so. `id` is stable and unique; it names the step in plans, journals and JSON. */
export type Resource =
  /** `early`: needed to make the rest, and why. */
  | { kind: 'packages'; id: string; names: string[]; early?: Message }
  /** Newer packages; `debs`: the old ones as files, for the way back; `store`: the broker's database. */
  | {
      kind: 'upgrade';
      id: string;
      names: readonly string[];
      from: string;
      to: string;
      debs: readonly string[];
      store: string | null;
    }
  /** A broker of one's own, unpacked in a folder: the actions that put it there, or none where one is found. */
  | { kind: 'unpacked'; id: string; cache: string; actions: Action[] }
  | {
      kind: 'directory';
      id: string;
      path: string;
      owner: string | null;
      group: string | null;
      mode: number;
      why: Message;
    }
  | {
      kind: 'file';
      id: string;
      path: string;
      content: string | Uint8Array;
      /** Null: whoever runs us. */
      owner: string | null;
      group: string | null;
      mode: number;
      /** What is never shown, also not in diffs: what stands behind the first colon, or a bridge's password. */
      secret: 'behind-colon' | 'remote-password' | 'whole' | null;
      /** Shown instead of the content. */
      says?: Message;
      /** What the broker must do to see a change of it. */
      notify: Notify | null;
      why: Message;
    }
  /** A file that should not be there; `notify`: what the broker must do about it, 'restart' unless said. */
  | { kind: 'absent'; id: string; path: string; why: Message; notify?: Notify | null }
  | { kind: 'no-directory'; id: string; path: string }
  /** The broker's database from elsewhere; the one that is there gets the name `aside`. */
  | {
      kind: 'store';
      id: string;
      path: string;
      aside: string;
      content: Uint8Array;
      owner: string | null;
      group: string | null;
      mode: number;
      service: ServiceRef;
      why: Message;
    }
  /** A file or folder that is there, with another owner or mode; its content is not looked at. */
  | {
      kind: 'ownership';
      id: string;
      path: string;
      owner: string;
      group: string;
      mode: number;
      notify: Notify | null;
      why: Message;
    }
  /** What is there gets another name, which nothing loads: a file, a folder or a link. */
  | { kind: 'moved'; id: string; path: string; to: string; notify: Notify | null; why: Message }
  /** A command of the machine that finishes something, before the service is seen to. */
  /** `after`: only where a step before it changes a file whose path starts so. */
  /** `early`: what it makes is needed to make the rest. */
  | {
      kind: 'command';
      id: string;
      subject: string;
      why: Message;
      action: Action;
      after?: string;
      early?: true;
    }
  /** Data and packages that go with --purge: a command, since there is no way back from it. */
  | { kind: 'gone'; id: string; subject: string; why: Message; action: Action }
  /** One TCP port in the machine's firewall. */
  | { kind: 'firewall'; id: string; tool: FirewallTool; port: number; open: boolean; why: Message }
  | { kind: 'service'; id: string; service: ServiceRef; running: boolean; enabled: boolean | null };

export type Notify = 'reload' | 'restart';

/** Takes back what a step did. `restore` puts the bytes, owner and mode kept in the journal folder back. */
export type Undo =
  | { type: 'restore'; path: string; owner: string; group: string; mode: number; written: string | null }
  /** `written`: the hash of what the step puts there; anything else found later is somebody's and stays. */
  | { type: 'remove'; path: string; written: string | null }
  /** The broker's database: put back where a start that failed has emptied it, since all else is newer than the copy. */
  | { type: 'store'; path: string; owner: string; group: string; mode: number }
  /** The packages that were there before, as files that apt installs; the broker is stopped before and after. */
  | { type: 'packages'; debs: readonly string[]; service: ServiceRef }
  | { type: 'firewall'; tool: FirewallTool; port: number; open: boolean }
  | { type: 'rmdir'; path: string }
  | { type: 'rename'; path: string; to: string }
  | { type: 'mkdir'; path: string; owner: string; group: string; mode: number }
  | { type: 'mode'; path: string; owner: string; group: string; mode: number }
  | { type: 'service'; service: ServiceRef; running: boolean; enabled: boolean | null };

export interface Step {
  id: string;
  kind: Resource['kind'];
  verb:
    | 'create'
    | 'change'
    | 'remove'
    | 'set-aside'
    | 'install'
    | 'configure'
    | 'start'
    | 'restart'
    | 'reload'
    | 'stop'
    | 'enable'
    | 'disable';
  /** What it acts on, for people: a path, package names, a unit. */
  subject: string;
  path?: string;
  why: Message;
  /** For files: the text before and after, already masked where it is secret; null where there was none. */
  before: string | null;
  after: string | null;
  /** Instead of `after`, where there is no text to be shown. */
  says?: Message;
  /** Done, and left as done, before the rest is made. */
  early?: true;
  actions: Action[];
  undo: Undo[];
  notify: Notify | null;
}

/** A thing that is already as it should be, and how we know. */
export interface Kept {
  id: string;
  reason: Message;
}

export interface Plan {
  steps: Step[];
  kept: Kept[];
}

/** What happens while a plan is applied; renderers turn these into lines, JSON or nothing. */
export type EngineEvent =
  | { type: 'step-start'; step: Step; number: number }
  | { type: 'action'; step: Step; action: Action }
  | { type: 'output'; line: string; stream: 'stdout' | 'stderr' }
  | { type: 'step-done'; step: Step; milliseconds: number }
  | { type: 'step-failed'; step: Step; problems: readonly Problem[] }
  | { type: 'rollback-start'; reason: Message }
  | { type: 'undo'; undo: Undo }
  | { type: 'rollback-done' }
  /** An earlier run that was cut off has been taken back. */
  | { type: 'recovered'; run: string; entries: number }
  /** The candidate is tried before anything live changes. */
  | { type: 'rehearsing' }
  | { type: 'rehearsed'; checks: number; milliseconds: number }
  | { type: 'waiting'; for: Message };

export type OnEvent = (event: EngineEvent) => void;

export interface Outcome {
  restarted: boolean;
  reloaded: boolean;
  milliseconds: number;
}
