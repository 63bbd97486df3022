import { AppError, fail } from '../errors.ts';
import { lockHolder } from '../facts/package-lock.ts';
import type { Host } from '../host/types.ts';
import { msg } from '../i18n/messages.ts';
import { type Journal, type Opening, openJournal } from './journal.ts';
import type { Pending } from './pending.ts';
import { rollBack } from './rollback.ts';
import type { EngineEvent, OnEvent, Outcome, Plan, Step, Undo } from './types.ts';

export interface ApplyOptions {
  /** Folder of the journal; it exists and is locked by us. */
  state: string;
  opening: Opening;
  onEvent: OnEvent;
  /** Set by Ctrl-C: seen between two actions, never in the middle of one. */
  signal: AbortSignal;
  /**
   * Asked when everything that is needed is there and every file is staged, before the first of them takes its place.
   * What it throws stops the run.
   */
  rehearse?: () => Promise<void>;
  /** Waited for before each action, once it has been told. What it throws stops the run. */
  pause?: () => Promise<void>;
  /** Asked before a running broker is restarted: what it holds is made safe, and how that is put back. */
  saveStore?: () => Promise<Undo[]>;
}

/** A plan that has been carried out and can still be taken back, until it is committed. */
export interface Applied {
  outcome: Outcome;
  commit(): Promise<void>;
  /** Keeps it for a while: whoever finds it later than `pending` says takes it back. */
  leaveOpen(pending: Pending): Promise<void>;
  /** Makes a file that is written outside the plan part of what is taken back. */
  protect(path: string): Promise<void>;
  /** `cause`: what went wrong before; where taking back fails too, the error tells both. */
  rollBack(reason: Extract<EngineEvent, { type: 'rollback-start' }>, cause: unknown): Promise<void>;
}

/**
 * Carries out a plan: packages and folders, then all files are staged beside their targets, then the result is
 * rehearsed, then all are renamed, then the service. Each undo is on disk before its action runs. Where an action fails, or the signal comes, everything is
 * taken back and the error is thrown; installed packages stay.
 */
export async function apply(plan: Plan, host: Host, options: ApplyOptions): Promise<Applied> {
  const { state, onEvent } = options;
  const started = performance.now();
  const journal = await openJournal(host, state, options.opening);
  const run = runner(host, journal, options);
  const takeBack: Applied['rollBack'] = async (event, cause) => {
    onEvent(event);
    try {
      await rollBack(host, state, journal.entries(), onEvent);
    } catch (error) {
      throw both(cause, error);
    }
  };
  try {
    for (const { steps, part } of phases(plan.steps)) {
      if (part === 'swap') await options.rehearse?.();
      for (const step of steps) await run(step, part);
    }
  } catch (error) {
    await takeBack({ type: 'rollback-start', reason: msg('engine.rollback.stepFailed') }, error);
    throw error;
  }
  return {
    outcome: {
      restarted: plan.steps.some((step) => step.verb === 'restart' || step.verb === 'start'),
      reloaded: plan.steps.some((step) => step.verb === 'reload'),
      milliseconds: performance.now() - started,
    },
    commit: () => journal.commit(),
    leaveOpen: (pending) => journal.leaveOpen(pending),
    async protect(path) {
      const found = await host.stat(path);
      const undo: Undo =
        found === null
          ? { type: 'remove', path, written: null }
          : {
              type: 'restore',
              path,
              owner: found.owner,
              group: found.group,
              mode: found.mode,
              written: null,
            };
      await journal.register('records', undo);
    },
    rollBack: takeBack,
  };
}

/** What went wrong first, then what is left to do by hand: neither is understood without the other. */
function both(cause: unknown, error: unknown): unknown {
  if (!(cause instanceof AppError) || !(error instanceof AppError)) return error;
  return new AppError(error.exit, [...cause.problems, ...error.problems], { cause: error });
}

type Part = 'all' | 'stage' | 'swap';

const fileKinds: ReadonlySet<Step['kind']> = new Set([
  'file',
  'absent',
  'no-directory',
  'ownership',
  'moved',
]);

/** The order that keeps old and new files apart for as short as can be. */
function phases(steps: readonly Step[]): { steps: Step[]; part: Part }[] {
  const before = steps.filter(
    (s) => s.kind === 'packages' || s.kind === 'unpacked' || s.kind === 'directory',
  );
  const files = steps.filter((s) => fileKinds.has(s.kind));
  const service = steps.filter((s) => s.kind === 'service');
  // A broker that is to be stopped for good is stopped before its files go.
  const stopping = service.filter((s) => s.verb === 'stop' || s.verb === 'disable');
  // What shuts a port may be a file that goes.
  const shutting = steps.filter((s) => s.kind === 'firewall' && s.verb === 'remove');
  return [
    { steps: before, part: 'all' },
    { steps: [...stopping, ...shutting], part: 'all' },
    { steps: files, part: 'stage' },
    { steps: files, part: 'swap' },
    // systemd reads what has changed before it is asked to start anything.
    {
      steps: steps.filter((s) => (s.kind === 'command' || s.kind === 'firewall') && !shutting.includes(s)),
      part: 'all',
    },
    { steps: service.filter((s) => !stopping.includes(s)), part: 'all' },
    { steps: steps.filter((s) => s.kind === 'gone'), part: 'all' },
  ];
}

function runner(host: Host, journal: Journal, { onEvent, signal, saveStore, pause }: ApplyOptions) {
  let number = 0;
  return async (step: Step, part: Part): Promise<void> => {
    const actions = step.actions.filter(
      (action) => part === 'all' || (action.type === 'write') === (part === 'stage'),
    );
    const started = performance.now();
    if (part !== 'stage') {
      number += 1;
      onEvent({ type: 'step-start', step, number });
      const more = step.verb === 'restart' ? ((await saveStore?.()) ?? []) : [];
      for (const undo of [...step.undo, ...more]) await journal.register(step.id, undo);
    }
    try {
      for (const action of actions) {
        if (signal.aborted)
          throw fail(signal.reason === 'SIGTERM' ? 'terminated' : 'interrupted', msg('engine.interrupted'));
        if (action.type === 'write') {
          await journal.register(step.id, { type: 'remove', path: action.path, written: null });
          // Left by a run whose journal is lost: nobody else has such a name, and it is never written through.
          if ((await host.stat(action.path)) !== null)
            await host.perform({ type: 'remove', path: action.path });
        }
        if (action.type === 'exec' && action.locks !== undefined)
          await waitForLocks(host, action.locks, onEvent, signal);
        onEvent({ type: 'action', step, action });
        await pause?.();
        await host.perform(action, (line, stream) => onEvent({ type: 'output', line, stream }));
      }
    } catch (error) {
      onEvent({ type: 'step-failed', step, problems: error instanceof AppError ? error.problems : [] });
      throw error;
    }
    if (part !== 'stage') onEvent({ type: 'step-done', step, milliseconds: performance.now() - started });
  };
}

const lockPatienceMs = 10 * 60_000;

/** apt waits for dpkg's lock by itself, but not for that of its lists, and never says who holds it. */
async function waitForLocks(
  host: Host,
  locks: readonly string[],
  onEvent: OnEvent,
  signal: AbortSignal,
): Promise<void> {
  const started = performance.now();
  let said = '';
  for (;;) {
    const holder = await lockHolder(host, locks);
    if (holder === null || signal.aborted) return;
    const who = `${holder.command} (pid ${holder.pid})`;
    if (performance.now() - started > lockPatienceMs) {
      throw fail('locked', msg('engine.lock.patienceOver', { who }), { fix: msg('engine.lock.patienceFix') });
    }
    if (who !== said) onEvent({ type: 'waiting', for: msg('engine.lock.packages', { who }) });
    said = who;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
