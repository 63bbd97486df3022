export const listeners = {
  listener: {
    does: 'Ouvre un port (sur une adresse ou un nom, ou sur tous), ou pour le port 0 une socket Unix ; les lignes qui suivent, jusqu’à la fin du fichier, le concernent.',
    trap: 'Sans adresse, il écoute sur toutes les interfaces, en IPv4 et IPv6. Le service de Debian ne peut pas ouvrir de port inférieur à 1024, et un rechargement ne peut ni ajouter ni retirer un listener.',
  },
  port: {
    does: 'Le port du listener que le broker crée de lui-même.',
    trap: 'Elle ouvre ce port sur toutes les interfaces, à côté de tout listener déclaré.',
  },
  bind_address: {
    does: 'L’adresse du listener que le broker crée de lui-même.',
    trap: 'Elle y ouvre le port 1883, à côté de tout listener déclaré.',
  },
  protocol: {
    does: 'Ce qui se parle sur le listener : MQTT, MQTT par websockets, ou depuis 2.1 l’API HTTP.',
    trap: 'Avec 2.0.11, un listener websockets ignore son adresse et écoute sur toutes les interfaces sauf si socket_domain est donnée ; sur Debian 12, il lui faut un listener MQTT à côté.',
  },
  bind_interface: {
    does: 'N’écoute que sur les adresses de cette interface réseau.',
    trap: 'Un listener websockets de 2.0.11 l’ignore et écoute partout.',
  },
  socket_domain: { does: 'N’écoute qu’en IPv4, ou qu’en IPv6.' },
  mount_point: {
    does: 'Met ce texte devant chaque sujet des clients du listener, sans qu’ils le voient.',
    trap: 'La 2.0.11 ne le retire pas : ce qu’un client publie sous a/b lui revient sous PRÉFIXEa/b. Les règles d’accès voient le sujet avec ce texte devant.',
  },
  max_connections: {
    does: 'Combien de clients peuvent être connectés au listener ; -1 : pas de limite.',
    trap: 'Tout rechargement de 2.0, même celui que fait logrotate chaque jour, supprime la limite jusqu’au prochain redémarrage. Sans listener au-dessus, 2.0.11 ouvre le port 1883 à tous.',
  },
  max_qos: {
    does: 'Le plus haut QoS que peuvent utiliser les clients du listener.',
    trap: 'Tout rechargement de 2.0, même celui que fait logrotate chaque jour, la remet à 2 jusqu’au prochain redémarrage.',
  },
  maximum_qos: { does: 'L’ancien nom de max_qos.' },
  max_topic_alias: {
    does: 'Combien d’alias de sujet un client MQTT 5 peut utiliser envers le broker.',
    trap: 'Tout rechargement de 2.0, même celui que fait logrotate chaque jour, la remet à 10 jusqu’au prochain redémarrage.',
  },
  max_topic_alias_broker: {
    does: 'Combien d’alias de sujet le broker utilise envers un client MQTT 5.',
  },
  use_username_as_clientid: {
    does: 'Remplace l’identifiant du client par son nom d’utilisateur : chaque compte est connecté une fois au plus.',
    trap: 'Les clients sans nom d’utilisateur sont refusés, et deux appareils avec un même compte se chassent l’un l’autre.',
  },
  listener_allow_anonymous: {
    does: 'Laisse ou non entrer par ce listener les clients sans nom d’utilisateur, quoi que dise allow_anonymous.',
    trap: 'Avec `true`, cette porte est ouverte à quiconque l’atteint, même si allow_anonymous dit false.',
  },
  listener_auto_id_prefix: {
    does: 'Par quoi commencent les identifiants que le broker invente pour ce listener.',
  },
  accept_protocol_versions: {
    does: 'Quelles versions de MQTT le listener parle : des nombres parmi 3 (3.1), 4 (3.1.1) et 5.',
    trap: 'Les autres mots sont sautés sans message : une faute de frappe peut ne laisser aucune version.',
  },
  enable_proxy_protocol: {
    does: 'Attend au début de chaque connexion un en-tête PROXY, version 1 ou 2, qui dit où se trouve vraiment le client.',
    trap: 'Qui atteint le listener sans passer par le proxy peut prétendre à n’importe quelle adresse : que seul le proxy l’atteigne.',
  },
  proxy_protocol_v2_require_tls: {
    does: 'Refuse les clients que le proxy n’a pas reçus par TLS.',
  },
  websockets_origin: {
    does: 'N’accepte les websockets que des pages de cette origine ; peut être répétée.',
    trap: 'Elle écarte les autres pages web, pas les autres programmes : un client qui n’envoie pas d’Origin est accepté.',
  },
  http_dir: {
    does: 'Sert par HTTP, sur le listener, les fichiers de ce dossier.',
    trap: 'À partir de 2.1, seulement si le protocole est http_api, et le dossier doit exister. Tout ce qu’il contient est public.',
  },
};
