import { fail } from '../../errors.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import type { ConfTree } from '../../lint/types.ts';

/** Without the main file there is nothing to say. */
export function demandReadable({ main: { text, path, fact } }: ConfTree): void {
  if (text !== null) return;
  const reasons: Record<typeof fact.kind, Message> = {
    missing: msg('cli.check.missing'),
    unseen: msg('cli.check.denied'),
    directory: msg('cli.check.notAFile'),
    fifo: msg('cli.check.notAFile'),
    socket: msg('cli.check.notAFile'),
    device: msg('cli.check.notAFile'),
    file: fact.unread === 'too-large' ? msg('cli.check.tooLarge') : msg('cli.check.denied'),
  };
  const fix =
    fact.kind === 'directory'
      ? msg('cli.check.nameFile')
      : fact.kind === 'missing'
        ? msg('cli.check.nameIt')
        : null;
  throw fail('input', reasons[fact.kind], { place: { file: path }, ...(fix === null ? {} : { fix }) });
}
