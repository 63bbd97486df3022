import { resolve } from 'node:path';
import type { Layout } from '../../distros/layout.ts';
import { readJournal } from '../../engine/journal.ts';
import { type Comparison, compareShadows } from '../../engine/shadow/compare-shadows.ts';
import { exitCodes, fail } from '../../errors.ts';
import { gatherConfTree } from '../../facts/conf-tree.ts';
import { gather } from '../../facts/gather.ts';
import { overlay } from '../../facts/overlay.ts';
import type { Facts } from '../../facts/types.ts';
import { connect } from '../../host/mqtt.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import { translator } from '../../i18n/translate.ts';
import { lint } from '../../lint/lint.ts';
import type { ConfTree } from '../../lint/types.ts';
import { printVersion } from '../../mosquitto/traits.ts';
import { parseVersion, type Version } from '../../mosquitto/version.ts';
import { type AdoptionView, renderAdoption } from '../../report/adopt.ts';
import { adoptionJson } from '../../report/adopt-json.ts';
import { fold } from '../../report/fold.ts';
import { probeAccount } from '../../spec/probe.ts';
import { type Call, selfFor } from '../context.ts';
import { type Adoption, adoptedFolder, readAdoption } from '../flow/adoption.ts';
import { quoted, runAsRoot } from '../flow/command-line.ts';
import { converge } from '../flow/converge.ts';
import { eventPrinter } from '../flow/events.ts';
import { layoutOf, whichBroker } from '../flow/layout.ts';
import { lookAround } from '../flow/look-around.ts';
import { mergeDrift } from '../flow/merge-drift.ts';
import { nonce } from '../flow/nonce.ts';
import { printConverged } from '../flow/print-converged.ts';
import { demandReadable } from '../flow/readable-conf.ts';
import { listenForSignals } from '../flow/signals.ts';
import { openState } from '../flow/state.ts';
import type { Before, Decide } from '../flow/types.ts';
import { wouldBe } from '../flow/would-be.ts';

/** Reads somebody's broker into declarations, shows what becomes of each line, and with --write takes it over. */
export async function run(usual: Call): Promise<number> {
  const [t, english] = await Promise.all([translator(usual.language, 'all'), translator('en', 'all')]);
  const signals = listenForSignals();
  try {
    const call = { ...usual, t, english, signal: signals.signal };
    return usual.options['merge'] === true ? await mergeDrift(call) : await adopt(call);
  } finally {
    signals.close();
  }
}

async function adopt(call: Call): Promise<number> {
  const layout = layoutOf(call);
  const isWriting = call.options['write'] === true;
  if (layout.mode === 'system' && call.host.user.uid !== 0)
    throw fail('needsRoot', msg('cli.needsRoot'), { fix: await runAsRoot(call) });
  await finishEarlier(call, layout, isWriting);
  const facts = await gather(call.host, layout);
  if (facts.records !== null || facts.files[layout.spec]?.kind === 'file')
    throw fail('refused', msg('adopt.already', { file: layout.spec }), { place: { file: layout.spec } });
  const version = versionOf(facts);
  const file = resolve(call.args[0] ?? layout.mainConf);
  const runsAs = layout.mode === 'local' && call.host.user.uid !== 0 ? { runsAs: call.host.user.name } : {};
  const look = (): Promise<ConfTree> => gatherConfTree(call.host, file, version, runsAs);
  const tree = await look();
  demandReadable(tree);
  const adoption = await readAdoption(call, facts, tree, version);
  const decide: Decide = async (declared, now) => {
    const again = await readAdoption(call, now, await look(), version);
    if (fingerprint(again) !== fingerprint(adoption))
      throw fail('refused', msg('adopt.changed'), { place: { file } });
    return {
      specText: again.specText,
      accounts: [...declared.accounts, ...again.adopted.accounts],
      secrets: new Map(),
      adoption: again,
    };
  };
  const options = { consentImplied: false, proof: 'full', proveIdle: true, needsSpec: false } as const;
  const before = await lookAround(call, layout, decide, { ...options, dryRun: true }, true);
  const known: AdoptionView = {
    file,
    version: printVersion(version),
    specFile: layout.spec,
    specText: adoption.specText,
    adopted: adoption.adopted,
    findings: lint(tree, version).filter(({ severity }) => severity !== 'info'),
    compared: 'failed',
  };
  const compared = await compare(call, facts, tree, before, version).catch((error: unknown) => {
    // What was understood is of use all the more where the broker does not start.
    if (!call.json) call.out.note(`${renderAdoption(known, call.t, call.errorStyle)}\n`);
    throw error;
  });
  const view = { ...known, compared };
  const isSame = sameBroker(view);
  if (!isWriting) {
    call.out.result(
      call.json
        ? JSON.stringify(adoptionJson(view, call.english), null, 2)
        : renderAdoption(view, call.t, call.style),
    );
    if (!call.json) call.out.note(`\n${nextStep(call, layout, isSame)}`);
    return exitCodes.ok;
  }
  call.out.note(renderAdoption(view, call.t, call.errorStyle));
  if (!isSame && call.options['acceptDifferences'] !== true)
    throw fail('refused', msg('adopt.consent'), { fix: msg('adopt.consentFix') });
  const dryRun = call.options['dryRun'] === true;
  const converged = await converge(call, decide, { ...options, dryRun });
  printConverged(call, converged, { dryRun, card: true });
  if (dryRun) return exitCodes.ok;
  if (converged.report !== null && !converged.report.ok) return exitCodes.no;
  if (adoption.files.some(({ id }) => id === 'directory.adopted'))
    call.out.note(folded(call, msg('adopt.kept', { folder: adoptedFolder(layout) })));
  return exitCodes.ok;
}

/** What a run that was cut off has left is neither the old broker nor ours: it is taken back before anything is read. */
async function finishEarlier(call: Call, layout: Layout, isWriting: boolean): Promise<void> {
  const journal = await readJournal(call.host, layout.state);
  if (journal === null || journal.entries.length === 0) return;
  if (!isWriting || call.options['dryRun'] === true)
    throw fail('refused', msg('adopt.unfinished'), { fix: msg('adopt.unfinishedFix') });
  const state = await openState(call, layout, eventPrinter(call));
  await state.close({ keep: true });
}

/** What to type next, word for word. */
function nextStep(call: Call, layout: Layout, isSame: boolean): string {
  const file = call.args[0] === undefined ? '' : ` ${quoted(call.args[0])}`;
  const accept = isSame ? '' : ' --accept-differences';
  const words = `adopt${file} --write${accept}${whichBroker(call, layout)}`;
  const command = `${selfFor(call, layout.mode)} ${words}`;
  const next = call.t(isSame ? msg('adopt.next', { command }) : msg('adopt.nextAll', { command }));
  return `${next}${folded(call, msg('adopt.nextKept'))}`;
}

function folded(call: Call, message: Message): string {
  return ['', ...fold(call.t(message), call.errorStyle.width)].join('\n');
}

function versionOf({ mosquitto }: Facts): Version {
  const version = parseVersion(mosquitto.version ?? '');
  if (version === null) throw fail('usage', msg('cli.check.noVersion'));
  return version;
}

/** What is declared must be what was shown and compared. */
function fingerprint({ specText, adopted, hashes, bridgePasswords, mainText }: Adoption): string {
  return JSON.stringify([specText, adopted.accounts, [...hashes], [...bridgePasswords], mainText]);
}

/** Both configurations, side by side, on the real broker; null where there is none to ask. */
async function compare(
  call: Call,
  facts: Facts,
  tree: ConfTree,
  { resources }: Before,
  version: Version,
): Promise<Comparison | null> {
  const { binary, libraries } = facts.mosquitto;
  if (binary === null) return null;
  const { layout } = facts;
  const after = await gatherConfTree(overlay(call.host, wouldBe(resources)), layout.mainConf, version);
  const compared = await compareShadows(
    call.host,
    { before: tree, after },
    {
      version,
      binary,
      libraries,
      state: (await call.host.stat(layout.state)) === null ? `/tmp/mqtt-setup-${nonce()}` : layout.state,
      connect,
      nonce,
      ...(call.signal === undefined ? {} : { signal: call.signal }),
    },
  );
  // Our own account is no difference between the two.
  const differences = compared.differences.filter((one) => !('who' in one) || one.who.name !== probeAccount);
  return { ...compared, differences };
}

/** Is nothing left out, and nothing otherwise, as far as can be known? */
function sameBroker({ adopted, compared }: AdoptionView): boolean {
  return (
    adopted.lines.every(({ verdict }) => verdict !== 'refused') &&
    adopted.notes.every(({ refused }) => !refused) &&
    compared !== null &&
    compared !== 'failed' &&
    compared.unshadowable.length === 0 &&
    compared.differences.length === 0
  );
}
