import { exitCodes } from '../../errors.ts';
import type { Call } from '../context.ts';
import { withAnswers } from '../flow/answers.ts';
import { converge } from '../flow/converge.ts';
import { decideInstall } from '../flow/decide-install.ts';
import { printConverged } from '../flow/print-converged.ts';

/** What `install` or `apply` would change; touches nothing. */
export async function run(call: Call): Promise<number> {
  const quiet = { ...(await withAnswers(call)), interactive: false };
  const converged = await converge(quiet, await decideInstall(quiet), {
    dryRun: true,
    consentImplied: true,
    proof: 'full',
    proveIdle: false,
    needsSpec: false,
  });
  printConverged(call, converged, { dryRun: true, card: false });
  const pending = converged.plan.steps.length > 0 && call.options['detailedExitcode'] === true;
  return pending ? exitCodes.pending : exitCodes.ok;
}
