import type { Report } from '../../checks/types.ts';
import { desire } from '../../desired/desire.ts';
import type { Secret } from '../../desired/hashes.ts';
import type { Layout } from '../../distros/layout.ts';
import { apply } from '../../engine/apply.ts';
import { planChanges } from '../../engine/plan.ts';
import { preflight } from '../../engine/preflight.ts';
import type { Outcome, Plan } from '../../engine/types.ts';
import { AppError, fail } from '../../errors.ts';
import { gather } from '../../facts/gather.ts';
import type { Facts } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import { loadSpec } from '../../spec/load.ts';
import type { Account, Spec } from '../../spec/types.ts';
import type { Call } from '../context.ts';
import { commandLine, runAsRoot } from './command-line.ts';
import { consent } from './consent.ts';
import { type Declared, declaredIn } from './declared.ts';
import { eventPrinter } from './events.ts';
import { layoutOf } from './layout.ts';
import { type Proof, prove } from './prove.ts';
import { forgetFound, noteFound, writeRecords } from './records.ts';
import { showPlan } from './show-plan.ts';
import { demandGoingOn, listenForSignals } from './signals.ts';
import { noteUnfinished, openState } from './state.ts';
import { wantedFrom } from './wanted.ts';

/** What a command makes of what is declared. */
export interface Decision {
  specText: string;
  accounts: Account[];
  /** Passwords known in this run, by account. */
  secrets: Map<string, Secret>;
}

export type Decide = (declared: Declared, facts: Facts) => Promise<Decision>;

export interface Converged {
  facts: Facts;
  spec: Spec;
  decision: Decision;
  plan: Plan;
  /** Null where nothing was done: a dry run, or nothing to do. */
  outcome: Outcome | null;
  /** Null in a dry run. */
  report: Report | null;
  generation: number;
}

export interface ConvergeOptions {
  /** Only say what would be done. */
  dryRun: boolean;
  /** Go on without a question where none can be asked (the command itself is the consent). */
  consentImplied: boolean;
  proof: Proof;
  /** Ask the broker also where nothing had to be changed. */
  proveIdle: boolean;
  /** The command is about a broker that has been declared. */
  needsSpec: boolean;
}

/**
 * The one way in which anything is changed: lock, recover, gather, decide, preflight, plan, show, ask, apply, prove,
 * record. Whatever fails after the first change is rolled back. Throws AppError.
 */
export async function converge(call: Call, decide: Decide, options: ConvergeOptions): Promise<Converged> {
  const layout = layoutOf(call);
  if (options.needsSpec) await demandSpec(call, layout);
  const signals = listenForSignals();
  try {
    return await underLock({ ...call, signal: signals.signal }, layout, decide, options);
  } finally {
    signals.close();
  }
}

/** A mistyped folder is said before anything is made in it. */
async function demandSpec({ host }: Call, { spec, state }: Layout): Promise<void> {
  // Where there is a state, somebody may be about to write the spec: the lock tells.
  if ((await host.stat(spec)) !== null || (await host.stat(state)) !== null) return;
  throw fail('input', msg('cli.spec.missing', { file: spec }), { fix: msg('cli.spec.installFirst') });
}

async function underLock(
  call: Call,
  layout: Layout,
  decide: Decide,
  options: ConvergeOptions,
): Promise<Converged> {
  const onEvent = eventPrinter(call);
  // Without root the machine is only read: preflight says so, together with everything else that is wrong.
  const mayWrite = layout.mode === 'local' || call.host.user.uid === 0;
  if (options.dryRun) await noteUnfinished(call, layout);
  const state = options.dryRun || !mayWrite ? null : await openState(call, layout, onEvent);
  let keep = false;
  try {
    const before = await lookAround(call, layout, decide, options, mayWrite);
    demandGoingOn(call.signal);
    showPlan(call, before.plan, options.dryRun);
    const { plan, facts, decision, spec } = before;
    const base = { facts, spec, decision, plan, generation: facts.records?.generation ?? 0 };
    if (options.dryRun || state === null) return { ...base, outcome: null, report: null };
    if (plan.steps.length === 0) {
      keep = true;
      const report = options.proveIdle ? await prove(call, facts, before, options.proof) : null;
      return { ...base, outcome: null, report };
    }
    await consent(call, options.consentImplied);
    demandGoingOn(call.signal);
    const converged = await carryOut(call, before, options, state.made, onEvent);
    keep = converged.outcome !== null;
    return converged;
  } finally {
    await state?.close({ keep });
  }
}

export interface Before {
  facts: Facts;
  declared: Declared;
  decision: Decision;
  spec: Spec;
  probePassword: string;
  plan: Plan;
}

async function lookAround(
  call: Call,
  layout: Layout,
  decide: Decide,
  options: ConvergeOptions,
  mayWrite: boolean,
): Promise<Before> {
  const facts = await gather(call.host, layout);
  const declared = declaredIn(facts, await runAsRoot(call));
  const decision = await decide(declared, facts);
  const spec = loadSpec(decision.specText, layout.spec);
  const found = preflight(facts, spec, {
    command: await commandLine(call),
    overwriteDrift: call.options['overwriteDrift'] === true,
    changes: !options.dryRun,
  });
  if (found.problems.length > 0) throw new AppError(found.exit, found.problems);
  if (!mayWrite && !options.dryRun)
    throw fail('needsRoot', msg('cli.needsRoot'), { fix: await runAsRoot(call) });
  for (const note of found.notes) call.out.note(call.t(note));
  const wanted = await wantedFrom(call, facts, declared, decision, spec);
  return {
    facts,
    declared,
    decision,
    spec,
    probePassword: wanted.probePassword,
    plan: planChanges(desire(wanted, facts), facts),
  };
}

async function carryOut(
  call: Call,
  before: Before,
  options: ConvergeOptions,
  made: string[],
  onEvent: ReturnType<typeof eventPrinter>,
): Promise<Converged> {
  const { facts, plan, decision, spec } = before;
  const { state } = facts.layout;
  const opening = {
    command: `mqtt-setup ${call.command}`,
    pid: process.pid,
    started: call.host.now().toISOString(),
  };
  const signal = call.signal ?? new AbortController().signal;
  await noteFound(call.host, facts);
  const applied = await apply(plan, call.host, { state, opening, onEvent, signal }).catch(
    async (error: unknown) => {
      const { mosquitto } = await gather(call.host, facts.layout);
      if (mosquitto.source === facts.mosquitto.source) await forgetFound(call.host, state);
      throw error;
    },
  );
  const notProven = { type: 'rollback-start', reason: msg('engine.rollback.notProven') } as const;
  let report: Report;
  try {
    const after = await gather(call.host, facts.layout);
    await applied.protect(`${state}/records.json`);
    const generation = await writeRecords(call.host, before, after, made);
    const proven = await gather(call.host, facts.layout);
    report = await prove(call, proven, before, options.proof);
    demandGoingOn(signal);
    if (report.ok) {
      await applied.commit();
      return { facts: proven, spec, decision, plan, outcome: applied.outcome, report, generation };
    }
  } catch (error) {
    await applied.rollBack(notProven, error);
    throw error;
  }
  await applied.rollBack(notProven, failedChecks(report));
  return { ...before, outcome: null, report, generation: facts.records?.generation ?? 0 };
}

function failedChecks({ checks }: Report): AppError {
  const failed = checks.filter((check) => check.status === 'fail');
  return new AppError(
    'no',
    failed.map(({ message }) => ({ message })),
  );
}
