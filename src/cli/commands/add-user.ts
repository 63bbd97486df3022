import { exitCodes, fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { type Call, textOption } from '../context.ts';
import {
  type BundlePlace,
  bundleJson,
  bundlePlace,
  demandPlainName,
  showBundle,
} from '../flow/client-bundle.ts';
import { converge } from '../flow/converge.ts';
import { decideAdd } from '../flow/decide-accounts.ts';
import { layoutOf } from '../flow/layout.ts';
import { printConverged } from '../flow/print-converged.ts';

export async function run(call: Call): Promise<number> {
  const dryRun = call.options['dryRun'] === true;
  const name = call.args[0] ?? '';
  const bundle = await wantedBundle(call, name);
  const converged = await converge(call, decideAdd(call, bundle), {
    dryRun,
    consentImplied: true,
    proof: 'accounts',
    proveIdle: true,
    needsSpec: true,
  });
  const isDone = converged.outcome !== null;
  printConverged(call, converged, {
    dryRun,
    card: false,
    ...(bundle !== null && isDone ? { more: { bundle: bundleJson(name, bundle) } } : {}),
  });
  if (bundle !== null && isDone && !call.json) showBundle(call, converged, name, bundle);
  return converged.report === null || converged.report.ok ? exitCodes.ok : exitCodes.no;
}

/** Where the certificate goes that comes with the account; null where none is wanted. */
async function wantedBundle(call: Call, name: string): Promise<BundlePlace | null> {
  if (call.options['certificate'] === true) {
    demandPlainName(name);
    return bundlePlace(call, name, layoutOf(call).state);
  }
  const extra =
    textOption(call.options, 'out') !== undefined ? '--out' : call.options['p12'] === true ? '--p12' : null;
  if (extra !== null) throw fail('usage', msg('tls.option.needsCertificate', { option: extra }));
  return null;
}
