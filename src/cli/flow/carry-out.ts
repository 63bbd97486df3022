import type { Report } from '../../checks/types.ts';
import { apply } from '../../engine/apply.ts';
import { generationPath, pruneGenerations } from '../../engine/generations/store.ts';
import type { Plan } from '../../engine/types.ts';
import { AppError } from '../../errors.ts';
import { gatherMore } from '../../facts/files.ts';
import { gather } from '../../facts/gather.ts';
import type { Facts } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import type { Call } from '../context.ts';
import { writeBundles } from './client-bundle.ts';
import { armRevert, confirmSeconds } from './confirmation.ts';
import type { eventPrinter } from './events.ts';
import {
  bringGenerations,
  keepGeneration,
  mostGenerations,
  overwrittenBy,
  roomForGenerations,
} from './generation.ts';
import { noteLoaded } from './loaded.ts';
import { pauses } from './next-step.ts';
import { prepare } from './prepare.ts';
import { prove } from './prove.ts';
import { forgetFound, noteFound, writeRecords } from './records.ts';
import { rehearse } from './rehearse.ts';
import { saveStore } from './save-store.ts';
import { demandGoingOn } from './signals.ts';
import type { Before, Converged, ConvergeOptions } from './types.ts';

/** Everything after the question: apply, prove, record. Whatever fails is rolled back. */
export async function carryOut(
  call: Call,
  shown: Before,
  options: ConvergeOptions,
  made: string[],
  onEvent: ReturnType<typeof eventPrinter>,
): Promise<Converged> {
  const before = await prepare(call, shown, onEvent);
  const { facts, plan, decision, spec } = before;
  const { state } = facts.layout;
  const opening = {
    command: `mqtt-setup ${call.command}`,
    pid: process.pid,
    started: call.host.now().toISOString(),
  };
  const signal = call.signal ?? new AbortController().signal;
  const isStopped = options.upgrade !== undefined || plan.steps.some(({ verb }) => verb === 'stop');
  await noteFound(call.host, facts);
  const overwritten = await overwrittenBy(call.host, plan, facts);
  const applied = await apply(plan, call.host, {
    state,
    opening,
    onEvent,
    signal,
    rehearse: () => rehearse(call, before, onEvent),
    ...pauses(call),
    // A broker that was stopped for its database has saved by itself.
    saveStore: async () => (isStopped ? [] : saveStore(call, facts)),
  }).catch(async (error: unknown) => {
    const { mosquitto } = await gather(call.host, facts.layout);
    if (facts.records === null && mosquitto.source === facts.mosquitto.source)
      await forgetFound(call.host, state);
    throw error;
  });
  const notProven = { type: 'rollback-start', reason: msg('engine.rollback.notProven') } as const;
  let report: Report;
  try {
    const seen = await gather(call.host, facts.layout);
    // An adoption brings files that no other broker has.
    const written = plan.steps.flatMap((step) => (step.kind === 'file' && step.path ? [step.path] : []));
    const after = {
      ...seen,
      files: { ...(await gatherMore(call.host, facts.layout, written)), ...seen.files },
    };
    await applied.protect(`${state}/records.json`);
    await bringGenerations(call.host, state, options.generations ?? [], (path) => applied.protect(path));
    const generation = await writeRecords(call.host, before, after, made);
    const proven = await gather(call.host, facts.layout, { seen: after.files });
    report = await prove(call, proven, before, options.proof);
    demandGoingOn(signal);
    if (report.ok) {
      await demandNobodyElse(call.host, plan, after);
      // Keys that only we know go to their places while everything can still be taken back.
      await writeBundles(call, before.bundles ?? [], decision.bundles ?? new Map());
      await applied.protect(generationPath(state, generation));
      await keepGeneration(call, { number: generation, facts: proven, report, overwritten });
      await noteLoaded(call.host, proven);
      const seconds = confirmSeconds(call);
      if (seconds === null) await applied.commit();
      else await applied.leaveOpen(await armRevert(call, proven, seconds));
      // The run counts. What cannot be cleared away now goes after the next one.
      await pruneGenerations(call.host, state, mostGenerations, roomForGenerations).catch(() => undefined);
      const { consequences } = before;
      return {
        facts: proven,
        spec,
        decision,
        plan,
        consequences,
        outcome: applied.outcome,
        report,
        generation,
      };
    }
  } catch (error) {
    await applied.rollBack(notProven, error);
    throw error;
  }
  await applied.rollBack(notProven, failedChecks(report));
  return { ...before, outcome: null, report, generation: facts.records?.generation ?? 0 };
}

/** Throws 78 where somebody wrote into a file of this plan while it was carried out, before or after it got its name. */
async function demandNobodyElse(host: Call['host'], { steps }: Plan, { files }: Facts): Promise<void> {
  const lost = new Set(await host.writtenSince());
  const changed = steps.flatMap(({ path, undo }) => {
    const ours = undo.flatMap((one) => ('written' in one && one.written !== null ? [one.written] : []))[0];
    const now = path === undefined ? undefined : files[path]?.sha256;
    return path === undefined || ours === undefined || now === undefined || now === ours ? [] : [path];
  });
  const problems = [...new Set([...lost, ...changed])].map((path) => ({
    message: msg(lost.has(path) ? 'host.fs.lostWrite' : 'host.fs.writtenMeanwhile', { path }),
    place: { file: path },
    fix: msg('host.fs.again'),
  }));
  if (problems.length > 0) throw new AppError('refused', problems);
}

function failedChecks({ checks }: Report): AppError {
  const failed = checks.filter((check) => check.status === 'fail');
  return new AppError(
    'no',
    failed.map(({ message }) => ({ message })),
  );
}
