import { Hidden } from '../hidden.ts';
import { msg } from '../i18n/messages.ts';
import { refusal } from './probe/refusal.ts';
import type { Check } from './types.ts';

export const authUnknownUser: Check = {
  id: 'auth.unknown-user',
  group: 'auth',
  severity: 'critical',
  title: msg('checks.auth-unknown-user.title'),
  needs: ['broker'],
  run(context) {
    const username = `nobody-${context.nonce().slice(0, 12)}`;
    const credentials = { username, password: new Hidden(context.nonce()) };
    return refusal(context, 'unknown-user', credentials, msg('checks.auth-unknown-user.fail'));
  },
};
