import type { checks as english } from '../en/checks.ts';
import type { Same } from '../messages.ts';

export const checks: Same<typeof english> = {
  'checks.none': '',
};
