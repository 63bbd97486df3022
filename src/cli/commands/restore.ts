import { resolve } from 'node:path';
import { exitCodes } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import type { Call } from '../context.ts';
import { openBackup, placedHere } from '../flow/backup.ts';
import { converge } from '../flow/converge.ts';
import { groundFrom } from '../flow/ground.ts';
import { demandRoot } from '../flow/kept-generations.ts';
import { layoutOf } from '../flow/layout.ts';
import { printConverged } from '../flow/print-converged.ts';
import { asDeclared } from './apply.ts';

/** A broker from a backup, on the same machine or a bare one: by plan and apply, as any change. */
export async function run(call: Call): Promise<number> {
  const layout = layoutOf(call);
  const file = resolve(call.args[0] ?? '');
  await demandRoot(call, layout);
  const backup = await openBackup(call, file);
  const { files, store } = placedHere(backup, layout);
  const message = call.options['message'] ?? call.english(msg('backup.message', { made: backup.made }));
  const dryRun = call.options['dryRun'] === true;
  const converged = await converge({ ...call, options: { ...call.options, message } }, asDeclared, {
    dryRun,
    consentImplied: false,
    proof: 'full',
    proveIdle: true,
    needsSpec: false,
    ground: (facts) => groundFrom(files, facts),
    bringsAuthority: true,
    generations: backup.generations,
    store: call.options['withoutStore'] === true ? null : store,
  });
  printConverged(call, converged, { dryRun, card: true });
  return converged.report === null || converged.report.ok ? exitCodes.ok : exitCodes.no;
}
