import { type Message, msg } from '../i18n/messages.ts';
import { shown } from '../shown.ts';

/** The broker gives up root before it opens its sockets, so that it cannot have a lower one. */
export const lowestPort = 1024;
export const highestPort = 65_535;

/** Why `text`, as it was written, cannot be a listener's port; null where it can. */
export function portProblem(text: string): Message | null {
  const port = shown(text, 40);
  if (!/^(?:0|[1-9]\d*)$/.test(text))
    return msg('spec.port.form', { port, min: lowestPort, max: highestPort });
  const value = Number(text);
  if (value === 0 || value > highestPort)
    return msg('spec.port.range', { port, min: lowestPort, max: highestPort });
  return value < lowestPort ? msg('spec.port.low', { port, min: lowestPort }) : null;
}
