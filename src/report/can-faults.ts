import { msg, type Translate } from '../i18n/messages.ts';
import type { Fault } from './can-answer.ts';
import { printable } from './escape.ts';
import type { Style } from './style.ts';

/** So many lines of a broken file are named. */
const most = 20;

/** The lines for which the broker refuses an ACL file. */
export function renderFaults(faults: readonly Fault[], version: string, t: Translate, style: Style): string {
  const sign = style.red(style.unicode ? '✖' : 'x');
  const lines = faults.slice(0, most).map(({ file, line, column, text, message }) => {
    const place = style.bold(printable(`${file}:${line}:${column}:`));
    return `${sign} ${place} ${printable(text)}\n  ${t(message)}`;
  });
  const more = faults.length - lines.length;
  return [
    ...lines,
    ...(more > 0 ? [t(msg('can.more', { count: more }))] : []),
    t(msg('can.faults', { version })),
  ].join('\n');
}
