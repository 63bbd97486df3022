import type { Report } from '../../checks/types.ts';
import type { Layout } from '../../distros/layout.ts';
import { fail } from '../../errors.ts';
import type { Facts } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import type { Call } from '../context.ts';
import { confirmSeconds } from './confirmation.ts';
import { consent } from './consent.ts';
import { eventPrinter } from './events.ts';
import { withHandOver } from './hand-over.ts';
import { layoutOf } from './layout.ts';
import { lookAround } from './look-around.ts';
import { showPlan } from './show-plan.ts';
import { demandGoingOn, listenForSignals } from './signals.ts';
import { noteUnfinished, openState } from './state.ts';
import type { Before, Converged, ConvergeOptions, Decide } from './types.ts';

/**
 * The one way in which anything is changed: lock, recover, gather, decide, preflight, plan, show, ask, apply, prove,
 * record. Whatever fails after the first change is rolled back. Throws AppError.
 */
export async function converge(call: Call, decide: Decide, options: ConvergeOptions): Promise<Converged> {
  const layout = layoutOf(call);
  confirmSeconds(call);
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
  // Nobody looks at an empty screen while we look around.
  if (!call.json) call.out.flash(call.errorStyle.dim(call.t(msg('answers.looking'))));
  const state = options.dryRun || !mayWrite ? null : await openState(call, layout, onEvent);
  let keep = false;
  try {
    const before = await lookAround(call, layout, decide, options, mayWrite);
    demandGoingOn(call.signal);
    showPlan(call, before.plan, options.dryRun, before.consequences);
    const { plan, facts, decision, spec, consequences } = before;
    const base = { facts, spec, decision, plan, consequences, generation: facts.records?.generation ?? 0 };
    if (options.dryRun || state === null) return { ...base, outcome: null, report: null };
    const isWordsOnly = plan.steps.length === 0;
    if (isWordsOnly && !isReworded(facts) && !isUnclaimed(facts)) {
      keep = true;
      const report = options.proveIdle ? await provenAsIs(call, before, options) : null;
      return { ...base, outcome: null, report };
    }
    await consent(call, options.consentImplied || isWordsOnly);
    demandGoingOn(call.signal);
    const converged = await withHandOver(
      call.host,
      decision.handOver,
      // What changes and proves is loaded whole, and only where something is to change: idle runs are the most.
      async () => (await import('./carry-out.ts')).carryOut(call, before, options, state.made, onEvent),
      ({ outcome }) => outcome !== null,
    );
    keep = converged.outcome !== null;
    return converged;
  } finally {
    await state?.close({ keep });
  }
}

async function provenAsIs(call: Call, before: Before, { proof }: ConvergeOptions): Promise<Report> {
  const { prove } = await import('./prove.ts');
  return prove(call, before.facts, before, proof);
}

/** Everything is as it should be, and nothing says that we made it so: from now on it is ours. */
function isUnclaimed({ layout, files, records }: Facts): boolean {
  return records === null && files[layout.conf]?.kind === 'file';
}

/** What is declared was edited and means the same: a comment, an order. It is a generation all the same. */
function isReworded({ layout, files, records }: Facts): boolean {
  return [layout.spec, layout.accounts].some((path) => {
    const [written, now] = [records?.written[path], files[path]?.sha256];
    return written !== undefined && typeof now === 'string' && written !== now;
  });
}
