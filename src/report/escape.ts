import { shown } from '../shown.ts';

/**
 * A text from outside (a name, a log line, an answer of a broker) as one harmless line of any length: control
 * characters, marks that turn the direction of writing and what nobody would see stand as escapes.
 */
export function printable(text: string): string {
  return shown(text, Number.POSITIVE_INFINITY);
}
