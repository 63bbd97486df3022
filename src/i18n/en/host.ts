export const host = {
  'host.fs.failed': (p: { what: string; path: string; errno: string }) =>
    `could not ${p.what} ${p.path}: ${p.errno}`,
  'host.fs.full': 'The disk is full: make room (df -h shows where), then run the same command again.',
  'host.fs.readOnly':
    'The file system is mounted read-only: remount it for writing, then run the same command again.',
  'host.fs.look': 'Look at the path and its folder with ls -la, then run the same command again.',
  'host.fs.noAccount': (p: { name: string }) => `there is no user or group called ${p.name} on this machine`,
  'host.fs.notAFile': (p: { path: string }) =>
    `${p.path} is not a regular file; links, pipes and folders are never written through`,
  'host.fs.changedMeanwhile': (p: { path: string }) =>
    `${p.path} was changed by somebody else since the plan was made; it was left alone`,
  'host.fs.lostWrite': (p: { path: string }) =>
    `somebody else (mosquitto_passwd, perhaps) wrote into ${p.path} while it was being replaced: that change is lost, and this run was taken back`,
  'host.fs.writtenMeanwhile': (p: { path: string }) =>
    `somebody else wrote into ${p.path} right after this run did: it was left as it is now, and the rest of this run was taken back`,
  'host.fs.again': 'Run the same command again: it makes a new plan from what is there now.',
  'host.exec.failed': (p: { command: string; code: number; output: string }) =>
    `${p.command}\nended with exit code ${p.code}${p.output === '' ? '' : `:\n${p.output}`}`,
  'host.exec.missing': (p: { program: string }) =>
    `Install the program ${p.program}, then run the same command again.`,
  'host.exec.retry':
    'The lines above are the program’s own; once what they name is mended, run the same command again.',
  'host.exec.network':
    'Is this machine on the network, and is its package source the right one (/etc/apt/sources.list, /etc/apt/sources.list.d)? Nothing was changed.',
  'host.lock.failed': (p: { path: string; code: number }) =>
    `the lock ${p.path} could not be taken (flock ended with ${p.code})`,
  'host.init.logDenied': (p: { path: string }) => `${p.path} may only be read by root`,
  'host.init.startFailed': 'the broker did not start',
  'host.init.startEnded': (p: { code: string }) => `the broker ended right after its start (${p.code})`,
  'host.init.startFix': 'What it said follows; mend that and start it again.',
  'host.init.said': (p: { source: string; text: string }) => `${p.source}: ${p.text}`,
  'host.init.wontStop': (p: { pid: number }) =>
    `the broker (process ${p.pid}) does not end, not even when killed`,
  'host.init.notOurs': (p: { pid: number }) => `the broker (process ${p.pid}) belongs to another user`,
  'host.init.cannotRun': (p: { program: string; errno: string }) =>
    `${p.program} could not be run: ${p.errno}`,
  'host.init.notRunning': 'the broker is not running',
  'host.init.startIt': 'Start it with: mqtt-setup start',
  'host.init.notAFolder': (p: { path: string }) => `${p.path} is not a folder`,
  'host.init.commandFailed': (p: { command: string; code: number; output: string }) =>
    `${p.command} ended with exit code ${p.code}${p.output === '' ? '' : `:\n${p.output}`}`,
  'host.packages.unreachable': 'the packages of mosquitto could not be fetched',
  'host.packages.unreachableFix':
    'Check the network and the package sources (/etc/apt), then run the same command again; or install mosquitto on the machine, and it is used as it is.',
};
