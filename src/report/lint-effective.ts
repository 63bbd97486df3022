import { msg, type Translate } from '../i18n/messages.ts';
import type { Effective, EffectiveLine } from '../lint/effective.ts';
import { printable } from './escape.ts';
import type { Style } from './style.ts';

/** The merged configuration for people: what will be open, then each line with the place it comes from. */
export function renderEffective({ lines, listeners }: Effective, t: Translate, style: Style): string {
  const places = lines.map((line) => printable(`${line.file}:${line.line}`));
  const width = Math.max(0, ...places.map((place) => place.length));
  const texts = lines.map((line, index) => {
    const indent = line.block === null ? '' : '  ';
    return `${style.dim((places[index] ?? '').padEnd(width))}  ${indent}${said(line)}`;
  });
  const doors = listeners.map(({ address, protocol, anonymous, by }) => {
    const who = anonymous ? ` ${style.yellow(t(msg('lint.effective.anonymous')))}` : '';
    const from = by === null ? t(msg('lint.effective.default')) : printable(by);
    return `${style.bold(t(msg('lint.effective.listener')))} ${printable(address)} ${printable(protocol)}${who}  ${style.dim(from)}`;
  });
  return [...texts, '', ...doors].join('\n');
}

function said({ keyword, value }: EffectiveLine): string {
  return printable(value === '' ? keyword : `${keyword} ${value}`);
}
