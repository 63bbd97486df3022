import type { Facts } from '../facts/types.ts';
import { msg } from '../i18n/messages.ts';
import { gentle } from './handshakes.ts';
import type { Check, CheckContext, CheckReport, CheckResult } from './types.ts';

/**
 * Runs the checks that restart the broker, which is done once for all of them: when each is ready for it, or has ended.
 * A restart may take down what runs, so none is made where something is wrong already; `failed` has the ids of what is.
 */
export async function runDeep(
  checks: readonly Check[],
  context: CheckContext,
  failed: readonly string[],
  run: (check: Check, context: CheckContext) => Promise<CheckReport>,
): Promise<CheckReport[]> {
  const leftOut = (result: CheckResult): Promise<CheckReport[]> =>
    Promise.all(checks.map((check) => run({ ...check, run: async () => result }, context)));
  if (context.restart === undefined)
    return leftOut({ status: 'skip', message: msg('checks.run.needs-deep') });
  if (failed.length > 0)
    return leftOut({
      status: 'skip',
      message: msg('checks.run.unwell'),
      evidence: failed.map((id) => `${id}: failed`),
    });
  const shared = once(context.restart, checks.length);
  // An address that was dead before is asked anew.
  const around = { ...context, connect: gentle(context.connect) };
  return Promise.all(
    checks.map(async (check) => {
      let isReady = false;
      const restart = (): Promise<Facts> => {
        isReady = true;
        return shared.ready();
      };
      const result = await run(check, { ...around, restart });
      if (!isReady) shared.leave();
      return result;
    }),
  );
}

/** A restart that waits until `count` have asked for it or said that they need none. */
function once(
  restart: () => Promise<Facts>,
  count: number,
): { ready: () => Promise<Facts>; leave: () => void } {
  let open = count;
  let isWanted = false;
  let begin: ((facts: Promise<Facts>) => void) | undefined;
  const after = new Promise<Facts>((resolve) => {
    begin = resolve;
  });
  const leave = (): void => {
    open -= 1;
    if (open === 0 && isWanted) begin?.(restart());
  };
  return {
    leave,
    ready() {
      isWanted = true;
      leave();
      return after;
    },
  };
}
