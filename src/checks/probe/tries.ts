import type { Message } from '../../i18n/messages.ts';
import type { CheckResult, CheckStatus } from '../types.ts';
import type { Target } from './targets.ts';
import { isTls, label } from './targets.ts';

/** What one attempt showed. 'skip' is an attempt that proves nothing. */
export interface Try {
  status: CheckStatus;
  seen: string;
}

/** What is said of a connection that ended under our hands. */
const lost = /closed|ECONNRESET|EPIPE/;

/** Runs one attempt on each target at once. A connection that is lost on the way is a failed attempt, with its reason. */
export function tryAll(
  targets: readonly Target[],
  attempt: (target: Target) => Promise<Try>,
): Promise<Try[]> {
  return Promise.all(
    targets.map(async (target) => {
      const once = (): Promise<Try> =>
        attempt(target).catch((error: unknown): Try => ({ status: 'fail', seen: machineText(error) }));
      const first = await once();
      const isLost = first.status === 'fail' && isTls(target.endpoint) && lost.test(first.seen);
      const { status, seen } = isLost ? await once() : first;
      return { status, seen: `${label(target)}: ${seen}` };
    }),
  );
}

/** One failed attempt fails the check; one that proves nothing leaves it unproven, however many others did not. */
export function combine(
  tries: readonly Try[],
  words: Record<Exclude<CheckStatus, 'warn'>, Message> & { warn?: Message; fix: Message },
): CheckResult {
  const status =
    (['fail', 'skip', 'warn'] as const).find((bad) => tries.some((one) => one.status === bad)) ?? 'pass';
  const telling = status === 'pass' ? tries : tries.filter((one) => one.status !== 'pass');
  const evidence = telling.map(({ seen }) => seen);
  return {
    status,
    message: words[status] ?? words.fail,
    evidence,
    ...(status === 'fail' && { fix: words.fix }),
  };
}

/** What an error says to a machine: the cause of ours (`no PUBACK in 5000 ms`), the message of others. */
export function machineText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
