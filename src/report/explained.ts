import { type Message, msg, type Translate } from '../i18n/messages.ts';
import { hung } from './fold.ts';
import type { Style } from './style.ts';

/** An option of mqtt-setup, in one of its meanings. */
export interface ExplainedOption {
  flags: string;
  text: Message;
  /** Empty: every command knows it. */
  commands: string[];
}

/** Something that can be found wrong, or a test that can fail. */
export interface ExplainedCheck {
  of: 'verify' | 'check' | 'audit' | 'doctor';
  id: string;
  /** The gravest it can be. */
  severity: string;
  title: Message;
  why?: Message;
  fix?: Message;
}

export interface ExplainedError {
  code: string;
  text: Message;
  fix?: Message;
}

export function renderOwnOptions(options: readonly ExplainedOption[], t: Translate, style: Style): string {
  return options
    .map(({ flags, text, commands }) =>
      block(
        style.bold(flags),
        [
          t(text),
          commands.length === 0
            ? t(msg('explain.everyCommand'))
            : t(msg('explain.inCommands', { commands: commands.join(', ') })),
        ],
        style,
      ),
    )
    .join('\n\n');
}

export function renderChecks(checks: readonly ExplainedCheck[], t: Translate, style: Style): string {
  return checks
    .map(({ of, id, severity, title, why, fix }) =>
      block(
        `${style.bold(id)}  ${style.dim(`mqtt-setup ${of}, ${severity}`)}`,
        [
          t(title),
          ...(why === undefined ? [] : [t(why)]),
          ...(fix === undefined ? [] : [arrow(t(fix), style)]),
        ],
        style,
      ),
    )
    .join('\n\n');
}

export function renderError({ code, text, fix }: ExplainedError, t: Translate, style: Style): string {
  return block(
    style.bold(code),
    [t(text), ...(fix === undefined ? [] : [arrow(t(fix), style)]), style.dim(t(msg('explain.errorNote')))],
    style,
  );
}

function arrow(text: string, { unicode }: Style): string {
  return `${unicode ? '→' : '->'} ${text}`;
}

function block(head: string, paragraphs: readonly string[], { width }: Style): string {
  return [
    head,
    ...paragraphs.flatMap((text) => text.split('\n').flatMap((one) => hung('  ', one, width))),
  ].join('\n');
}
