import type { shadow as english } from '../en/shadow.ts';
import type { Same } from '../messages.ts';

/** Quelqu’un qui a essayé d’entrer, comme sujet d’une phrase. */
function somebody({ who, name }: { who: string; name: string }): string {
  if (who === 'anonymous') return 'un client sans nom';
  if (who === 'unknown') return 'un nom que personne ne porte';
  if (who === 'wrong-password') return `${name} avec un mauvais mot de passe`;
  return who === 'empty-password' ? `${name} avec un mot de passe vide` : name;
}

function listed({ topics, more }: { topics: string; more: number }): string {
  return more > 0 ? `${topics} et ${more} de plus` : topics;
}

const wants = (need: string): string =>
  ({ '': 'rien', psk: 'une clé partagée', http: 'HTTP', certificate: 'un certificat' })[need] ?? need;

export const shadow: Same<typeof english> = {
  'shadow.failed.before': (p) => `le broker ne démarre pas avec ${p.conf} dans son état actuel`,
  'shadow.failed.after': (p) => `le broker ne démarrerait pas avec ${p.conf} dans son état futur`,
  'shadow.failed.candidate': (p) =>
    `le broker ne démarrerait pas avec ${p.conf} dans son état futur ; rien n’a été modifié`,
  'shadow.ended': (p) => `un essai à blanc s’est terminé avec ${p.code}`,
  'shadow.silent': 'un essai à blanc n’était pas prêt au bout d’une demi-minute',
  'shadow.said': (p) => `le broker a dit : ${p.text}`,
  'shadow.unread': (p) =>
    `${p.path} ne peut pas être lu, si bien qu’aucun essai à blanc de la configuration n’est possible`,
  'shadow.noPorts': 'aucun port libre n’a été trouvé sur 127.0.0.1 pour un essai à blanc du broker',
  'shadow.open': (p) =>
    `un essai à blanc du broker écoutait sur ${p.addresses} et a été arrêté immédiatement`,
  'shadow.deaf': (p) =>
    `lors d’un essai à blanc, ${p.listener} n’a pas répondu à qui devait recevoir une réponse ; impossible de dire qui peut s’y connecter`,
  'shadow.lost': (p) => `lors d’un essai à blanc, la connexion à ${p.listener} a été perdue (${p.error})`,
  'shadow.interrupted': 'Interrompu : l’essai à blanc du broker a été arrêté, rien n’a été modifié.',
  'shadow.unshadowable.plugin': (p) =>
    `le greffon de cette ligne ${p.keyword} décide lui-même de qui peut faire quoi : aucun essai à blanc ne peut le montrer`,
  'shadow.unshadowable.relative-path': (p) =>
    `le chemin de cette ligne ${p.keyword} dépend du dossier où le broker est démarré : aucun essai à blanc n’est possible`,
  'shadow.listener.gone': (p) => `${p.listener} ne serait plus ouvert`,
  'shadow.listener.new': (p) => `${p.listener} serait ouvert`,
  'shadow.listener.open': (p) => `${p.listener} serait ouvert, y compris aux clients sans nom`,
  'shadow.listener.moved': (p) => `ce qui se trouve à ${p.before} se trouverait à ${p.after}`,
  'shadow.listener.setting': (p) =>
    `${p.listener} : ${p.what} vaudrait « ${p.after} » au lieu de « ${p.before} »`,
  'shadow.listener.needs': (p) =>
    `${p.listener} : ce qu’il faut à un client en plus d’un nom et d’un mot de passe serait : ${wants(p.after)} (actuellement : ${wants(p.before)})`,
  'shadow.login.lost': (p) => `${somebody(p)} ne pourrait plus se connecter (${p.listeners})`,
  'shadow.login.gained': (p) => `${somebody(p)} pourrait se connecter (${p.listeners})`,
  'shadow.publish.lost': (p) => `${somebody(p)} ne pourrait plus publier dans ${listed(p)} (${p.listeners})`,
  'shadow.publish.gained': (p) => `${somebody(p)} pourrait publier dans ${listed(p)} (${p.listeners})`,
  'shadow.read.lost': (p) => `${somebody(p)} ne pourrait plus lire ${listed(p)} (${p.listeners})`,
  'shadow.read.gained': (p) => `${somebody(p)} pourrait lire ${listed(p)} (${p.listeners})`,
};
