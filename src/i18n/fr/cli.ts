import type { cli as english } from '../en/cli.ts';
import type { Same } from '../messages.ts';

export const cli: Same<typeof english> = {
  'cli.none': '',
};
