import type { guideCommand as english } from '../en/guide-command.ts';
import type { Same } from '../messages.ts';

export const guideCommand: Same<typeof english> = {
  'guide.command':
    'Le tutoriel de ce broker même\u00a0: chaque commande, chaque fichier, et le sens de chaque ligne.',
  'guide.option.format': 'markdown (par défaut), script ou html',
  'guide.option.out': 'l’écrire dans ce fichier, qui ne doit pas exister',
  'guide.badFormat': (p) => `«\u00a0${p.value}\u00a0» n’est pas une forme du tutoriel`,
  'guide.badFormatFix': 'Il peut être markdown, script ou html.',
  'guide.local': 'le tutoriel est pour un serveur, pas pour un broker dans un dossier',
  'guide.localFix': 'Laissez --local de côté\u00a0; avec --spec FICHIER il suit n’importe quel broker.yaml.',
  'guide.written': (p) => `Écrit\u00a0: ${p.file}`,
  'lesson.command': 'Sept étapes à la main, de rien à un broker prouvé, chacune vérifiée sur cette machine.',
  'lesson.arg':
    'rien\u00a0: où en est cette machine\u00a0; 3\u00a0: ce qu’est l’étape trois\u00a0; check 3\u00a0: est-elle faite\u00a0?',
};
