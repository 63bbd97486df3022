import type { answers as english } from '../en/answers.ts';
import type { Same } from '../messages.ts';

export const answers: Same<typeof english> = {
  'answers.looking': 'État des lieux\u00a0; rien n’est encore modifié…',
  'answers.yesOrNo': (p) => `Répondez ${p.yes} ou ${p.no}.`,
  'answers.option': 'un fichier de réponses, avec les mots des options (YAML)\u00a0; les options l’emportent',
  'answers.root': 'un fichier de réponses est fait de lignes comme «\u00a0profile: lan\u00a0»',
  'answers.text': 'il faut ici un texte d’une seule ligne',
  'answers.empty': 'la liste est vide',
  'answers.password':
    'un mot de passe n’a pas sa place dans un fichier de réponses, que l’on garde et que l’on partage',
  'answers.passwordFix': 'Nommez un fichier qui le contient (password_file), ou dites generate: true.',
  'answers.oneOf': (p) =>
    `«\u00a0${p.key}\u00a0» et «\u00a0${p.other}\u00a0» répondent à la même question\u00a0: un seul des deux peut figurer ici`,
  'answers.needs': (p) => `«\u00a0${p.key}\u00a0» demande aussi «\u00a0${p.other}\u00a0»`,
  'answers.same': 'La même chose sans questions\u00a0:',
  'answers.sameTyped':
    'La même chose sans questions, le mot de passe dans un fichier que vous seul pouvez lire\u00a0:',
  'answers.whyProfile': 'De là dépendent les adresses où il écoute, et l’emploi de TLS.',
  'answers.whyName': 'Personne n’entre sans compte\u00a0; le vôtre peut tout lire et tout écrire.',
  'answers.whyPassword': 'Seule une empreinte salée en est gardée, d’où l’on ne peut revenir en arrière.',
};
