import type { Kept, Step } from '../engine/types.ts';
import type { Message } from '../i18n/messages.ts';

/** What comparing a resource with the machine gives: steps to take, or the reason why there are none. */
export interface Comparison {
  steps: Step[];
  kept: Kept[];
}

export function kept(id: string, reason: Message): Comparison {
  return { steps: [], kept: [{ id, reason }] };
}
