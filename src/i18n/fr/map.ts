import type { map as english } from '../en/map.ts';
import type { Same } from '../messages.ts';

export const map: Same<typeof english> = {
  'map.command': 'Le broker en étoile : qui publie où et qui lit où, en texte ou en image.',
  'map.option.format': 'text (par défaut), svg, mermaid ou dot ; avec --out, selon la fin du nom du fichier',
  'map.option.out': 'l’écrire dans un nouveau fichier',
  'map.option.user': 'ce compte seulement',
  'map.option.topic': 'seulement ce qui touche à ce topic ou à ce filtre',
  'map.usage.format': (p) => `--format connaît text, svg, mermaid et dot, pas ${p.value}`,
  'map.written': (p) => `Fichier écrit : ${p.file}`,
  'map.nobody': 'Personne ne peut y publier ni y lire.',

  'map.title': 'Qui publie où, qui lit où',
  'map.description': (p) =>
    `Une étoile, le broker au milieu. À gauche qui publie (comptes montrés : ${p.accounts}), à droite qui lit ; filtres de topics : ${p.topics}.`,
  'map.broker': 'broker',
  'map.publishes': 'Publient',
  'map.reads': 'Lisent',
  'map.bridges': 'Ponts vers d’autres brokers',
  'map.bridge.in': 'de là-bas :',
  'map.bridge.out': 'vers là-bas :',
  'map.bridge.both': 'dans les deux sens :',
  'map.who.everyone': '(chaque compte)',
  'map.who.anonymous': '(sans nom)',
  'map.more': (p) => `et ${p.count} de plus`,
};
