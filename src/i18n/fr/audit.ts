import type { audit as english } from '../en/audit.ts';
import type { Same } from '../messages.ts';

export const audit: Same<typeof english> = {
  'audit.option': (p) => `--${p.name} ne connaît pas ${p.value}\u00a0; il connaît ${p.known}`,
  'audit.fixHere': '--fix répare sur la machine même\u00a0: lancez-le sur place, sans -h',
  'audit.noBroker': 'il n’y a ici ni broker ni configuration d’un broker\u00a0: rien à examiner',
  'audit.noBrokerFix': (p) => p.command,
  'audit.policy.json': 'la politique n’est pas du JSON',
  'audit.policy.shape': (p) =>
    `la politique n’a pas la bonne forme en ${p.key}\u00a0: audit --make-policy en écrit une`,
  'audit.policy.unknown': (p) => `la politique fixe ${p.id}, qui n’est pas une règle de cette version`,
  'audit.policy.unreadable': (p) => `la politique est illisible (${p.errno})`,
  'audit.policy.title': 'La politique n’est pas tenue',
  'audit.policy.score': (p) => `la note est ${p.score}, et devrait être d’au moins ${p.least}`,
  'audit.policy.found': (p) => `${p.rule}\u00a0: rien ne devrait être trouvé, et quelque chose l’est`,
  'audit.policy.unseen': (p) => `${p.rule}\u00a0: n’a pu être vu, on n’en sait donc rien`,
  'audit.score': 'Note',
  'audit.nothing': 'Rien trouvé.',
  'audit.looked': (p) =>
    `${p.passed} règles n’ont rien trouvé\u00a0; correctifs connus au ${p.date}. Chaque sorte de constat coûte 50, 15, 5 ou 1 points selon qu’elle est critique, élevée, moyenne ou faible.`,
  'audit.severity.critical': 'critique',
  'audit.severity.high': 'élevée',
  'audit.severity.medium': 'moyenne',
  'audit.severity.low': 'faible',
  'audit.column.severity': 'gravité',
  'audit.column.rule': 'règle',
  'audit.column.finding': 'constat',
  'audit.column.evidence': 'preuve',
  'audit.column.fix': 'remède',
  'audit.unseen.head': 'Non vu\u00a0:',
  'audit.unseen.line': (p) => `${p.title}\u00a0: ${p.reason}`,
  'audit.unseen.stopped': 'le broker ne tourne pas, ou ne peut être examiné',
  'audit.unseen.unanswered': 'un écouteur n’a pas répondu',
  'audit.unseen.closed': 'seul root peut y regarder',
  'audit.unseen.noSystemd': 'systemd ne le dit pas',
  'audit.unseen.release': (p) =>
    `la table des paquets corrigés (${p.date}) n’a pas de ligne pour cette version, ou le broker n’est pas un paquet`,

  'audit.access.nobody-let-in.title': 'N’importe qui entre sans nom',
  'audit.access.nobody-let-in.why':
    'Les scanners trouvent un broker ouvert en quelques heures\u00a0; qui s’y connecte lit ce qui se publie et commande ce qui écoute.',
  'audit.access.nobody-let-in.found': (p) => `${p.door} a laissé entrer un client sans nom ni mot de passe`,
  'audit.access.nobody-let-in.here': (p) =>
    `${p.door} a laissé entrer un client sans nom ni mot de passe\u00a0; seuls les programmes de cette machine l’atteignent`,
  'audit.access.nobody-let-in.fix': 'Écrire allow_anonymous false et donner un compte à chaque client.',
  'audit.access.any-password.title': 'N’importe quel nom et mot de passe suffit',
  'audit.access.any-password.why': 'Ce qu’un client dit être ne vaut alors rien, et ses droits non plus.',
  'audit.access.any-password.found': (p) => `${p.door} a laissé entrer un utilisateur inventé`,
  'audit.access.any-password.fix': 'Donner un password_file à cet écouteur (listener).',
  'audit.access.plaintext.title': 'Mots de passe et messages passent en clair sur le réseau',
  'audit.access.plaintext.why':
    'Qui se trouve sur le chemin, dans le même Wi-Fi par exemple, lit le mot de passe et devient ce client.',
  'audit.access.plaintext.found': (p) => `${p.door} est atteint de l’extérieur sans TLS`,
  'audit.access.plaintext.fix':
    'Lui donner un certificat (certfile, keyfile), ou le lier à 127.0.0.1 et l’atteindre par un VPN.',
  'audit.access.no-rules.title': 'Chaque client peut tout lire et tout écrire',
  'audit.access.no-rules.why':
    'Un seul mot de passe perdu, celui de la moindre sonde, est alors celui de tout.',
  'audit.access.no-rules.found': (p) => `aucun acl_file ne vaut pour ${p.doors}`,
  'audit.access.no-rules.fix': 'Lui donner un acl_file où chaque compte a ce qu’il lui faut.',
  'audit.access.all-topics.title': 'Plus de droits que nécessaire',
  'audit.access.all-topics.why': 'Un tel compte peut contrefaire ce que disent tous les autres.',
  'audit.access.all-topics.everybody': 'tout le monde peut écrire dans tous les topics',
  'audit.access.all-topics.found': (p) => `${p.user} peut écrire dans tous les topics`,
  'audit.access.all-topics.fix': 'Nommer les topics qu’il lui faut au lieu de #.',

  'audit.limits.packets.title': 'Des paquets de toute taille sont acceptés',
  'audit.limits.packets.why':
    'Un seul client peut remplir la mémoire de la machine\u00a0: avant 2.1, un paquet peut peser 256 Mo.',
  'audit.limits.packets.found': 'max_packet_size n’est pas fixé, ou vaut 0',
  'audit.limits.packets.fix': 'Fixer max_packet_size, à 2000000 par exemple.',
  'audit.limits.sessions.title': 'Les sessions sont gardées pour toujours',
  'audit.limits.sessions.why':
    'Ce qui attend des clients qui ne reviennent pas prend mémoire et disque, et un inconnu peut en laisser des milliers.',
  'audit.limits.sessions.found': 'persistent_client_expiration n’est pas fixé',
  'audit.limits.sessions.fix': 'Fixer persistent_client_expiration, à 14d par exemple.',
  'audit.log.errors.title': 'Les erreurs ne sont pas journalisées',
  'audit.log.errors.why': 'Connexions refusées et fichiers illisibles ne laissent alors aucune trace.',
  'audit.log.errors.found': 'log_type laisse de côté les erreurs',
  'audit.log.errors.fix': 'Ajouter log_type error, ou retirer les lignes log_type.',

  'audit.service.root.title': 'Le broker tourne en root',
  'audit.service.root.why': 'Qui s’empare de lui s’empare de la machine.',
  'audit.service.root.found': 'le processus du broker a l’identifiant d’utilisateur 0',
  'audit.service.root.fix': 'Retirer user root de la configuration.',
  'audit.service.exposure.title': 'Le broker tourne sans cage',
  'audit.service.exposure.why':
    'Qui s’empare d’un tel broker peut lire la plupart des fichiers de la machine et faire tout appel système.',
  'audit.service.exposure.found': (p) => `systemd note l’exposition de l’unité ${p.exposure} sur 10`,
  'audit.service.exposure.fix': 'Laisser mqtt-setup l’y mettre (sandbox), ou durcir l’unité par un drop-in.',
  'audit.service.changed.title': 'Le broker tourne avec autre chose que ce que disent ses fichiers',
  'audit.service.changed.why':
    'Ce que vous lisez n’est pas en vigueur, et le prochain redémarrage peut échouer.',
  'audit.service.changed.found': (p) => `modifié depuis le démarrage du broker\u00a0: ${p.files}`,
  'audit.service.changed.fix': 'Vérifier les fichiers, puis redémarrer le broker.',
  'audit.files.copies.title': 'Une copie des mots de passe est ouverte à tous',
  'audit.files.copies.why': 'Des empreintes s’essaient chez soi, un million de fois par seconde.',
  'audit.files.copies.found': (p) =>
    `${p.path} contient des empreintes, et tout le monde sur la machine peut le lire (mode ${p.mode})`,
  'audit.files.copies.fix': 'Le supprimer, ou le fermer par chmod 600.',
  'audit.files.waiting.title': 'Une configuration plus récente du paquet attend d’être lue',
  'audit.files.waiting.why': 'Elle peut contenir de meilleurs réglages que le fichier qui a été gardé.',
  'audit.files.waiting.found': (p) => `laissé par une mise à jour\u00a0: ${p.files}`,
  'audit.files.waiting.fix': 'Le comparer au fichier voisin, reprendre ce qui est bon, puis le supprimer.',
  'audit.files.repository.title': '/etc est sous gestion de versions',
  'audit.files.repository.why':
    'Empreintes et clés entrent dans son historique, et partout où il est poussé.',
  'audit.files.repository.found': (p) => `${p.path} est là`,
  'audit.files.repository.fix': 'Nommer les fichiers de mots de passe et les clés dans /etc/.gitignore.',
  'audit.package.fixes.title': 'Il manque au paquet des correctifs connus',
  'audit.package.fixes.why':
    'Certains permettent à un client qui n’est pas même connecté d’arrêter le broker.',
  'audit.package.fixes.found': (p) =>
    `mosquitto ${p.installed} est installé\u00a0; ${p.needed} a tous les correctifs connus au ${p.date}`,
  'audit.package.fixes.fix': 'Mettre le paquet à jour.',
  'audit.upgrade.blocked.title': 'Un broker plus récent ne démarrerait pas avec ces fichiers',
  'audit.upgrade.blocked.why':
    'Qui ne peut pas mettre à jour reste sans les correctifs des versions plus récentes.',
  'audit.upgrade.blocked.found': (p) =>
    p.count === 1
      ? `une ligne serait refusée par ${p.version}`
      : `${p.count} lignes seraient refusées par ${p.version}`,
  'audit.upgrade.blocked.fix': 'mqtt-setup check nomme chacune avec son remède.',
  'audit.outside.nobody': (p) => `personne ne répond en ${p.door} comme le fait un broker (${p.error})`,
  'audit.outside.machine': 'Tout ce qui est sur la machine même',
  'audit.outside.machineReason': 'ce broker est vu de l’extérieur\u00a0; lancez mqtt-setup audit sur place',
  'audit.outside.plaintext-beside.title': 'Le même broker est aussi ouvert en clair',
  'audit.outside.plaintext-beside.found': 'le port 1883 du même hôte répond sans TLS',
  'audit.outside.plaintext-beside.fix': 'Liez ce listener à 127.0.0.1, ou fermez le port dans le pare-feu.',
  'audit.outside.tls-certificate.why':
    'Les clients qui le vérifient refusent de se connecter\u00a0; les autres parlent peut-être à n’importe qui.',
  'audit.outside.tls-certificate.fix':
    'Présentez un certificat pour le nom que les clients appellent, avec sa chaîne, d’une autorité qu’ils connaissent.',
  'audit.outside.tls-expiry.why': 'Ce jour-là, tout client qui le vérifie s’arrête.',
  'audit.outside.tls-expiry.fix': 'Renouvelez-le, et veillez à ce qu’il se renouvelle de lui-même.',
  'audit.outside.tls-protocols.why':
    'Les vieilles versions et chiffrements ont des failles connues\u00a0; qui est sur le chemin peut les demander.',
  'audit.outside.tls-protocols.fix':
    'Mettez tls_version tlsv1.2 et des chiffrements avec ECDHE et AES-GCM ou ChaCha20.',
  'audit.outside.guessing.title': 'On peut deviner les mots de passe aussi vite que le broker répond',
  'audit.outside.guessing.why':
    'Mosquitto ne compte ni ne ralentit les échecs\u00a0: un mot de passe court finit par être trouvé.',
  'audit.outside.guessing.found': (p) => `${p.tries} échecs de suite ont reçu réponse aussitôt`,
  'audit.outside.guessing.fix':
    'De longs mots de passe, ou des certificats\u00a0; fail2ban ou le pare-feu contre qui essaie sans cesse.',
  'audit.outside.banner.title': 'Il dit sa version aux inconnus',
  'audit.outside.banner.why': 'Qui cherche un broker à faille connue n’a même pas à essayer.',
  'audit.outside.banner.found': '$SYS/broker/version est lisible par n’importe qui',
  'audit.outside.banner.fix': 'Ne laissez entrer personne sans nom, ou fermez $SYS à qui n’en a pas.',
  'audit.tls.authority-key.title': 'La clé de l’autorité est en clair sur la machine du broker',
  'audit.tls.authority-key.why':
    'Qui devient root ici peut signer des certificats pour tout client, et pour un autre broker.',
  'audit.tls.authority-key.found': (p) => `${p.path} ne demande pas de phrase secrète`,
  'audit.tls.authority-key.fix':
    'Mettez-la en lieu sûr entre deux renouvellements, ou faites l’autorité avec --ca-passphrase-file\u00a0; rien ne se renouvelle alors de soi-même.',
};
