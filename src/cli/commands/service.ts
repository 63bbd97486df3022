import { describeAction } from '../../engine/describe.ts';
import { exitCodes, fail } from '../../errors.ts';
import { gather } from '../../facts/gather.ts';
import type { ServiceFact } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import { printable } from '../../report/escape.ts';
import type { Call } from '../context.ts';
import { runAsRoot } from '../flow/command-line.ts';
import { eventPrinter } from '../flow/events.ts';
import { layoutOf } from '../flow/layout.ts';
import { openState } from '../flow/state.ts';

type Word = 'start' | 'stop' | 'restart';

/** `start`, `stop` and `restart`: the same words under systemd, sysv, no init and in a folder. */
export async function run(call: Call): Promise<number> {
  const word = call.command as Word;
  const layout = layoutOf(call);
  if (layout.mode === 'system' && call.host.user.uid !== 0) {
    throw fail('needsRoot', msg('cli.needsRoot'), { fix: await runAsRoot(call) });
  }
  const { service: before, files } = await gather(call.host, layout);
  // In a folder the broker's program alone is not yet a broker.
  const configured = layout.mode === 'system' || files[layout.conf]?.kind === 'file';
  if (!before.exists || !configured)
    throw fail('no', msg('cli.service.none'), { fix: msg('cli.spec.installFirst') });
  if (isSo(word, before)) return say(call, before, false);
  if (call.options['dryRun'] === true) return wouldDo(call, word, before);
  const state = await openState(call, layout, eventPrinter(call));
  try {
    await call.host.perform({ type: 'service', operation: word, service: before.ref });
  } finally {
    await state.close({ keep: false });
  }
  return say(call, (await gather(call.host, layout)).service, true);
}

const isSo = (word: Word, { running }: ServiceFact): boolean =>
  (word === 'start' && running) || (word === 'stop' && !running);

function wouldDo(call: Call, word: Word, service: ServiceFact): number {
  const { running, pid, state, ref } = service;
  const command = describeAction({ type: 'service', operation: word, service: ref });
  const changes = [{ id: `service.${word}`, kind: 'service', action: word }];
  const body = {
    schemaVersion: 1,
    command: call.command,
    ok: true,
    running,
    pid,
    state,
    changed: false,
    changes,
  };
  call.out.result(
    call.json
      ? JSON.stringify(body, null, 2)
      : `${call.t(msg(`cli.verb.${word}`))} mosquitto\n    $ ${printable(command)}`,
  );
  return exitCodes.ok;
}

function say(call: Call, service: ServiceFact, changed: boolean): number {
  const { running, pid, state } = service;
  if (call.json) {
    call.out.result(
      JSON.stringify(
        { schemaVersion: 1, command: call.command, ok: true, running, pid, state, changed },
        null,
        2,
      ),
    );
  } else {
    const text = running ? msg('cli.service.running', { pid: pid ?? 0 }) : msg('cli.service.stopped');
    call.out.result(`${changed ? '' : `${call.t(msg('cli.nothingToDo'))} `}${call.t(text)}`);
  }
  return exitCodes.ok;
}
