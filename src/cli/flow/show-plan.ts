import { describeAction } from '../../engine/describe.ts';
import type { Plan } from '../../engine/types.ts';
import { renderPlan } from '../../report/plan.ts';
import type { Call } from '../context.ts';

/** In a dry run the plan is the result; else it is what is shown before the question, or not at all with --json. */
export function showPlan(call: Call, plan: Plan, dryRun: boolean): void {
  // An idle run says so once, at its end.
  if (call.json || (plan.steps.length === 0 && !dryRun)) return;
  if (dryRun) call.out.result(renderPlan(plan, describeAction, call.t, call.style));
  else call.out.note(`${renderPlan(plan, describeAction, call.t, call.errorStyle)}\n`);
}
