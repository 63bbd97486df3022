import type { Consequences } from '../../access/consequences.ts';
import { testProblems } from '../../access/judge.ts';
import { confNotes } from '../../desired/conf/notes.ts';
import { confProblems } from '../../desired/conf/problems.ts';
import { desire } from '../../desired/desire.ts';
import type { Layout } from '../../distros/layout.ts';
import { planChanges } from '../../engine/plan.ts';
import { preflight } from '../../engine/preflight.ts';
import type { Plan, Resource } from '../../engine/types.ts';
import { AppError, fail } from '../../errors.ts';
import { gatherMore } from '../../facts/files.ts';
import { gatherFirewall } from '../../facts/firewall.ts';
import { gather } from '../../facts/gather.ts';
import type { Facts } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import { loadSpecFile, placed } from '../../spec/load.ts';
import { bridgePlaces, listenerPlaces, ownPlaces } from '../../tls/places.ts';
import type { Call } from '../context.ts';
import { certificatesFor } from './certificates.ts';
import { commandLine, runAsRoot } from './command-line.ts';
import { consequencesIn } from './consequences.ts';
import { declaredIn } from './declared.ts';
import { showDrift } from './show-drift.ts';
import { storeFrom } from './store-from.ts';
import type { Before, ConvergeOptions, Decide, Ground, Upgrade } from './types.ts';
import { wantedFrom } from './wanted.ts';

/** Everything up to the plan: nothing is changed. */
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
  const specFile = loadSpecFile(decision.specText, layout.spec);
  const copies = [
    ...specFile.spec.listeners.flatMap((one) =>
      one.tls === null ? [] : Object.values(listenerPlaces(layout, one)),
    ),
    ...specFile.spec.bridges.flatMap((one) =>
      one.tls === null ? [] : Object.values(bridgePlaces(layout, one)),
    ),
  ];
  // Looking at a firewall takes a program or two: only where it has to do with us.
  const isWalled =
    layout.mode === 'system' && (specFile.spec.firewall || (found.records?.opened ?? []).length > 0);
  const facts: Facts = {
    ...found,
    ...(isWalled ? { firewall: await gatherFirewall(call.host) } : {}),
    files: { ...found.files, ...(await gatherMore(call.host, layout, copies)), ...brought },
  };
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
  if (judged.problems.length > 0) {
    await showDrift(call, facts, judged.problems);
    throw new AppError(judged.exit, judged.problems);
  }
  if (!mayWrite && !options.dryRun)
    throw fail('needsRoot', msg('cli.needsRoot'), { fix: await runAsRoot(call) });
  for (const note of [...judged.notes, ...confNotes(spec, facts)]) call.out.note(call.t(note));
  const certificates = await certificatesFor(
    call,
    options.bringsAuthority === true ? withAuthorityOf(facts, ground) : facts,
    specFile,
    decision.tls,
  );
  for (const note of certificates.notes) call.out.note(call.t(note));
  const wanted = await wantedFrom(call, facts, declared, decision, specFile, ground, certificates);
  const resources = [
    ...upgradeFrom(options.upgrade),
    ...(await storeFrom(call, options.store ?? null, facts)),
    ...desire(wanted, { ...facts, files: { ...facts.files, ...ground.files } }),
  ];
  const plan = planChanges(resources, facts);
  if (call.options['overwriteDrift'] !== true) demandOurs(facts, plan, adoption?.taken ?? new Set());
  if (plan.steps.some(({ id }) => id === 'file.conf') && spec.bridges.some(({ tls }) => tls !== null))
    await (await import('./remotes.ts')).lookAtRemotes(call, specFile);
  return {
    facts,
    declared,
    decision,
    spec,
    probePassword: wanted.probePassword,
    resources,
    certificates,
    specFile,
    plan,
    consequences: await withPrice(call, consequencesIn(resources, plan, facts), facts),
  };
}

/**
 * Throws 78 where files of our names are not what is declared, and no record says that we wrote them: somebody has done
 * so by hand, or the records are lost. Those that are as declared are ours from now on.
 */
function demandOurs(
  { layout, files, records, recordsProblem }: Facts,
  { steps }: Plan,
  taken: ReadonlySet<string>,
): void {
  if (records !== null || recordsProblem !== undefined) return;
  const problems = [layout.conf, layout.passwd, layout.acl].flatMap((file) =>
    files[file]?.kind === 'file' && !taken.has(file) && steps.some(({ path }) => path === file)
      ? [
          {
            message: msg('preflight.notDeclared', { path: file }),
            place: { file },
            fix: msg('preflight.notDeclaredFix'),
          },
        ]
      : [],
  );
  if (problems.length > 0) throw new AppError('refused', problems);
}

/** Our CA, and what it has signed, as they are where the rest comes from. */
function withAuthorityOf(facts: Facts, { files }: Ground): Facts {
  const own = Object.values(ownPlaces(facts.layout));
  return {
    ...facts,
    files: {
      ...facts.files,
      ...Object.fromEntries(Object.entries(files).filter(([path]) => own.includes(path))),
    },
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

async function withPrice(call: Call, consequences: Consequences, facts: Facts): Promise<Consequences> {
  if (consequences.disconnects !== 'everybody') return consequences;
  const { priceOf } = await import('./price.ts');
  return { ...consequences, price: await priceOf(call, facts) };
}
