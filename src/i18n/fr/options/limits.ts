export const limits = {
  max_packet_size: {
    does: 'Le plus grand paquet MQTT, en octets, que le broker accepte ou envoie ; 0 si elle n’est pas donnée et qu’il n’y a pas de limite.',
    trap: 'Sans limite, un seul client peut faire garder au broker 256 Mo pour un message. Les clients qui envoient davantage sont déconnectés.',
  },
  message_size_limit: {
    does: 'Le plus grand contenu d’un message publié, en octets ; 0 : pas de limite.',
    trap: 'Les messages plus grands sont jetés ; un client MQTT 3 apprend quand même qu’ils sont arrivés.',
  },
  max_inflight_messages: {
    does: 'Combien de messages QoS 1 et 2 peuvent être en route en même temps vers un client ; 0 : pas de limite.',
    trap: 'Seul 1 garde l’ordre des messages quand il faut en renvoyer.',
  },
  max_inflight_bytes: {
    does: 'Combien d’octets de messages QoS 1 et 2 peuvent être en route vers un client ; 0 : pas de limite.',
  },
  max_queued_messages: {
    does: 'Combien de messages QoS 1 et 2 attendent un client absent ou lent ; 0 : pas de limite.',
    trap: 'Ce qui n’y tient pas est perdu. Avec 0, un seul abonné oublié peut épuiser toute la mémoire, et la 2.0 coupe tout client dont un message QoS 1 ou 2 est refusé.',
  },
  max_queued_bytes: {
    does: 'Combien d’octets de messages attendent un client absent ou lent ; 0 : pas de limite.',
    trap: 'Si max_queued_messages est donnée aussi, c’est la première limite atteinte qui compte.',
  },
  queue_qos0_messages: { does: 'Garde aussi les messages QoS 0 pour les clients absents.' },
  max_keepalive: {
    does: 'Le plus long keepalive, en secondes, qu’un client peut demander.',
    trap: '2.0.11 exige au moins 10 et n’y tient que les clients MQTT 5. Les versions suivantes refusent les clients plus anciens qui demandent plus, ou pas de keepalive du tout.',
  },
  memory_limit: {
    does: 'La mémoire, en octets, que le broker prend au plus pour lui-même ; 0 : pas de limite.',
    trap: 'Une fois la limite atteinte, le broker refuse tout ce qui en demande plus : messages, et nouveaux clients aussi. Ce qui n’est pas un nombre compte pour 0, sans un mot.',
  },
  global_max_clients: {
    does: 'Combien de clients, connectés ou ayant une session durable, le broker connaît au plus ; -1 : pas de limite.',
  },
  global_max_connections: {
    does: 'Combien de clients peuvent être connectés en même temps, tous listeners confondus ; -1 : pas de limite.',
  },
  persistent_client_expiration: {
    does: 'Après combien de temps la session d’un client qui ne revient pas est oubliée : un nombre et h, d, w, m ou y.',
    trap: 'Sans elle, ces sessions restent pour toujours, et leurs files avec. Un mois fait 30 jours, et les secondes (s) sont arrivées avec 2.1.',
  },
  retain_available: { does: 'Permet les messages retenus (retained).' },
  retain_expiry_interval: {
    does: 'Toutes les combien de minutes sont effacés les messages retenus expirés que personne ne lit ; 0 si elle n’est pas donnée : jamais.',
  },
  check_retain_source: {
    does: 'Avant de remettre un message retenu, vérifie que celui qui l’a publié en a encore le droit.',
    trap: 'Elle est désactivée, bien que le manuel dise le contraire : ce qu’un utilisateur a retenu reste quand il perd ce droit.',
  },
  upgrade_outgoing_qos: {
    does: 'Remet les messages avec le QoS de l’abonnement, même s’ils ont été publiés avec un QoS plus bas.',
  },
  allow_duplicate_messages: {
    does: 'Laisse un message atteindre un client plusieurs fois si plusieurs de ses abonnements conviennent.',
  },
};
