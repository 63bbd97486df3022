import type { answers as english } from '../en/answers.ts';
import type { Same } from '../messages.ts';

export const answers: Same<typeof english> = {
  'answers.yesOrNo': (p) => `Répondez ${p.yes} ou ${p.no}.`,
};
