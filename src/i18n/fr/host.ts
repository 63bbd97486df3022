import type { host as english } from '../en/host.ts';
import type { Same } from '../messages.ts';

export const host: Same<typeof english> = {
  'host.none': '',
};
