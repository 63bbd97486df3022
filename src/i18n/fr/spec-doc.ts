import type { specDoc as english } from '../en/spec-doc.ts';

export const specDoc: { [Key in keyof typeof english]: string } = {
  'spec.doc.version': 'Le format de ce fichier, non la version du broker\u00a0: toujours 1.',
  'spec.doc.profile':
    'Qui se connecte, et ce qui en découle\u00a0: `local` n’écoute que sur cette machine\u00a0; `lan` sur toutes les interfaces, sur 1883 et en TLS sur 8883\u00a0; `internet` en TLS seulement (8883\u00a0; 1883 sur cette machine seule), avec des limites plus serrées. Il faut un compte dans tous les cas.',
  'spec.doc.listeners':
    'Où le broker écoute\u00a0: un élément par port ou par socket Unix. Sans cette clé\u00a0: ceux du profil.',
  'spec.doc.listeners.*':
    'Un listener\u00a0: un `port` ou un `socket`, et ce qui vaut pour les clients qui entrent par là.',
  'spec.doc.listeners.*.name':
    'Son nom dans les rapports, différent de tous les autres\u00a0: au plus 32 minuscules, chiffres et traits d’union. Par défaut\u00a0: le protocole, numéroté s’il est déjà pris (`mqtt`, `mqtt-2`).',
  'spec.doc.listeners.*.protocol':
    'Ce qu’on y parle\u00a0: `mqtt`, ou `websockets` pour MQTT dans les pages web. Mosquitto 2.0.11 ne démarre pas avec des websockets seuls\u00a0: il lui faut aussi un listener `mqtt`.',
  'spec.doc.listeners.*.port':
    'Le port TCP, à partir de 1024\u00a0: le broker abandonne les droits de root avant d’écouter. Celui de MQTT est 1883, les websockets ont souvent 9001.',
  'spec.doc.listeners.*.bind':
    'Les adresses d’écoute\u00a0: `all` (toutes), `loopback` (cette machine seulement), une adresse de cette machine, ou une liste d’adresses. Les noms ne sont pas admis\u00a0: un broker ne doit pas attendre un serveur de noms.',
  'spec.doc.listeners.*.family':
    'N’écoute qu’en IPv4 ou qu’en IPv6\u00a0; sans cette clé, dans les deux. Pas à côté d’adresses dans `bind`, qui le disent déjà.',
  'spec.doc.listeners.*.interface':
    'Écoute sur les adresses qu’a cette interface réseau quand le broker démarre\u00a0; remplace `bind`. Pas pour les websockets avant Mosquitto 2.1.',
  'spec.doc.listeners.*.socket':
    'Chemin d’un socket Unix, à la place d’un port, pour les programmes de cette machine\u00a0: au plus 107 octets, aucune espace. On n’y parle que `mqtt`.',
  'spec.doc.listeners.*.anonymous':
    'Les clients sans nom d’utilisateur y sont-ils admis\u00a0? Par défaut\u00a0: `true` si la clé `anonymous` du fichier dit ce qu’ils peuvent faire, sinon `false`. Les listeners ne peuvent différer sur ce point qu’à partir de Mosquitto 2.1.',
  'spec.doc.listeners.*.tls':
    'Le chiffre, et dit quel certificat il présente\u00a0: `own` (signé par notre propre autorité, à laquelle les clients doivent faire confiance), `acme` (de Let’s Encrypt ou d’une autre autorité\u00a0: voir `acme`), ou un bloc qui en dit plus. Sans cette clé\u00a0: en clair.',
  'spec.doc.listeners.*.tls.from':
    'D’où vient son certificat\u00a0: `own` ou `acme`\u00a0; à omettre si `certificate` et `key` désignent vos fichiers.',
  'spec.doc.listeners.*.tls.certificate':
    'Votre propre certificat\u00a0: PEM, celui du serveur d’abord, ceux qui l’ont signé ensuite. Il est copié avec sa clé là où le broker peut le lire, chaque fois qu’il change.',
  'spec.doc.listeners.*.tls.key': 'La clé privée de ce certificat\u00a0: PEM, sans phrase secrète.',
  'spec.doc.listeners.*.tls.ca':
    'Qui a signé votre certificat, si ce n’est personne que tous les systèmes connaissent\u00a0: il est vérifié avec. PEM.',
  'spec.doc.listeners.*.tls.clients':
    'Les clients aussi doivent présenter un certificat, et ce qui dit qui ils sont est\u00a0: `identity`, son nom commun (common name), sans mot de passe\u00a0; `subject`, son sujet entier\u00a0; ou `password`, le nom et le mot de passe qu’ils donnent en plus. Mosquitto ne sait pas demander un certificat sans l’exiger\u00a0: qui veut les deux fait deux listeners.',
  'spec.doc.listeners.*.tls.client_ca':
    'Qui a signé les certificats des clients\u00a0: PEM. Sans cette clé, notre propre autorité\u00a0: `mqtt-setup tls client` et `add-user --certificate` les font.',
  'spec.doc.listeners.*.tls.client_crl':
    'Ceux qui ne valent plus\u00a0: une liste signée par `client_ca`, PEM. Notre propre autorité a déjà la sienne\u00a0: `mqtt-setup tls revoke`.',
  'spec.doc.listeners.*.tls.min_version':
    'La plus ancienne version admise. Les microcontrôleurs ne connaissent souvent que TLS 1.2.',
  'spec.doc.listeners.*.max_connections':
    'Combien de clients peuvent y être connectés en même temps. Sous Mosquitto 2.0, tout rechargement, même celui que logrotate fait chaque jour, lève la limite jusqu’au prochain redémarrage.',
  'spec.doc.listeners.*.max_qos':
    'La plus haute QoS que les clients peuvent y utiliser. Sous Mosquitto 2.0, tout rechargement la remet à 2 jusqu’au prochain redémarrage.',
  'spec.doc.listeners.*.max_topic_alias':
    'Combien d’alias de topic un client MQTT 5 peut utiliser envers le broker. Sous Mosquitto 2.0, tout rechargement le remet à 10 jusqu’au prochain redémarrage.',
  'spec.doc.listeners.*.mount_point':
    'Placé devant chaque topic de ses clients, à leur insu\u00a0: avec `garden/`, leur `temp` est `garden/temp` pour tous les autres.',
  'spec.doc.listeners.*.extra':
    'D’autres lignes de mosquitto.conf pour ce listener, mot pour mot, pour les options qui n’ont pas de clé ici. Sont refusés ce que mqtt-setup écrit lui-même, ce qui décide qui peut entrer, et les secrets.',
  'spec.doc.certificates': 'Ce que signe notre propre autorité.',
  'spec.doc.certificates.names':
    'Noms et adresses sous lesquels les clients connaissent cette machine, en plus des siens\u00a0: son nom d’hôte, le même en `.local`, ses adresses IPv4, `localhost`. S’il en manque un, un nouveau certificat est fait.',
  'spec.doc.certificates.key':
    'Le genre de clé\u00a0: `rsa` (2048 bits), que tout appareil sait charger, ou `p256`, plus rapide mais que certains refusent, Tasmota par exemple.',
  'spec.doc.certificates.days':
    'Durée en jours d’un certificat du broker ou d’un client. Il est renouvelé quand il en reste un tiers, ou 60 jours.',
  'spec.doc.acme': 'Le certificat des listeners avec `tls: acme`, obtenu et renouvelé par certbot.',
  'spec.doc.acme.domains':
    'Les domaines pour lesquels il est. Chacun doit mener à cette machine\u00a0: l’autorité l’interroge sur le port 80.',
  'spec.doc.acme.email': 'Où l’autorité peut écrire.',
  'spec.doc.acme.server': 'L’annuaire d’une autre autorité que Let’s Encrypt.',
  'spec.doc.throughput':
    '`true` donne environ un cinquième de messages en plus par seconde, et laisse les petits attendre jusqu’à 40 ms\u00a0; `false` envoie chacun aussitôt.',
  'spec.doc.reload_guard':
    '`true` fait examiner les fichiers avant que le broker ne les relise, qui que ce soit qui le demande (`systemctl reload`, logrotate) : des fichiers qui l’ouvriraient à d’autres, ou l’arrêteraient, ne sont pas lus. `false` y renonce. Sous systemd seulement.',
  'spec.doc.sandbox':
    '`true` tient le broker dans un bac à sable (sandbox) de systemd\u00a0: pas de root, pas de droits nouveaux, peu d’appels système, et seulement ses propres dossiers où écrire (dont ceux que ce fichier nomme). `false` y renonce. Sous systemd seulement.',
  'spec.doc.firewall':
    'Fait laisser entrer, par le pare-feu en marche ici (ufw, firewalld, ou nftables démarré par systemd), les ports que d’autres doivent atteindre, et le reprend quand ils ne sont plus voulus. Aucun n’est installé ni mis en marche. D’un pare-feu mené autrement, la commande est dite à la place.',
  'spec.doc.roles':
    'Vos propres rôles pour les comptes (`add-user --role NOM`), outre publisher, subscriber, both, device, monitor et admin. Un nom compte au plus 64 minuscules, chiffres, `_` et `-`.',
  'spec.doc.roles.*':
    'Ce que peut faire un compte qui a ce rôle\u00a0; ce qu’aucun rôle ne nomme est refusé. Dans un filtre, `{user}` désigne le nom du compte\u00a0; `{topics}`, seul, chacun des topics du compte.',
  'spec.doc.roles.*.publish': 'Les filtres de topics sur lesquels il peut publier.',
  'spec.doc.roles.*.subscribe':
    'Les filtres de topics dont il peut recevoir les messages. `#` et `+` ne couvrent pas les topics qui commencent par `$`.',
  'spec.doc.roles.*.deny':
    'Les filtres de topics refusés dans les deux sens, quoi qui les autorise par ailleurs.',
  'spec.doc.everyone': 'Ce que tout compte peut faire, outre ses rôles.',
  'spec.doc.everyone.publish':
    'Les filtres de topics sur lesquels tout compte peut publier. `{user}` désigne son nom\u00a0; `{client}`, qui doit occuper tout un niveau, l’identifiant client de la connexion.',
  'spec.doc.everyone.subscribe':
    'Les filtres de topics dont tout compte peut recevoir les messages. `{user}` désigne son nom\u00a0; `{client}`, qui doit occuper tout un niveau, l’identifiant client de la connexion.',
  'spec.doc.everyone.deny':
    'Les filtres de topics refusés à tout compte, dans les deux sens. `{client}` ne peut pas figurer ici\u00a0: ce qu’un compte peut faire par son nom l’emporterait.',
  'spec.doc.anonymous':
    'Ce que peuvent faire les clients sans nom d’utilisateur. Sans cette clé, aucun n’est admis.',
  'spec.doc.anonymous.publish': 'Les filtres de topics sur lesquels ils peuvent publier, sans variables.',
  'spec.doc.anonymous.subscribe':
    'Les filtres de topics dont ils peuvent recevoir les messages, sans variables.',
  'spec.doc.anonymous.deny':
    'Les filtres de topics qui leur sont refusés dans les deux sens, quoi qui les autorise par ailleurs.',
  'spec.doc.tests':
    'Des tests d’accès\u00a0: ce que les droits doivent répondre. `plan` et `apply` refusent, avant de toucher à quoi que ce soit, une déclaration qui ne les passe pas\u00a0; `verify` interroge aussi le broker, au nom de doublures qui ont les mêmes droits\u00a0: aucun vrai topic n’est touché, aucun mot de passe n’est nécessaire. Une phrase\u00a0: `NOM can|cannot publish|read TOPIC`, ou `NOM can|cannot connect`. NOM est un compte, `anonymous` ou `everyone` (chaque compte)\u00a0; `NOM as CLIENTID` nomme un identifiant de client. Le topic est ordinaire, sans joker.',
  'spec.doc.passwords':
    'Ce qui est exigé des mots de passe, et ce que coûte une connexion. Vaut pour ceux qui seront fixés désormais.',
  'spec.doc.passwords.min_length':
    'Le nombre minimal de caractères d’un mot de passe choisi par quelqu’un ; la longueur protège mieux que les signes et les chiffres. Les mots de passe courants, les suites de touches et le nom du compte sont refusés à toute longueur.',
  'spec.doc.passwords.iterations':
    'Tours de PBKDF2-HMAC-SHA512 pour un mot de passe choisi : ce que doit faire le voleur du fichier à chaque essai, et le broker, sur son unique fil, à chaque connexion (20 000 prennent environ 10 ms).',
  'spec.doc.passwords.generated_iterations':
    'La même chose pour un mot de passe produit par mqtt-setup : ses 140 bits ne se devinent pas, aussi vite qu’on essaie.',
  'spec.doc.persistence':
    'Ce qui survit à un redémarrage du broker\u00a0: les messages retenus, les sessions durables et ce qui les attend.',
  'spec.doc.persistence.enabled':
    'Garde tout cela dans un fichier\u00a0; avec `false`, chaque redémarrage le perd.',
  'spec.doc.persistence.location':
    'Le dossier de ce fichier. Si le mosquitto.conf de Debian en nomme un (/var/lib/mosquitto/), ce ne peut être que celui-là\u00a0; un broker `--local` a le sien.',
  'spec.doc.persistence.autosave':
    'À quel rythme le fichier est écrit pendant que le broker tourne\u00a0: une durée (0\u00a0: seulement à la fin), ou `changes`\u00a0; de lui-même, toutes les 30 minutes. Une coupure de courant perd ce qui est venu depuis.',
  'spec.doc.persistence.autosave.changes':
    'L’écrit plutôt après tant de changements. C’est chaque fois le fichier entier\u00a0: avec un petit nombre, un broker chargé ne fait guère autre chose.',
  'spec.doc.limits': 'Ce qu’un client, et tous ensemble, peuvent prendre de cette machine.',
  'spec.doc.limits.packet_size':
    'Le plus grand paquet MQTT reçu ou envoyé\u00a0; qui en envoie un plus grand est déconnecté. `none`\u00a0: ce que permet MQTT, 256 Mio.',
  'spec.doc.limits.inflight_messages':
    'Combien de messages de QoS 1 et 2 peuvent être en route vers un client en même temps\u00a0; 0\u00a0: sans limite. Seul 1 garde leur ordre quand il faut en renvoyer.',
  'spec.doc.limits.inflight_bytes':
    'Combien d’octets de messages de QoS 1 et 2 peuvent être en route vers un client\u00a0; 0\u00a0: sans limite.',
  'spec.doc.limits.queued_messages':
    'Combien de messages de QoS 1 et 2 attendent un client absent ou lent\u00a0; ce qui n’y tient pas est perdu. Avec `none`, sans limite, un seul abonné oublié peut épuiser la mémoire.',
  'spec.doc.limits.queued_bytes':
    'Combien d’octets de messages attendent un client absent ou lent\u00a0; la première atteinte des deux limites, celle-ci ou `queued_messages`, compte. `none`\u00a0: sans limite.',
  'spec.doc.limits.queue_qos0': 'Garde aussi les messages de QoS 0 pour les clients absents.',
  'spec.doc.limits.keepalive':
    'Le plus long keepalive qu’un client peut demander. Mosquitto 2.0.11 n’y tient que les clients MQTT 5\u00a0; les versions suivantes refusent les clients MQTT 3 qui demandent plus, ou qui n’en veulent pas.',
  'spec.doc.limits.memory':
    'La mémoire que le broker s’accorde au plus. Quand elle est atteinte, les messages et les nouveaux clients sont refusés.',
  'spec.doc.limits.connections':
    'Combien de clients peuvent être connectés en même temps, tous listeners confondus. À partir de Mosquitto 2.1.',
  'spec.doc.limits.clients':
    'Combien de clients le broker connaît au plus, connectés ou dotés d’une session durable. À partir de Mosquitto 2.1.',
  'spec.doc.limits.session_expiry':
    'Au bout de combien de temps la session d’un client qui ne revient pas est oubliée, avec ce qui l’attend\u00a0; en heures entières. `none`\u00a0: jamais.',
  'spec.doc.limits.retained': 'Permet les messages retenus.',
  'spec.doc.log': 'Où va le journal du broker, et ce qu’il contient.',
  'spec.doc.log.to':
    'Où il va, éventuellement à plusieurs endroits\u00a0: `file`, `journal` (systemd seulement), `syslog`, `topic` (sous $SYS/broker/log). Une liste vide\u00a0: nulle part. Par défaut\u00a0: le fichier que nomme le mosquitto.conf de Debian, ou celui du dossier `--local`.',
  'spec.doc.log.types':
    'Quelles sortes de messages sont notées. La liste remplace le choix du broker\u00a0: `[error]` seul fait taire les avertissements, les avis et les connexions.',
  'spec.doc.log.rotate':
    'Installe logrotate avec le broker. Le paquet de Debian apporte la règle (chaque jour, et dès 100 ko\u00a0; sept anciens fichiers sont gardés), mais pas le programme, sans lequel le fichier grossit sans fin. Pas pour un broker dans un dossier (`--local`).',
  'spec.doc.log.connections': 'Note chaque client qui arrive et qui part.',
  'spec.doc.log.timestamps':
    'Comment s’écrit l’heure devant chaque ligne, dans les termes de strftime(3). Par défaut\u00a0: les secondes depuis 1970\u00a0; pour un broker `--local`, la date et l’heure.',
  'spec.doc.sys_interval':
    'À quel rythme le broker publie ses propres chiffres sous $SYS\u00a0; 0\u00a0: jamais. Le rôle `monitor` les lit.',
  'spec.doc.bridges':
    'Les connexions que ce broker ouvre vers d’autres, pour échanger des messages avec eux.',
  'spec.doc.bridges.*':
    'Une connexion\u00a0: vers quel broker, et ce qui passe. Un pont n’est pas tenu aux droits de ce broker\u00a0: ses `topics` décident seuls.',
  'spec.doc.bridges.*.name':
    'Son nom dans la configuration, les rapports et sous $SYS, différent de tous les autres\u00a0: au plus 64 lettres, chiffres et `.` `_` `-`.',
  'spec.doc.bridges.*.remote':
    'L’autre broker\u00a0: un nom ou une adresse IPv4, avec `:port` si ce n’est pas 1883\u00a0; ou une liste, dont le suivant est essayé quand l’un échoue.',
  'spec.doc.bridges.*.topics':
    'Ce qui passe, au moins un élément. `both` sur les deux brokers pour le même filtre fait tourner les messages en rond.',
  'spec.doc.bridges.*.topics.*': 'Un filtre et son chemin\u00a0: quels messages, dans quel sens.',
  'spec.doc.bridges.*.topics.*.filter':
    'Le filtre de topics, sans les préfixes. Il ne peut pas contenir d’espaces.',
  'spec.doc.bridges.*.topics.*.direction':
    '`out`\u00a0: d’ici vers l’autre broker\u00a0; `in`\u00a0: de là-bas vers ici\u00a0; `both`\u00a0: les deux.',
  'spec.doc.bridges.*.topics.*.qos': 'La QoS avec laquelle ces messages passent.',
  'spec.doc.bridges.*.topics.*.local_prefix': 'Placé devant ces topics sur ce broker.',
  'spec.doc.bridges.*.topics.*.remote_prefix':
    'Placé devant ces topics sur l’autre broker\u00a0: avec `site1/`, `home/temp` y est `site1/home/temp`.',
  'spec.doc.bridges.*.username': 'Le nom d’utilisateur sur l’autre broker.',
  'spec.doc.bridges.*.password_file':
    'Un fichier dont la première ligne est le mot de passe sur l’autre broker, fermé aux autres utilisateurs (chmod 600). Demande `username`.',
  'spec.doc.bridges.*.client_id':
    'L’identifiant client sur l’autre broker. Deux ponts qui ont le même s’éjectent l’un l’autre, sans fin.',
  'spec.doc.bridges.*.tls':
    'Le chiffre\u00a0: `system` fait confiance à qui le système fait confiance (Let’s Encrypt et semblables)\u00a0; un bloc en dit plus. Le port est alors 8883 si aucun n’est nommé. Avant tout changement, l’autre broker est regardé\u00a0: sa chaîne, son nom, ses dates.',
  'spec.doc.bridges.*.tls.ca':
    'À qui faire confiance, si l’autre broker a sa propre autorité\u00a0: PEM, copié là où le broker peut le lire.',
  'spec.doc.bridges.*.tls.certificate': 'Notre propre certificat là-bas, s’il en faut un\u00a0: PEM.',
  'spec.doc.bridges.*.tls.key': 'La clé privée de ce certificat\u00a0: PEM, sans phrase secrète.',
  'spec.doc.bridges.*.tls.alpn':
    'Le nom par lequel certains services reconnaissent MQTT sur le port 443 (ALPN).',
  'spec.doc.bridges.*.clean_session':
    '`true` laisse l’autre broker oublier les abonnements et les messages en attente quand la connexion prend fin.',
  'spec.doc.bridges.*.keepalive':
    'Après combien de silence le pont demande si l’autre broker est toujours là.',
  'spec.doc.bridges.*.protocol': 'Quel MQTT est parlé avec l’autre broker\u00a0: 3.1, 3.1.1 ou 5.',
  'spec.doc.bridges.*.notifications':
    'Publie sur les deux brokers, en message retenu sous $SYS/broker/connection, si le pont est connecté.',
  'spec.doc.bridges.*.start':
    'Quand le pont se connecte\u00a0: toujours (`automatic`), quand des messages attendent (`lazy`), ou une seule fois (`once`).',
  'spec.doc.bridges.*.test_topic':
    'Un topic, tel que les clients d’ici le voient, par lequel `verify` envoie des messages à travers les deux brokers, avec le compte du pont et un client id à lui. Prenez-en un que personne n’écoute. Sans lui, `verify` demande seulement au broker si le pont tient.',
  'spec.doc.bridges.*.extra':
    'D’autres lignes de mosquitto.conf pour ce pont, mot pour mot, pour les options qui n’ont pas de clé ici.',
  'spec.doc.extra':
    'D’autres lignes de mosquitto.conf pour tout le broker, mot pour mot, pour les options qui n’ont pas de clé ici. Sont refusés ce que mqtt-setup écrit lui-même, ce qui décide qui peut entrer, les greffons et les secrets.',
};

export const specFile = 'Ce que doit être le broker MQTT d’une machine\u00a0: mqtt-setup lit ce fichier.';
