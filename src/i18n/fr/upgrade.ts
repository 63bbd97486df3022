import type { upgrade as en } from '../en/upgrade.ts';

export const upgrade: typeof en = {
  'upgrade.local':
    'Un broker dans un dossier n’a pas de paquet à mettre à jour : il se sert de ce que la machine offre quand on le crée.',
  'upgrade.noWayBack': (p) =>
    `Les paquets installés maintenant ne sont plus offerts (${p.packages}) : si la mise à jour échoue, les fichiers pourront être rendus, et le paquet non.`,
  'upgrade.command': 'Le paquet plus récent du broker, et ce qu’il change pour cette configuration.',
};
