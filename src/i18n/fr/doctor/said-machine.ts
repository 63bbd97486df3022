import type { saidMachine as English } from '../../en/doctor/said-machine.ts';
import type { Same } from '../../messages.ts';

export const saidMachine: Same<typeof English> = {
  'doctor.title.listener.low-port': 'Un port en dessous de 1024',
  'doctor.said.listener.low-port.cause': (p) =>
    `Seul root peut ouvrir ${p.port === '' ? 'un port en dessous de 1024' : `le port ${p.port}`}, et le broker renonce aux droits de root avant de le faire`,
  'doctor.said.listener.low-port.fix':
    'Prenez un port à partir de 1024, ou donnez au service AmbientCapabilities=CAP_NET_BIND_SERVICE.',
  'doctor.title.listener.port-in-use': 'Un port déjà pris',
  'doctor.said.listener.port-in-use.cause': (p) =>
    `${p.port === '' ? 'Un port' : `Le port ${p.port}`} est déjà pris\u00a0: par un autre programme, un autre broker ou un second listener de celui-ci`,
  'doctor.said.listener.port-in-use.fix':
    'Voyez qui le tient avec ss -ltnp\u00a0; arrêtez ce programme, ou choisissez un autre port.',
  'doctor.title.listener.no-such-address': 'Une adresse que cette machine n’a pas',
  'doctor.said.listener.no-such-address.cause': (p) =>
    `Le listener${p.port === '' ? '' : ` du port ${p.port}`} est lié à une adresse que cette machine n’a pas, ou pas encore`,
  'doctor.said.listener.no-such-address.fix':
    'Prenez-en une que montre ip addr\u00a0; si elle arrive tard, faites attendre au service network-online.target.',
  'doctor.title.listener.no-such-name': 'Un listener dont le nom ne mène nulle part',
  'doctor.said.listener.no-such-name.cause': (p) =>
    `L’adresse d’un listener n’est ni une adresse, ni un nom qui se résout (${p.reason})`,
  'doctor.said.listener.no-such-name.fix':
    'Écrivez l’adresse elle-même\u00a0; une adresse IPv6 sans crochets.',
  'doctor.title.listener.no-such-interface': 'Une interface réseau qui n’existe pas',
  'doctor.said.listener.no-such-interface.cause': (p) =>
    `Un listener est lié à l’interface ${p.name}, qui n’existe pas ou n’a pas cette adresse`,
  'doctor.said.listener.no-such-interface.fix':
    'Prenez-en une que montre ip link\u00a0; les interfaces changent de nom avec le matériel.',
  'doctor.title.listener.socket-not-made': 'Un socket unix qui ne peut pas être créé',
  'doctor.said.listener.socket-not-made.cause': (p) =>
    `Le broker ne peut pas créer le socket unix d’un listener (${p.reason})`,
  'doctor.said.listener.socket-not-made.fix':
    'Donnez-lui un chemin d’au plus 107 octets, dans un dossier où l’utilisateur du broker peut écrire.',
  'doctor.title.listener.websockets-not-open': 'Un listener websockets qui ne peut pas être ouvert',
  'doctor.said.listener.websockets-not-open.cause': (p) =>
    `Le listener websockets${p.port === '' ? '' : ` du port ${p.port}`} ne peut pas être ouvert\u00a0: son port est pris, ou il est le seul listener, ce que 2.0.11 ne sait pas faire`,
  'doctor.said.listener.websockets-not-open.fix':
    'Voyez qui tient le port avec ss -ltnp\u00a0; avec 2.0.11, ajoutez un listener mqtt sur 127.0.0.1.',
  'doctor.title.listener.local-only': 'Un broker pour cette seule machine',
  'doctor.said.listener.local-only.cause':
    'Aucun listener n’est configuré\u00a0: le broker n’écoute que sur cette machine, et y admet n’importe qui',
  'doctor.said.listener.local-only.fix':
    'Ajoutez une ligne listener et un fichier de mots de passe\u00a0; mqtt-setup install fait les deux.',
  'doctor.title.user.unknown': 'Un utilisateur qui n’existe pas',
  'doctor.said.user.unknown.cause': (p) =>
    `Le broker doit devenir ${p.user}, un utilisateur que cette machine ne connaît pas`,
  'doctor.said.user.unknown.fix': 'Retirez la ligne user\u00a0: le broker devient alors mosquitto.',
  'doctor.title.user.rights-kept': 'Les droits de root ne peuvent pas être abandonnés',
  'doctor.said.user.rights-kept.cause': (p) =>
    `Le broker a été lancé sans le droit de devenir son propre utilisateur (${p.reason})`,
  'doctor.said.user.rights-kept.fix':
    'Donnez au service ou au conteneur CAP_SETUID et CAP_SETGID, ou lancez-le sous cet utilisateur.',
  'doctor.title.pid.unwritable': 'Le fichier pid ne peut pas être écrit',
  'doctor.said.pid.unwritable.cause': 'Le broker ne peut pas écrire son fichier pid et s’arrête',
  'doctor.said.pid.unwritable.fix':
    'Créez le dossier de pid_file pour l’utilisateur du broker, ou retirez la ligne\u00a0: systemd n’en a pas besoin.',
  'doctor.title.log.unwritable': 'Le journal ne peut pas être écrit',
  'doctor.said.log.unwritable.cause': (p) => `Le broker ne peut pas écrire son journal ${p.path} et s’arrête`,
  'doctor.said.log.unwritable.fix':
    'Créez son dossier pour l’utilisateur du broker, et le fichier aussi s’il existe.',
  'doctor.title.machine.as-root': 'Le broker tourne en root',
  'doctor.said.machine.as-root.cause':
    'Le broker tourne en root\u00a0: qui s’y introduit possède toute la machine',
  'doctor.said.machine.as-root.fix': 'Retirez la ligne user root\u00a0: le broker devient alors mosquitto.',
  'doctor.title.machine.memory-limit': 'La limite de mémoire est atteinte',
  'doctor.said.machine.memory-limit.cause':
    'Le broker a coupé des clients, car il ne peut pas prendre plus de mémoire (memory_limit)',
  'doctor.said.machine.memory-limit.fix':
    'Relevez memory_limit, ou limitez ce qui est gardé\u00a0: messages retenus, files d’attente, taille des paquets.',
  'doctor.title.database.unreadable': 'La base ne peut pas être lue',
  'doctor.said.database.unreadable.cause':
    'Le broker ne peut pas lire sa base et s’arrête\u00a0: elle est tronquée, n’en est pas une, ou vient d’une autre version ou machine',
  'doctor.said.database.unreadable.fix':
    'Restaurez-la d’une sauvegarde\u00a0; à défaut, mettez-la de côté\u00a0: les messages retenus et les sessions sont alors perdus.',
  'doctor.title.database.empty': 'La base est vide',
  'doctor.said.database.empty.cause':
    'La base n’a aucun contenu\u00a0: les messages retenus et les sessions sont perdus, sans doute depuis que le disque était plein',
  'doctor.said.database.empty.fix':
    'Restaurez-la d’une sauvegarde s’il manque quelque chose\u00a0; surveillez l’espace libre.',
  'doctor.title.database.plugin-too': 'Deux gardiens pour la base',
  'doctor.said.database.plugin-too.cause':
    'persistence true et un greffon de persistance sont donnés, et le broker n’en accepte qu’un',
  'doctor.said.database.plugin-too.fix': 'Retirez la ligne persistence true, ou le greffon.',
  'doctor.title.saving.no-space': 'Pas de place pour enregistrer la base',
  'doctor.said.saving.no-space.cause':
    'Le disque est plein et le broker n’a pas pu enregistrer sa base\u00a0: ce qu’il tient sera perdu au redémarrage',
  'doctor.said.saving.no-space.fix': 'Faites de la place, puis faites-le enregistrer\u00a0: kill -USR1 PID.',
  'doctor.title.saving.not-written': 'La base ne peut pas être enregistrée',
  'doctor.said.saving.not-written.cause': (p) =>
    `Le broker ne peut pas enregistrer sa base dans ${p.path}\u00a0: ce qu’il tient sera perdu au redémarrage`,
  'doctor.said.saving.not-written.fix':
    'Donnez le dossier de persistence_location à l’utilisateur du broker, sur un disque où l’on peut écrire.',
};
