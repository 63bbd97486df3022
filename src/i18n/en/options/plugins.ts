export const plugins = {
  plugin: {
    does: 'Loads a plugin, which may then decide about logins and rights or watch messages.',
    trap: 'It runs inside the broker with all of its rights. Beside a password_file either of them may let a client in.',
  },
  auth_plugin: { does: 'The old name of plugin.' },
  global_plugin: { does: 'Loads a plugin for the whole broker, whatever per_listener_settings says.' },
  plugin_load: {
    does: 'Loads a plugin under a name, for listeners to pick with plugin_use.',
    trap: 'If no listener uses any of the loaded plugins, 2.1.2 ends at start with code 3 and without a word.',
  },
  plugin_use: {
    does: 'Puts a plugin, loaded under that name, to work for the listener above.',
    trap: 'It needs a listener line above it in the same file, and a plugin_load read before.',
  },
  'plugin_opt_*': {
    does: 'Hands a setting to the plugin above it: the name is what follows plugin_opt_.',
    trap: 'It belongs to the last plugin of the same file. A name of fewer than three letters is fatal; others are for the plugin to judge.',
  },
  'auth_opt_*': { does: 'The old name of plugin_opt_*.' },
  auth_plugin_deny_special_chars: {
    does: 'Refuses, before the plugin above it is asked, clients whose name or id holds + or #.',
    trap: 'Switched off, a client named # may be taken by a careless plugin for a rule that covers everything.',
  },
  plugin_opt_config_file: {
    does: 'The JSON file in which the dynamic security plugin keeps clients, groups and roles.',
    trap: 'The broker rewrites it: its account must be able to write the file and its folder. A file that cannot be read leaves the broker running with everybody refused.',
  },
  plugin_opt_password_init_file: {
    does: 'The file with the first administrator’s password, for a dynamic security file yet to be made.',
    trap: 'The password stands in it as it is: delete it once the dynamic security file is there.',
  },
  plugin_opt_acl_file: { does: 'The ACL file of the plugin that takes the place of acl_file.' },
  plugin_opt_password_file: {
    does: 'The password file of the plugin that takes the place of password_file.',
  },
  plugin_opt_db_file: {
    does: 'The database file of the SQLite persistence plugin.',
    trap: 'It counts only where persistence_location is not set.',
  },
  plugin_opt_sync: { does: 'How careful SQLite is that data has reached the disk.' },
  plugin_opt_flush_period: {
    does: 'Every how many seconds the SQLite plugin writes what has changed.',
    trap: 'A crash loses what came since; what is no number counts as 0, without a word.',
  },
  plugin_opt_page_size: { does: 'The page size of the SQLite database.' },
};
