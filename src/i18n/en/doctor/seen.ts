export const doctorSeen = {
  'doctor.title.service.masked': 'The service is masked',
  'doctor.service.masked.cause': 'The unit is masked: systemd starts it for nobody, whatever asks for it',
  'doctor.service.masked.fix': 'Take the mask off and start the service.',
  'doctor.title.service.overridden': 'The unit was changed on this machine',
  'doctor.service.overridden.cause': (p: { conf: string }) =>
    `The service does not start the packaged broker with ${p.conf}: a file of this machine says something else`,
  'doctor.service.overridden.fix':
    'Put the changed unit file aside, or mend it with systemctl edit mosquitto.',
  'doctor.title.service.not-reloaded': 'systemd has not read a changed unit file',
  'doctor.service.not-reloaded.cause': 'Unit files on disk are newer than what systemd goes by',
  'doctor.service.not-reloaded.fix': 'Let systemd read them.',
  'doctor.title.service.disabled': 'The broker is not started at boot',
  'doctor.service.disabled.cause': 'After the next boot there will be no broker: the service is not enabled',
  'doctor.service.disabled.fix': 'Enable it.',
  'doctor.title.service.start-forbidden': 'Services may not be started here',
  'doctor.service.start-forbidden.cause':
    'policy-rc.d says that no service may be started, as is usual in containers and while images are built',
  'doctor.service.start-forbidden.fix':
    'Take /usr/sbin/policy-rc.d away where this machine should run services.',
  'doctor.title.service.not-running': 'The broker does not run',
  'doctor.service.not-running.cause': (p: { state: string }) => `The broker does not run (${p.state})`,
  'doctor.service.not-running.unknown': (p: { state: string }) =>
    `The broker does not run (${p.state}), and nothing that it said tells why`,
  'doctor.service.not-running.fix': 'Start it.',
  'doctor.title.package.interrupted': 'The installation of packages was interrupted',
  'doctor.package.interrupted.cause':
    'dpkg was stopped in the middle of its work: packages are half installed',
  'doctor.package.interrupted.fix': 'Let dpkg finish.',
  'doctor.title.package.missing': 'The broker is not installed',
  'doctor.package.missing.cause': 'There is no mosquitto on this machine',
  'doctor.package.missing.fix': 'Install it.',
  'doctor.title.package.new-configuration': 'A new configuration of the package waits to be looked at',
  'doctor.package.new-configuration.cause': (p: { count: number }) =>
    `An update left ${p.count === 1 ? 'a file' : `${p.count} files`} beside yours, which nothing reads`,
  'doctor.package.new-configuration.fix': 'Compare them with the files in use, then delete them.',
  'doctor.title.user.missing': 'The broker’s user does not exist',
  'doctor.user.missing.cause': 'The broker gives up root’s rights to a user that this machine does not know',
  'doctor.user.missing.named': (p: { user: string }) =>
    `The broker is to become ${p.user}, a user that this machine does not know`,
  'doctor.user.missing.namedFix':
    'Take the line out: the broker then becomes mosquitto, as the package has it.',
  'doctor.user.missing.fix': 'Make the user, or install the package anew.',
  'doctor.title.config.missing': 'The configuration file is not there',
  'doctor.config.missing.cause': (p: { file: string }) => `${p.file} cannot be read: the broker ends at once`,
  'doctor.config.missing.fix': 'Have the package bring its configuration again, or put yours back.',
  'doctor.title.config.folder-not-read': 'The folder with the configuration is not read',
  'doctor.config.folder-not-read.cause': (p: { file: string; folder: string }) =>
    `${p.file} does not include ${p.folder}: what is written there has no effect`,
  'doctor.config.folder-not-read.fix': 'Put the include_dir line back, at the end of the file.',
  'doctor.title.config.not-loaded': 'The configuration on disk is not the one in use',
  'doctor.config.not-loaded.cause': (p: { count: number }) =>
    `${p.count === 1 ? 'A file was' : `${p.count} files were`} changed after the broker was started`,
  'doctor.config.not-loaded.fix':
    'Restart the broker; mqtt-setup check says beforehand whether it would come up.',
  'doctor.title.passwords.lost': 'The stored passwords are gone',
  'doctor.passwords.lost.cause': (p: { file: string; count: number }) =>
    `${p.file} is gone, and with it the hashes of ${p.count === 1 ? 'one account' : `${p.count} accounts`}: nothing else on this machine holds them`,
  'doctor.passwords.lost.fix':
    'Put the file back from a backup; else give everybody a new password, which each client then needs.',
  'doctor.title.setup.refused': 'mqtt-setup cannot look after this broker',
  'doctor.setup.refused.fix': 'Mend it as it says, then look again.',
  'doctor.title.setup.unfinished': 'A run of mqtt-setup was cut off',
  'doctor.setup.unfinished.cause':
    'An earlier run ended in the middle: what it had changed is still to be taken back',
  'doctor.setup.unfinished.fix': 'The next run of any command that changes something takes it back first.',
  'doctor.title.port.held': 'Another process holds the broker’s port',
  'doctor.port.held.cause': (p: { port: number; process: string; pid: number }) =>
    `Port ${p.port} is held by ${p.process} (pid ${p.pid})`,
  'doctor.port.held.fix':
    'See what it is; stop it and keep it from being started again, or give the broker another port.',
  'doctor.title.port.not-open': 'A listener is not open',
  'doctor.port.not-open.cause': (p: { port: number }) =>
    `The configuration declares port ${p.port}, and nothing listens there`,
  'doctor.port.not-open.fix':
    'The broker was started before that line, or could not open it: restart it and look again.',
  'doctor.title.broker.another': 'A second broker runs on this machine',
  'doctor.broker.another.cause': (p: { pid: number }) =>
    `Another mosquitto runs here (pid ${p.pid}): clients may be talking to the wrong one`,
  'doctor.broker.another.fix': 'If it was started by hand, end it: the service needs no help.',
  'doctor.title.listener.local-only': 'The broker talks to this machine only',
  'doctor.listener.local-only.cause':
    'No listener is declared: the broker listens on 127.0.0.1 and ::1 alone, and refuses everybody else',
  'doctor.listener.local-only.fix':
    'Declare a listener, with passwords: anonymous clients are let in on this one only.',
  'doctor.title.hosts.denied': 'hosts.deny shuts clients out',
  'doctor.hosts.denied.cause':
    'Debian’s broker asks TCP wrappers, and a line there closes connections before any password is asked',
  'doctor.hosts.denied.fix': 'Take the line out, or allow your networks in /etc/hosts.allow.',
  'doctor.title.hosts.no-localhost': 'This machine does not know the name localhost',
  'doctor.hosts.no-localhost.cause':
    'Clients that are told no host ask for localhost, and fail with a lookup error',
  'doctor.hosts.no-localhost.fix': 'Add the line to /etc/hosts.',
  'doctor.title.space.full': 'The disk is full',
  'doctor.space.full.cause': (p: { folder: string }) =>
    `There is no space left in ${p.folder}: what the broker should keep is lost at its next restart`,
  'doctor.space.full.fix': 'Find what fills it, and delete or move that.',
  'doctor.title.database.closed': 'The broker may not read or write its database',
  'doctor.database.closed.cause': (p: { path: string; user: string }) =>
    `${p.path} does not belong to ${p.user}: retained messages and sessions in it are not loaded, and lost at the next save`,
  'doctor.title.log.closed': 'The broker may not write its log',
  'doctor.log.closed.cause': (p: { path: string; user: string }) =>
    `${p.path} does not belong to ${p.user}: nothing is logged there`,
  'doctor.closed.fix': 'Give it the file back.',
  'doctor.title.said.unknown': 'The broker complains',
  'doctor.said.unknown.cause': (p: { text: string }) => `It says: ${p.text}`,
  'doctor.title.rule': 'The configuration has a fault',
  'doctor.mend.why': 'doctor found it to be the cause of trouble',
};
