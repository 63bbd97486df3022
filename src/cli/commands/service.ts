import { exitCodes, fail } from '../../errors.ts';
import { gather } from '../../facts/gather.ts';
import type { ServiceFact } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import type { Call } from '../context.ts';
import { commandLine } from '../flow/command-line.ts';
import { eventPrinter } from '../flow/events.ts';
import { layoutOf } from '../flow/layout.ts';
import { openState } from '../flow/state.ts';

type Word = 'start' | 'stop' | 'restart';

/** `start`, `stop` and `restart`: the same words under systemd, sysv, no init and in a folder. */
export async function run(call: Call): Promise<number> {
  const word = call.command as Word;
  const layout = layoutOf(call);
  if (layout.mode === 'system' && call.host.user.uid !== 0) {
    throw fail('needsRoot', msg('cli.needsRoot'), {
      fix: msg('cli.runThis', { command: await commandLine(call) }),
    });
  }
  const before = (await gather(call.host, layout)).service;
  if (!before.exists) throw fail('no', msg('cli.service.none'), { fix: msg('cli.spec.installFirst') });
  if (call.options['dryRun'] === true || isSo(word, before)) return say(call, before, isSo(word, before));
  const state = await openState(call, layout, eventPrinter(call));
  try {
    await call.host.perform({ type: 'service', operation: word, service: before.ref });
  } finally {
    await state.close();
  }
  return say(call, (await gather(call.host, layout)).service, false);
}

const isSo = (word: Word, { running }: ServiceFact): boolean =>
  (word === 'start' && running) || (word === 'stop' && !running);

function say(call: Call, service: ServiceFact, already: boolean): number {
  const { running, pid, state } = service;
  if (call.json) {
    call.out.result(
      JSON.stringify(
        { schemaVersion: 1, command: call.command, ok: true, running, pid, state, changed: !already },
        null,
        2,
      ),
    );
  } else {
    const text = running ? msg('cli.service.running', { pid: pid ?? 0 }) : msg('cli.service.stopped');
    call.out.result(`${already ? `${call.t(msg('cli.nothingToDo'))} ` : ''}${call.t(text)}`);
  }
  return exitCodes.ok;
}
