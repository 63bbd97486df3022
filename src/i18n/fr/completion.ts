import type { completion as english } from '../en/completion.ts';
import type { Same } from '../messages.ts';

export const completion: Same<typeof english> = {
  'completion.command':
    'Un script avec lequel un shell complète commandes, options, comptes, rôles, listeners et générations.',
  'completion.arg.shell': 'bash, zsh ou fish (par défaut : celui de $SHELL)',
  'completion.which': 'il n’est pas dit pour quel shell',
  'completion.unknown': (p) => `il n’y a pas de complétion pour ${p.name}`,
  'completion.known': (p) => `Les shells : ${p.names}.`,
};
