import type { accounts as english } from '../en/accounts.ts';
import type { Same } from '../messages.ts';

export const accounts: Same<typeof english> = {
  'accounts.name.empty': 'Le nom du compte est vide.',
  'accounts.name.control': (p) =>
    `Le nom de compte «\u00a0${p.name}\u00a0» contient un retour à la ligne, un NUL ou un autre caractère non imprimable\u00a0: il pourrait ajouter des lignes aux fichiers du broker.`,
  'accounts.name.blank': (p) =>
    `Le nom de compte «\u00a0${p.name}\u00a0» commence ou finit par une espace, que le broker retire\u00a0: personne ne pourrait s’identifier avec ce nom.`,
  'accounts.name.invisible': (p) =>
    `Le nom de compte «\u00a0${p.name}\u00a0» contient un caractère invisible ou qui inverse le sens d’écriture.`,
  'accounts.name.comment': (p) =>
    `Le nom de compte «\u00a0${p.name}\u00a0» commence par «\u00a0#\u00a0»\u00a0: le broker prendrait sa ligne pour un commentaire.`,
  'accounts.name.dash': (p) =>
    `Le nom de compte «\u00a0${p.name}\u00a0» commence par «\u00a0-\u00a0»\u00a0: les commandes le prendraient pour une option.`,
  'accounts.name.colon': (p) =>
    `Le nom de compte «\u00a0${p.name}\u00a0» contient «\u00a0:\u00a0», qui termine le nom dans le fichier de mots de passe du broker.`,
  'accounts.name.slash': (p) =>
    `Le nom de compte «\u00a0${p.name}\u00a0» contient «\u00a0/\u00a0», qui sépare les niveaux d’un topic\u00a0: les règles d’accès par nom ne s’appliqueraient pas.`,
  'accounts.name.wildcard': (p) =>
    `Le nom de compte «\u00a0${p.name}\u00a0» contient «\u00a0+\u00a0» ou «\u00a0#\u00a0»\u00a0: ce sont les jokers des topics, et le broker refuse de tels noms dans les règles d’accès.`,
  'accounts.name.nfc': (p) =>
    `Dans le nom de compte «\u00a0${p.name}\u00a0», les accents sont des caractères séparés. Écrivez-le sous forme composée (NFC), celle que donne un clavier\u00a0: les deux se ressemblent, mais ce sont des noms différents pour le broker.`,
  'accounts.name.long': (p) =>
    `Le nom de compte «\u00a0${p.name}\u00a0» est trop long\u00a0: ${p.max} caractères au plus.`,
  'accounts.name.reserved': (p) =>
    `Le nom de compte «\u00a0${p.name}\u00a0» est réservé\u00a0: les noms qui commencent par «\u00a0${p.prefix}\u00a0» appartiennent à mqtt-setup.`,
  'accounts.name.characters': (p) =>
    `Le nom de compte «\u00a0${p.name}\u00a0» ne peut contenir que des lettres, des chiffres et . _ @ -, et doit commencer par une lettre ou un chiffre.`,
  'accounts.name.text': '«\u00a0name\u00a0» doit être un texte entre guillemets doubles.',
  'accounts.name.twice': (p) => `Le compte «\u00a0${p.name}\u00a0» est déjà déclaré à la ligne ${p.line}.`,
  'accounts.password.empty': 'Le mot de passe est vide.',
  'accounts.password.blank': 'Le mot de passe n’est fait que d’espaces.',
  'accounts.password.control':
    'Le mot de passe contient un retour à la ligne ou un autre caractère non imprimable\u00a0: on ne pourrait pas le retaper.',
  'accounts.password.malformed': 'Le mot de passe n’est pas de l’Unicode valide.',
  'accounts.password.long': (p) =>
    `Le mot de passe fait ${p.bytes} octets\u00a0: ${p.max} au plus (une lettre accentuée en prend 2, un emoji 4 ou davantage).`,
  'accounts.password.short': (p: { length: number; min: number }) =>
    `Le mot de passe a ${p.length} caractères : il en faut au moins ${p.min}.`,
  'accounts.password.common':
    'Le mot de passe est l’un des plus courants, ou en est tiré : ceux-là sont essayés en premier.',
  'accounts.password.pattern':
    'Le mot de passe est un motif (caractères répétés, suite de touches ou de lettres) : ceux-là sont essayés très tôt.',
  'accounts.password.name': 'Le mot de passe n’est guère plus que le nom du compte.',
  'accounts.password.fix':
    'Prenez quelques mots sans rapport entre eux, ou --generate. (passwords: dans broker.yaml fixe la longueur.)',
  'accounts.password.already':
    'Le mot de passe est celui qui est enregistré ; un nouveau de ce genre serait refusé :',
  'accounts.topic.empty': 'Le topic est vide.',
  'accounts.topic.text': 'Un topic doit être un texte entre guillemets doubles.',
  'accounts.topic.long': (p) =>
    `Le topic «\u00a0${p.topic}\u00a0» est trop long\u00a0: MQTT admet ${p.max} octets.`,
  'accounts.topic.control': (p) =>
    `Le topic «\u00a0${p.topic}\u00a0» contient un retour à la ligne, une tabulation, un NUL ou un autre caractère que MQTT n’admet pas.`,
  'accounts.topic.blank': (p) =>
    `Le topic «\u00a0${p.topic}\u00a0» commence ou finit par une espace, que le broker retire\u00a0: ce serait un autre topic.`,
  'accounts.topic.hash': (p) =>
    `Dans le topic «\u00a0${p.topic}\u00a0», le joker «\u00a0#\u00a0» doit être le dernier niveau à lui seul, comme dans «\u00a0a/b/#\u00a0».`,
  'accounts.topic.plus': (p) =>
    `Dans le topic «\u00a0${p.topic}\u00a0», le joker «\u00a0+\u00a0» doit être un niveau à lui seul, comme dans «\u00a0a/+/c\u00a0».`,
  'accounts.topic.deep': (p) =>
    `Le topic «\u00a0${p.topic}\u00a0» compte plus de ${p.max} «\u00a0/\u00a0»\u00a0: le broker le refuse.`,
  'accounts.topic.pattern': (p) =>
    `Le topic «\u00a0${p.topic}\u00a0» contient %u ou %c\u00a0: ces motifs ne sont pas encore pris en charge. Écrivez le nom lui-même.`,
  'accounts.topic.control-api': (p) =>
    `Le topic «\u00a0${p.topic}\u00a0» est le canal de contrôle du broker\u00a0: les comptes n’y ont pas accès.`,
  'accounts.topic.share': (p) =>
    `Le topic «\u00a0${p.topic}\u00a0»\u00a0: l’accès se donne au topic lui-même, sans «\u00a0$share/GROUPE/\u00a0». Qui peut le lire peut en partager l’abonnement.`,
  'accounts.topics.list': '«\u00a0topics\u00a0» doit être une liste de textes, comme ["meteo/#"].',
  'accounts.roles.list': '«\u00a0roles\u00a0» doit être une liste, comme ["publisher"].',
  'accounts.role.unknown': (p) => `Le rôle «\u00a0${p.role}\u00a0» est inconnu. Les rôles\u00a0: ${p.known}.`,
  'accounts.since': '«\u00a0since\u00a0» doit être une date, comme "2025-01-31".',
  'accounts.key.twice': (p) => `«\u00a0${p.key}\u00a0» figure deux fois dans cette ligne.`,
  'accounts.line.json':
    'Cette ligne n’est pas du JSON valide. Un compte par ligne, comme {"name":"alice","roles":["both"],"topics":["#"]}.',
  'accounts.line.object':
    'Cette ligne n’est pas un compte. Un par ligne, comme {"name":"alice","roles":["both"],"topics":["#"]}.',
  'accounts.line.long': (p) => `Cette ligne dépasse ${p.max} caractères.`,
};
