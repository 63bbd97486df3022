import type { checks as english } from '../en/checks.ts';
import type { Same } from '../messages.ts';

export const checks: Same<typeof english> = {
  'checks.group.service': 'Service',
  'checks.group.config': 'Configuration',
  'checks.group.files': 'Fichiers',
  'checks.group.sockets': 'Ports ouverts',
  'checks.group.connect': 'Connexion',
  'checks.group.auth': 'Qui peut entrer',
  'checks.group.messages': 'Messages',
  'checks.group.access': 'Droits',
  'checks.group.persistence': 'Persistance',
  'checks.group.resources': 'Ressources',

  'checks.connect-bridges.title': 'Les ponts tiennent',
  'checks.connect-bridges.pass': (p) => (p.count === 1 ? 'celui qu’il y a' : `tous les ${p.count}`),
  'checks.connect-bridges.fail': 'un pont n’atteint pas l’autre broker, ou n’y est pas admis',
  'checks.connect-bridges.fix': 'mqtt-setup logs dit ce qui est revenu\u00a0; mqtt-setup doctor l’explique',

  'checks.messages-bridges.title': 'Messages à travers les ponts',
  'checks.messages-bridges.pass': (p) =>
    p.tries === 1
      ? 'le message d’essai est sorti à l’autre bout'
      : `les ${p.tries} messages d’essai sont sortis à l’autre bout`,
  'checks.messages-bridges.fail': 'un message d’essai n’est pas sorti à l’autre bout d’un pont',
  'checks.messages-bridges.skip': 'l’autre broker ne nous laisse pas regarder, rien n’est donc prouvé',
  'checks.messages-bridges.fix':
    'voyez ce qui est refusé\u00a0: mqtt-setup logs, et les droits du compte que le pont a chez l’autre broker',

  'checks.group.tls': 'TLS',
  'checks.tls.unproven': 'aucun listener n’a répondu en TLS, rien n’est donc prouvé',
  'checks.auth.certificates': 'chaque listener reconnaît ses clients à leur certificat',
  'checks.tls-certificate.title': 'Le bon certificat est présenté',
  'checks.tls-certificate.pass': (p) =>
    p.count === 1 ? 'par le listener en TLS' : `par les ${p.count} listeners en TLS`,
  'checks.tls-certificate.fail':
    'un autre certificat que le bon est présenté, ou un que les clients refusent',
  'checks.tls-certificate.unknown': 'signé par une autorité que tous les clients ne connaissent pas d’avance',
  'checks.tls-certificate.fix':
    'mqtt-setup tls status montre ce qui est sur le disque\u00a0; mqtt-setup tls renew remet tout en ordre',
  'checks.tls-expiry.title': 'Les certificats sont valables',
  'checks.tls-expiry.pass': (p) => `encore ${p.days} jours`,
  'checks.tls-expiry.fail': 'un certificat a expiré, n’est pas encore valable, ou expire trop tôt',
  'checks.tls-expiry.soon': (p) => `encore ${p.days} jours seulement`,
  'checks.tls-expiry.fix':
    'mqtt-setup tls renew\u00a0; si un autre programme obtient le certificat, voyez pourquoi il ne l’a pas fait',
  'checks.tls-protocols.title': 'Les vieilles versions et les chiffrements faibles sont refusés',
  'checks.tls-protocols.pass': 'TLS 1.2 et 1.3 seulement, avec confidentialité persistante',
  'checks.tls-protocols.fail': 'des versions de TLS cassées depuis des années sont acceptées',
  'checks.tls-protocols.weak': 'des chiffrements que plus personne ne devrait employer sont acceptés',
  'checks.tls-protocols.fix':
    'tls_version tlsv1.2 et une liste de chiffrements dans mosquitto.conf\u00a0; «\u00a0tls:\u00a0» dans broker.yaml écrit les deux',
  'checks.tls-devices.title': 'De petits appareils pourraient se connecter',
  'checks.tls-devices.pass': 'Tasmota sur ESP8266, et tout ESP32',
  'checks.tls-devices.some': 'pas tous\u00a0: voir ci-dessous',
  'checks.tls-devices.fix':
    'une clé RSA de 2048 bits et TLS 1.2\u00a0: les réglages par défaut de mqtt-setup',
  'checks.tls-clients.title': 'Personne n’entre sans certificat là où il en faut un',
  'checks.tls-clients.pass': 'refusé',
  'checks.tls-clients.fail': 'un client sans certificat est entré',
  'checks.tls-clients.fix': 'mqtt-setup restart\u00a0; si cela persiste, mqtt-setup doctor',

  'checks.report.summary': (p) =>
    `${p.passed} réussie${s(p.passed)}, ${p.failed} échouée${s(p.failed)}, ${p.warned === 0 ? '' : `${p.warned} avec avertissement, `}${p.skipped} omise${s(p.skipped)}, en ${p.milliseconds}\u00a0ms`,
  'checks.report.elsewhere': (p) =>
    `${p.count === 1 ? 'Une vérification demande' : `${p.count} vérifications demandent`} d’être sur la machine du broker\u00a0: mqtt-setup verify là-bas, sans -h ni -L`,

  'checks.run.needs-machine':
    'demande de voir la machine elle-même\u00a0; ce broker est regardé de l’extérieur',
  'checks.run.needs-spec': 'demande la spécification, et il n’y en a pas',
  'checks.run.needs-broker': 'aucune adresse du broker n’est connue',
  'checks.run.needs-login': 'demande un compte, et aucun mot de passe n’est connu ici',
  'checks.run.needs-probe':
    'demande le compte de sonde, dont les droits sont connus\u00a0; un autre compte est utilisé',
  'checks.run.needs-deep':
    'seulement avec --deep\u00a0: elle redémarre le broker, et tout le monde est déconnecté',
  'checks.run.unwell':
    'laissée de côté\u00a0: d’autres vérifications ont échoué, et dans cet état le broker pourrait ne pas revenir d’un redémarrage',
  'checks.run.crashed': (p) => `la vérification elle-même a échoué\u00a0: ${p.error}`,
  'checks.run.unknown': (p) => `aucune vérification et aucun groupe ne s’appelle ${p.name}`,
  'checks.run.known': (p) => `il existe\u00a0: ${p.names}`,

  'checks.wire.lost': (p) => `le broker n’a pas répondu comme il devrait\u00a0: ${p.seen}`,

  'checks.service-active.title': 'Le broker tourne',
  'checks.service-active.pass': (p) => `processus ${p.pid}`,
  'checks.service-active.fail': 'il ne tourne pas',
  'checks.service-active.fix':
    'mqtt-setup start\u00a0; s’il s’arrête de nouveau, mqtt-setup logs dit pourquoi',

  'checks.service-enabled.title': 'Le broker démarre avec la machine',
  'checks.service-enabled.pass': 'activé',
  'checks.service-enabled.no-init':
    'rien ne démarre de services sur cette machine\u00a0: démarrez le broker avec mqtt-setup start',
  'checks.service-enabled.masked': 'le service est masqué\u00a0: il ne peut pas démarrer',
  'checks.service-enabled.unmask': 'systemctl unmask mosquitto, puis mqtt-setup apply',
  'checks.service-enabled.fail': 'il n’est pas activé\u00a0: après un redémarrage il ne serait plus là',
  'checks.service-enabled.fix': 'mqtt-setup apply',

  'checks.service-loaded.title': 'La configuration en cours est celle du disque',
  'checks.service-loaded.pass': 'aucun fichier n’a changé depuis que le broker l’a lu',
  'checks.service-loaded.stopped': 'le broker ne tourne pas',
  'checks.service-loaded.fail': 'des fichiers ont changé après que le broker les a lus',
  'checks.service-loaded.fix':
    'mqtt-setup plan montre la différence\u00a0; mqtt-setup restart fait relire les fichiers au broker',

  'checks.service-restarts.title': 'Le broker n’a pas dû être relancé',
  'checks.service-restarts.uncounted': 'rien ne compte les relances ici\u00a0: il n’y a pas de systemd',
  'checks.service-restarts.pass': 'pas une fois',
  'checks.service-restarts.warn': (p) =>
    p.times === 1
      ? 'il s’est arrêté de lui-même une fois, et tourne depuis'
      : `il s’est arrêté de lui-même ${p.times} fois, et tourne depuis`,
  'checks.service-restarts.fail': (p) =>
    p.times === 1
      ? 'il vient de s’arrêter de lui-même'
      : `il s’est arrêté de lui-même ${p.times} fois, la dernière à l’instant`,
  'checks.service-restarts.fix': 'mqtt-setup logs dit pourquoi\u00a0; la mémoire a pu manquer',

  'checks.service-survives.title': 'Le broker revient après un redémarrage',
  'checks.service-survives.pass': (p) => `il revient, processus ${p.pid}, et répond là où il répondait`,
  'checks.service-survives.down': 'le broker n’est pas revenu après le redémarrage',
  'checks.service-survives.fail': 'après le redémarrage il ne répond pas là où il répondait',
  'checks.service-survives.fix':
    'mqtt-setup doctor nomme la cause\u00a0; mqtt-setup apply remet ce qui est déclaré',

  'checks.persistence.default': 'rien n’est gardé\u00a0: aucun fichier ne dit «\u00a0persistence true\u00a0»',
  'checks.persistence.off': (p) => `rien n’est gardé\u00a0: désactivé par ${p.place}`,
  'checks.persistence.not-ours':
    'seuls root, ou celui à qui est le broker, peuvent lui demander d’enregistrer',
  'checks.persistence.unread': 'pas prouvé\u00a0: la base de données ne peut être lue',
  'checks.persistence-saved.title': 'Ce qui doit être gardé arrive sur le disque',
  'checks.persistence-saved.pass': (p) => `enregistré dans ${p.path}`,
  'checks.persistence-saved.fail':
    'le broker n’enregistre pas\u00a0: ce qu’il devrait garder sera perdu au prochain redémarrage',
  'checks.persistence-saved.fix':
    'le dossier doit appartenir à l’utilisateur du broker (mosquitto), sur un système de fichiers avec de la place\u00a0; mqtt-setup logs dit ce qu’il n’a pas pu faire',
  'checks.persistence-restart.title': 'Ce qui est gardé est là après un redémarrage',
  'checks.persistence-restart.pass': 'un message retenu, et un autre pour un client absent',
  'checks.persistence-restart.fail': 'le redémarrage a perdu ce qui devait y survivre',
  'checks.persistence-restart.fix':
    'mqtt-setup logs montre si la base a été écrite et lue\u00a0; elle doit appartenir à l’utilisateur du broker (mosquitto)',

  'checks.resources-descriptors.title': 'Il y a des descripteurs de fichier pour tous les clients',
  'checks.resources-descriptors.unknown': 'la limite du processus du broker ne peut être lue',
  'checks.resources-descriptors.pass': (p) => `assez pour environ ${p.room} clients`,
  'checks.resources-descriptors.full': (p) =>
    `${p.used} sur ${p.limit} sont pris\u00a0: bientôt plus personne n’entrera`,
  'checks.resources-descriptors.few': (p) =>
    `${p.clients} clients sont admis, mais le processus ne peut ouvrir que ${p.limit} fichiers`,
  'checks.resources-descriptors.fix':
    'systemctl edit mosquitto\u00a0: sous [Service], écrivez LimitNOFILE= avec ce nombre et un peu plus, puis mqtt-setup restart',
  'checks.resources-space.title': 'Il y a de la place pour les données du broker',
  'checks.resources-space.unknown': 'l’espace libre ne peut être vu',
  'checks.resources-space.pass': (p) => `${p.free} Mio libres`,
  'checks.resources-space.fail': (p) =>
    `${p.free} Mio libres, et il en faut ${p.needed} pour les réécrire\u00a0: ce qui devait survivre à un redémarrage sera perdu`,
  'checks.resources-space.fix':
    'libérez de l’espace sur ce système de fichiers (journalctl --vacuum-size=100M, apt-get clean)',
  'checks.resources-clock.title': 'L’horloge n’est pas en retard',
  'checks.resources-clock.pass': (p) => p.clock,
  'checks.resources-clock.fail': (p) => `elle dit ${p.clock}, mais des fichiers ont été écrits plus tard`,
  'checks.resources-clock.fix':
    'timedatectl set-ntp true (Debian\u00a0: apt-get install systemd-timesyncd), puis vérifiez de nouveau',

  'checks.config-anonymous.title': 'La configuration ferme le broker aux clients anonymes',
  'checks.config-anonymous.pass': (p) => `fermé par ${p.place}`,
  'checks.config-anonymous.declared':
    'Les fichiers admettent les clients sans nom là où broker.yaml le dit, et nulle part ailleurs.',
  'checks.config-anonymous.default': 'fermé\u00a0: c’est le défaut dès qu’un listener est déclaré',
  'checks.config-anonymous.fail': (p) => `ouvert par ${p.place}`,
  'checks.config-anonymous.implied':
    'ouvert\u00a0: aucun listener n’est déclaré, et alors tout le monde sur cette machine peut se connecter',
  'checks.config-anonymous.fix': 'retirez cette ligne, puis mqtt-setup restart',

  'checks.config-override.title': 'Aucun autre fichier ne remplace les réglages du nôtre',
  'checks.config-override.pass': (p) => `${p.files} fichier${s(p.files)} lu${s(p.files)}`,
  'checks.config-override.fail': 'd’autres fichiers changent ce que le nôtre règle',
  'checks.config-override.fix':
    'retirez ces lignes (ou mettez ce qu’il vous faut dans la spécification), puis mqtt-setup restart',

  'checks.files.unreadable': 'pas prouvé\u00a0: certains fichiers ne peuvent pas être lus sans être root',
  'checks.files-mode.title': 'Les fichiers appartiennent à qui ils doivent',
  'checks.files-mode.pass': 'propriétaires et droits sont justes, personne d’autre ne lit de secret',
  'checks.files-mode.fail': 'des propriétaires ou des droits sont faux',
  'checks.files-mode.fix': 'mqtt-setup apply',
  'checks.files-written.title': 'Les fichiers sont tels que mqtt-setup les a écrits',
  'checks.files-written.pass': (p) => `${p.files} fichier${s(p.files)}`,
  'checks.files-written.nothing': 'mqtt-setup n’a noté l’écriture d’aucun fichier ici',
  'checks.files-written.fail': 'des fichiers ont été changés par quelqu’un d’autre',
  'checks.files-written.fix': 'mqtt-setup plan montre ce qu’apply remettrait en place',

  'checks.sockets-declared.title': 'Les ports ouverts sont exactement ceux qui sont déclarés',
  'checks.sockets-declared.pass': (p) => p.sockets,
  'checks.sockets-declared.blind': 'quel processus tient quel port ne se voit pas sans être root',
  'checks.sockets-declared.fail': 'ports ouverts et listeners déclarés diffèrent',
  'checks.sockets-declared.fix':
    'mqtt-setup plan, puis mqtt-setup restart\u00a0; un port tenu par un autre processus doit d’abord être libéré',

  'checks.connect-reach.title': 'Chaque adresse répond',
  'checks.connect-reach.pass': (p) =>
    `${p.tries} connexion${s(p.tries)} sur ${p.tries} acceptée${s(p.tries)}`,
  'checks.connect-reach.answers': (p) =>
    `${p.tries} réponse${s(p.tries)} à ${p.tries} connexion${s(p.tries)}`,
  'checks.connect-reach.one-version': (p) =>
    `chaque connexion acceptée\u00a0; ce broker ne parle pas MQTT ${p.version}`,
  'checks.connect-reach.fail': 'toutes les adresses ne laissent pas entrer un compte connu',
  'checks.connect-reach.fix':
    'ECONNREFUSED\u00a0: rien n’écoute là\u00a0; ETIMEDOUT\u00a0: un pare-feu est en travers\u00a0; ETLS, EHTTP, ENOTMQTT\u00a0: autre chose écoute là\u00a0; 4, 5, 0x86, 0x87\u00a0: le nom ou le mot de passe est faux',

  'checks.auth.pass': (p) => `refusé ${p.tries} fois sur ${p.tries}`,
  'checks.auth.unproven': 'pas prouvé\u00a0: certaines adresses n’ont donné aucune réponse qui le dise',
  'checks.auth.nameless': 'aucun compte n’est connu pour l’essayer',
  'checks.auth.fix':
    'mqtt-setup apply écrit allow_anonymous false et le fichier des mots de passe\u00a0; si config.anonymous ou config.override échoue, commencez par là',
  'checks.auth-anonymous.title': 'Les clients sans nom n’entrent que là où c’est déclaré',
  'checks.auth-anonymous.declared':
    'Les clients sans nom sont admis là où broker.yaml le dit, et nulle part ailleurs.',
  'checks.auth-anonymous.closed': 'Les clients sans nom sont refusés, alors que broker.yaml les admet.',
  'checks.auth-anonymous.closedFix':
    'Lancez mqtt-setup apply, ou retirez «\u00a0anonymous\u00a0» de broker.yaml si personne ne doit entrer sans nom.',
  'checks.auth-anonymous.fail': 'n’importe qui peut se connecter sans nom',
  'checks.auth-wrong-password.title': 'Un mauvais mot de passe est refusé',
  'checks.auth-wrong-password.fail': 'un mauvais mot de passe est accepté',
  'checks.auth-unknown-user.title': 'Un utilisateur inconnu est refusé',
  'checks.auth-unknown-user.fail': 'un utilisateur qui n’existe pas est accepté',
  'checks.auth-empty-password.title': 'Un mot de passe vide est refusé',
  'checks.auth-empty-password.fail': 'un mot de passe vide est accepté',

  'checks.messages.unproven': 'pas prouvé\u00a0: aucun message n’a pu être essayé partout',
  'checks.messages.fix':
    'mqtt-setup logs\u00a0; une ACL, max_qos ou retain_available dans un autre fichier peut en être la cause',
  'checks.messages-qos.title': (p) => `Un message de QoS ${p.qos} arrive`,
  'checks.messages-qos.limited': (p) =>
    `Tous les listeners sont limités à une QoS inférieure à ${p.qos}, comme le dit broker.yaml.`,
  'checks.messages-qos.less': (p) => `ce broker ne sert pas la QoS ${p.qos}, et le dit`,
  'checks.messages-qos.pass': (p) => `envoyé et reçu ${p.tries} fois sur ${p.tries}`,
  'checks.messages-qos.fail': (p) => `un message de QoS ${p.qos} n’est pas revenu tel qu’il était parti`,
  'checks.messages-retained.title': 'Un message retenu est gardé, et peut être effacé',
  'checks.messages-retained.off': 'les messages retenus sont désactivés dans broker.yaml (limits.retained)',
  'checks.messages-retained.pass': (p) => `gardé et effacé ${p.tries} fois sur ${p.tries}`,
  'checks.messages-retained.fail': 'les messages retenus ne fonctionnent pas',
  'checks.messages-will.title': 'Le testament (will) d’un client coupé est envoyé',
  'checks.messages-will.pass': (p) => `envoyé ${p.tries} fois sur ${p.tries}`,
  'checks.messages-will.fail': 'personne n’est prévenu quand un client est coupé',
  'checks.messages-session.title': 'Un client absent reçoit ce qui est venu entre-temps',
  'checks.messages-session.pass': (p) => `reçu ${p.tries} fois sur ${p.tries}`,
  'checks.messages-session.fail': 'les sessions ne sont pas gardées pendant l’absence d’un client',
  'checks.messages-session.fix':
    'mqtt-setup logs\u00a0; max_queued_messages, une limite de file ou une ACL dans un autre fichier peut en être la cause',
  'checks.messages-properties.title': 'Ce qu’un message MQTT 5 porte arrive avec lui',
  'checks.messages-properties.no-version': 'MQTT 5 n’y est pas admis',
  'checks.messages-properties.pass': (p) => `tel qu’envoyé, ${p.tries} fois sur ${p.tries}`,
  'checks.messages-properties.fail': 'des propriétés d’un message sont perdues ou changées en route',
  'checks.messages-large.title': 'La taille maximale des paquets est respectée',
  'checks.messages-large.high': (p) =>
    `la limite de ${p.limit} octets est trop haute pour être essayée sans dommage`,
  'checks.messages-large.websockets': 'cette version du broker n’impose pas la limite aux websockets',
  'checks.messages-large.pass': (p) => `${p.limit} octets sont acceptés, un de plus est refusé`,
  'checks.messages-large.fail': (p) => `le broker ne s’en tient pas aux ${p.limit} octets déclarés`,
  'checks.messages-large.fix':
    'mqtt-setup restart\u00a0: une limite modifiée vaut au démarrage suivant\u00a0; cherchez max_packet_size et message_size_limit dans les autres fichiers',

  'checks.access.unproven': 'pas prouvé\u00a0: le compte de sonde n’a pas pu l’essayer partout',
  'checks.access.fix':
    'mqtt-setup apply écrit le fichier des ACL et redémarre\u00a0; cherchez acl_file dans les autres fichiers',
  'checks.access-write.title': 'Ce qui ne peut être écrit n’est pas livré',
  'checks.access-write.pass': (p) => `refusé ${p.tries} fois sur ${p.tries}`,
  'checks.access-write.fail': 'un compte peut écrire là où il n’en a pas le droit',
  'checks.access-tests.title': 'Les tests d’accès de broker.yaml sont vrais',
  'checks.access-tests.none': 'broker.yaml n’a pas de tests d’accès (clé «\u00a0tests\u00a0»)',
  'checks.access-tests.declared': (p) =>
    `ce qui est déclaré ne passe pas ${p.count === 1 ? 'un test d’accès' : `${p.count} tests d’accès`}`,
  'checks.access-tests.disagree': (p) =>
    `le broker fait autre chose que ce qui est déclaré, dans ${p.count === 1 ? 'un test d’accès' : `${p.count} tests d’accès`}`,
  'checks.access-tests.pass': (p) => `${p.count} sont vrais, dont ${p.asked} demandés au broker`,
  'checks.access-read.title': 'Ce qui ne peut être lu n’arrive pas',
  'checks.access-read.pass': (p) => `retenu ${p.tries} fois sur ${p.tries}`,
  'checks.access-read.fail': 'un compte peut lire ce qu’il n’a pas le droit de lire',
};

/** French plural: 0 and 1 are singular. */
function s(count: number): string {
  return count > 1 ? 's' : '';
}
