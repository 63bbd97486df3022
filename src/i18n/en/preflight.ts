export const preflight = {
  'preflight.notLinux': (p: { os: string }) => `this machine runs ${p.os}, not Linux`,
  'preflight.notLinuxFix':
    'Run it on the Debian or Ubuntu machine that the broker is for. A running broker can be checked from here: mqtt-setup verify -h HOST',
  'preflight.notDebian': (p: { found: string }) =>
    `this is ${p.found}; a broker for the whole machine can be set up on Debian, Ubuntu and their relatives`,
  'preflight.notDebianFix':
    'Install mosquitto with your system’s package manager; then --local DIR sets up a broker in a folder with it.',
  'preflight.notDebianLocal': (p: { binary: string }) =>
    `There is a mosquitto (${p.binary}): --local DIR sets up a broker in a folder with it.`,
  'preflight.noApt': 'there is no mosquitto on this machine, and no apt-get to fetch it with',
  'preflight.noAptFix':
    'Install mosquitto and its clients (mosquitto_pub, mosquitto_sub) yourself, then run the same command again.',
  'preflight.needsRoot': 'setting up the machine’s broker needs root',
  'preflight.needsRootFix': (p: { command: string }) =>
    `Run: ${p.command}\nOr, without root, a broker in a folder of your own: add --local DIR.`,
  'preflight.masked': (p: { unit: string }) => `${p.unit} is masked: somebody decided that it must not run`,
  'preflight.maskedFix': (p: { unit: string }) => `If that no longer holds: systemctl unmask ${p.unit}`,
  'preflight.interrupted':
    'dpkg was interrupted earlier; the plan finishes its work first (dpkg --configure -a).',
  'preflight.packageLock': (p: { pid: number; command: string }) =>
    `The package system is in use by ${p.command} (process ${p.pid}); it will be waited for.`,
  'preflight.records':
    'the record of what was installed is damaged, so that nobody can tell which files are ours',
  'preflight.recordsFix': (p: { file: string }) =>
    `Put it back from a backup; or move it away (mv ${p.file} ${p.file}.bad) and run the same command with --overwrite-drift.`,
  'preflight.originals':
    'what was kept of the broker before adopt took it over cannot be read whole, and would be lost',
  'preflight.originalsFix': (p: { folder: string }) =>
    `Put it back from a backup; or move it away (mv ${p.folder} ${p.folder}.bad) and run the same command again: nothing is put back then.`,
  'preflight.handMade': (p: { path: string }) =>
    `${p.path} was written by hand: this broker is configured already`,
  'preflight.handMadeFix':
    'It is left alone. `mqtt-setup adopt` shows what it would be as a broker of mqtt-setup, and takes it over with --write; or move the file away if you no longer need it.',
  'preflight.notOurs': (p: { path: string }) => `${p.path} is there already, and we did not write it`,
  'preflight.notOursFix':
    'Move it away if you no longer need it, or give --overwrite-drift to have it replaced.',
  'preflight.notDeclared': (p: { path: string }) =>
    `${p.path} is not what is declared, and nothing says that we wrote it`,
  'preflight.notDeclaredFix':
    'With --overwrite-drift it is replaced by what is declared. Made by hand as declared, it becomes ours with mqtt-setup apply, before anything else is changed.',
  'preflight.noMainConf': (p: { path: string }) => `${p.path} was deleted, although mosquitto is installed`,
  'preflight.noMainConfFix':
    'Bring it back: apt-get install --reinstall -o Dpkg::Options::=--force-confmiss mosquitto',
  'preflight.noInclude': (p: { folder: string }) =>
    `it does not load ${p.folder}, so that our configuration would have no effect`,
  'preflight.noIncludeFix': (p: { line: string }) => `Add the line: ${p.line}`,
  'preflight.notAFile': (p: { path: string; kind: string }) =>
    `${p.path} should be a regular file and is none (${p.kind})`,
  'preflight.notAFileFix': 'We never write through it. Move it away, then run the same command again.',
  'preflight.drift': (p: { path: string }) => `${p.path} was changed by hand since we wrote it`,
  'preflight.driftFix':
    'mqtt-setup diff shows what was changed. mqtt-setup adopt --merge keeps it; --overwrite-drift has the file written anew, and what stands there now stays in the generation.',
  'preflight.notAFolder': (p: { path: string; kind: string }) =>
    `${p.path} should be a folder and is none (${p.kind})`,
  'preflight.writable': (p: { path: string }) =>
    `${p.path} may be written by everybody: another user could put something in the place of our files`,
  'preflight.groupWritable': (p: { path: string; group: string }) =>
    `${p.path} may be written by the whole group ${p.group}`,
  'preflight.folderOwner': (p: { path: string; owner: string }) =>
    `${p.path} belongs to another user (${p.owner})`,
  'preflight.folderFix': (p: { path: string }) =>
    `Look at it with: ls -ld ${p.path}. A folder that its owner alone may write will do: chmod go-w ${p.path}`,
  'preflight.separator': (p: { path: string }) =>
    `the broker would be unpacked in ${p.path}, but library folders cannot have “:” or “;” in their path`,
  'preflight.separatorFix': 'Choose another folder.',
  'preflight.address': (p: { listener: string; address: string }) =>
    `listener ${p.listener}: this machine has no address ${p.address}`,
  'preflight.addressFix': (p: { addresses: string }) => `It has: ${p.addresses}`,
  'preflight.portTaken': (p: { port: number }) => `port ${p.port} is taken by a process of another user`,
  'preflight.portTakenFix': (p: { port: number }) =>
    `Root can see which: ss -ltnp 'sport = :${p.port}'. End it, or choose another port with --port.`,
  'preflight.portTakenBy': (p: { port: number; process: string; pid: number }) =>
    `port ${p.port} is taken by ${p.process} (process ${p.pid})`,
  'preflight.portFix': (p: { process: string; pid: number }) =>
    `End ${p.process} (process ${p.pid}) if it is not needed, or choose another port with --port.`,
  'preflight.secondBroker': (p: { pid: number }) =>
    `Another mosquitto, perhaps one that was started by hand. End it (kill ${p.pid}), or choose another port with --port.`,
  'preflight.adoptedRuns': (p: { pid: number }) =>
    `It may be the very broker that is read. Stop it (kill ${p.pid}, or systemctl stop mosquitto), then run this again.`,
  'preflight.otherBroker': (p: { port: number; pid: number }) =>
    `Another mosquitto (process ${p.pid}) listens on port ${p.port}; it is left alone.`,
  'preflight.space': (p: { path: string; free: number; needed: number }) =>
    `only ${p.free} MiB are free for ${p.path}; ${p.needed} are needed`,
  'preflight.spaceFix': (p: { path: string }) =>
    `Make room there: df -h ${p.path} shows which file system it is.`,
};
