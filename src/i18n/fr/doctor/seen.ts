import type { doctorSeen as English } from '../../en/doctor/seen.ts';
import type { Same } from '../../messages.ts';

export const doctorSeen: Same<typeof English> = {
  'doctor.title.service.masked': 'Le service est masqué',
  'doctor.service.masked.cause':
    'L’unité est masquée\u00a0: systemd ne la démarre pour personne, quelle que soit la demande',
  'doctor.service.masked.fix': 'Levez le masque et démarrez le service.',
  'doctor.title.service.overridden': 'L’unité a été modifiée sur cette machine',
  'doctor.service.overridden.cause': (p) =>
    `Le service ne démarre pas le broker du paquet avec ${p.conf}\u00a0: un fichier de cette machine en décide autrement`,
  'doctor.service.overridden.fix':
    'Mettez de côté le fichier d’unité modifié, ou corrigez-le avec systemctl edit mosquitto.',
  'doctor.title.service.not-reloaded': 'systemd n’a pas relu un fichier d’unité modifié',
  'doctor.service.not-reloaded.cause':
    'Les fichiers d’unité sur le disque sont plus récents que ce que suit systemd',
  'doctor.service.not-reloaded.fix': 'Faites-les relire par systemd.',
  'doctor.title.service.disabled': 'Le broker n’est pas lancé au démarrage de la machine',
  'doctor.service.disabled.cause':
    'Après le prochain démarrage, il n’y aura pas de broker\u00a0: le service n’est pas activé',
  'doctor.service.disabled.fix': 'Activez-le.',
  'doctor.title.service.start-forbidden': 'Aucun service ne peut être démarré ici',
  'doctor.service.start-forbidden.cause':
    'policy-rc.d interdit tout démarrage de service, comme souvent dans les conteneurs et pendant la construction d’images',
  'doctor.service.start-forbidden.fix':
    'Retirez /usr/sbin/policy-rc.d si cette machine doit faire tourner des services.',
  'doctor.title.service.not-running': 'Le broker ne tourne pas',
  'doctor.service.not-running.cause': (p) => `Le broker ne tourne pas (${p.state})`,
  'doctor.service.not-running.unknown': (p) =>
    `Le broker ne tourne pas (${p.state}), et rien de ce qu’il a dit n’explique pourquoi`,
  'doctor.service.not-running.fix': 'Démarrez-le.',
  'doctor.title.package.interrupted': 'L’installation de paquets a été interrompue',
  'doctor.package.interrupted.cause':
    'dpkg a été arrêté au milieu de son travail\u00a0: des paquets sont à moitié installés',
  'doctor.package.interrupted.fix': 'Laissez dpkg terminer.',
  'doctor.title.package.missing': 'Le broker n’est pas installé',
  'doctor.package.missing.cause': 'Il n’y a pas de mosquitto sur cette machine',
  'doctor.package.missing.fix': 'Installez-le.',
  'doctor.title.package.new-configuration': 'Une nouvelle configuration du paquet attend d’être examinée',
  'doctor.package.new-configuration.cause': (p) =>
    `Une mise à jour a laissé ${p.count === 1 ? 'un fichier' : `${p.count} fichiers`} à côté des vôtres, que rien ne lit`,
  'doctor.package.new-configuration.fix': 'Comparez-les aux fichiers en service, puis supprimez-les.',
  'doctor.title.user.missing': 'L’utilisateur du broker n’existe pas',
  'doctor.user.missing.cause':
    'Le broker abandonne les droits de root au profit d’un utilisateur que cette machine ne connaît pas',
  'doctor.user.missing.named': (p) =>
    `Le broker doit devenir ${p.user}, un utilisateur que cette machine ne connaît pas`,
  'doctor.user.missing.namedFix':
    'Retirez la ligne\u00a0: le broker devient alors mosquitto, comme le prévoit le paquet.',
  'doctor.user.missing.fix': 'Créez cet utilisateur, ou réinstallez le paquet.',
  'doctor.title.config.missing': 'Le fichier de configuration manque',
  'doctor.config.missing.cause': (p) => `${p.file} ne peut pas être lu\u00a0: le broker s’arrête aussitôt`,
  'doctor.config.missing.fix': 'Faites réinstaller sa configuration par le paquet, ou remettez la vôtre.',
  'doctor.title.config.folder-not-read': 'Le dossier de la configuration n’est pas lu',
  'doctor.config.folder-not-read.cause': (p) =>
    `${p.file} n’inclut pas ${p.folder}\u00a0: ce qui y est écrit reste sans effet`,
  'doctor.config.folder-not-read.fix': 'Remettez la ligne include_dir, à la fin du fichier.',
  'doctor.title.config.not-loaded': 'La configuration sur le disque n’est pas celle en service',
  'doctor.config.not-loaded.cause': (p) =>
    `${p.count === 1 ? 'Un fichier a été modifié' : `${p.count} fichiers ont été modifiés`} après le démarrage du broker`,
  'doctor.config.not-loaded.fix':
    'Redémarrez le broker\u00a0; mqtt-setup check dit d’avance s’il reviendrait.',
  'doctor.title.passwords.lost': 'Les mots de passe enregistrés ont disparu',
  'doctor.passwords.lost.cause': (p) =>
    `${p.file} a disparu, et avec lui les empreintes de ${p.count === 1 ? 'un compte' : `${p.count} comptes`}\u00a0: rien d’autre sur cette machine ne les contient`,
  'doctor.passwords.lost.fix':
    'Remettez le fichier à partir d’une sauvegarde\u00a0; sinon donnez à chacun un nouveau mot de passe, dont chaque client aura alors besoin.',
  'doctor.title.setup.refused': 'mqtt-setup ne peut pas s’occuper de ce broker',
  'doctor.setup.refused.fix': 'Corrigez comme indiqué, puis regardez de nouveau.',
  'doctor.title.setup.unfinished': 'Une exécution de mqtt-setup a été interrompue',
  'doctor.setup.unfinished.cause':
    'Une exécution précédente s’est arrêtée en chemin\u00a0: ce qu’elle avait modifié reste à défaire',
  'doctor.setup.unfinished.fix': 'La prochaine commande qui modifie quelque chose commence par le défaire.',
  'doctor.title.port.held': 'Un autre processus occupe le port du broker',
  'doctor.port.held.cause': (p) => `Le port ${p.port} est occupé par ${p.process} (pid ${p.pid})`,
  'doctor.port.held.fix':
    'Voyez de quoi il s’agit\u00a0; arrêtez-le et empêchez son redémarrage, ou donnez un autre port au broker.',
  'doctor.title.port.not-open': 'Un listener n’est pas ouvert',
  'doctor.port.not-open.cause': (p) => `La configuration déclare le port ${p.port}, et rien n’y écoute`,
  'doctor.port.not-open.fix':
    'Le broker a démarré avant cette ligne, ou n’a pas pu l’ouvrir\u00a0: redémarrez-le et regardez de nouveau.',
  'doctor.title.broker.another': 'Un second broker tourne sur cette machine',
  'doctor.broker.another.cause': (p) =>
    `Un autre mosquitto tourne ici (pid ${p.pid})\u00a0: des clients parlent peut-être au mauvais`,
  'doctor.broker.another.fix': 'S’il a été lancé à la main, arrêtez-le\u00a0: le service se passe d’aide.',
  'doctor.title.listener.local-only': 'Le broker ne parle qu’à cette machine',
  'doctor.listener.local-only.cause':
    'Aucun listener n’est déclaré\u00a0: le broker n’écoute que sur 127.0.0.1 et ::1, et refuse tous les autres',
  'doctor.listener.local-only.fix':
    'Déclarez un listener, avec des mots de passe\u00a0: les clients anonymes ne sont admis que sur celui-ci.',
  'doctor.title.hosts.denied': 'hosts.deny écarte des clients',
  'doctor.hosts.denied.cause':
    'Le broker de Debian consulte les TCP wrappers, et une ligne y ferme les connexions avant toute demande de mot de passe',
  'doctor.hosts.denied.fix': 'Retirez cette ligne, ou autorisez vos réseaux dans /etc/hosts.allow.',
  'doctor.title.hosts.no-localhost': 'Cette machine ne connaît pas le nom localhost',
  'doctor.hosts.no-localhost.cause':
    'Les clients à qui l’on n’indique pas d’hôte demandent localhost, et échouent à la résolution du nom',
  'doctor.hosts.no-localhost.fix': 'Ajoutez la ligne à /etc/hosts.',
  'doctor.title.space.full': 'Le disque est plein',
  'doctor.space.full.cause': (p) =>
    `Il ne reste plus de place dans ${p.folder}\u00a0: ce que le broker devrait garder sera perdu à son prochain redémarrage`,
  'doctor.space.full.fix': 'Trouvez ce qui le remplit, et supprimez-le ou déplacez-le.',
  'doctor.title.database.closed': 'Le broker n’a pas accès à sa base de données',
  'doctor.database.closed.cause': (p) =>
    `${p.path} n’appartient pas à ${p.user}\u00a0: les messages retenus et les sessions qu’il contient ne sont pas chargés, et seront perdus à la prochaine sauvegarde`,
  'doctor.title.log.closed': 'Le broker ne peut pas écrire dans son journal',
  'doctor.log.closed.cause': (p) => `${p.path} n’appartient pas à ${p.user}\u00a0: rien n’y est consigné`,
  'doctor.closed.fix': 'Rendez-lui le fichier.',
  'doctor.title.said.unknown': 'Le broker se plaint',
  'doctor.said.unknown.cause': (p) => `Il dit\u00a0: ${p.text}`,
  'doctor.title.rule': 'La configuration a un défaut',
  'doctor.mend.why': 'doctor y a vu la cause d’une panne',
};
