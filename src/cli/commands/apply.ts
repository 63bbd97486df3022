import { exitCodes, fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { type Call, selfFor } from '../context.ts';
import { confirmSeconds } from '../flow/confirmation.ts';
import { converge } from '../flow/converge.ts';
import { layoutOf, whichBroker } from '../flow/layout.ts';
import { printConverged } from '../flow/print-converged.ts';
import type { Decide } from '../flow/types.ts';

/** Brings the machine to what broker.yaml and accounts.jsonl say. */
export async function run(call: Call): Promise<number> {
  const dryRun = call.options['dryRun'] === true;
  const converged = await converge(call, asDeclared, {
    dryRun,
    consentImplied: false,
    proof: 'full',
    proveIdle: false,
    needsSpec: true,
  });
  const seconds = confirmSeconds(call);
  printConverged(call, converged, { dryRun, card: false });
  if (seconds !== null && !dryRun && (converged.report?.ok ?? true)) {
    const layout = layoutOf(call);
    const command = `${selfFor(call, layout.mode)} confirm${whichBroker(call, layout)}`;
    call.out.note(
      call.t(converged.outcome === null ? msg('confirm.idle') : msg('confirm.applied', { command, seconds })),
    );
  }
  if (dryRun && call.options['detailedExitcode'] === true && converged.plan.steps.length > 0)
    return exitCodes.pending;
  return converged.report === null || converged.report.ok ? exitCodes.ok : exitCodes.no;
}

/** What is declared, and nothing else. Throws 65 where nothing is. */
export const asDeclared: Decide = async (declared, facts) => {
  if (declared.specText === null) {
    throw fail('input', msg('cli.spec.missing', { file: facts.layout.spec }), {
      fix: msg('cli.spec.installFirst'),
    });
  }
  return { specText: declared.specText, accounts: declared.accounts, secrets: new Map() };
};
