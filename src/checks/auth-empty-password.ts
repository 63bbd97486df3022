import { msg } from '../i18n/messages.ts';
import { knownName, nameless, refusal } from './probe/refusal.ts';
import type { Check } from './types.ts';

export const authEmptyPassword: Check = {
  id: 'auth.empty-password',
  group: 'auth',
  severity: 'critical',
  title: msg('checks.auth-empty-password.title'),
  needs: ['broker'],
  async run(context) {
    const credentials = knownName(context, '');
    if (credentials === null) return nameless;
    return refusal(context, 'empty-password', credentials, msg('checks.auth-empty-password.fail'));
  },
};
