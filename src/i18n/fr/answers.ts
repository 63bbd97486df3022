import type { answers as english } from '../en/answers.ts';
import type { Same } from '../messages.ts';

export const answers: Same<typeof english> = {
  'answers.looking': 'État des lieux\u00a0; rien n’est encore modifié…',
  'answers.yesOrNo': (p) => `Répondez ${p.yes} ou ${p.no}.`,
};
