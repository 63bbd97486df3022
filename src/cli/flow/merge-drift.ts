import { adoptTree } from '../../adopt/adopt.ts';
import { mergeOf } from '../../adopt/merge.ts';
import type { Adopted } from '../../adopt/types.ts';
import { readGeneration } from '../../engine/generations/store.ts';
import { AppError, exitCodes, fail } from '../../errors.ts';
import { gatherConfTree } from '../../facts/conf-tree.ts';
import { gather } from '../../facts/gather.ts';
import { overlay } from '../../facts/overlay.ts';
import type { Facts } from '../../facts/types.ts';
import type { HostReader } from '../../host/types.ts';
import { msg } from '../../i18n/messages.ts';
import { parseVersion } from '../../mosquitto/version.ts';
import { setInSpec } from '../../spec/set-in.ts';
import type { Account } from '../../spec/types.ts';
import type { Call } from '../context.ts';
import { converge } from './converge.ts';
import { layoutOf } from './layout.ts';
import { printConverged } from './print-converged.ts';
import type { Decide } from './types.ts';

/**
 * Keeps what somebody changed by hand in files of ours: it is declared, and then applied as any change. Hashes stay as
 * they are. Throws 78 for what cannot be declared, with its place.
 */
export async function mergeDrift(call: Call): Promise<number> {
  const layout = layoutOf(call);
  const facts = await gather(call.host, layout);
  const { records } = facts;
  if (records === null)
    throw fail('input', msg('cli.spec.missing', { file: layout.spec }), {
      fix: msg('cli.spec.installFirst'),
    });
  const { files } = await readGeneration(call.host, layout.state, records.generation);
  const asWritten = overlay(
    call.host,
    new Map(files.map(({ path, data, owner, group, mode }) => [path, { content: data, owner, group, mode }])),
  );
  const merge = mergeOf(await readAs(call, facts, asWritten), await readAs(call, facts, call.host));
  if (merge.refused.length > 0)
    throw new AppError(
      'refused',
      merge.refused.map((one) => ({ ...one, fix: msg('preflight.driftFix') })),
    );
  const decide: Decide = async (declared) => {
    if (declared.specText === null) throw fail('input', msg('cli.spec.missing', { file: layout.spec }));
    return {
      specText: setInSpec(declared.specText, merge.spec),
      accounts: merged(declared.accounts, merge),
      secrets: new Map(),
    };
  };
  const dryRun = call.options['dryRun'] === true;
  // What stands in the files is kept by what is declared now; the rest of it is in the generation.
  const converged = await converge({ ...call, options: { ...call.options, overwriteDrift: true } }, decide, {
    dryRun,
    consentImplied: false,
    proof: 'full',
    proveIdle: false,
    needsSpec: true,
  });
  printConverged(call, converged, { dryRun, card: false });
  return converged.report === null || converged.report.ok ? exitCodes.ok : exitCodes.no;
}

/** The broker's files read as somebody else's. */
async function readAs(call: Call, { layout, mosquitto, init }: Facts, host: HostReader): Promise<Adopted> {
  const version = parseVersion(mosquitto.version ?? '');
  if (version === null) throw fail('usage', msg('cli.check.noVersion'));
  const runsAs = layout.mode === 'local' && call.host.user.uid !== 0 ? { runsAs: call.host.user.name } : {};
  return adoptTree(await gatherConfTree(host, layout.mainConf, version, runsAs), {
    version,
    confDir: layout.confDir,
    keepsMain: layout.mode === 'system',
    staying: new Set(),
    hasJournal: layout.mode === 'system' && init.kind === 'systemd',
    ourLog: layout.log,
    dataFolder: layout.data,
    passwordFile: (bridge) => `bridge-${bridge}.secret`,
  });
}

function merged(
  declared: readonly Account[],
  { accounts, removed }: { accounts: readonly Account[]; removed: readonly string[] },
): Account[] {
  const changed = new Map(accounts.map((account) => [account.name, account]));
  const kept = declared
    .filter(({ name }) => !removed.includes(name))
    .map((account) => {
      const { roles, topics } = changed.get(account.name) ?? account;
      return { ...account, roles, topics };
    });
  const known = new Set(declared.map(({ name }) => name));
  return [...kept, ...accounts.filter(({ name }) => !known.has(name))];
}
