import { msg } from '../../i18n/messages.ts';
import type { CommandRow } from './types.ts';

/** The command that shows the manual. */
export const manRows: CommandRow[] = [
  {
    name: 'man',
    group: 'help',
    summary: msg('man.command'),
    options: [{ flags: '--roff', text: msg('man.option.roff') }],
    examples: ['man', 'man --lang fr', 'man --roff > /usr/local/share/man/man1/mqtt-setup.1'],
    load: () => import('./man.ts'),
  },
];
