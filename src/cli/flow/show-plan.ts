import type { Consequences } from '../../access/consequences.ts';
import { describeAction } from '../../engine/describe.ts';
import type { Plan } from '../../engine/types.ts';
import { renderConsequences } from '../../report/permissions.ts';
import { renderPlan } from '../../report/plan.ts';
import type { Call } from '../context.ts';

/** In a dry run the plan is the result; else it is what is shown before the question, or not at all with --json. */
export function showPlan(call: Call, plan: Plan, dryRun: boolean, consequences?: Consequences): void {
  // An idle run says so once, at its end.
  if (call.json || (plan.steps.length === 0 && !dryRun)) return;
  const style = dryRun ? call.style : call.errorStyle;
  const meaning = consequences === undefined ? '' : renderConsequences(consequences, call.t, style);
  const text = [renderPlan(plan, describeAction, call.t, style), ...(meaning === '' ? [] : [meaning])].join(
    '\n\n',
  );
  if (dryRun) call.out.prose(text);
  else call.out.note(`${text}\n`);
}
