import { type Message, msg } from '../i18n/messages.ts';
import type { Answer, Where } from './can-answer.ts';
import { printable } from './escape.ts';

/** `"topic write a/#" (role both, /etc/mosquitto/mqtt-setup.acl:12)`. */
export function ruleText(where: Where): string {
  const { text, file, line, from } = where;
  const roles = [...new Set(from.map((one) => (one.of === 'role' ? `role ${one.role ?? ''}` : one.of)))];
  const place = file === null ? [] : [line === null ? file : `${file}:${line}`];
  const behind = [...roles, ...place].join(', ');
  return printable(behind === '' ? `"${text}"` : `"${text}" (${behind})`);
}

/** What would have allowed it, and why it does not; null where nothing is near. */
export function hintMessage(answer: Answer): Message | null {
  const { hint, nearName, user, clientId, topic, access } = answer;
  if (hint === null)
    return nearName === null || user === null
      ? null
      : msg('can.hint.name', { name: printable(nearName), user: printable(user) });
  const rule = ruleText(hint.where);
  const filter = printable(hint.filter);
  const value = printable(hint.value ?? '');
  switch (hint.kind) {
    case 'dollar':
      return msg('can.hint.dollar', { rule, filter: `${printable(topic.split('/', 1)[0] ?? '')}/#` });
    case 'access':
      return msg('can.hint.access', { rule, access });
    case 'client':
      return clientId === null
        ? msg('can.hint.client', { rule, value })
        : msg('can.hint.otherClient', { rule, value, client: printable(clientId) });
    case 'below':
      return msg('can.hint.below', { rule, filter });
    case 'above':
      return msg('can.hint.above', { rule, topic: printable(topic) });
    case 'user':
      return msg('can.hint.user', { rule, value });
    default:
      return msg(`can.hint.${hint.kind}`, { rule });
  }
}
