import type { access as english } from '../en/access.ts';
import type { Same } from '../messages.ts';

export const access: Same<typeof english> = {
  'access.test.can': (p) =>
    `«\u00a0${p.test}\u00a0» n’est pas vrai\u00a0: les droits le permettent (${p.count === 1 ? p.who : `${p.count} comptes\u00a0: ${p.who}`}).`,
  'access.test.cannot': (p) =>
    `«\u00a0${p.test}\u00a0» n’est pas vrai\u00a0: les droits ne le permettent pas (${p.count === 1 ? p.who : `${p.count} comptes\u00a0: ${p.who}`}).`,
  'access.test.stranger': (p) => `Il n’y a pas de compte «\u00a0${p.name}\u00a0» à tester.`,
  'access.test.fix': 'Changez les rôles et les topics, ou le test.',
  'check.declared.spec': 'broker.yaml ou les comptes sont erronés',
  'check.declared.specWhy': 'mqtt-setup apply s’y arrête, avant de toucher à quoi que ce soit.',
  'check.declared.test': 'Un test d’accès n’est pas vrai',
  'check.declared.testWhy':
    'Les droits déclarés répondent autre chose que ce que broker.yaml exige\u00a0: mqtt-setup apply s’y arrête.',
  'access.more': (p) =>
    `${p.count === 1 ? `${p.who} peut désormais` : `${p.count} utilisateurs de plus peuvent`} ${p.action === 'publish' ? 'publier sous' : 'lire'} ${p.topic}${p.count === 1 ? '' : ` (${p.who})`}`,
  'access.fewer': (p) =>
    `${p.count === 1 ? `${p.who} ne peut plus` : `${p.count} utilisateurs ne peuvent plus`} ${p.action === 'publish' ? 'publier sous' : 'lire'} ${p.topic}${p.count === 1 ? '' : ` (${p.who})`}`,
  'access.title': 'Ce qui change dans qui peut faire quoi\u00a0:',
  'access.rest': (p) => `… et ${p.count} de plus`,
  'access.nobody': 'les clients sans nom',
  'access.restart': 'Le broker redémarre\u00a0: chaque client est déconnecté un instant.',
  'access.price': (p) =>
    `  ${p.clients === 1 ? '1 client est connecté' : `${p.clients} clients sont connectés`}, ${p.offline} ${p.offline === 1 ? 'session attend' : 'sessions attendent'} des clients hors ligne, ${p.messages} ${p.messages === 1 ? 'message est gardé' : 'messages sont gardés'}, ses propres rapports compris (chiffres du broker lui-même, vieux de 10 s au plus).`,
  'access.priceSaved': (p) =>
    `  Dernier enregistrement : ${p.saved} ; il y en aura un autre avant le redémarrage, et une copie est gardée jusqu’à la preuve du nouveau démarrage.`,
  'access.priceLost': '  Le broker ne garde rien sur disque : sessions et messages gardés sont perdus.',
  'access.reload': (p) => `Le broker se recharge\u00a0; déconnectés\u00a0: ${p.names}.`,
  'access.reloadNobody': 'Le broker se recharge\u00a0; personne n’est déconnecté.',
};
