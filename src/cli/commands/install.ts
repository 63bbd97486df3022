import { exitCodes } from '../../errors.ts';
import { gatherFirewall } from '../../facts/firewall.ts';
import type { Call } from '../context.ts';
import { withAnswers } from '../flow/answers.ts';
import { converge } from '../flow/converge.ts';
import { decideInstall } from '../flow/decide-install.ts';
import { printConverged } from '../flow/print-converged.ts';

/** From a bare machine to a running, secured, verified broker; where there is one, it converges to the spec. */
export async function run(given: Call): Promise<number> {
  const call = await withAnswers(given);
  const dryRun = call.options['dryRun'] === true;
  const converged = await converge(call, await decideInstall(call), {
    dryRun,
    consentImplied: false,
    proof: 'full',
    proveIdle: true,
    needsSpec: false,
  });
  const firewall =
    dryRun || call.json || converged.report?.ok !== true ? null : await gatherFirewall(call.host);
  printConverged(call, converged, { dryRun, card: true, firewall });
  return converged.report === null || converged.report.ok ? exitCodes.ok : exitCodes.no;
}
