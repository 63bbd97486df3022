import type { specForm as english } from '../en/spec-form.ts';
import type { Same } from '../messages.ts';

export const specForm: Same<typeof english> = {
  size: ({ min, max }) =>
    `une taille\u00a0: des octets, ou un nombre avec kB, MB, GB, KiB, MiB ou GiB, comme 2 MB\u00a0; de ${min} à ${max}`,
  duration: ({ min, max }) =>
    `une durée\u00a0: un nombre avec s, min, h, d (jours) ou w (semaines), comme 30 s\u00a0; de ${min} à ${max}`,
  hours: ({ min, max }) =>
    `une durée en heures entières\u00a0: un nombre avec h, d (jours) ou w (semaines)\u00a0; de ${min} à ${max}`,
  line: 'une ligne de texte, sans espace au bord',
  path: 'un chemin absolu',
  socket: 'un chemin absolu d’au plus 107 octets, sans espace',
  address: 'une adresse IPv4 ou IPv6 de cette machine, pas de lien local',
  filter: 'un filtre de topics',
};
