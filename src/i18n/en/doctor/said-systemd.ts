/** Causes that systemd speaks of. */
export const saidSystemd = {
  'doctor.title.unit.exec': 'systemd cannot execute the broker',
  'doctor.said.unit.exec.cause':
    'systemd cannot execute the program of the unit (203/EXEC): it is not there, or may not be executed',
  'doctor.said.unit.exec.fix':
    'Let it be executed; where it is not there: apt-get install --reinstall mosquitto.',
  'doctor.title.unit.user': 'The user of the unit does not exist',
  'doctor.said.unit.user.cause':
    'systemd is to start the broker as a user or group that this machine does not know (217/USER)',
  'doctor.said.unit.user.fix':
    'Take User= and Group= out of the drop-in: the broker changes its user itself.',
  'doctor.title.unit.namespace': 'The sandbox of the unit cannot be made',
  'doctor.said.unit.namespace.cause': (p: { path: string }) =>
    `systemd cannot make the sandbox of the unit (226/NAMESPACE)${p.path === '' ? '' : `: ${p.path} is not there`}`,
  'doctor.said.unit.namespace.fix':
    'Make the path, or take it out of ReadWritePaths=, BindPaths= and the like; a leading - makes a path optional.',
  'doctor.title.unit.chdir': 'The folder of the unit is not there',
  'doctor.said.unit.chdir.cause':
    'systemd is to start the broker in a folder that is not there or closed (200/CHDIR)',
  'doctor.said.unit.chdir.fix': 'Make the folder, or take WorkingDirectory= out.',
  'doctor.title.unit.timeout': 'The start took too long',
  'doctor.said.unit.timeout.cause':
    'The broker did not report to systemd in time that it is ready, and was ended',
  'doctor.said.unit.timeout.fix':
    'Type=notify needs a broker that can report; a large database needs a longer TimeoutStartSec=.',
  'doctor.title.unit.killed': 'The broker was killed',
  'doctor.said.unit.killed.cause': (p: { signal: string }) =>
    `The broker was ended by a signal (${p.signal}): 9/KILL by somebody or for want of memory, 11/SEGV and 6/ABRT by a fault of its own`,
  'doctor.said.unit.killed.fix':
    'journalctl -k tells whether memory ran out; after a fault of its own update it, and take plugins out one by one.',
  'doctor.title.unit.start-limit': 'systemd has given up',
  'doctor.said.unit.start-limit.cause':
    'The broker ended again and again, and systemd does not start it any more (start-limit-hit)',
  'doctor.said.unit.start-limit.fix': 'Mend the cause first, then: systemctl reset-failed mosquitto.',
};
