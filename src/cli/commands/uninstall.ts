import { exitCodes } from '../../errors.ts';
import type { Call } from '../context.ts';
import { takeAway } from '../flow/take-away.ts';

/** Takes away what was written here, if it is still as it was written; what somebody changed is kept and named. */
export async function run(call: Call): Promise<number> {
  await takeAway(call);
  return exitCodes.ok;
}
