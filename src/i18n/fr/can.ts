import type { can as english } from '../en/can.ts';
import type { Same } from '../messages.ts';

export const can: Same<typeof english> = {
  'can.command':
    'Quelqu’un peut-il publier ou s’abonner, et quelle règle le dit ; --matrix pour tout le monde.',
  'can.arg.user': 'le nom du compte ; sans objet avec --anonymous',
  'can.arg.access': 'publish ou subscribe',
  'can.arg.topic': 'le topic ; pour subscribe, un filtre aussi',
  'can.option.anonymous': 'un client qui ne donne pas de nom',
  'can.option.clientId':
    'l’identifiant de client avec lequel il se connecte (par défaut : un que nulle règle ne nomme)',
  'can.option.acl': 'interroger un fichier ACL quelconque, et non ce qui est déclaré ici',
  'can.option.matrix': 'qui atteint quoi',
  'can.option.topic': 'avec --matrix : seulement qui atteint ce topic ou ce filtre',
  'can.option.format': 'avec --matrix : table ou csv',
  'can.usage.whom': 'il n’est pas dit qui',
  'can.usage.whomFix': 'can USER publish|subscribe TOPIC, ou can --anonymous publish|subscribe TOPIC',
  'can.usage.both': 'un nom et --anonymous s’excluent',
  'can.usage.access': (p) => `« ${p.word} » n’est ni publish ni subscribe`,
  'can.usage.topic': 'il n’est pas dit quel topic',
  'can.usage.user': (p) => `Il n’y a pas de compte « ${p.name} ».`,
  'can.usage.matrix': (p) => `${p.option} ne va qu’avec --matrix`,
  'can.usage.noMatrix': (p) => `${p.option} ne va pas avec --matrix`,
  'can.usage.format': (p) => `--format connaît table et csv, pas ${p.value}`,
  'can.topic.empty': 'Le topic est vide : le broker n’en accepte pas.',
  'can.topic.long': 'Le topic a plus de 65535 octets : aucun message ne peut le porter.',
  'can.topic.deep': 'Le topic a plus de 200 barres obliques : le broker ferme la connexion.',
  'can.topic.control':
    'Le topic contient un caractère de contrôle ou un qui n’en est pas un : le broker ferme la connexion.',
  'can.topic.wildcard': (p) =>
    `Personne ne peut publier sur ${p.topic} : + et # sont les jokers des filtres, et un message a un seul topic.`,
  'can.topic.filter': (p) =>
    `Le broker n’accepte pas le filtre ${p.topic} : # tient lieu d’un dernier niveau entier, + d’un niveau entier : a/#, a/+/c.`,
  'can.topic.share': (p) =>
    `${p.topic} n’est pas un abonnement partagé : $share/GROUPE/FILTRE, le groupe sans + ni #.`,
  'can.acl.missing': 'Ce fichier ACL n’existe pas.',
  'can.acl.unfit': 'Ceci ne se lit pas comme un fichier ACL.',
  'can.acl.denied': 'Cet utilisateur ne peut pas lire le fichier ACL.',
};
