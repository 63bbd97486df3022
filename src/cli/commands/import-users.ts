import { exitCodes } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import type { Call } from '../context.ts';
import { converge } from '../flow/converge.ts';
import { decideImport, type ImportResult } from '../flow/decide-import.ts';
import { printConverged } from '../flow/print-converged.ts';
import { provenLogins } from '../flow/prove-accounts.ts';

/** The accounts of a CSV file or of JSON Lines: all of them, or none. */
export async function run(call: Call): Promise<number> {
  const dryRun = call.options['dryRun'] === true;
  let result: ImportResult = { added: 0, updated: 0, passwords: null };
  const decide = decideImport(call, (found) => {
    result = found;
  });
  const converged = await converge(call, decide, {
    dryRun,
    consentImplied: true,
    proof: 'accounts',
    proveIdle: false,
    needsSpec: true,
  });
  // The same once more, passwords and all, changes nobody.
  const { added, updated, passwords } = {
    ...result,
    ...(converged.plan.steps.length === 0 ? { updated: 0 } : {}),
  };
  printConverged(call, converged, { dryRun, card: false, more: { imported: { added, updated }, passwords } });
  const ok = converged.report === null || converged.report.ok;
  if (!call.json && ok) {
    const { out, t } = call;
    out.note(t(msg(dryRun ? 'users.import.would' : 'users.import.done', { added, updated })));
    if (passwords !== null)
      out.note(t(msg(dryRun ? 'users.import.wouldWrite' : 'users.import.written', passwords)));
    const logins = converged.decision.secrets.size;
    if (!dryRun && logins > provenLogins)
      out.note(t(msg('users.import.sample', { tried: provenLogins, of: logins })));
  }
  return ok ? exitCodes.ok : exitCodes.no;
}
