type Option = { option: string };

/** Causes that the broker speaks of: its configuration. Title, cause, and what to do. */
export const saidConfiguration = {
  'doctor.title.conf.unknown-variable': 'An option that this version of the broker does not know',
  'doctor.said.conf.unknown-variable.cause': (p: Option) =>
    `The broker does not know the option ${p.option} and ends`,
  'doctor.said.conf.unknown-variable.fix': 'Mend the spelling, or take the line out.',
  'doctor.title.conf.bad-value': 'A value that the broker does not take',
  'doctor.said.conf.bad-value.cause': (p: Option) =>
    `The broker does not take the value of ${p.option} and ends`,
  'doctor.said.conf.bad-value.fix': (p: Option) =>
    `Give it a value that it takes: mqtt-setup explain ${p.option} tells which.`,
  'doctor.title.conf.empty-value': 'An option without a value',
  'doctor.said.conf.empty-value.cause': (p: Option) =>
    `${p.option} stands there without a value, and the broker ends`,
  'doctor.said.conf.empty-value.fix': 'Give it a value, or take the line out.',
  'doctor.title.conf.duplicate-value': 'An option that may be given only once',
  'doctor.said.conf.duplicate-value.cause': (p: Option) =>
    `${p.option} is given twice, maybe in two files, and the broker ends`,
  'doctor.said.conf.duplicate-value.fix': 'Keep one of the lines.',
  'doctor.title.conf.misplaced': 'An option in the wrong place',
  'doctor.said.conf.misplaced.cause': (p: Option) =>
    `${p.option === '' ? 'An option' : p.option} stands where the broker does not take it: options of a listener, a bridge or a plugin come below the line that opens it`,
  'doctor.said.conf.misplaced.fix': 'Put the line where it belongs, or take it out.',
  'doctor.title.conf.folder-missing': 'A folder of the configuration is not there',
  'doctor.said.conf.folder-missing.cause': (p: { path: string }) =>
    `The broker is to read the folder ${p.path}, and cannot open it`,
  'doctor.said.conf.folder-missing.fix': 'Make the folder, or take its include_dir line out.',
  'doctor.title.conf.not-utf8': 'Characters that are not UTF-8',
  'doctor.said.conf.not-utf8.cause':
    'A line of the configuration is not UTF-8; it was probably saved in Latin-1',
  'doctor.said.conf.not-utf8.fix': 'Save the file as UTF-8: iconv -f latin1 -t utf8 does it.',
  'doctor.title.conf.file-unread': 'A configuration file cannot be read',
  'doctor.said.conf.file-unread.cause': (p: { path: string }) =>
    `The broker cannot read ${p.path}: it is not there, is closed to the broker’s user, or is no file`,
  'doctor.said.conf.file-unread.fix': 'Put the file there, or take away what points to it.',
  'doctor.title.conf.deprecated-said': 'An option that is going away',
  'doctor.said.conf.deprecated-said.cause': (p: Option) =>
    `${p.option} has been given up, or will be in a coming version`,
  'doctor.said.conf.deprecated-said.fix': (p: Option) =>
    `mqtt-setup explain ${p.option} tells what takes its place.`,
  'doctor.title.reload.unread': 'A reload could not read the configuration',
  'doctor.said.reload.unread.cause': (p: { path: string }) =>
    `At the last reload the broker could not read ${p.path}, and goes on with what it had`,
  'doctor.said.reload.unread.fix': 'Let the broker’s user read it, then reload.',
  'doctor.title.reload.refused': 'A reload was refused',
  'doctor.said.reload.refused.cause': (p: { path: string; number: string }) =>
    `At the last reload the broker could not read line ${p.number} of ${p.path}: it goes on with what it had, and will not start with this file`,
  'doctor.said.reload.refused.fix': 'Mend the line, then reload; mqtt-setup check tells beforehand.',
  'doctor.title.reload.listeners': 'A reload cannot change listeners',
  'doctor.said.reload.listeners.cause':
    'Listeners were added or taken away, and a reload does not open or close them',
  'doctor.said.reload.listeners.fix': 'Restart the broker.',
  'doctor.title.bridge.bad-topic': 'A topic line of a bridge that the broker cannot read',
  'doctor.said.bridge.bad-topic.cause': (p: { reason: string }) =>
    `A topic line of a bridge is wrong, and the broker ends (${p.reason})`,
  'doctor.said.bridge.bad-topic.fix':
    'It reads: topic FILTER out|in|both QOS LOCAL-PREFIX REMOTE-PREFIX; prefixes hold no wildcards.',
  'doctor.title.bridge.incomplete': 'A bridge that lacks something',
  'doctor.said.bridge.incomplete.cause': (p: { reason: string }) =>
    `A bridge lacks something that it needs (${p.reason})`,
  'doctor.said.bridge.incomplete.fix':
    'A bridge needs address and at least one topic line; a PSK needs its identity, and the other way round.',
  'doctor.title.bridge.same-name': 'Two bridges with one name',
  'doctor.said.bridge.same-name.cause': (p: { name: string }) =>
    `Two bridges are called ${p.name}, or log in here with one client id`,
  'doctor.said.bridge.same-name.fix': 'Give each connection its own name and its own local_clientid.',
  'doctor.title.plugin.bad-line': 'A line about a plugin that the broker cannot read',
  'doctor.said.plugin.bad-line.cause': (p: { reason: string }) =>
    `A line about a plugin is wrong, and the broker ends (${p.reason})`,
  'doctor.said.plugin.bad-line.fix':
    'plugin_load NAME PATH comes before plugin_use NAME, each name once; plugin_opt_ needs a name behind it.',
  'doctor.title.plugin.unloadable': 'A plugin that cannot be loaded',
  'doctor.said.plugin.unloadable.cause': (p: { reason: string }) =>
    `The broker cannot load a plugin and ends (${p.reason})`,
  'doctor.said.plugin.unloadable.fix':
    'Install the plugin for this version and architecture, or take its line out.',
  'doctor.title.plugin.refused': 'A plugin that does nothing',
  'doctor.said.plugin.refused.cause':
    'The dynamic security plugin has no plugin_opt_config_file and is not active: it guards nothing',
  'doctor.said.plugin.refused.fix':
    'Put plugin_opt_config_file below its plugin line; mosquitto_ctrl dynsec init makes the file.',
  'doctor.title.plugin.dynsec-unread': 'The accounts of the dynamic security plugin cannot be read',
  'doctor.said.plugin.dynsec-unread.cause': (p: { reason: string }) =>
    `The dynamic security plugin cannot read its accounts (${p.reason})`,
  'doctor.said.plugin.dynsec-unread.fix':
    'Let the broker’s user own the file; where it is broken, put it back from a backup.',
};
