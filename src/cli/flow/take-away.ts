import { desireNothing, purged } from '../../desired/nothing.ts';
import type { Layout } from '../../distros/layout.ts';
import { apply } from '../../engine/apply.ts';
import { describeAction } from '../../engine/describe.ts';
import { planChanges } from '../../engine/plan.ts';
import type { Plan } from '../../engine/types.ts';
import { fail } from '../../errors.ts';
import { gatherMore } from '../../facts/files.ts';
import { gatherFirewall } from '../../facts/firewall.ts';
import { gather } from '../../facts/gather.ts';
import type { Facts } from '../../facts/types.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import { printable } from '../../report/escape.ts';
import { planJson } from '../../report/plan.ts';
import { ownPlaces } from '../../tls/places.ts';
import type { Call } from '../context.ts';
import { runAsRoot } from './command-line.ts';
import { consent } from './consent.ts';
import { eventPrinter } from './events.ts';
import { layoutOf } from './layout.ts';
import { pauses } from './next-step.ts';
import { readOriginals } from './originals.ts';
import { forgetFound } from './records.ts';
import { showPlan } from './show-plan.ts';
import { listenForSignals } from './signals.ts';
import { noteUnfinished, openState, removeState } from './state.ts';

/** `uninstall`: the same plan and apply as everything else, towards nothing. */
export async function takeAway(call: Call): Promise<void> {
  const layout = layoutOf(call);
  if (layout.mode === 'system' && call.host.user.uid !== 0) {
    throw fail('needsRoot', msg('cli.needsRoot'), { fix: await runAsRoot(call) });
  }
  if ((await call.host.stat(layout.state)) === null) return report(call, layout, { steps: [], kept: [] }, []);
  const onEvent = eventPrinter(call);
  const dryRun = call.options['dryRun'] === true;
  if (dryRun) await noteUnfinished(call, layout);
  const state = dryRun ? null : await openState(call, layout, onEvent);
  try {
    const found = await gather(call.host, layout);
    demandRecords(found, await runAsRoot(call));
    const originals = await readOriginals(call.host, layout);
    // Beside the files of every broker: what an adoption brought, and what it took away.
    const more = [...Object.keys(found.records?.written ?? {}), ...originals.map(({ path }) => path)];
    const opened = (found.records?.opened ?? []).length > 0;
    const facts = {
      ...found,
      ...(opened ? { firewall: await gatherFirewall(call.host) } : {}),
      files: {
        ...(await gatherMore(call.host, layout, [...more, ...(found.records?.folders ?? [])])),
        ...found.files,
      },
    };
    const { resources, kept } = desireNothing(facts, call.options['purge'] === true, originals);
    const plan = planChanges(facts.records === null ? [] : resources, facts);
    showPlan(call, plan, dryRun);
    if (dryRun) {
      if (call.json) report(call, layout, plan, kept);
      return;
    }
    if (plan.steps.length > 0) {
      await consent(call, false);
      await carryOut(call, facts, plan, onEvent);
    }
    if (kept.length === 0) await forget(call, facts);
    report(call, layout, plan, kept, facts.files[ownPlaces(layout).authority]?.kind === 'file');
  } finally {
    await state?.close({ keep: true });
  }
}

/** Without the records nobody can tell which files are ours: nothing is taken away, and nothing forgotten. */
function demandRecords({ layout, recordsProblem }: Facts, asRoot: Message): void {
  if (recordsProblem === undefined) return;
  const file = `${layout.state}/records.json`;
  if (recordsProblem === 'denied')
    throw fail('needsRoot', msg('engine.unreadable', { path: file }), { fix: asRoot });
  throw fail('refused', msg('preflight.records'), {
    place: { file },
    fix: msg('preflight.recordsFix', { file }),
  });
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
      ...pauses(call),
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
  await forgetFound(host, layout.state);
  await removeState(host, layout.state, records?.folders ?? []);
}

function report(call: Call, layout: Layout, plan: Plan, kept: readonly string[], hasAuthority = false): void {
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
  const purge = call.options['purge'] === true;
  // With nothing recorded here, nobody knows whose packages and data these are: the owner decides.
  const stays = plan.steps.length === 0 ? purge : !purge;
  const command = printable(describeAction(purged(layout).action));
  const done = plan.steps.length === 0 ? msg('cli.nothingToDo') : msg('cli.uninstall.done');
  out.prose(
    [
      style.green(t(done)),
      ...kept.map((path) => `  ${style.yellow('!')} ${t(msg('cli.uninstall.kept', { path }))}`),
      ...(plan.steps.length > 0 && !purge && hasAuthority
        ? [`  ${style.dim(t(msg('tls.uninstall.kept', { path: layout.ca })))}`]
        : []),
      ...(stays ? [`  ${style.dim(t(msg('cli.uninstall.purgeHint', { command })))}`] : []),
    ].join('\n'),
  );
}
