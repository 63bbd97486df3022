import { exitCodes, fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { nearest } from '../../spec/suggest.ts';
import type { Call } from '../context.ts';
import { commandHelp, programHelp } from '../help.ts';
import { commandRows } from './registry.ts';

export async function run(call: Call): Promise<number> {
  const [name] = call.args;
  const row = commandRows.find((known) => known.name === name);
  if (name !== undefined && row === undefined) {
    const near = nearest(
      name,
      commandRows.map((known) => known.name),
    );
    throw fail(
      'usage',
      msg('cli.usage.unknownCommand', { name }),
      near === null ? {} : { fix: msg('cli.usage.didYouMean', { word: near }) },
    );
  }
  call.out.result(row === undefined ? programHelp(call) : commandHelp(row, call));
  return exitCodes.ok;
}
