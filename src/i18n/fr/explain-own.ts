import type { explainOwn as english } from '../en/explain-own.ts';
import type { Same } from '../messages.ts';

export const explainOwn: Same<typeof english> = {
  'explain.everyCommand': 'Toutes les commandes la connaissent.',
  'explain.inCommands': (p) => `De : ${p.commands}.`,
  'explain.errorNote':
    'Le code d’une erreur, ou d’un autre message. Ce qui est entre <> est rempli au moment venu.',
  'explain.noOption': (p) => `aucune commande n’a d’option ${p.word}`,
};
