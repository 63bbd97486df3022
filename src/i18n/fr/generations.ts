import type { generations as en } from '../en/generations.ts';

export const generations: typeof en = {
  'generations.none':
    'Aucune génération n’est encore gardée ici : chaque modification appliquée en crée une.',
  'generations.missing': (p) => `Il n’y a pas de génération ${p.number}.`,
  'generations.missingFix': (p) => `Celles-ci sont gardées : ${p.numbers}. Voir mqtt-setup history.`,
  'generations.damaged': (p) =>
    `La génération ${p.number} est abîmée : son fichier n’est plus tel qu’il a été écrit.`,
  'generations.damagedFix':
    'Choisissez-en une autre : mqtt-setup history les énumère. Rien n’est refait à partir d’une moitié.',
  'generations.number': (p) =>
    `« ${p.value} » n’est pas un numéro de génération : un entier à partir de 1, tel que mqtt-setup history le montre.`,
  'generations.keepAlone': '--keep porte sur toutes les générations : n’en donnez pas de numéro.',
  'generations.noEarlier': 'Il n’y a pas de génération antérieure à laquelle revenir.',
  'generations.noSpec': (p) =>
    `Ce qui est gardé ne contient pas ${p.file} : cela a été fait pour un autre endroit.`,
  'generations.pruned': (p) => `Générations supprimées : ${p.numbers}`,
  'generations.back': (p) => `retour à la génération ${p.number}`,
  'generations.otherForm': (p) =>
    `${p.path} dit la même chose qu’alors en d’autres mots : le broker ou mqtt-setup a changé de version.`,
  'generations.isDamaged': 'abîmée',
  'generations.overwrote': (p) =>
    p.count === 1
      ? 'a remplacé un fichier modifié à la main'
      : `a remplacé ${p.count} fichiers modifiés à la main`,
  'generations.column.number': 'N°',
  'generations.column.made': 'Quand (UTC)',
  'generations.column.who': 'Qui',
  'generations.column.command': 'Commande',
  'generations.column.mosquitto': 'Broker',
  'generations.column.message': 'Pourquoi',
  'generations.title': (p) => `Génération ${p.number}`,
  'generations.madeBy': (p) => `Créée le ${p.made} UTC par ${p.who} avec ${p.command} (version ${p.tool})`,
  'generations.because': (p) => `Pourquoi : ${p.message}`,
  'generations.broker': (p) => `Broker : mosquitto ${p.version}`,
  'generations.proof': (p) => `Preuve : ${p.passed} contrôles réussis, ${p.failed} échoués`,
  'generations.files': 'Fichiers :',
  'generations.overwritten':
    'Fichiers que quelqu’un avait modifiés à la main et que cette exécution a remplacés (gardés aussi) :',
  'generations.same': 'Aucune différence.',
  'generations.diff': (p) => `De la génération ${p.from} à la ${p.to}`,
  'generations.diffNow': (p) => `De la génération ${p.from} à la machine telle qu’elle est`,
  'generations.byHand': (p) => `Modifié à la main depuis la génération ${p.generation}\u00a0:`,
  'generations.command.history': 'Les états appliqués : quand, par qui, pourquoi.',
  'generations.command.diff': 'Ce qui diffère entre deux d’entre eux, fichiers et droits.',
  'generations.command.rollback': 'Revient à l’un d’eux, par plan et apply.',
  'generations.arg.number': 'numéro d’une génération, tel que history le montre',
  'generations.arg.from': 'la génération la plus ancienne ; à défaut, l’actuelle',
  'generations.arg.to': 'la plus récente ; à défaut, la machine telle qu’elle est',
  'generations.option.show':
    'affiche un fichier tel qu’il y est gardé, même écrasé ; les secrets ne sont pas masqués',
  'generations.showAlone': '--show affiche un fichier d’une génération : donnez son numéro, et pas --json.',
  'generations.noFile': (p) => `La génération ${p.number} ne contient pas ${p.path}.`,
  'generations.noFileFix': (p) => `mqtt-setup history ${p.number} énumère ses fichiers.`,
  'generations.option.keep': 'ne garder que les N plus récentes',
  'generations.option.message': 'pourquoi : figure dans l’historique',
  'generations.option.detailedExitcode': 'code 2 s’il y a une différence',
};
