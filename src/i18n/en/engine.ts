export const engine = {
  'engine.journal.unreadable': (p: { path: string; errno: string }) =>
    `${p.path} cannot be read (${p.errno})`,
  'engine.rollback.byHand': (p: { command: string }) =>
    `could not be taken back by itself; by hand it is: ${p.command}`,
  'engine.rollback.thenAgain': 'Then run the same command again: it tries once more to take the rest back.',
  'engine.journal.damaged': (p: { path: string }) =>
    `the journal of an earlier run that was cut off is damaged: ${p.path}`,
  'engine.journal.damagedFix': (p: { folder: string }) =>
    `The files ending in .bak beside it are what was there before. When all is in order, remove the folder ${p.folder}, then run the same command again.`,
  'engine.rollback.stepFailed': 'A step failed: taking back what this run did.',
  'engine.rollback.notProven': 'The result could not be proven: taking back what this run did.',
  'engine.rollback.done':
    'Everything is as it was before (installed packages and the broker’s own log stay).',
  'engine.recovered': (p: { run: string; count: number }) =>
    `An earlier run was cut off: ${p.run}. What it had done (${p.count} ${p.count === 1 ? 'entry' : 'entries'}) has been taken back.`,
  'engine.interrupted': 'Interrupted: everything is as it was before (installed packages stay).',
  'engine.lock.packages': (p: { who: string }) =>
    `The package system is in use by ${p.who}: waiting for it to finish.`,
  'engine.lock.patienceOver': (p: { who: string }) =>
    `the package system has been in use by ${p.who} for ten minutes`,
  'engine.lock.patienceFix':
    'Wait until it has finished (or find out why it does not), then run the same command again.',
  'engine.unreadable': (p: { path: string }) => `${p.path} may not be read by you`,
  'engine.same.directory': (p: { path: string }) => `${p.path} is there, with the right owner and mode`,
  'engine.same.file': (p: { path: string }) => `${p.path} says what it should, with the right owner and mode`,
  'engine.same.absent': (p: { path: string }) => `${p.path} is not there`,
  'engine.same.packages': (p: { versions: string }) => `installed: ${p.versions}`,
  'engine.same.unpacked': (p: { binary: string; version: string }) =>
    `mosquitto ${p.version} is at hand: ${p.binary}`,
  'engine.same.service': (p: { state: string; pid: number }) =>
    `the broker is ${p.state} (pid ${p.pid}) with this configuration`,
  'engine.why.back': 'As it was before mqtt-setup took the broker over.',
  'engine.why.repair': 'An earlier package installation was interrupted; it has to be finished first.',
  'engine.why.aptUpdate': 'Fetches the lists of what Debian offers.',
  'engine.why.install': 'The broker, and the two command-line clients to test it with.',
  'engine.why.unpack':
    'There is no mosquitto here: Debian’s own packages are fetched and unpacked in this folder, nothing is installed.',
  'engine.why.state': 'What mqtt-setup remembers: lock, journal, records. For root alone.',
  'engine.why.specFolder': 'Where the declaration of this broker lives.',
  'engine.why.localFolder': 'Part of a broker of one’s own in a folder.',
  'engine.rehearsing': 'the new configuration is tried by the broker itself, beside the one that runs …',
  'engine.rehearsed': (p: { count: number }) =>
    `tried beforehand: the broker runs with the new files, ${p.count} questions answered as they should be`,
  'engine.storeTooLarge': (p: { path: string }) =>
    `${p.path} is too large for a copy to be kept until the restart is proven: the broker has just saved it.`,
  'engine.why.guard':
    'Files that would open the broker to others, or end it, are not read again at a reload, whoever asks for one.',
  'engine.why.noGuard': 'broker.yaml wants no reload guard.',
  'engine.why.recover':
    'A change that a power failure cuts off is taken back before the broker starts again.',
  'engine.why.sandbox':
    'The cage: whatever gets hold of the broker gets hold of few rights, few files and few system calls.',
  'engine.why.noSandbox': 'broker.yaml wants no sandbox.',
  'engine.why.unit': 'Room for as many clients as broker.yaml allows, and patience at the start.',
  'engine.why.dropIns': 'Here systemd looks for what is added to the broker’s unit.',
  'engine.why.daemonReload': 'systemd reads its files again.',
  'engine.why.store':
    'What the broker held when the backup was made: retained messages, sessions, queued messages.',
  'engine.why.upgrade':
    'A newer version of the broker. It is stopped first; the old package and its database are kept until the new one is proven.',
  'engine.why.stored': 'as it was then',
  'engine.why.spec':
    'What this broker should be: yours to edit, belongs in version control, holds no secrets.',
  'engine.why.accounts': 'Who has an account, with which rights; one a line, no secrets.',
  'engine.why.probe':
    'The password of the probe account, which verify uses; it may touch mqtt-setup/probe/# and nothing else.',
  'engine.why.passwd': 'One salted hash for each account; only the broker may read it.',
  'engine.why.acl': 'Who may publish and read what; the rest is refused.',
  'engine.why.conf':
    'The broker’s configuration: listeners written out, anonymous access refused. Debian’s own file stays untouched.',
  'engine.why.confLocal': 'The broker’s configuration: listeners written out, anonymous access refused.',
  'engine.why.enable': 'So that the broker starts with the machine.',
  'engine.why.disable': 'As it was found.',
  'engine.why.stop': 'As it was found: no broker was running.',
  'engine.why.start': (p: { state: string }) => `The broker does not run (${p.state}).`,
  'engine.why.firstStart': 'So that the broker runs with this configuration.',
  'engine.why.restart': 'A changed setting takes effect only at a start.',
  'engine.why.reload': 'The broker reads the changed files again; nobody else is disconnected.',
  'engine.why.ours': 'Written by mqtt-setup and unchanged since.',
  'engine.why.ourFolder': 'Made by mqtt-setup; it goes if it is empty.',
  'engine.why.purge':
    'Removes the packages with their data: stored messages, Debian’s configuration files, logs.',
  'engine.why.purgeLocal': 'Removes stored messages, logs and the unpacked broker.',
};
