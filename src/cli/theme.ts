import { msg } from '../i18n/messages.ts';
import { fitted } from '../report/fit.ts';
import type { Call } from './context.ts';

/** How questions look: in the reader's language, without colours or signs that this terminal is not to be shown. */
export function themeFor({ t, errorStyle: style }: Pick<Call, 't' | 'errorStyle'>): object {
  const { bold, dim, green, red, unicode, colour } = style;
  const cyan = (text: string): string => (colour ? `\u001b[36m${text}\u001b[39m` : text);
  return {
    prefix: { idle: '?', done: green(unicode ? '✔' : '[ok]') },
    icon: { cursor: unicode ? '❯' : '>' },
    spinner: { interval: 80, frames: ['…'].map((dots) => (unicode ? dots : '...')) },
    keywords: {
      yes: t(msg('cli.ask.yesWord')),
      no: t(msg('cli.ask.noWord')),
      error: ({ yes, no }: { yes: string; no: string }) => t(msg('answers.yesOrNo', { yes, no })),
    },
    style: {
      answer: cyan,
      highlight: cyan,
      description: (text: string) => cyan(fitted(text, widthNow())),
      // Room for the hint behind it.
      message: (text: string) => bold(fitted(text, widthNow() - 12)),
      error: (text: string) => red(fitted(`> ${text}`, widthNow())),
      defaultAnswer: (text: string) => dim(`(${text})`),
      help: dim,
      keysHelpTip: () => dim(t(msg('cli.ask.keys'))),
    },
  };
}

/** Questions stand on standard error. */
function widthNow(): number {
  return process.stderr.columns || 80;
}
