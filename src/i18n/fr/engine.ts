import type { engine as english } from '../en/engine.ts';
import type { Same } from '../messages.ts';

export const engine: Same<typeof english> = {
  'engine.journal.unreadable': (p) => `${p.path} ne peut pas être lu (${p.errno})`,
  'engine.rollback.byHand': (p) => `n’a pas pu être annulé tout seul ; à la main, c’est : ${p.command}`,
  'engine.rollback.thenAgain':
    'Relancez ensuite la même commande : elle essaie encore une fois d’annuler le reste.',
  'engine.journal.damaged': (p) => `le journal d’une exécution interrompue est endommagé : ${p.path}`,
  'engine.journal.damagedFix': (p) =>
    `Les fichiers en .bak à côté sont ce qui s’y trouvait avant. Une fois tout en ordre, supprimez le dossier ${p.folder}, puis relancez la même commande.`,
  'engine.rollback.stepFailed': 'Une étape a échoué : annulation de ce que cette exécution a fait.',
  'engine.rollback.notProven':
    'Le résultat n’a pas pu être prouvé : annulation de ce que cette exécution a fait.',
  'engine.rollback.done': 'Tout est comme avant (les paquets installés et le journal du broker restent).',
  'engine.recovered': (p) =>
    `Une exécution précédente a été coupée : ${p.run}. Ce qu’elle avait fait (${p.count} ${p.count > 1 ? 'entrées' : 'entrée'}) a été annulé.`,
  'engine.interrupted': 'Interrompu : tout est comme avant (les paquets installés restent).',
  'engine.lock.packages': (p) => `Le système de paquets est utilisé par ${p.who} : attente de la fin.`,
  'engine.lock.patienceOver': (p) => `le système de paquets est utilisé par ${p.who} depuis dix minutes`,
  'engine.lock.patienceFix': 'Attendez la fin (ou cherchez ce qui bloque), puis relancez la même commande.',
  'engine.unreadable': (p) => `vous n’avez pas le droit de lire ${p.path}`,
  'engine.same.directory': (p) => `${p.path} existe, avec le bon propriétaire et les bons droits`,
  'engine.same.file': (p) => `${p.path} dit ce qu’il faut, avec le bon propriétaire et les bons droits`,
  'engine.same.absent': (p) => `${p.path} n’existe pas`,
  'engine.same.packages': (p) => `installés : ${p.versions}`,
  'engine.same.unpacked': (p) => `mosquitto ${p.version} est disponible : ${p.binary}`,
  'engine.same.service': (p) => `le broker est « ${p.state} » (pid ${p.pid}) avec cette configuration`,
  'engine.why.back': 'Tel qu’il était avant que mqtt-setup ne reprenne le broker.',
  'engine.why.repair':
    'Une installation de paquet précédente a été interrompue ; il faut d’abord la terminer.',
  'engine.why.aptUpdate': 'Récupère la liste de ce que Debian propose.',
  'engine.why.install': 'Le broker, et les deux clients en ligne de commande pour le tester.',
  'engine.why.unpack':
    'Pas de mosquitto ici : les paquets de Debian sont téléchargés et dépliés dans ce dossier, rien n’est installé.',
  'engine.why.state': 'La mémoire de mqtt-setup : verrou, journal, relevés. Pour root seul.',
  'engine.why.specFolder': 'Là où ce broker est déclaré.',
  'engine.why.localFolder': 'Fait partie d’un broker personnel, dans un dossier.',
  'engine.rehearsing': 'le broker essaie lui-même la nouvelle configuration, à côté de celle qui tourne …',
  'engine.rehearsed': (p) =>
    `essayé d’avance : le broker tourne avec les nouveaux fichiers, ${p.count} questions ont la réponse voulue`,
  'engine.storeTooLarge': (p) =>
    `${p.path} est trop grand pour qu’une copie en soit gardée jusqu’à la preuve du redémarrage : le broker vient de l’enregistrer.`,
  'engine.why.guard':
    'Des fichiers qui ouvriraient le broker à d’autres, ou l’arrêteraient, ne sont pas relus lors d’un rechargement, qui que ce soit qui le demande.',
  'engine.why.noGuard': 'broker.yaml ne veut pas de garde au rechargement.',
  'engine.why.recover':
    'Une modification coupée par une panne de courant est reprise avant que le broker ne redémarre.',
  'engine.why.sandbox':
    'La cage\u00a0: qui s’empare du broker ne s’empare que de peu de droits, de fichiers et d’appels système.',
  'engine.why.noSandbox': 'broker.yaml ne veut pas de bac à sable.',
  'engine.why.unit':
    'La place pour autant de clients que broker.yaml en admet, et de la patience au démarrage.',
  'engine.why.dropIns': 'C’est là que systemd cherche ce qui s’ajoute à l’unité du broker.',
  'engine.why.daemonReload': 'systemd relit ses fichiers.',
  'engine.why.store':
    'Ce que le broker gardait au moment de la sauvegarde : messages retenus, sessions, messages en attente.',
  'engine.why.upgrade':
    'Une version plus récente du broker. Il est d’abord arrêté ; l’ancien paquet et sa base sont gardés jusqu’à la preuve du nouveau.',
  'engine.why.stored': 'tel qu’il était alors',
  'engine.why.spec':
    'Ce que ce broker doit être : à vous de le modifier, à mettre sous gestion de versions, sans secret.',
  'engine.why.accounts': 'Qui a un compte, avec quels droits ; un par ligne, sans secret.',
  'engine.why.probe':
    'Le mot de passe du compte sonde, dont se sert verify ; il n’a accès qu’à mqtt-setup/probe/#.',
  'engine.why.passwd': 'Une empreinte salée par compte ; seul le broker peut la lire.',
  'engine.why.acl': 'Qui peut publier et lire quoi ; le reste est refusé.',
  'engine.why.conf':
    'La configuration du broker : chaque port d’écoute (listener) est écrit, l’accès anonyme refusé. Le fichier de Debian n’est pas touché.',
  'engine.why.confLocal':
    'La configuration du broker : chaque port d’écoute (listener) est écrit, l’accès anonyme refusé.',
  'engine.why.enable': 'Pour que le broker démarre avec la machine.',
  'engine.why.disable': 'Comme on l’a trouvé.',
  'engine.why.stop': 'Comme on l’a trouvé : aucun broker ne tournait.',
  'engine.why.start': (p) => `Le broker ne tourne pas (${p.state}).`,
  'engine.why.firstStart': 'Pour que le broker tourne avec cette configuration.',
  'engine.why.restart': 'Un réglage modifié ne prend effet qu’au démarrage.',
  'engine.why.reload': 'Le broker relit les fichiers modifiés ; personne d’autre n’est déconnecté.',
  'engine.why.ours': 'Écrit par mqtt-setup et inchangé depuis.',
  'engine.why.ourFolder': 'Créé par mqtt-setup ; il disparaît s’il est vide.',
  'engine.why.purge':
    'Retire les paquets et leurs données : messages conservés, fichiers de configuration de Debian, journaux.',
  'engine.why.purgeLocal': 'Retire les messages conservés, les journaux et le broker déplié.',
};
