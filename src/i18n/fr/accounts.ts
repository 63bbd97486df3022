import type { accounts as english } from '../en/accounts.ts';
import type { Same } from '../messages.ts';

export const accounts: Same<typeof english> = {
  'accounts.none': '',
};
