import type { saidConnections as English } from '../../en/doctor/said-connections.ts';
import type { Same } from '../../messages.ts';

export const saidConnections: Same<typeof English> = {
  'doctor.title.connection.plain-on-tls': 'Des clients sans TLS sur un port TLS',
  'doctor.said.connection.plain-on-tls.cause':
    'Un client s’est présenté à un listener TLS sans TLS, ou avec autre chose que MQTT',
  'doctor.said.connection.plain-on-tls.fix': 'Faites-lui employer mqtts:// (--cafile), ou le port sans TLS.',
  'doctor.title.connection.tls-on-plain': 'Des clients avec TLS sur un port sans TLS',
  'doctor.said.connection.tls-on-plain.cause':
    'Un client s’est présenté avec TLS à un listener sans certificat',
  'doctor.said.connection.tls-on-plain.fix':
    'Faites-lui employer le port TLS, ou donnez au listener certfile et keyfile.',
  'doctor.title.connection.version': 'Une version de MQTT que le broker ne parle pas',
  'doctor.said.connection.version.cause': (p) =>
    `Un client demande la version ${p.version} du protocole, que le broker ne parle pas`,
  'doctor.said.connection.version.fix': 'Employez MQTT 3.1.1 (4) ou 5.',
  'doctor.title.connection.timeout': 'Des clients devenus muets',
  'doctor.said.connection.timeout.cause':
    'Le broker a coupé des clients dont il n’a rien reçu pendant une fois et demie leur keep alive',
  'doctor.said.connection.timeout.fix':
    'Souvent le réseau, ou un appareil qui dort\u00a0: faites-le se déconnecter d’abord, ou relevez son keep alive.',
  'doctor.title.connection.taken-over': 'Deux clients avec le même identifiant',
  'doctor.said.connection.taken-over.cause': (p) =>
    `L’identifiant client ${p.client} revient sans cesse alors qu’il est encore connecté\u00a0: deux clients se chassent l’un l’autre`,
  'doctor.said.connection.taken-over.fix': 'Donnez à chaque client son propre identifiant.',
  'doctor.title.connection.oversize': 'Des paquets trop grands',
  'doctor.said.connection.oversize.cause': (p) =>
    `${p.client} a été coupé\u00a0: son paquet dépassait max_packet_size`,
  'doctor.said.connection.oversize.fix': 'Faites-lui envoyer moins à la fois, ou relevez la limite.',
  'doctor.title.connection.too-many': 'Trop de clients',
  'doctor.said.connection.too-many.cause':
    'Le broker refuse des clients\u00a0: la limite de connexions est atteinte (max_connections)',
  'doctor.said.connection.too-many.fix':
    'Relevez la limite, ou trouvez le client qui se connecte sans cesse.',
  'doctor.title.connection.tcpd': 'Des clients que TCP wrappers repousse',
  'doctor.said.connection.tcpd.cause':
    'hosts.allow et hosts.deny repoussent des clients\u00a0; le broker dit la même chose quand ses descripteurs de fichiers sont épuisés',
  'doctor.said.connection.tcpd.fix':
    'Regardez /etc/hosts.deny\u00a0; sinon relevez LimitNOFILE avec systemctl edit mosquitto.',
  'doctor.title.connection.queue-full': 'Des messages ont été jetés',
  'doctor.said.connection.queue-full.cause': (p) =>
    `La file d’attente de ${p.client} est pleine et ses messages sont jetés\u00a0: il est absent trop longtemps, ou trop lent`,
  'doctor.said.connection.queue-full.fix':
    'Relevez max_queued_messages, ou faites-le venir sans session durable si d’anciens messages ne servent à rien.',
  'doctor.title.connection.feature': 'Des clients qui demandent ce qui est désactivé',
  'doctor.said.connection.feature.cause':
    'Un client a été coupé\u00a0: il demandait une QoS, un message retenu, une version ou un mode de connexion qui ne sont pas admis ici',
  'doctor.said.connection.feature.fix':
    'Voyez max_qos, retain_available et accept_protocol_versions, ou changez le client.',
  'doctor.title.connection.origin': 'Des pages web d’une autre adresse',
  'doctor.said.connection.origin.cause':
    'Une page web a été repoussée\u00a0: elle ne vient pas d’une adresse de websockets_origin',
  'doctor.said.connection.origin.fix':
    'Ajoutez l’adresse de la page, telle que le navigateur la montre, à websockets_origin.',
  'doctor.title.connection.malformed': 'Des connexions qui ne parlent pas vraiment MQTT',
  'doctor.said.connection.malformed.cause':
    'Le broker a coupé quelqu’un pour ce qu’il envoyait\u00a0: pas de MQTT du tout (un navigateur, un scanner), TLS sur un port sans TLS, un identifiant client vide, un topic faux ou un défaut du client',
  'doctor.said.connection.malformed.fix':
    'Sur internet, c’est le quotidien. Si c’est un client à vous, voyez son port, son protocole et ses topics.',
  'doctor.title.bridge.unreachable': 'Un pont qui n’atteint pas l’autre broker',
  'doctor.said.bridge.unreachable.cause': (p) =>
    `${p.name === '' ? 'Un pont' : `Le pont ${p.name}`} n’atteint pas l’autre broker (${p.reason})`,
  'doctor.said.bridge.unreachable.fix':
    'L’autre broker tourne-t-il, et l’adresse est-elle juste\u00a0? D’ici\u00a0: nc -zv ADRESSE PORT.',
  'doctor.title.bridge.no-such-name': 'Un pont vers un nom qui ne mène nulle part',
  'doctor.said.bridge.no-such-name.cause': (p) =>
    `L’adresse d’un pont est un nom qui ne se résout pas (${p.reason})`,
  'doctor.said.bridge.no-such-name.fix':
    'Corrigez le nom ou le DNS\u00a0; getent hosts NOM montre ce que cette machine connaît.',
  'doctor.title.bridge.not-authorised': 'Un pont que l’autre broker refuse',
  'doctor.said.bridge.not-authorised.cause': (p) => `L’autre broker n’admet pas le pont (${p.reason})`,
  'doctor.said.bridge.not-authorised.fix':
    'Comparez remote_username et remote_password avec un compte de là-bas.',
  'doctor.title.bridge.tls': 'Un pont qui ne s’entend pas sur TLS',
  'doctor.said.bridge.tls.cause': (p) => `Le pont et l’autre broker ne s’entendent pas sur TLS (${p.reason})`,
  'doctor.said.bridge.tls.fix':
    'bridge_cafile demande l’autorité de l’autre broker, address un nom de son certificat, et le port TLS.',
  'doctor.title.bridge.drops': 'Un pont qui se reconnecte sans cesse',
  'doctor.said.bridge.drops.cause': (p) =>
    `Le pont ${p.name} se connecte sans cesse à ${p.address} et n’y reste pas`,
  'doctor.said.bridge.drops.fix':
    'L’autre côté le coupe\u00a0: TLS contre un port sans TLS ou l’inverse, un identifiant client employé deux fois, ou un pont vers lui-même.',
};
