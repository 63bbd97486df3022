import { msg } from '../i18n/messages.ts';
import { roundTrip } from './probe/round-trip.ts';
import type { Check } from './types.ts';

const ids = { 0: 'messages.qos0', 1: 'messages.qos1', 2: 'messages.qos2' } as const;

/** One check a level of delivery: at most once, at least once, exactly once. */
export function messagesQos(qos: 0 | 1 | 2): Check {
  return {
    id: ids[qos],
    group: 'messages',
    severity: 'high',
    title: msg('checks.messages-qos.title', { qos }),
    needs: ['broker', 'login'],
    run: (context) => roundTrip(context, qos),
  };
}
