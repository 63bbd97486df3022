import { setTimeout as sleep } from 'node:timers/promises';
import type { CheckContext } from '../../checks/types.ts';
import { fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { parseDuration } from '../../spec/quantities.ts';
import { type Call, textOption } from '../context.ts';

/** Between two looks at a broker that is still starting. */
const pauseMs = 250;

/** `--retry-for 30s` in milliseconds; 0 without it. Throws 64 for what is no time. */
export function retryForOf(call: Call): number {
  const text = textOption(call.options, 'retryFor');
  if (text === undefined) return 0;
  const seconds = parseDuration(text, 86_400);
  if (seconds === null) throw fail('usage', msg('cli.verify.retryFor', { value: text }));
  return seconds * 1000;
}

/**
 * Builds the context, and builds it again until somebody answers at each of its addresses or the time is over: a broker
 * that is still starting has no process and no sockets to look at either.
 */
export async function whenReachable(
  build: () => Promise<CheckContext>,
  forMs: number,
  now: () => number,
): Promise<CheckContext> {
  if (forMs === 0) return build();
  const until = now() + forMs;
  while (now() < until && !(await allAnswer(await build()))) await sleep(pauseMs);
  // What was seen before it answered is no longer so.
  return build();
}

async function allAnswer({ endpoints, connect, nonce, timeoutMs }: CheckContext): Promise<boolean> {
  const outcomes = await Promise.all(
    endpoints.map(async (endpoint) => {
      const clientId = `mqtt-setup-verify-wait-${nonce().slice(0, 12)}`;
      const result = await connect({ endpoint, protocolVersion: 4, clientId, timeoutMs });
      if (result.outcome === 'accepted') await result.session.end();
      return result.outcome;
    }),
  );
  return outcomes.length > 0 && outcomes.every((outcome) => outcome !== 'unreachable');
}
