import { exitCodes } from '../../errors.ts';
import { gather } from '../../facts/gather.ts';
import { msg } from '../../i18n/messages.ts';
import { type Call, selfFor } from '../context.ts';
import { layoutOf } from '../flow/layout.ts';

/** Without a command, in a terminal: how the broker is and what comes next, or the offer to set one up. */
export async function run(call: Call): Promise<number> {
  const { layout, service, files } = await gather(call.host, layoutOf(call));
  if (service.exists || files[layout.spec]?.kind !== 'missing') {
    const code = await (await import('./status.ts')).run(call);
    call.out.note(`\n${call.t(msg('cli.front.more', { command: `${call.self} help` }))}`);
    return code;
  }
  call.out.note(call.t(msg('cli.front.bare')));
  if (call.host.user.uid !== 0) {
    const lines = [
      `  $ ${selfFor(call, 'system')} install`,
      `  $ ${call.self} install --local ./broker   ${call.errorStyle.dim(call.t(msg('cli.front.local')))}`,
      `  $ ${call.self} help`,
    ];
    call.out.note(lines.join('\n'));
    return exitCodes.ok;
  }
  const { askConfirm } = await import('../prompt.ts');
  if (await askConfirm(call, msg('cli.front.offer')))
    return (await import('./install.ts')).run({ ...call, command: 'install' });
  call.out.note(call.t(msg('cli.front.more', { command: `${call.self} help` })));
  return exitCodes.ok;
}
