import type { Call } from '../../context.ts';
import { layoutOf } from '../../flow/layout.ts';
import { change } from './change.ts';
import { printStatus } from './status.ts';

/** Our own CA; another one with --force, which every client has to be told of. */
export async function run(call: Call): Promise<number> {
  const force = call.options['force'] === true;
  const code = await change(call, {
    tls: { authority: true, newAuthority: force },
    isConsent: !force,
  });
  if (code === 0 && !call.json && call.options['dryRun'] !== true) await printStatus(call, layoutOf(call));
  return code;
}
