import type { status as english } from '../en/status.ts';
import type { Same } from '../messages.ts';

export const status: Same<typeof english> = {
  'status.option.watch':
    'la redessiner toutes les deux secondes, avec le cours des nombres\u00a0; Ctrl-C y met fin',
  'status.option.topics':
    'avec --watch\u00a0: les topics les plus actifs sous ce filtre, lus avec le compte de --username',
  'status.option.username': 'un compte qui peut les lire, avec --password-file ou --password-env',
  'status.topics.title': (p) => `les plus actifs sous ${p.filter}, messages de la dernière minute\u00a0:`,
  'status.topics.none': (p) => `les plus actifs sous ${p.filter}\u00a0: rien n’est encore arrivé`,
  'status.topics.account': '--topics lit des messages, et demande un compte qui en a le droit',
  'status.topics.accountFix':
    'Nommez-le\u00a0: --username NOM avec --password-file FICHIER, ou avec --password-env NOM.',
  'status.topics.refused': (p) => `le broker ne laisse pas entrer ${p.user}`,
  'status.topics.watch': '--topics compte ce qui arrive, et pour cela il faut regarder',
  'status.topics.watchFix': 'Ajoutez --watch.',
  'status.clients': (p) =>
    `${p.clients} ${p.clients > 1 ? 'clients connectés' : 'client connecté'}, ${p.offline} ${p.offline > 1 ? 'absents' : 'absent'}`,
  'status.received': (p) =>
    `${p.count} ${p.count > 1 ? 'messages reçus' : 'message reçu'} dans la dernière minute`,
  'status.sent': (p) => `${p.count} ${p.count > 1 ? 'messages remis' : 'message remis'}`,
  'status.stored': (p) => `${p.count} ${p.count > 1 ? 'messages gardés' : 'message gardé'}`,
  'status.certificate': (p) =>
    `certificat de ${p.name}\u00a0: jusqu’au ${p.until} (${p.days} ${p.days > 1 ? 'jours' : 'jour'})`,
  'status.change': (p) =>
    `dernier changement\u00a0: génération ${p.number}, ${p.when} UTC, ${p.command}, par ${p.who}`,
  'status.drift': (p) => `changé à la main\u00a0: ${p.path}`,
  'status.next.adopt': 'reprend le broker qui est là',
  'status.next.install': 'un broker, sécurisé et prouvé',
  'status.next.start': 'le démarre',
  'status.next.doctor': 'pourquoi il ne tourne pas',
  'status.next.diff': 'ce qui a été changé à la main',
  'status.next.verify': 'prouve qu’il fonctionne et reste fermé aux inconnus',
  'status.next.addUser': 'un compte pour un capteur, un programme, une personne',
};
