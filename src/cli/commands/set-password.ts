import { exitCodes } from '../../errors.ts';
import type { Call } from '../context.ts';
import { converge } from '../flow/converge.ts';
import { decidePassword } from '../flow/decide-accounts.ts';
import { printConverged } from '../flow/print-converged.ts';

export async function run(call: Call): Promise<number> {
  const dryRun = call.options['dryRun'] === true;
  const converged = await converge(call, decidePassword(call), {
    dryRun,
    consentImplied: true,
    proof: 'accounts',
    proveIdle: true,
    needsSpec: true,
  });
  printConverged(call, converged, { dryRun, card: false });
  return converged.report === null || converged.report.ok ? exitCodes.ok : exitCodes.no;
}
