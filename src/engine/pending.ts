import type { HostReader } from '../host/types.ts';

/** An applied change that goes back by itself unless somebody confirms it. */
export interface Pending {
  /** ISO 8601: taken back from then on. */
  until: string;
  /** The boot in which it was made: a machine that is started anew does not keep what nobody has confirmed. */
  boot: string;
}

/** In the journal, since its folder is there exactly as long as the change can be taken back. */
export const pendingPath = (state: string): string => `${state}/journal/pending`;

/** Null where no change waits to be confirmed, also where what is there is none of ours. */
export async function readPending(host: HostReader, state: string): Promise<Pending | null> {
  const read = await host.read(pendingPath(state));
  if (!read.ok) return null;
  const [until, boot, rest] = read.data.toString('utf8').split('\n');
  if (until === undefined || boot === undefined || rest !== '' || Number.isNaN(Date.parse(until)))
    return null;
  return { until, boot };
}

export function printPending({ until, boot }: Pending): string {
  return `${until}\n${boot}\n`;
}

/** Does it still wait, in this boot, at this time? */
export function isWaiting({ until, boot }: Pending, now: Date, bootNow: string): boolean {
  return boot === bootNow && Date.parse(until) > now.getTime();
}
