export const plugins = {
  plugin: {
    does: 'Charge un plugin, qui peut alors décider des connexions et des droits, ou observer les messages.',
    trap: 'Il s’exécute dans le broker, avec tous ses droits. À côté d’un password_file, l’un ou l’autre peut laisser entrer un client.',
  },
  auth_plugin: { does: 'L’ancien nom de plugin.' },
  global_plugin: {
    does: 'Charge un plugin pour tout le broker, quoi que dise per_listener_settings.',
  },
  plugin_load: {
    does: 'Charge un plugin sous un nom, que les listeners choisissent avec plugin_use.',
    trap: 'Si aucun listener n’utilise de plugin chargé, 2.1.2 se termine au démarrage avec le code 3, sans un mot.',
  },
  plugin_use: {
    does: 'Met au service du listener placé au-dessus un plugin chargé sous ce nom.',
    trap: 'Il faut une ligne listener au-dessus, dans le même fichier, et un plugin_load lu auparavant.',
  },
  'plugin_opt_*': {
    does: 'Transmet un réglage au plugin placé au-dessus : son nom est ce qui suit plugin_opt_.',
    trap: 'Il appartient au dernier plugin du même fichier. Un nom de moins de trois lettres est fatal ; des autres, le plugin juge.',
  },
  'auth_opt_*': { does: 'L’ancien nom de plugin_opt_*.' },
  auth_plugin_deny_special_chars: {
    does: 'Refuse, avant d’interroger le plugin placé au-dessus, les clients dont le nom ou l’identifiant contient + ou #.',
    trap: 'Désactivée, un plugin négligent peut prendre un client nommé # pour une règle qui couvre tout.',
  },
  plugin_opt_config_file: {
    does: 'Le fichier JSON où le plugin dynamic security garde clients, groupes et rôles.',
    trap: 'Le broker le réécrit : son compte doit pouvoir écrire le fichier et son dossier. Si le fichier est illisible, le broker tourne et refuse tout le monde.',
  },
  plugin_opt_password_init_file: {
    does: 'Le fichier du mot de passe du premier administrateur, pour un fichier dynamic security encore à créer.',
    trap: 'Le mot de passe y figure tel quel : supprimez-le dès que le fichier dynamic security existe.',
  },
  plugin_opt_acl_file: { does: 'Le fichier d’ACL du plugin qui remplace acl_file.' },
  plugin_opt_password_file: {
    does: 'Le fichier de mots de passe du plugin qui remplace password_file.',
  },
  plugin_opt_db_file: {
    does: 'Le fichier de base de données du plugin de persistance SQLite.',
    trap: 'Il ne compte que si persistence_location n’est pas donnée.',
  },
  plugin_opt_sync: { does: 'Avec quel soin SQLite s’assure que les données ont atteint le disque.' },
  plugin_opt_flush_period: {
    does: 'Toutes les combien de secondes le plugin SQLite écrit ce qui a changé.',
    trap: 'Une panne perd ce qui est arrivé depuis ; ce qui n’est pas un nombre compte pour 0, sans un mot.',
  },
  plugin_opt_page_size: { does: 'La taille de page de la base SQLite.' },
};
