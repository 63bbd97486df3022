import type { explain as english } from '../en/explain.ts';
import type { Same } from '../messages.ts';

export const explain: Same<typeof english> = {
  'explain.command':
    'Ce que signifie un mot : une option de mosquitto dans cette version ou de mqtt-setup, un code de sortie, une erreur, un contrôle.',
  'explain.arg':
    'une option de mosquitto.conf ou de mqtt-setup, un code de sortie, un code d’erreur, l’identifiant d’un contrôle ; rien : une liste',
  'explain.option.version': 'comme dans cette version de mosquitto (par défaut : celle de cette machine)',
  'explain.badVersion': (p) => `une version de mosquitto ressemble à 2.0.11, pas à ${p.value}`,
  'explain.unknown': (p) => `rien ne s’appelle ${p.word} : ni option, ni code, ni contrôle`,
  'explain.unknownCode': (p) => `mqtt-setup ne se termine jamais avec ${p.code}`,
  'explain.seeList': 'mqtt-setup explain (sans mot) montre les options de mosquitto.conf.',

  'explain.in': (p) => `mosquitto ${p.version}`,
  'explain.versionUnknown': 'version de mosquitto inconnue : comme dans 2.0.11',
  'explain.notYet': (p) =>
    `${p.version} ne la connaît pas encore (depuis ${p.since}) : il ne démarrerait pas.`,
  'explain.gone': (p) => `${p.version} ne la connaît plus (supprimée dans ${p.removed}) : il ne démarre pas.`,
  'explain.beware': 'Attention',
  'explain.security': 'Sécurité',
  'explain.value': 'Valeur',
  'explain.default': 'Par défaut',
  'explain.place': 'Place',
  'explain.since': 'Depuis',
  'explain.deprecated': 'Dépréciée',
  'explain.change': 'Changement',
  'explain.contents': 'Contenu',
  'explain.twice': 'Répétée',
  'explain.sameAs': 'Identique à',
  'explain.ours': 'Ici',

  'explain.none': 'non donnée',
  'explain.defaultFrom': (p) => `à partir de ${p.since} : ${p.value}`,
  'explain.oldest': '1.4 ou avant',
  'explain.instead': (p) => `depuis ${p.since} ; utilisez ${p.by} à la place`,
  'explain.noInstead': (p) => `depuis ${p.since} ; rien ne la remplace`,

  'explain.type.bool': 'true ou false',
  'explain.type.int': 'un nombre entier',
  'explain.type.text': 'un texte, jusqu’à la fin de la ligne',
  'explain.type.path.file': 'chemin d’un fichier',
  'explain.type.path.folder': 'chemin d’un dossier',
  'explain.type.path.plugin': 'chemin d’un plugin (.so)',
  'explain.type.words': (p) => `un mot parmi ${p.words}`,
  'explain.type.log-dest': (p) => `un mot parmi ${p.words}, ou file et un chemin`,
  'explain.type.ints': 'des nombres entiers, séparés par des espaces',
  'explain.type.duration': (p) => `un nombre entier et une des lettres ${p.units}`,
  'explain.type.listener':
    'un port, puis éventuellement une adresse ou un nom ; ou 0 et le chemin d’une socket',
  'explain.type.hosts': 'des noms ou adresses, chacun éventuellement suivi de :port',
  'explain.type.bridge-topic': 'filtre [out|in|both [QoS [préfixe local [préfixe distant]]]]',
  'explain.type.name-and-path': 'un nom, et le chemin d’un plugin (.so)',
  'explain.type.name': 'un mot',
  'explain.type.plugin-value': 'ce que le plugin accepte',
  'explain.type.ignored': 'n’est pas regardée',
  'explain.range': (p) => `de ${p.min} à ${p.max}`,
  'explain.atLeast': (p) => `au moins ${p.min}`,
  'explain.atMost': (p) => `au plus ${p.max}`,
  'explain.maxBytes': (p) => `au plus ${p.count} octets`,
  'explain.unit.bytes': 'octets',
  'explain.unit.seconds': 'secondes',
  'explain.unit.minutes': 'minutes',
  'explain.unit.milliseconds': 'millisecondes',
  'explain.unit.messages': 'messages',
  'explain.unit.clients': 'clients',

  'explain.scope.broker': 'tout le broker',
  'explain.scope.security':
    'tout le broker ; sous un listener, avec per_listener_settings true, celui-là seulement',
  'explain.scope.listener': 'sous le listener concerné, dans le même fichier',
  'explain.scope.default-listener': 'le listener que le broker crée de lui-même',
  'explain.scope.bridge': 'sous le connection concerné, dans le même fichier',
  'explain.scope.plugin': 'sous le plugin concerné, dans le même fichier',
  'explain.again.wins': 'la dernière ligne l’emporte',
  'explain.again.adds': 'chaque ligne compte',
  'explain.again.fatal': 'le broker ne démarre pas, même si les lignes sont dans deux fichiers',
  'explain.again.true-stays': 'une fois true, elle le reste',
  'explain.effect.reload': 'un rechargement suffit',
  'explain.effect.restart': 'demande un redémarrage',
  'explain.effect.reset': 'demande un redémarrage ; chaque rechargement la remet à sa valeur par défaut',

  'explain.notOurs': 'mqtt-setup ne la donne pas.',
  'explain.sets.allow_anonymous':
    'false, pour que chaque client dise qui il est ; true seulement si broker.yaml dit « anonymous ».',
  'explain.sets.plugin':
    'dès la 2.1 : les greffons du paquet, qui lisent nos fichiers de mots de passe et de droits.',
  'explain.sets.max_packet_size':
    '2 000 000 octets, la valeur par défaut de la 2.1, sur toutes les versions : sans elle, un client peut envoyer 256 Mo d’un coup. Clé limits.packet_size.',
  'explain.sets.max_queued_messages':
    '1000 pour chaque client absent : un abonné oublié n’épuise pas la mémoire. Clé limits.queued_messages.',
  'explain.sets.max_queued_bytes': '16 Mio pour chaque client absent. Clé limits.queued_bytes.',
  'explain.sets.persistent_client_expiration':
    '60 jours : la session d’un client qui ne revient jamais ne reste pas pour toujours. Clé limits.session_expiry.',
  'explain.sets.key': (p) => `seulement si broker.yaml le dit. Clé ${p.key}.`,
  'explain.sets.password_file': 'notre fichier de hachages salés, tiré des comptes.',
  'explain.sets.acl_file': 'notre fichier de droits, tiré des comptes : ce qui n’y est pas nommé est refusé.',
  'explain.sets.set_tcp_nodelay':
    'true : sans elle, les petits messages peuvent attendre 40 ms. « throughput: true » l’omet, pour un cinquième de messages en plus par seconde.',
  'explain.sets.listener':
    'un par adresse et port de broker.yaml, toujours écrit : jamais celui que le broker sous-entend.',
  'explain.sets.pid_file': 'là où aucun système d’init ne veille sur le broker, pour qu’on le retrouve.',
  'explain.sets.user':
    'seulement pour un broker dans un dossier (--local) démarré par root ; sinon, c’est le paquet de Debian qui décide.',
  'explain.sets.persistence':
    'true, sauf si broker.yaml dit autre chose ; pour le broker de la machine, le fichier de Debian le dit. Clé persistence.enabled.',
  'explain.sets.persistence_location':
    'le dossier de données d’un broker dans un dossier (--local) ; sinon, le fichier de Debian dit où. Clé persistence.location.',
  'explain.sets.log_dest':
    'un fichier dans le dossier d’un broker --local ; sinon, le fichier de Debian dit où. Clé log.to.',
  'explain.sets.log_timestamp_format':
    'date et heure, pour un broker dans un dossier (--local). Clé log.timestamps.',

  'explain.exit.ok': 'Fait, ou il n’y avait rien à faire.',
  'explain.exit.no':
    'La réponse honnête est non : une vérification a échoué, ou un changement a échoué et a été annulé.',
  'explain.exit.pending': 'Il y a des changements à faire ; seulement avec --detailed-exitcode.',
  'explain.exit.usage': 'La ligne de commande est fausse.',
  'explain.exit.input':
    'broker.yaml ou une autre donnée est faux ; chaque problème est montré avec fichier, ligne et colonne.',
  'explain.exit.unreachable': 'Le broker, ou la source des paquets, est injoignable.',
  'explain.exit.bug': 'Un défaut de mqtt-setup : merci de le signaler avec la sortie de --debug.',
  'explain.exit.rollbackFailed':
    'Un changement a échoué et son annulation aussi ; ce qu’il faut faire à la main est montré.',
  'explain.exit.locked':
    'Un autre mqtt-setup travaille sur ce broker ; le message dit lequel et depuis quand.',
  'explain.exit.needsRoot': 'Ceci demande les droits de root ; la commande exacte est montrée.',
  'explain.exit.refused':
    'Refusé : la machine contient des modifications faites à la main, ou des fichiers qui ne sont pas les nôtres ; ils sont nommés.',
  'explain.exit.interrupted': 'Interrompu par Ctrl-C, après annulation de ce qui avait été fait.',
  'explain.exit.terminated': 'Arrêté de l’extérieur (SIGTERM), après annulation de ce qui avait été fait.',
};
