import { desireNothing } from '../../desired/nothing.ts';
import { apply } from '../../engine/apply.ts';
import { planChanges } from '../../engine/plan.ts';
import type { Plan } from '../../engine/types.ts';
import { fail } from '../../errors.ts';
import { gather } from '../../facts/gather.ts';
import type { Facts } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import { planJson } from '../../report/plan.ts';
import type { Call } from '../context.ts';
import { commandLine } from './command-line.ts';
import { consent } from './consent.ts';
import { eventPrinter } from './events.ts';
import { layoutOf } from './layout.ts';
import { showPlan } from './show-plan.ts';
import { listenForSignals } from './signals.ts';
import { openState } from './state.ts';

/** `uninstall`: the same plan and apply as everything else, towards nothing. */
export async function takeAway(call: Call): Promise<void> {
  const layout = layoutOf(call);
  if (layout.mode === 'system' && call.host.user.uid !== 0) {
    throw fail('needsRoot', msg('cli.needsRoot'), {
      fix: msg('cli.runThis', { command: await commandLine(call) }),
    });
  }
  if ((await call.host.stat(layout.state)) === null) return report(call, { steps: [], kept: [] }, []);
  const onEvent = eventPrinter(call);
  const dryRun = call.options['dryRun'] === true;
  const state = dryRun ? null : await openState(call, layout, onEvent);
  try {
    const facts = await gather(call.host, layout);
    const { resources, kept } = desireNothing(facts, call.options['purge'] === true);
    const plan = planChanges(facts.records === null ? [] : resources, facts);
    showPlan(call, plan, dryRun);
    if (dryRun) {
      if (call.json) report(call, plan, kept);
      return;
    }
    if (plan.steps.length > 0) {
      await consent(call, false);
      await carryOut(call, facts, plan, onEvent);
    }
    if (kept.length === 0) await forget(call, facts);
    report(call, plan, kept);
  } finally {
    await state?.close();
  }
}

async function carryOut(
  call: Call,
  facts: Facts,
  plan: Plan,
  onEvent: ReturnType<typeof eventPrinter>,
): Promise<void> {
  const signals = listenForSignals();
  const opening = {
    command: 'mqtt-setup uninstall',
    pid: process.pid,
    started: call.host.now().toISOString(),
  };
  try {
    const applied = await apply(plan, call.host, {
      state: facts.layout.state,
      opening,
      onEvent,
      signal: signals.signal,
    });
    await applied.commit();
  } finally {
    signals.close();
  }
}

/** Nothing of ours is left that a record would be needed for: the state goes too. */
async function forget({ host }: Call, { layout, records }: Facts): Promise<void> {
  for (const name of ['records.json', 'broker.pid', 'broker.stderr', 'lock']) {
    await host.perform({ type: 'remove', path: `${layout.state}/${name}` });
  }
  for (const folder of [layout.state, ...(records?.folders ?? []).toReversed()])
    await host.perform({ type: 'rmdir', path: folder });
}

function report(call: Call, plan: Plan, kept: readonly string[]): void {
  const { out, t, style, json } = call;
  if (json) {
    out.result(
      JSON.stringify(
        { schemaVersion: 1, command: call.command, ok: true, changes: planJson(plan), kept },
        null,
        2,
      ),
    );
    return;
  }
  const done = plan.steps.length === 0 ? msg('cli.nothingToDo') : msg('cli.uninstall.done');
  out.result(
    [
      style.green(t(done)),
      ...kept.map((path) => `  ${style.yellow('!')} ${t(msg('cli.uninstall.kept', { path }))}`),
      ...(call.options['purge'] === true || plan.steps.length === 0
        ? []
        : [`  ${style.dim(t(msg('cli.uninstall.purgeHint')))}`]),
    ].join('\n'),
  );
}
