import type { Consequences } from '../../access/consequences.ts';
import { testProblems } from '../../access/judge.ts';
import type { Report } from '../../checks/types.ts';
import { confNotes } from '../../desired/conf/notes.ts';
import { confProblems } from '../../desired/conf/problems.ts';
import { desire } from '../../desired/desire.ts';
import type { Secret } from '../../desired/hashes.ts';
import { parseProbe } from '../../desired/probe.ts';
import type { Layout } from '../../distros/layout.ts';
import { apply } from '../../engine/apply.ts';
import type { Bytes, Generation } from '../../engine/generations/format.ts';
import { generationPath, pruneGenerations } from '../../engine/generations/store.ts';
import { planChanges } from '../../engine/plan.ts';
import { preflight } from '../../engine/preflight.ts';
import type { Outcome, Plan, Resource } from '../../engine/types.ts';
import { AppError, fail } from '../../errors.ts';
import { gatherMore } from '../../facts/files.ts';
import { gather } from '../../facts/gather.ts';
import type { Facts, FileFact } from '../../facts/types.ts';
import { Hidden } from '../../hidden.ts';
import { msg } from '../../i18n/messages.ts';
import { loadSpecFile, placed } from '../../spec/load.ts';
import type { Account, Spec } from '../../spec/types.ts';
import type { Call } from '../context.ts';
import type { Adoption } from './adoption.ts';
import { commandLine, runAsRoot } from './command-line.ts';
import { armRevert, confirmSeconds } from './confirmation.ts';
import { consent } from './consent.ts';
import { consequencesIn } from './consequences.ts';
import { type Declared, declaredIn } from './declared.ts';
import { eventPrinter } from './events.ts';
import {
  bringGenerations,
  keepGeneration,
  mostGenerations,
  overwrittenBy,
  roomForGenerations,
} from './generation.ts';
import { type HandOver, withHandOver } from './hand-over.ts';
import { layoutOf } from './layout.ts';
import { noteLoaded } from './loaded.ts';
import { priceOf } from './price.ts';
import { type Proof, prove } from './prove.ts';
import { forgetFound, noteFound, writeRecords } from './records.ts';
import { rehearse } from './rehearse.ts';
import { saveStore } from './save-store.ts';
import { showPlan } from './show-plan.ts';
import { demandGoingOn, listenForSignals } from './signals.ts';
import { noteUnfinished, openState } from './state.ts';
import { storeFrom } from './store-from.ts';
import { wantedFrom } from './wanted.ts';

/** What a command makes of what is declared. */
export interface Decision {
  specText: string;
  accounts: Account[];
  /** Passwords known in this run, by account. */
  secrets: Map<string, Secret>;
  /** Stored hashes that come with accounts from elsewhere. */
  hashes?: ReadonlyMap<string, string>;
  /** Generated passwords that go into a file instead of onto the screen. */
  handOver?: HandOver;
  /** Where somebody's broker is taken over. */
  adoption?: Adoption;
}

export type Decide = (declared: Declared, facts: Facts) => Promise<Decision>;

export interface Converged {
  facts: Facts;
  spec: Spec;
  decision: Decision;
  plan: Plan;
  consequences: Consequences;
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
  /** Where what is declared stands, if not on the machine: in a generation, or a backup. */
  ground?: (facts: Facts) => Ground;
  /** Generations that come along; those of this machine stay, where it has any. */
  generations?: readonly Generation[];
  /** Newer packages that come first. */
  upgrade?: Upgrade;
  /** A database that comes along, in the place of the broker's own; null for none. */
  store?: Bytes | null;
}

/** From which package version to which, and what the way back needs. */
export interface Upgrade {
  names: string[];
  from: string;
  to: string;
  /** Upstream's version of `to`. */
  version: string | null;
  debs: string[];
  store: string | null;
}

/** Files as they were elsewhere or at another time, from which the broker is to be made. */
export interface Ground {
  /** What is read instead of the machine's own: spec, accounts, stored hashes. */
  files: Record<string, FileFact>;
  /** What comes from there as it is. */
  resources: Resource[];
}

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
    if (isWordsOnly && !isReworded(facts)) {
      keep = true;
      const report = options.proveIdle ? await prove(call, facts, before, options.proof) : null;
      return { ...base, outcome: null, report };
    }
    await consent(call, options.consentImplied || isWordsOnly);
    demandGoingOn(call.signal);
    const converged = await withHandOver(
      call.host,
      decision.handOver,
      () => carryOut(call, before, options, state.made, onEvent),
      ({ outcome }) => outcome !== null,
    );
    keep = converged.outcome !== null;
    return converged;
  } finally {
    await state?.close({ keep });
  }
}

/** What is declared was edited and means the same: a comment, an order. It is a generation all the same. */
function isReworded({ layout, files, records }: Facts): boolean {
  return [layout.spec, layout.accounts].some((path) => {
    const [written, now] = [records?.written[path], files[path]?.sha256];
    return written !== undefined && typeof now === 'string' && written !== now;
  });
}

/** Everything up to the plan: nothing is changed. */
export interface Before {
  facts: Facts;
  declared: Declared;
  decision: Decision;
  spec: Spec;
  probePassword: string;
  resources: Resource[];
  plan: Plan;
  consequences: Consequences;
}

export async function lookAround(
  call: Call,
  layout: Layout,
  decide: Decide,
  options: ConvergeOptions,
  mayWrite: boolean,
): Promise<Before> {
  const found = asUpgraded(await gather(call.host, layout), options.upgrade);
  const ground = options.ground?.(found) ?? { files: {}, resources: [] };
  const stand = { ...found, files: { ...found.files, ...ground.files } };
  const declared = declaredIn(stand, await runAsRoot(call));
  const decision = await decide(declared, found);
  const { adoption } = decision;
  const paths = [
    ...ground.resources.flatMap((one) => ('path' in one ? [one.path] : [])),
    ...(options.upgrade?.store ? [options.upgrade.store] : []),
    ...(options.store === null || options.store === undefined ? [] : [options.store.path]),
  ];
  const brought = { ...(await gatherMore(call.host, layout, paths)), ...adoption?.facts };
  const facts = { ...found, files: { ...found.files, ...brought } };
  const specFile = loadSpecFile(decision.specText, layout.spec);
  const { spec } = specFile;
  const impossible = placed(
    [
      ...confProblems(spec, facts, adoption?.mainText ?? undefined),
      ...testProblems(spec, decision.accounts, facts),
    ],
    specFile,
  );
  if (impossible.length > 0) throw new AppError('input', impossible);
  const judged = preflight(facts, spec, {
    command: await commandLine(call),
    overwriteDrift: call.options['overwriteDrift'] === true,
    changes: !options.dryRun,
    ...(adoption === undefined ? {} : { taken: adoption.taken }),
  });
  if (judged.problems.length > 0) throw new AppError(judged.exit, judged.problems);
  if (!mayWrite && !options.dryRun)
    throw fail('needsRoot', msg('cli.needsRoot'), { fix: await runAsRoot(call) });
  for (const note of [...judged.notes, ...confNotes(spec, facts)]) call.out.note(call.t(note));
  const wanted = await wantedFrom(call, facts, declared, decision, specFile, ground);
  const resources = [
    ...upgradeFrom(options.upgrade),
    ...(await storeFrom(call, options.store ?? null, facts)),
    ...desire(wanted, { ...facts, files: { ...facts.files, ...ground.files } }),
  ];
  const plan = planChanges(resources, facts);
  return {
    facts,
    declared,
    decision,
    spec,
    probePassword: wanted.probePassword,
    resources,
    plan,
    consequences: await withPrice(call, consequencesIn(resources, plan, facts), facts),
  };
}

/** What is rendered is for the version that comes, as on a machine that has none yet. */
function asUpgraded(facts: Facts, upgrade: Upgrade | undefined): Facts {
  if (upgrade === undefined) return facts;
  return { ...facts, mosquitto: { ...facts.mosquitto, version: upgrade.version, source: 'candidate' } };
}

function upgradeFrom(upgrade: Upgrade | undefined): Resource[] {
  if (upgrade === undefined) return [];
  const { names, from, to, debs, store } = upgrade;
  return [{ kind: 'upgrade', id: 'packages.upgrade', names, from, to, debs, store }];
}

/** The probe's password is the one that runs now: a new one is not known to the broker yet. */
async function withPrice(call: Call, consequences: Consequences, facts: Facts): Promise<Consequences> {
  if (consequences.disconnects !== 'everybody') return consequences;
  const probe = facts.files[facts.layout.probe]?.content;
  const password = probe instanceof Hidden ? parseProbe(probe.reveal()) : null;
  return { ...consequences, price: await priceOf(call, facts, password) };
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
  const isStopped = options.upgrade !== undefined || plan.steps.some(({ verb }) => verb === 'stop');
  await noteFound(call.host, facts);
  const overwritten = await overwrittenBy(call.host, plan, facts);
  const applied = await apply(plan, call.host, {
    state,
    opening,
    onEvent,
    signal,
    rehearse: () => rehearse(call, before, onEvent),
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
