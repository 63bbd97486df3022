import type { preflight as english } from '../en/preflight.ts';
import type { Same } from '../messages.ts';

export const preflight: Same<typeof english> = {
  'preflight.none': '',
};
