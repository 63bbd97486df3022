type Option = { option: string };
type Path = { path: string };

export const conf = {
  'conf.option.unknown': (p: Option) => `Mosquitto knows no option "${p.option}".`,
  'conf.option.later': (p: Option & { since: string; version: string }) =>
    `This needs ${p.option}, which came with Mosquitto ${p.since}: ${p.version}, which is the one here, would not start with it.`,
  'conf.option.removed': (p: Option & { removed: string; version: string }) =>
    `${p.option} is gone since Mosquitto ${p.removed}: ${p.version}, which is the one here, would not start with it.`,
  'conf.value': (p: Option & { value: string; version: string }) =>
    `Mosquitto ${p.version} does not take "${p.value}" for ${p.option}.`,
  'conf.explain': (p: Option) => `mqtt-setup explain ${p.option} says what it takes.`,
  'conf.twice': (p: Option & { value: string }) =>
    `${p.option} already says "${p.value}": the broker does not start where it stands twice.`,
  'conf.extra.managed': (p: Option) =>
    `${p.option} is managed: it has a key of its own in broker.yaml, or follows from the others.`,
  'conf.extra.managedFix': (p: Option) => `mqtt-setup explain ${p.option} names it.`,
  'conf.extra.access': (p: Option) =>
    `${p.option} cannot stand under "extra": who gets in, and what is loaded, is decided by accounts and roles alone.`,
  'conf.extra.secret': (p: Option) =>
    `${p.option} holds a secret, and this file holds none: it may be read by others and go into git.`,
  'conf.extra.place.listener': (p: Option) =>
    `${p.option} belongs to a listener: write it under "extra" of that listener.`,
  'conf.extra.place.bridge': (p: Option) =>
    `${p.option} belongs to a bridge: write it under "extra" of that bridge.`,
  'conf.extra.place.broker': (p: Option) =>
    `${p.option} belongs to the whole broker: write it under "extra" at the left margin.`,
  'conf.socket.taken': (p: { path: string }) =>
    `${p.path} is there already and is no socket: Mosquitto would delete it and put its socket there.`,
  'conf.socket.folder': (p: { folder: string }) =>
    `The folder ${p.folder} is not there: Mosquitto would not start.`,
  'conf.socket.closed': (p: { folder: string }) =>
    `Mosquitto may not write into ${p.folder}, and would not start.`,
  'conf.socket.folderFix': (p: { folder: string }) =>
    `A folder of its own will do: install -d -o mosquitto -g mosquitto -m 750 ${p.folder}`,
  'conf.socket.folderFixLocal': (p: { folder: string }) => `Make it: mkdir -p ${p.folder}`,
  'conf.websockets.alone': (p: { version: string }) =>
    `Mosquitto ${p.version} does not start with websockets listeners alone.`,
  'conf.websockets.aloneFix': 'Add a listener for mqtt: "bind: loopback" keeps it on this machine.',
  'conf.websockets.interface':
    'This version of Mosquitto does not heed the interface of a websockets listener: it would listen on all of them. Give its address with "bind".',
  'conf.websockets.ipv6':
    'This version of Mosquitto cannot keep a websockets listener to IPv6: it would answer over IPv4 too.',
  'conf.anonymous.mixed': (p: { version: string }) =>
    `Mosquitto ${p.version} lets clients without a name in on all listeners or on none; one by one needs 2.1.`,
  'conf.location': (p: { location: string }) =>
    `The distribution's mosquitto.conf already says ${p.location}, and the broker does not start where the location stands twice. Leave "location" out, or change it there.`,
  'conf.log.journal': 'There is no journal here: it needs systemd, and a broker that is not in a folder.',
  'conf.log.rotate':
    'A broker in a folder is not rotated by logrotate, which needs root: leave "rotate" out.',
  'conf.note.rotate':
    'logrotate is not installed: the log file would grow for ever. "log: { rotate: true }" in broker.yaml installs it, "log: { to: [journal] }" does without the file.',
  'conf.note.limits': (p: { version: string; listeners: string }) =>
    `Any reload of Mosquitto ${p.version}, also the daily one of logrotate, forgets max_connections, max_qos and max_topic_alias until the next restart (${p.listeners}).`,
  'conf.note.packets': (p: { version: string; listeners: string }) =>
    `Mosquitto ${p.version} does not hold websockets to limits.packet_size (${p.listeners}).`,
  'conf.note.mount': (p: { version: string; listeners: string }) =>
    `Mosquitto ${p.version} does not take the mount point off again: clients there receive other topics than they publish (${p.listeners}).`,
  'conf.interface': (p: { interface: string }) => `This machine has no network interface "${p.interface}".`,
  'conf.interfaceFix': (p: { interfaces: string }) => `It has: ${p.interfaces}.`,
  'conf.bridge.noFile': (p: Path & { bridge: string }) =>
    `The bridge "${p.bridge}" takes its password from ${p.path}, which is not there.`,
  'conf.bridge.notAFile': (p: Path) =>
    `${p.path} cannot be read as a password: it is no file, or far too long.`,
  'conf.bridge.open': (p: Path) => `${p.path} holds a password, and everybody on this machine may read it.`,
  'conf.bridge.openFix': (p: Path) => `chmod 600 ${p.path}`,
  'conf.bridge.password': (p: Path) =>
    `The first line of ${p.path} cannot be a bridge's password: it is empty, has a blank at an end, or holds what does not print.`,
};
