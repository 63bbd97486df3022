import { diagnose } from '../../doctor/diagnose.ts';
import type { Chosen } from '../../doctor/mends/resources.ts';
import type { Mend } from '../../doctor/mends/types.ts';
import type { Patient } from '../../doctor/patient.ts';
import type { Diagnosis } from '../../doctor/types.ts';
import { apply } from '../../engine/apply.ts';
import type { Plan } from '../../engine/types.ts';
import { AppError, fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { renderDiagnosis } from '../../report/doctor.ts';
import { asDeclared } from '../commands/apply.ts';
import type { Call } from '../context.ts';
import { printFailure } from '../failure.ts';
import { runAsRoot } from './command-line.ts';
import { saidYes } from './consent.ts';
import { converge } from './converge.ts';
import { onService, planOf, startPlan } from './doctor-plan.ts';
import { eventPrinter } from './events.ts';
import { explainStart } from './explain-start.ts';
import { layoutOf } from './layout.ts';
import { examine } from './patient.ts';
import { showPlan } from './show-plan.ts';
import { listenForSignals } from './signals.ts';
import { openState } from './state.ts';

/** A broker stops at the first fault that it meets: what is behind it shows after the next start. */
const mostRounds = 8;

export interface FixResult {
  /** Ids of what was mended, in order. */
  mended: string[];
  /** What is left after the last look. */
  left: Diagnosis[];
}

/**
 * Mends what can be mended, each cause after a question (or with `--yes`), by plan and apply: what cannot be done is
 * taken back and told, and the next cause is seen to. Looks again after every round, until nothing new turns up.
 */
export async function fixAll(call: Call, first: Patient): Promise<FixResult> {
  if (first.facts.layout.mode === 'system' && call.host.user.uid !== 0)
    throw fail('needsRoot', msg('cli.needsRoot'), { fix: await runAsRoot(call) });
  demandAnswer(call);
  const signals = listenForSignals();
  const inside: Call = { ...call, signal: signals.signal };
  try {
    return await rounds(inside, first);
  } finally {
    signals.close();
  }
}

/** Nobody can be asked, and nobody has said yes: then nothing is changed. */
function demandAnswer(call: Call): void {
  if (saidYes(call) || call.interactive || call.options['dryRun'] === true) return;
  throw fail('usage', msg('cli.needsYes'), { fix: msg('cli.needsYesFix') });
}

async function rounds(call: Call, first: Patient): Promise<FixResult> {
  const accepted = new Map<string, Diagnosis>();
  const asked = new Set<string>();
  let patient = first;
  let left = diagnose(patient);
  for (let round = 0; round < mostRounds; round += 1) {
    const chosen = await choose(call, left, asked);
    if (chosen.length === 0) break;
    for (const diagnosis of chosen) accepted.set(keyOf(diagnosis), diagnosis);
    if (call.options['dryRun'] === true) {
      await showOnly(call, patient, chosen);
      break;
    }
    // Whoever wanted it started wants it started when more has been mended, too.
    const starts = [...accepted.values()].filter(({ mends }) => mends.some(isStart));
    await carryOut(call, patient, [...new Set([...chosen, ...starts])]);
    patient = await examine(call);
    left = diagnose(patient);
  }
  const still = new Set(left.map(keyOf));
  const mended = [...accepted].flatMap(([key, { id }]) => (still.has(key) ? [] : [id]));
  return { mended: call.options['dryRun'] === true ? [] : [...new Set(mended)], left };
}

/** What it is about, whatever the words of the moment. */
const keyOf = ({ id, place, mends }: Diagnosis): string => JSON.stringify([id, place, mends]);

/** Causes that are to be mended now: each is asked about once. */
async function choose(call: Call, found: readonly Diagnosis[], asked: Set<string>): Promise<Diagnosis[]> {
  const chosen: Diagnosis[] = [];
  for (const diagnosis of found) {
    if (diagnosis.mends.length === 0 || asked.has(keyOf(diagnosis))) continue;
    asked.add(keyOf(diagnosis));
    if (!call.json) call.out.note(`\n${renderDiagnosis(diagnosis, call.t, call.errorStyle)}`);
    if (await isWanted(call)) chosen.push(diagnosis);
  }
  return chosen;
}

async function isWanted(call: Call): Promise<boolean> {
  if (saidYes(call) || call.options['dryRun'] === true) return true;
  const { askConfirm } = await import('../prompt.ts');
  return askConfirm(call, msg('doctor.ask'));
}

interface Wish {
  chosen: Chosen[];
  converges: boolean;
}

/** Each mend once; what broker.yaml says comes after everything else. */
function wishOf(diagnoses: readonly Diagnosis[]): Wish {
  const seen = new Set<string>();
  const chosen = diagnoses.flatMap(({ mends, message }) =>
    mends.map((mend): Chosen => ({ mend, why: message })),
  );
  const each = chosen.filter(({ mend }) => {
    const key = JSON.stringify(mend);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
  return {
    chosen: each.filter(({ mend }) => mend.kind !== 'converge'),
    converges: each.some(({ mend }) => mend.kind === 'converge'),
  };
}

/** What cannot be done is told. */
async function carryOut(call: Call, patient: Patient, diagnoses: readonly Diagnosis[]): Promise<void> {
  const { chosen, converges } = wishOf(diagnoses);
  const mends = chosen.map(({ mend }) => mend);
  let isDone = true;
  // Between two tries of systemd's own, each of which 2.1 may pay for with its database, nothing can be mended in peace.
  if (patient.unit?.activeState === 'activating')
    await tell(call, async () => applyPlan(call, onService('stop', msg('engine.why.stop'), patient.facts)));
  if (chosen.some(({ mend }) => !isStart(mend)))
    isDone = await tell(call, async () => applyPlan(call, await planOf(call, patient, chosen)));
  if (converges) {
    // It starts the broker too, and proves it.
    const options = { ...call.options, overwriteDrift: true, yes: true };
    const settings = {
      dryRun: false,
      consentImplied: true,
      proof: 'full',
      proveIdle: false,
      needsSpec: true,
    } as const;
    await tell(call, async () => {
      await converge({ ...call, options }, asDeclared, settings);
    });
  } else if (isDone && !patient.facts.service.running && mends.some(isStart))
    await tell(call, async () => applyPlan(call, startPlan(await examine(call))));
}

const isStart = (mend: Mend): boolean => mend.kind === 'service' && mend.operation === 'start';

/** What went wrong is told, and the others are still seen to. An interruption ends everything. */
async function tell(call: Call, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (
      !(error instanceof AppError) ||
      ['interrupted', 'terminated', 'locked', 'rollbackFailed'].includes(error.exit)
    )
      throw error;
    const { command, out, t, english, errorStyle } = call;
    printFailure(explainStart(error), {
      command,
      json: false,
      debug: false,
      out,
      t,
      english,
      style: errorStyle,
    });
    return false;
  }
}

async function showOnly(call: Call, patient: Patient, diagnoses: readonly Diagnosis[]): Promise<void> {
  const { chosen } = wishOf(diagnoses);
  showPlan(call, await planOf(call, patient, chosen), true);
}

async function applyPlan(call: Call, plan: Plan): Promise<void> {
  if (plan.steps.length === 0) return;
  const layout = layoutOf(call);
  const onEvent = call.json ? () => undefined : eventPrinter(call);
  const state = await openState(call, layout, onEvent);
  try {
    const opening = {
      command: `mqtt-setup ${call.command} --fix`,
      pid: process.pid,
      started: call.host.now().toISOString(),
    };
    const signal = call.signal ?? new AbortController().signal;
    const applied = await apply(plan, call.host, { state: layout.state, opening, onEvent, signal });
    await applied.commit();
  } finally {
    await state.close({ keep: false });
  }
}
