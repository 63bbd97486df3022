import type { rehearsal as en } from '../en/rehearsal.ts';

export const rehearsal: typeof en = {
  'rehearsal.failed':
    'Le broker, essayé avec les nouveaux fichiers à côté de celui qui tourne, ne fait pas ce qu’il devrait. Rien n’a été modifié.',
  'rehearsal.noBroker': 'Aucun broker n’est installé qui puisse essayer les nouveaux fichiers.',
  'rehearsal.passed': (p) =>
    `Le broker tourne avec les fichiers tels qu’ils sont sur disque : ${p.count} questions ont la réponse voulue.`,
  'rehearsal.left': 'Les nouveaux fichiers n’ont pas été essayés d’avance :',
};
