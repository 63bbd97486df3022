import { exitCodes, fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { shown } from '../../shown.ts';
import { nearest } from '../../spec/suggest.ts';
import { shells } from '../completion/scripts.ts';
import type { Call } from '../context.ts';

/** Prints the completion script of a shell, of the one that is in use where none is named. */
export async function run(call: Call): Promise<number> {
  const { args, env, out, json, command } = call;
  const names = Object.keys(shells) as (keyof typeof shells)[];
  const asked = args[0] ?? /[^/]*$/.exec(env['SHELL'] ?? '')?.[0] ?? '';
  const shell = names.find((name) => name === asked);
  if (shell === undefined) {
    const near = nearest(asked, names);
    const fix =
      near === null
        ? msg('completion.known', { names: names.join(', ') })
        : msg('cli.usage.didYouMean', { word: near });
    const message =
      asked === '' ? msg('completion.which') : msg('completion.unknown', { name: shown(asked) });
    throw fail('usage', message, { fix });
  }
  const script = shells[shell];
  out.result(json ? JSON.stringify({ schemaVersion: 1, command, ok: true, shell, script }, null, 2) : script);
  return exitCodes.ok;
}
