import type { canAnswer as english } from '../en/can-answer.ts';
import type { Same } from '../messages.ts';

type About = { who: string; topic: string; access: 'publish' | 'subscribe' };

const doing = ({ access, topic }: About): string =>
  access === 'publish' ? `publier sur ${topic}` : `recevoir ${topic}`;
const cannot = (about: About): string => `${about.who} ne peut pas ${doing(about)}`;

export const canAnswer: Same<typeof english> = {
  'can.word.all': 'Oui :',
  'can.word.some': 'En partie :',
  'can.word.none': 'Non :',
  'can.yes': (p) => `${p.who} peut ${doing(p)}, par ${p.rule}.`,
  'can.all': (p) => `${p.who} peut recevoir tout ce que ${p.topic} couvre :`,
  'can.some': (p) => `${p.who} peut recevoir une partie de ce que ${p.topic} couvre :`,
  'can.no': (p) => `${cannot(p)} : refusé par ${p.rule}.`,
  'can.none': (p) => `${cannot(p)} : tout ce qu’il couvre est refusé.`,
  'can.why.default': (p) => `${cannot(p)} : aucune règle ne le permet (refus par défaut).`,
  'can.why.sys': (p) =>
    `${cannot(p)} : le broker ne laisse aucun client publier sur un topic qui commence par $SYS, sauf $SYS/broker/connection/NOM/state.`,
  'can.why.share': (p) =>
    `${cannot(p)} : aucun message n’a de topic qui commence par $share, réservé aux abonnements partagés.`,
  'can.why.wildcard-name': (p) =>
    `${cannot(p)} : aucune règle propre ne le permet, et le broker ne suit aucun pattern pour un nom avec + ou #.`,
  'can.why.wildcard-id': (p) =>
    `${cannot(p)} : aucune règle propre ne le permet, et le broker ne suit aucun pattern pour un identifiant de client avec + ou #.`,
  'can.why.no-login': (p) => `${cannot(p)} : aucun listener ne laisse entrer de clients sans nom.`,
  'can.why.shared-dollar': (p) =>
    `${cannot(p)} : les abonnements partagés ne reçoivent rien qui commence par $, quoi que disent les règles.`,
  'can.hint.deny': (p) => `${p.rule} le permettrait, mais tout deny passe avant.`,
  'can.hint.sys': (p) => `${p.rule} le couvre, sans rien y changer : le broker ne la regarde pas.`,
  'can.hint.share': (p) => `${p.rule} le couvre, sans rien y changer : le broker ne la regarde pas.`,
  'can.hint.wildcard-name': (p) => `${p.rule} le permettrait pour un nom sans + ni #.`,
  'can.hint.wildcard-id': (p) => `${p.rule} le permettrait pour un identifiant de client sans + ni #.`,
  'can.hint.dollar': (p) =>
    `${p.rule} ne le couvre pas : un joker au début ne tient lieu de rien qui commence par $. ${p.filter} le ferait.`,
  'can.hint.access': (p) =>
    `${p.rule} le couvre, mais en ${p.access === 'publish' ? 'lecture' : 'écriture'} seulement.`,
  'can.hint.client': (p) =>
    `${p.rule} le permettrait pour l’identifiant de client ${p.value} : --client-id dit avec lequel il se connecte.`,
  'can.hint.otherClient': (p) =>
    `${p.rule} le permettrait pour l’identifiant de client ${p.value}, et celui-ci est ${p.client}.`,
  'can.hint.user': (p) => `${p.rule} le permettrait pour le nom ${p.value}.`,
  'can.hint.anonymous': (p) =>
    `${p.rule} se trouve avant le premier user : elle vaut pour les clients sans nom, et pour eux seuls.`,
  'can.hint.case': (p) => `${p.rule} le couvre aux majuscules près, qui font un autre topic.`,
  'can.hint.slip': (p) => `${p.rule} en est proche : une lettre diffère.`,
  'can.hint.below': (p) => `${p.rule} couvre ${p.filter} même et rien en dessous : ${p.filter}/# le ferait.`,
  'can.hint.above': (p) => `${p.rule} ne couvre que ce qui est sous ${p.topic}.`,
  'can.hint.name': (p) => `Aucune règle n’est pour « ${p.user} » ; il y en a pour « ${p.name} ».`,
  'can.roles': (p) => `Rôles qui le permettraient : ${p.roles}.`,
  'can.control': 'Ce qui est publié sous $CONTROL/ va aux greffons du broker, jamais à un client.',
  'can.mount': (p) =>
    `Derrière le point de montage ${p.mount}, qui précède le topic : ${p.extent === 'all' ? 'oui' : p.extent === 'none' ? 'non' : 'en partie'}.`,
  'can.more': (p) => `… et ${p.count} de plus`,
  'can.fault.invalid-word': 'Une ligne commence par user, topic ou pattern, puis une espace.',
  'can.fault.missing-name': 'Le nom manque.',
  'can.fault.missing-topic': 'Le topic manque.',
  'can.fault.invalid-access': 'Le mot avant le topic n’est ni read, ni write, ni readwrite, ni deny.',
  'can.fault.invalid-topic':
    'Ce n’est pas un filtre : # tient lieu d’un dernier niveau entier, + d’un niveau entier.',
  'can.faults': (p) =>
    `mosquitto ${p.version} refuse ce fichier et ne démarre pas avec lui. La réponse est ce que disent les lignes justes.`,
  'can.notWritten': 'Le fichier ACL ne le dit pas encore : mqtt-setup plan montre ce qui n’est pas appliqué.',
  'can.matrix.who': 'QUI',
  'can.matrix.topic': 'TOPIC',
  'can.matrix.publish': 'PUBLIER',
  'can.matrix.subscribe': 'S’ABONNER',
  'can.matrix.all': 'oui',
  'can.matrix.some': 'en partie',
  'can.matrix.none': '-',
  'can.matrix.nothing': '(rien)',
  'can.matrix.nobody': 'Personne.',
  'can.matrix.anonymous': '(anonyme)',
  'can.matrix.everyone': '(tout le monde)',
  'can.matrix.names': (p) => `${p.names} et ${p.count} autres`,
  'can.matrix.user': '{user} : le nom de chacun ; {client} : l’identifiant de client de la connexion.',
  'can.matrix.more': (p) =>
    `… et ${p.count} lignes de plus : --json et --format csv les donnent toutes, --topic en demande une.`,
};
