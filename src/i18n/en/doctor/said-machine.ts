type AtPort = { port: string };
type Why = { reason: string };

/** Causes that the broker speaks of: what it listens on, who it is, and what it writes. */
export const saidMachine = {
  'doctor.title.listener.low-port': 'A port below 1024',
  'doctor.said.listener.low-port.cause': (p: AtPort) =>
    `Only root may open ${p.port === '' ? 'a port below 1024' : `port ${p.port}`}, and the broker gives up root’s rights before it does`,
  'doctor.said.listener.low-port.fix':
    'Use a port from 1024 on, or give the service AmbientCapabilities=CAP_NET_BIND_SERVICE.',
  'doctor.title.listener.port-in-use': 'A port that is taken',
  'doctor.said.listener.port-in-use.cause': (p: AtPort) =>
    `${p.port === '' ? 'A port' : `Port ${p.port}`} is taken already: by another program, another broker, or a second listener of this one`,
  'doctor.said.listener.port-in-use.fix':
    'See who has it with ss -ltnp; end that program, or choose another port.',
  'doctor.title.listener.no-such-address': 'An address that this machine does not have',
  'doctor.said.listener.no-such-address.cause': (p: AtPort) =>
    `The listener${p.port === '' ? '' : ` on port ${p.port}`} is bound to an address that this machine does not have, or not yet`,
  'doctor.said.listener.no-such-address.fix':
    'Take one that ip addr shows; where it comes up late, let the service wait for network-online.target.',
  'doctor.title.listener.no-such-name': 'A listener with a name that leads nowhere',
  'doctor.said.listener.no-such-name.cause': (p: Why) =>
    `The address of a listener is no address, and no name that can be resolved (${p.reason})`,
  'doctor.said.listener.no-such-name.fix': 'Write the address itself; IPv6 without brackets.',
  'doctor.title.listener.no-such-interface': 'A network interface that is not there',
  'doctor.said.listener.no-such-interface.cause': (p: { name: string }) =>
    `A listener is bound to the interface ${p.name}, which does not exist or has no such address`,
  'doctor.said.listener.no-such-interface.fix':
    'Take one that ip link shows; interfaces change their names with the hardware.',
  'doctor.title.listener.socket-not-made': 'A unix socket that cannot be made',
  'doctor.said.listener.socket-not-made.cause': (p: Why) =>
    `The broker cannot make the unix socket of a listener (${p.reason})`,
  'doctor.said.listener.socket-not-made.fix':
    'Give it a path of at most 107 bytes, in a folder that the broker’s user may write.',
  'doctor.title.listener.websockets-not-open': 'A websockets listener that cannot be opened',
  'doctor.said.listener.websockets-not-open.cause': (p: AtPort) =>
    `The websockets listener${p.port === '' ? '' : ` on port ${p.port}`} cannot be opened: its port is taken, or it is the only listener, which 2.0.11 cannot do`,
  'doctor.said.listener.websockets-not-open.fix':
    'See who has the port with ss -ltnp; on 2.0.11 add an mqtt listener on 127.0.0.1.',
  'doctor.title.listener.local-only': 'A broker for this machine alone',
  'doctor.said.listener.local-only.cause':
    'No listener is configured: the broker listens on this machine alone, and lets anybody on it in',
  'doctor.said.listener.local-only.fix':
    'Add a listener line and a password file; mqtt-setup install does both.',
  'doctor.title.user.unknown': 'A user that does not exist',
  'doctor.said.user.unknown.cause': (p: { user: string }) =>
    `The broker is to become ${p.user}, a user that this machine does not know`,
  'doctor.said.user.unknown.fix': 'Take the user line out: the broker then becomes mosquitto.',
  'doctor.title.user.rights-kept': 'Root’s rights cannot be given up',
  'doctor.said.user.rights-kept.cause': (p: Why) =>
    `The broker was started without the right to become its own user (${p.reason})`,
  'doctor.said.user.rights-kept.fix':
    'Give the service or the container CAP_SETUID and CAP_SETGID, or start it as the user itself.',
  'doctor.title.pid.unwritable': 'The pid file cannot be written',
  'doctor.said.pid.unwritable.cause': 'The broker cannot write its pid file and ends',
  'doctor.said.pid.unwritable.fix':
    'Make the folder of pid_file for the broker’s user, or take the line out: systemd does not need it.',
  'doctor.title.log.unwritable': 'The log file cannot be written',
  'doctor.said.log.unwritable.cause': (p: { path: string }) =>
    `The broker cannot write its log file ${p.path} and ends`,
  'doctor.said.log.unwritable.fix':
    'Make its folder for the broker’s user, and the file too where it is there.',
  'doctor.title.machine.as-root': 'The broker runs as root',
  'doctor.said.machine.as-root.cause':
    'The broker runs as root: whoever breaks into it owns the whole machine',
  'doctor.said.machine.as-root.fix': 'Take the line user root out: the broker then becomes mosquitto.',
  'doctor.title.machine.memory-limit': 'The memory limit is reached',
  'doctor.said.machine.memory-limit.cause':
    'The broker cut clients off, as it may not take more memory (memory_limit)',
  'doctor.said.machine.memory-limit.fix':
    'Raise memory_limit, or limit what is kept: retained messages, queues, packet size.',
  'doctor.title.database.unreadable': 'The database cannot be read',
  'doctor.said.database.unreadable.cause':
    'The broker cannot read its database and ends: it is cut short, no database, or that of another version or machine',
  'doctor.said.database.unreadable.fix':
    'Put it back from a backup; without one, set it aside: retained messages and sessions are gone then.',
  'doctor.title.database.empty': 'The database is empty',
  'doctor.said.database.empty.cause':
    'The database has no content: retained messages and sessions are gone, probably since the disk was full',
  'doctor.said.database.empty.fix':
    'Put it back from a backup where something is missing; see to free space.',
  'doctor.title.database.plugin-too': 'Two that keep the database',
  'doctor.said.database.plugin-too.cause':
    'persistence true and a persistence plugin are given, and the broker takes only one of them',
  'doctor.said.database.plugin-too.fix': 'Take the line persistence true out, or the plugin.',
  'doctor.title.saving.no-space': 'No space to save the database',
  'doctor.said.saving.no-space.cause':
    'The disk is full and the broker could not save its database: what it holds is lost with a restart',
  'doctor.said.saving.no-space.fix': 'Make room, then let it save: kill -USR1 PID.',
  'doctor.title.saving.not-written': 'The database cannot be saved',
  'doctor.said.saving.not-written.cause': (p: { path: string }) =>
    `The broker cannot save its database at ${p.path}: what it holds is lost with a restart`,
  'doctor.said.saving.not-written.fix':
    'Let the broker’s user own the folder of persistence_location, on a disk that may be written.',
};
