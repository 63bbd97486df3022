import { msg } from '../i18n/messages.ts';
import { knownName, nameless, refusal } from './probe/refusal.ts';
import type { Check } from './types.ts';

export const authWrongPassword: Check = {
  id: 'auth.wrong-password',
  group: 'auth',
  severity: 'critical',
  title: msg('checks.auth-wrong-password.title'),
  needs: ['broker'],
  async run(context) {
    const credentials = knownName(context, context.nonce());
    if (credentials === null) return nameless;
    return refusal(context, 'wrong-password', credentials, msg('checks.auth-wrong-password.fail'));
  },
};
