export const bridges = {
  connection: {
    does: 'Commence un pont (bridge), connexion de ce broker vers un autre, et le nomme ; les lignes qui suivent, jusqu’à la fin du fichier, le concernent.',
    trap: 'Il lui faut une adresse et au moins un topic, et un nom qu’aucun autre pont ne porte. Avec 2.0, aucun changement d’un pont n’est pris en compte par un rechargement.',
  },
  address: {
    does: 'Où se trouve l’autre broker : noms ou adresses, suivis de :port si ce n’est pas 1883 ; quand l’un échoue, le suivant est essayé.',
    trap: 'Un nom impossible à résoudre n’est qu’un avertissement : le pont continue d’essayer.',
  },
  addresses: { does: 'La même chose que address.' },
  topic: {
    does: 'Ce qui passe : un filtre, puis out, in ou both, le QoS, et les préfixes d’ici et de là-bas.',
    trap: 'Un pont n’est pas soumis à l’ACL de ce broker : ces lignes seules décident. `both` sur les deux brokers avec le même filtre fait tourner les messages en rond. Sans préfixe, un filtre faux n’est pas remarqué, et un espace dans un filtre demande les guillemets arrivés avec 2.1. 2.1.2 saute une ligne qui ne diffère d’une précédente que par la présence ou l’absence de préfixes.',
  },
  remote_clientid: {
    does: 'L’identifiant de client sur l’autre broker.',
    trap: 'Deux ponts avec le même identifiant se chassent l’un l’autre, sans fin.',
  },
  clientid: { does: 'L’ancien nom de remote_clientid.' },
  remote_username: { does: 'Le nom d’utilisateur sur l’autre broker.' },
  username: { does: 'L’ancien nom de remote_username.' },
  remote_password: {
    does: 'Le mot de passe sur l’autre broker.',
    trap: 'Il figure tel quel dans la configuration : sa place est dans un fichier à part que les autres ne peuvent pas lire.',
  },
  password: { does: 'L’ancien nom de remote_password.' },
  local_clientid: {
    does: 'L’identifiant du pont sur ce broker.',
    trap: 'Aucun autre pont ni client ne doit avoir le même.',
  },
  local_username: {
    does: 'Le nom d’utilisateur du pont sur ce broker.',
    trap: 'Il ne donne ni ne retire de droit : ici, un pont ne doit ni donner de mot de passe ni respecter l’ACL.',
  },
  local_password: { does: 'Le mot de passe du pont sur ce broker.' },
  cleansession: {
    does: 'Laisse l’autre broker oublier abonnements et messages en attente quand la connexion finit.',
  },
  local_cleansession: {
    does: 'La même chose du côté de ce broker ; non donnée, elle vaut ce que dit cleansession.',
  },
  start_type: {
    does: 'Quand le pont se connecte : toujours, quand des messages attendent (lazy), ou une seule fois (once).',
  },
  idle_timeout: {
    does: 'Après combien de secondes de silence un pont lazy se déconnecte ; moins de 1 compte pour 1.',
  },
  threshold: {
    does: 'Combien de messages doivent attendre avant qu’un pont lazy se connecte ; moins de 1 compte pour 1.',
  },
  keepalive_interval: {
    does: 'Après combien de secondes de silence le pont demande si l’autre broker est là ; moins de 5 compte pour 5.',
  },
  restart_timeout: {
    does: 'Combien de secondes attendre avant de se reconnecter : un nombre, ou le plus court et le plus long délai.',
    trap: 'Un seul nombre signifie ce délai à chaque fois, sans les pauses croissantes du réglage par défaut. Le troisième nombre est arrivé avec 2.1.',
  },
  round_robin: {
    does: 'Avec plusieurs adresses, reste sur celle qui marche au lieu de revenir à la première.',
  },
  try_private: {
    does: 'Dit à l’autre broker que c’est un pont, pour qu’il ne renvoie pas ce qui vient d’ici.',
  },
  notifications: {
    does: 'Publie sur les deux brokers si le pont est connecté.',
    trap: 'L’ACL de l’autre broker doit laisser le pont écrire sur ce sujet.',
  },
  notifications_local_only: { does: 'Ne le publie que sur ce broker.' },
  notification_topic: { does: 'Où cela est publié.' },
  bridge_attempt_unsubscribe: {
    does: 'Se désabonne, sur l’autre broker, de ce qui ne fait que sortir, au cas où une ancienne configuration le faisait entrer.',
  },
  bridge_bind_address: { does: 'Depuis quelle adresse de cette machine le pont se connecte.' },
  bridge_outgoing_retain: { does: 'Transmet les messages retenus comme retenus.' },
  bridge_protocol_version: { does: 'Quelle version de MQTT parle le pont.' },
  bridge_max_packet_size: {
    does: 'Le plus grand paquet, en octets, envoyé à l’autre broker ; 0 : pas de limite propre.',
  },
  bridge_max_topic_alias: { does: 'Combien d’alias de sujet utilise un pont MQTT 5.' },
  bridge_receive_maximum: {
    does: 'Combien de messages QoS 1 et 2 un pont MQTT 5 prend en même temps ; non donnée, comme max_inflight_messages.',
  },
  bridge_session_expiry_interval: {
    does: 'Combien de secondes l’autre broker garde la session d’un pont MQTT 5 après son départ.',
  },
  bridge_reload_type: {
    does: 'Si un rechargement change le pont aussitôt, ou à sa prochaine connexion (lazy).',
    trap: 'Avec `lazy`, un mot de passe ou un topic changé peut ne pas compter avant des jours.',
  },
  bridge_tcp_keepalive: {
    does: 'Comment le système cherche les connexions mortes : secondes avant le premier essai, entre les essais, et leur nombre.',
  },
  bridge_tcp_user_timeout: {
    does: 'Après combien de millisecondes sans réponse le système abandonne une connexion.',
  },
  bridge_cafile: {
    does: 'Les autorités auxquelles est confronté le certificat de l’autre broker ; active TLS.',
    trap: 'Sans elle, bridge_capath ou bridge_tls_use_os_certs, le pont parle en clair, même sur le port 8883.',
  },
  bridge_capath: {
    does: 'La même chose sous forme de dossier, chaque autorité sous le nom que lui donne openssl rehash.',
    trap: 'Sans openssl rehash, rien n’y est trouvé.',
  },
  bridge_tls_use_os_certs: { does: 'Croit les autorités que croit cette machine ; active TLS.' },
  bridge_certfile: { does: 'Le certificat que le pont montre à l’autre broker.' },
  bridge_keyfile: { does: 'La clé privée de ce certificat.' },
  bridge_insecure: {
    does: 'Accepte un certificat établi à un autre nom.',
    trap: 'Quiconque a un certificat de la même autorité peut alors se faire passer pour l’autre broker, et lit le mot de passe.',
  },
  bridge_require_ocsp: {
    does: 'Exige une preuve, jointe par l’autre broker, que son certificat n’a pas été révoqué.',
  },
  bridge_tls_version: { does: 'La plus basse version de TLS que parle le pont.' },
  bridge_ciphers: {
    does: 'Les chiffrements que le pont propose jusqu’à TLS 1.2, dans les mots d’OpenSSL.',
  },
  'bridge_ciphers_tls1.3': {
    does: 'Les suites de chiffrement que le pont propose en TLS 1.3, dans les mots d’OpenSSL.',
  },
  bridge_alpn: {
    does: 'Le protocole que le pont nomme dans la négociation TLS, comme l’exigent certains services en ligne.',
  },
  bridge_identity: {
    does: 'L’identité du pont pour TLS à clé pré-partagée.',
    trap: 'Il lui faut bridge_psk à côté, et elle exclut les certificats.',
  },
  bridge_psk: {
    does: 'La clé pré-partagée, en hexadécimal.',
    trap: 'Elle figure telle quelle dans la configuration : sa place est dans un fichier à part que les autres ne peuvent pas lire.',
  },
};
