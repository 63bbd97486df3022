export const explain = {
  'explain.command':
    'What a word means: an option of mosquitto in this version or of mqtt-setup, an exit code, an error, a check.',
  'explain.arg':
    'an option of mosquitto.conf or of mqtt-setup, an exit code, an error code, the id of a check; none: a list',
  'explain.option.version': 'as in this version of mosquitto (default: the one of this machine)',
  'explain.badVersion': (p: { value: string }) => `a version of mosquitto looks like 2.0.11, not ${p.value}`,
  'explain.unknown': (p: { word: string }) => `nothing is called ${p.word}: no option, code or check`,
  'explain.unknownCode': (p: { code: string }) => `mqtt-setup never ends with ${p.code}`,
  'explain.seeList': 'mqtt-setup explain (without a word) lists the options of mosquitto.conf.',

  'explain.in': (p: { version: string }) => `mosquitto ${p.version}`,
  'explain.versionUnknown': 'version of mosquitto unknown: as in 2.0.11',
  'explain.notYet': (p: { version: string; since: string }) =>
    `${p.version} does not know it yet (since ${p.since}): it would not start.`,
  'explain.gone': (p: { version: string; removed: string }) =>
    `${p.version} no longer knows it (removed in ${p.removed}): it does not start.`,
  'explain.beware': 'Beware',
  'explain.security': 'Security',
  'explain.value': 'Value',
  'explain.default': 'Default',
  'explain.place': 'Place',
  'explain.since': 'Since',
  'explain.deprecated': 'Deprecated',
  'explain.change': 'Change',
  'explain.contents': 'Content',
  'explain.twice': 'Twice',
  'explain.sameAs': 'Same as',
  'explain.ours': 'Ours',

  'explain.none': 'not set',
  'explain.defaultFrom': (p: { value: string; since: string }) => `from ${p.since}: ${p.value}`,
  'explain.oldest': '1.4 or older',
  'explain.instead': (p: { since: string; by: string }) => `since ${p.since}; use ${p.by} instead`,
  'explain.noInstead': (p: { since: string }) => `since ${p.since}; nothing takes its place`,

  'explain.type.bool': 'true or false',
  'explain.type.int': 'a whole number',
  'explain.type.text': 'a text, to the end of the line',
  'explain.type.path.file': 'path of a file',
  'explain.type.path.folder': 'path of a folder',
  'explain.type.path.plugin': 'path of a plugin (.so)',
  'explain.type.words': (p: { words: string }) => `one of ${p.words}`,
  'explain.type.log-dest': (p: { words: string }) => `one of ${p.words}, or file and a path`,
  'explain.type.ints': 'whole numbers, separated by blanks',
  'explain.type.duration': (p: { units: string }) => `a whole number and one of the letters ${p.units}`,
  'explain.type.listener': 'a port, then perhaps an address or name; or 0 and the path of a socket',
  'explain.type.hosts': 'names or addresses, each perhaps with :port',
  'explain.type.bridge-topic': 'filter [out|in|both [QoS [local prefix [remote prefix]]]]',
  'explain.type.name-and-path': 'a name, and the path of a plugin (.so)',
  'explain.type.name': 'one word',
  'explain.type.plugin-value': 'whatever the plugin takes',
  'explain.type.ignored': 'not looked at',
  'explain.range': (p: { min: string; max: string }) => `${p.min} to ${p.max}`,
  'explain.atLeast': (p: { min: string }) => `at least ${p.min}`,
  'explain.atMost': (p: { max: string }) => `at most ${p.max}`,
  'explain.maxBytes': (p: { count: number }) => `at most ${p.count} bytes`,
  'explain.unit.bytes': 'bytes',
  'explain.unit.seconds': 'seconds',
  'explain.unit.minutes': 'minutes',
  'explain.unit.milliseconds': 'milliseconds',
  'explain.unit.messages': 'messages',
  'explain.unit.clients': 'clients',

  'explain.scope.broker': 'the whole broker',
  'explain.scope.security':
    'the whole broker; below a listener, with per_listener_settings true, only that one',
  'explain.scope.listener': 'below the listener it is about, in the same file',
  'explain.scope.default-listener': 'the listener that the broker makes by itself',
  'explain.scope.bridge': 'below the connection it is about, in the same file',
  'explain.scope.plugin': 'below the plugin it is about, in the same file',
  'explain.again.wins': 'the last line wins',
  'explain.again.adds': 'each line counts',
  'explain.again.fatal': 'the broker does not start, also when they stand in two files',
  'explain.again.true-stays': 'once it is true it stays so',
  'explain.effect.reload': 'a reload is enough',
  'explain.effect.restart': 'needs a restart',
  'explain.effect.reset': 'needs a restart; every reload puts it back to its default',

  'explain.notOurs': 'mqtt-setup does not set it.',
  'explain.sets.allow_anonymous':
    'false, so that every client says who it is; true only where broker.yaml says "anonymous".',
  'explain.sets.plugin': 'from 2.1 on: the plugins of the package that read our password and ACL files.',
  'explain.sets.max_packet_size':
    '2,000,000 bytes, the default of 2.1, on every version: without it one client may send 256 MB at once. Key limits.packet_size.',
  'explain.sets.max_queued_messages':
    '1000 for each client that is away: a forgotten subscriber cannot use up the memory. Key limits.queued_messages.',
  'explain.sets.max_queued_bytes': '16 MiB for each client that is away. Key limits.queued_bytes.',
  'explain.sets.persistent_client_expiration':
    '60 days: the session of a client that never comes back does not stay for ever. Key limits.session_expiry.',
  'explain.sets.key': (p: { key: string }) => `only where broker.yaml says so. Key ${p.key}.`,
  'explain.sets.password_file': 'our file of salted hashes, made from the accounts.',
  'explain.sets.acl_file': 'our file of rights, made from the accounts: what is not named is refused.',
  'explain.sets.set_tcp_nodelay':
    'true: without it small messages may wait 40 ms. "throughput: true" leaves it out, for a fifth more messages a second.',
  'explain.sets.listener':
    'one for each address and port of broker.yaml, always written out: never one that the broker implies.',
  'explain.sets.pid_file': 'where no init system looks after the broker, so that it is found again.',
  'explain.sets.user':
    'only for a broker in a folder (--local) that root starts; else Debian’s package decides.',
  'explain.sets.persistence':
    'true unless broker.yaml says otherwise; for the machine’s broker Debian’s own file says it. Key persistence.enabled.',
  'explain.sets.persistence_location':
    'the data folder of a broker in a folder (--local); else Debian’s own file says where. Key persistence.location.',
  'explain.sets.log_dest':
    'a file in the folder of a --local broker; else Debian’s own file says where. Key log.to.',
  'explain.sets.log_timestamp_format':
    'date and time of day, for a broker in a folder (--local). Key log.timestamps.',

  'explain.exit.ok': 'Done, or there was nothing to do.',
  'explain.exit.no': 'The honest answer is no: a check failed, or a change failed and was taken back.',
  'explain.exit.pending': 'Changes are pending; only with --detailed-exitcode.',
  'explain.exit.usage': 'The command line is wrong.',
  'explain.exit.input':
    'broker.yaml or another input is wrong; every problem is printed with file, line and column.',
  'explain.exit.unreachable': 'The broker, or the package source, cannot be reached.',
  'explain.exit.bug': 'A bug in mqtt-setup: please report it with the output of --debug.',
  'explain.exit.rollbackFailed':
    'A change failed and taking it back failed too; what to do by hand is printed.',
  'explain.exit.locked':
    'Another mqtt-setup is at work on this broker; the message says which and since when.',
  'explain.exit.needsRoot': 'This needs root’s rights; the exact command is printed.',
  'explain.exit.refused':
    'Refused: the machine holds changes made by hand, or files that are not ours; they are named.',
  'explain.exit.interrupted': 'Interrupted by Ctrl-C, after what had been done was taken back.',
  'explain.exit.terminated': 'Ended from outside (SIGTERM), after what had been done was taken back.',
};
