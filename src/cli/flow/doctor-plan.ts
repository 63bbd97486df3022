import { type Chosen, type Mended, mendResources, pathsOf } from '../../doctor/mends/resources.ts';
import type { Mend } from '../../doctor/mends/types.ts';
import type { Patient } from '../../doctor/patient.ts';
import { planChanges } from '../../engine/plan.ts';
import type { Plan, Resource, Step } from '../../engine/types.ts';
import { fail } from '../../errors.ts';
import { gatherMore } from '../../facts/files.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import type { Call } from '../context.ts';

/**
 * The mends as a plan. A broker that runs is restarted where they want it, and everything is taken back where it does
 * not come up again; one that does not run is started on its own, after its files have been put right.
 */
export async function planOf(call: Call, patient: Patient, chosen: readonly Chosen[]): Promise<Plan> {
  const { facts, tree } = patient;
  const mends = chosen.map(({ mend }) => mend);
  const paths = pathsOf(mends);
  const files = { ...facts.files, ...(await gatherMore(call.host, facts.layout, paths)) };
  const secrets = new Set(Object.keys(tree.secrets));
  const around = { targets: await targetsOf(call, mends), secrets };
  const now = { ...facts, files };
  const mended = resourcesOf(chosen, now, around);
  const enables = mends.some((mend) => mend.kind === 'service' && mend.operation === 'enable');
  const restarts = mends.some((mend) => mend.kind === 'service' && mend.operation === 'restart');
  const service: Resource[] =
    facts.service.running || enables ? [serviceOf(facts, { running: facts.service.running, enables })] : [];
  const aside = planChanges(mended.moved, now);
  const rest = planChanges([...mended.resources, ...service], mended.facts);
  const plan = { steps: [...aside.steps, ...rest.steps], kept: [...aside.kept, ...rest.kept] };
  const isMoved = aside.steps.some(({ notify }) => notify === 'restart');
  return (restarts || isMoved) && facts.service.running ? withRestart(plan, facts) : plan;
}

/** A file may have changed while its owner thought about the question. */
function resourcesOf(...[chosen, facts, around]: Parameters<typeof mendResources>): Mended {
  try {
    return mendResources(chosen, facts, around);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError)
      throw fail('no', msg('doctor.mend.gone', { detail: error.message }), { cause: error });
    throw error;
  }
}

/** A restart that no file asks for. */
function withRestart(plan: Plan, facts: Patient['facts']): Plan {
  if (plan.steps.some(({ verb }) => verb === 'restart')) return plan;
  return { ...plan, steps: [...plan.steps, ...onService('restart', msg('engine.why.restart'), facts).steps] };
}

/** One step about the service alone. */
export function onService(verb: 'stop' | 'restart', why: Message, { service }: Patient['facts']): Plan {
  const { ref, state, running, enabled } = service;
  const step: Step = {
    id: `service.${verb}`,
    kind: 'service',
    verb,
    subject: ref.init === 'systemd' ? ref.unit : 'mosquitto',
    why,
    before: state,
    after: null,
    actions: [{ type: 'service', operation: verb, service: ref }],
    undo: [{ type: 'service', service: ref, running, enabled }],
    notify: null,
  };
  return { steps: [step], kept: [] };
}

/** To have it run. */
export function startPlan({ facts }: Patient): Plan {
  return planChanges([serviceOf(facts, { running: true, enables: false })], facts);
}

function serviceOf(
  { service }: Patient['facts'],
  { running, enables }: { running: boolean; enables: boolean },
): Resource {
  return { kind: 'service', id: 'service', service: service.ref, running, enabled: enables ? true : null };
}

async function targetsOf(call: Call, mends: readonly Mend[]): Promise<Record<string, Uint8Array>> {
  const links = mends.filter((mend) => mend.kind === 'copy-of-link');
  const entries = await Promise.all(
    links.map(async ({ path }) => {
      const read = await call.host.read(path, { followLinks: true });
      if (!read.ok) throw fail('no', msg('engine.unreadable', { path }));
      return [path, read.data] as const;
    }),
  );
  return Object.fromEntries(entries);
}
