import { msg } from '../i18n/messages.ts';
import { refusal } from './probe/refusal.ts';
import type { Check } from './types.ts';

export const authAnonymous: Check = {
  id: 'auth.anonymous',
  group: 'auth',
  severity: 'critical',
  title: msg('checks.auth-anonymous.title'),
  needs: ['broker'],
  run: (context) => refusal(context, 'anonymous', null, msg('checks.auth-anonymous.fail')),
};
