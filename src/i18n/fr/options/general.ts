export const general = {
  include_dir: {
    does: 'Lit, à cet endroit du fichier principal, tous les fichiers de ce dossier dont le nom finit par .conf.',
    trap: 'Les fichiers sont lus par ordre alphabétique, sans égard aux majuscules ; un bloc listener, connection ou plugin finit avec son fichier ; les lignes placées après include_dir l’emportent. Dans un fichier inclus, la ligne est ignorée par 2.0 et fatale pour 2.1.',
  },
  user: {
    does: 'Le compte que prend le broker après avoir lu sa configuration, quand c’est root qui le démarre.',
    trap: 'Tout sauf la configuration elle-même (clés, fichiers de mots de passe et d’ACL, journal) est ouvert sous ce compte.',
  },
  pid_file: {
    does: 'Écrit le numéro du processus dans ce fichier.',
    trap: 'Le fichier est écrit une fois les droits de root abandonnés : un dossier où le compte du broker ne peut pas écrire empêche le démarrage.',
  },
  per_listener_settings: {
    does: 'Donne à chaque listener ses propres fichiers de mots de passe et d’ACL, ses plugins et son accès anonyme, au lieu de réglages communs.',
    trap: 'La ligne doit précéder tous ces réglages, dans tous les fichiers. Avant 2.1, un password_file placé au-dessus du premier listener ouvre alors le port 1883 à tous, et un rechargement qui échoue en route peut laisser entrer des clients anonymes.',
  },
  sys_interval: {
    does: 'Publie les chiffres du broker sous $SYS toutes les tant de secondes ; 0 les supprime.',
    trap: 'Un filtre d’ACL # ne couvre pas $SYS : il faut une ligne $SYS/# à qui doit le lire.',
  },
  set_tcp_nodelay: {
    does: 'Envoie chaque petit paquet aussitôt, au lieu d’en regrouper plusieurs (algorithme de Nagle).',
    trap: 'Désactivé, un petit message peut attendre environ 40 ms ; activé, le débit maximal baisse d’environ un cinquième.',
  },
  enable_control_api: {
    does: 'Répond aux questions sur les listeners et les plugins sous $CONTROL/broker/v1.',
    trap: 'Quiconque peut écrire sur ce sujet peut demander : ne le permettez dans l’ACL qu’aux administrateurs.',
  },
  websockets_log_level: {
    does: 'Quels messages de libwebsockets vont au journal, sous forme de somme de ses niveaux.',
    trap: 'À partir de 2.1, le broker de Debian n’utilise plus libwebsockets : la ligne est acceptée quoi qu’elle dise, et ne fait rien.',
  },
  websockets_headers_size: {
    does: 'Combien d’octets peuvent prendre les en-têtes HTTP d’un client websockets.',
  },
  packet_buffer_size: {
    does: 'La taille du tampon où sont lus les paquets de chaque client, qui limite aussi les en-têtes websockets.',
  },
  log_dest: {
    does: 'Où va le journal ; plusieurs lignes s’ajoutent, et `none` retire celles qui précèdent.',
    trap: 'Un second `file` est fatal, même dans un autre fichier. Un fichier journal impossible à écrire n’arrête pas le broker : il tourne sans.',
  },
  log_type: {
    does: 'Quelles sortes de messages sont consignées ; plusieurs lignes s’ajoutent, et `none` retire celles qui précèdent.',
    trap: 'La première ligne remplace les valeurs par défaut : `log_type error` seul fait taire avertissements, remarques et connexions.',
  },
  connection_messages: { does: 'Consigne chaque client qui arrive ou s’en va.' },
  log_timestamp: { does: 'Met l’heure devant chaque ligne du journal.' },
  log_timestamp_format: {
    does: 'Comment cette heure s’écrit, avec les mots de strftime ; sans cela, en secondes depuis 1970.',
    trap: 'Une seconde ligne est fatale, même dans un autre fichier.',
  },
  log_facility: { does: 'Sous laquelle des catégories local0 à local7 syslog range les messages.' },
  retry_interval: {
    does: 'Sans effet : QoS 1 et 2 ne sont renvoyés que lorsqu’un client revient.',
  },
  store_clean_interval: { does: 'Supprimée : le broker nettoie lui-même ses données.' },
  trace_level: { does: 'Supprimée : c’était une option d’un autre broker, RSMB.' },
  trace_output: { does: 'Supprimée : c’était une option d’un autre broker, RSMB.' },
  max_log_entries: { does: 'Supprimée : c’était une option d’un autre broker, RSMB.' },
  ffdc_output: { does: 'Supprimée : c’était une option d’un autre broker, RSMB.' },
};
