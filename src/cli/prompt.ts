import inquirer from 'inquirer';
import { fail } from '../errors.ts';
import { type Message, msg } from '../i18n/messages.ts';
import { printable } from '../report/escape.ts';
import type { Call } from './context.ts';
import { themeFor } from './theme.ts';

/** Questions are asked on standard error: standard output is for results. */
function ask<T>(call: Call, question: object): Promise<T> {
  // Where the terminal has gone, inquirer would wait for ever, and so for nothing.
  const end = new AbortController();
  const stop = (): void => end.abort();
  process.stdin.once('end', stop);
  const prompt = inquirer.createPromptModule({
    output: process.stderr,
    signal: AbortSignal.any([end.signal, ...(call.signal === undefined ? [] : [call.signal])]),
  });
  const questions = [{ name: 'answer', theme: themeFor(call), ...question }];
  return (prompt(questions as never) as Promise<{ answer: T }>)
    .then(
      ({ answer }) => answer,
      (error: unknown) => {
        // inquirer's word for Ctrl-C and for a terminal that went away.
        const gone = error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name);
        if (!gone) throw error;
        throw fail(
          call.signal?.reason === 'SIGTERM' ? 'terminated' : 'interrupted',
          msg('cli.nothingChanged'),
        );
      },
    )
    .finally(() => process.stdin.off('end', stop));
}

export function askConfirm(call: Call, question: Message): Promise<boolean> {
  return ask<boolean>(call, { type: 'confirm', message: call.t(question), default: true });
}

export function askText(
  call: Call,
  question: Message,
  initial: string,
  check: (text: string) => Message | null,
): Promise<string> {
  return ask<string>(call, {
    type: 'input',
    message: call.t(question),
    default: initial,
    // What is pasted may hold what a terminal would obey.
    transformer: (text: string) => printable(text),
    validate: (text: string) => {
      const problem = check(text);
      return problem === null ? true : call.t(problem);
    },
  });
}

export function askChoice<T extends string>(
  call: Call,
  question: Message,
  choices: { value: T; text: Message; why: Message }[],
): Promise<T> {
  return ask<T>(call, {
    type: 'select',
    message: call.t(question),
    choices: choices.map(({ value, text, why }) => ({ value, name: call.t(text), description: call.t(why) })),
  });
}

/** A password that somebody else has set: asked once, and taken as it is. */
export function askPassword(call: Call, question: Message): Promise<string> {
  return ask<string>(call, {
    type: 'password',
    mask: '*',
    message: call.t(question),
  });
}

/** Asks twice, and again from the start until both are the same and nothing is wrong with it. */
export async function askNewPassword(
  call: Call,
  question: Message,
  check: (text: string) => Message | null,
): Promise<string> {
  for (;;) {
    const first = await ask<string>(call, {
      type: 'password',
      mask: '*',
      message: call.t(question),
      validate: (text: string) => {
        const problem = check(text);
        return problem === null ? true : call.t(problem);
      },
    });
    const second = await ask<string>(call, {
      type: 'password',
      mask: '*',
      message: call.t(msg('cli.ask.passwordAgain')),
    });
    if (first === second) return first;
    call.out.note(call.t(msg('cli.ask.passwordsDiffer')));
  }
}
