import { msg } from '../../i18n/messages.ts';
import type { CommandRow } from './types.ts';

/** The command that has a shell complete the others. */
export const completionRows: CommandRow[] = [
  {
    name: 'completion',
    group: 'help',
    summary: msg('completion.command'),
    args: [{ syntax: '[shell]', text: msg('completion.arg.shell') }],
    examples: [
      'completion bash > ~/.local/share/bash-completion/completions/mqtt-setup',
      'completion zsh > ~/.zfunc/_mqtt-setup',
      'completion fish > ~/.config/fish/completions/mqtt-setup.fish',
    ],
    load: () => import('./completion.ts'),
  },
];
