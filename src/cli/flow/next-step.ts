import { createInterface } from 'node:readline/promises';
import { AppError, fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import type { Call } from '../context.ts';

/** What `--step` adds to a run of the engine: a wait before each action. */
export function pauses(call: Call): { pause?: () => Promise<void> } {
  return call.options['step'] === true ? { pause: () => nextStep(call) } : {};
}

/** Waits for Enter. Throws 64 where nobody can press it, 130 where Ctrl-C or the end of the input comes instead. */
async function nextStep(call: Call): Promise<void> {
  demandSomebody(call);
  call.out.flash(null);
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const question = `  ${call.t(msg('cli.step.enter'))} `;
    const { signal } = call;
    await Promise.race([
      signal === undefined ? reader.question(question) : reader.question(question, { signal }),
      // Ctrl-C is a key here, and the input may end.
      new Promise<never>((_, reject) => {
        const stop = (): void => reject(fail('interrupted', msg('engine.interrupted')));
        reader.once('SIGINT', stop).once('close', stop);
      }),
    ]);
  } catch (error) {
    throw error instanceof AppError
      ? error
      : fail('interrupted', msg('engine.interrupted'), { cause: error });
  } finally {
    reader.close();
  }
}

/** Throws 64 where there is no terminal to ask in. */
export function demandSomebody({ interactive }: Pick<Call, 'interactive'>): void {
  if (!interactive) throw fail('usage', msg('cli.step.noTerminal'), { fix: msg('cli.step.noTerminalFix') });
}
