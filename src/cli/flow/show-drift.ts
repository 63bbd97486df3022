import { describeAction } from '../../engine/describe.ts';
import { readGeneration } from '../../engine/generations/store.ts';
import type { PreflightProblem } from '../../engine/preflight/types.ts';
import { AppError } from '../../errors.ts';
import type { Facts } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import { renderSteps } from '../../report/plan.ts';
import type { Call } from '../context.ts';
import { difference } from './difference.ts';
import { bytesAt } from './generation.ts';

/**
 * Where files of ours were changed by hand, what was changed in them, before the refusal says what may be done about
 * it. Where there is no generation to compare with, the refusal stands alone.
 */
export async function showDrift(
  call: Call,
  facts: Facts,
  problems: readonly PreflightProblem[],
): Promise<void> {
  const drifted = problems.flatMap(({ message, place }) =>
    message.key === 'preflight.drift' && place !== undefined ? [place.file] : [],
  );
  const generation = facts.records?.generation;
  if (call.json || drifted.length === 0 || generation === undefined) return;
  // A generation that was deleted, or may not be read, is no reason to say less about what is wrong.
  const kept = await readGeneration(call.host, facts.layout.state, generation).catch((error: unknown) => {
    if (error instanceof AppError) return null;
    throw error;
  });
  if (kept === null) return;
  const before = kept.files.filter(({ path }) => drifted.includes(path));
  const plan = difference(before, await bytesAt(call.host, drifted), facts);
  if (plan.steps.length === 0) return;
  const { t, errorStyle } = call;
  call.out.note(
    [
      errorStyle.bold(t(msg('generations.byHand', { generation }))),
      ...renderSteps(plan, describeAction, t, errorStyle),
      '',
    ].join('\n\n'),
  );
}
