import type { confirm as en } from '../en/confirm.ts';

export const confirm: typeof en = {
  'confirm.waiting': (p) =>
    `Une modification appliquée avec --confirm attend un mot jusqu’à ${p.until} : ensuite elle s’annule d’elle-même.`,
  'confirm.waitingFix': 'mqtt-setup confirm la garde, mqtt-setup recover l’annule maintenant.',
  'confirm.time': (p) => `--confirm ${p.value} : donnez un délai de 10s à 24h, par exemple --confirm 60s.`,
  'confirm.none': 'Aucune modification n’attend de confirmation.',
  'confirm.late': 'C’est trop tard : la modification est en train d’être annulée.',
  'confirm.done': 'Gardé.',
  'confirm.applied': (p) =>
    `Appliqué et prouvé, pour ${p.seconds} s : gardez-le avec\n  $ ${p.command}\nSinon tout revient de soi-même, quoi qu’il advienne de ce terminal.`,
  'confirm.nothing': 'Rien à annuler.',
  'confirm.idle': '--confirm : rien n’était à modifier, il n’y a donc rien à confirmer.',
  'confirm.command.confirm': 'Garde ce que apply --confirm a appliqué.',
  'confirm.command.recover': 'Annule une modification coupée, ou que personne n’a confirmée.',
  'confirm.command.rehearse':
    'Un rechargement réussirait-il ? le broker essaie les fichiers sur disque, à côté de celui qui tourne.',
  'confirm.option.confirm': 's’annule après ce délai (60s, 5min) sauf si mqtt-setup confirm vient avant',
  'confirm.option.expired': 'seulement si personne n’a confirmé à temps (un minuteur le dit)',
  'confirm.option.beforeStart': 'les fichiers seuls : le broker va être démarré (systemd le dit)',
};
