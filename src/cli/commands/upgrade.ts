import { AppError, exitCodes, fail } from '../../errors.ts';
import { gatherConfTree } from '../../facts/conf-tree.ts';
import { gather } from '../../facts/gather.ts';
import { gatherCandidates, upstreamVersion } from '../../facts/packages.ts';
import type { Facts } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import { translator } from '../../i18n/translate.ts';
import { lint } from '../../lint/lint.ts';
import type { Finding } from '../../lint/types.ts';
import { oldest, parseVersion } from '../../mosquitto/version.ts';
import { printable } from '../../report/escape.ts';
import { aptUpdate } from '../../resources/packages.ts';
import type { Call } from '../context.ts';
import { converge } from '../flow/converge.ts';
import { demandRoot } from '../flow/kept-generations.ts';
import { layoutOf } from '../flow/layout.ts';
import { fetchOld, forgetOld } from '../flow/old-packages.ts';
import { printConverged } from '../flow/print-converged.ts';
import { storeOf } from '../flow/save-store.ts';
import type { Upgrade } from '../flow/types.ts';
import { asDeclared } from './apply.ts';

/** The broker's newer package: what of it hits this configuration, then plan, apply and proof, and the way back. */
export async function run(usual: Call): Promise<number> {
  const [t, english] = await Promise.all([translator(usual.language, 'all'), translator('en', 'all')]);
  const call = { ...usual, t, english };
  const layout = layoutOf(call);
  if (layout.mode === 'local') throw fail('usage', msg('upgrade.local'));
  await demandRoot(call, layout);
  const dryRun = call.options['dryRun'] === true;
  if (!dryRun) {
    call.out.note(call.errorStyle.dim(call.t(msg('engine.why.aptUpdate'))));
    await call.host.perform(aptUpdate);
  }
  const facts = await gather(call.host, layout);
  const upgrade = await newer(call, facts);
  const findings = upgrade === null ? [] : await hits(call, facts, upgrade);
  for (const finding of findings) sayFinding(call, finding);
  const debs = upgrade === null || dryRun ? [] : await fetchOld(call, facts, upgrade);
  const store = (await storeOf(call.host, facts))?.path ?? null;
  const converged = await converge(call, asDeclared, {
    dryRun,
    consentImplied: false,
    proof: 'full',
    proveIdle: true,
    needsSpec: true,
    ...(upgrade === null ? {} : { upgrade: { ...upgrade, debs, store } }),
  }).catch(async (error: unknown) => {
    // Where the way back was not gone to its end, the old packages are still needed.
    if (!(error instanceof AppError) || error.exit !== 'rollbackFailed')
      await forgetOld(call.host, layout.state);
    throw error;
  });
  await forgetOld(call.host, layout.state);
  const more = {
    upgrade:
      upgrade === null
        ? null
        : {
            from: upgrade.from,
            to: upgrade.to,
            findings: findings.map(({ id, place, message }) => ({
              id,
              place,
              message: call.english(message),
            })),
          },
  };
  printConverged(call, converged, { dryRun, card: false, more });
  return converged.report === null || converged.report.ok ? exitCodes.ok : exitCodes.no;
}

type Newer = Omit<Upgrade, 'debs' | 'store'>;

/** What apt would install in the place of what is installed; null where it knows nothing newer. */
async function newer({ host }: Call, { packages }: Facts): Promise<Newer | null> {
  const installed = packages?.installed ?? {};
  const candidates = await gatherCandidates(
    host,
    Object.keys(installed).filter((name) => installed[name] !== null),
  );
  const from = installed['mosquitto'] ?? null;
  const to = candidates['mosquitto'] ?? null;
  if (from === null || to === null || from === to) return null;
  const names = Object.keys(candidates).filter(
    (name) => candidates[name] !== null && candidates[name] !== installed[name],
  );
  return { names, from, to, version: upstreamVersion(to) };
}

/** What the new version would make of the files that are not ours: ours are written anew for it. */
async function hits(call: Call, { layout }: Facts, { from, to }: Newer): Promise<Finding[]> {
  const [old, next] = [from, to].map((text) => parseVersion(text) ?? oldest) as [
    typeof oldest,
    typeof oldest,
  ];
  const tree = await gatherConfTree(call.host, layout.mainConf, old);
  const key = ({ id, place }: Finding): string => `${id} ${place.file}:${place.line ?? 0}`;
  const known = new Set(lint(tree, old).map(key));
  const ours = [layout.conf, layout.passwd, layout.acl];
  return lint(tree, next).filter(
    (finding) =>
      finding.severity !== 'info' && !known.has(key(finding)) && !ours.includes(finding.place.file),
  );
}

function sayFinding({ out, t, errorStyle }: Call, { place, message, fix }: Finding): void {
  const where = `${printable(place.file)}${place.line === undefined ? '' : `:${place.line}`}`;
  out.note(`${errorStyle.yellow('!')} ${where}: ${printable(t(message))}`);
  if (fix !== undefined) out.note(`  → ${printable(t(fix))}`);
}
