import { createInterface } from 'node:readline/promises';
import { fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import type { Call } from '../context.ts';

/** Waits for Enter. Throws 64 where nobody can press it, 130 where Ctrl-C or the end of the input comes instead. */
export async function nextStep(call: Call): Promise<void> {
  demandSomebody(call);
  call.out.flash(null);
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    await new Promise<void>((resolve, reject) => {
      const stop = (): void => reject(fail('interrupted', msg('engine.interrupted')));
      reader.once('SIGINT', stop).once('close', stop);
      call.signal?.addEventListener('abort', stop, { once: true });
      reader.question(`  ${call.t(msg('cli.step.enter'))} `).then(() => resolve(), stop);
    });
  } finally {
    reader.close();
  }
}

/** Throws 64 where there is no terminal to ask in. */
export function demandSomebody({ interactive }: Pick<Call, 'interactive'>): void {
  if (!interactive) throw fail('usage', msg('cli.step.noTerminal'), { fix: msg('cli.step.noTerminalFix') });
}
