/** The words of `audit`: a title, a reason and findings for each of its rules. */
export const audit = {
  'audit.option': (p: { name: string; value: string; known: string }) =>
    `--${p.name} does not know ${p.value}; it knows ${p.known}`,
  'audit.fixHere': '--fix mends on the machine itself: run it there, without -h',
  'audit.noBroker': 'there is no broker here, and no configuration of one: nothing to audit',
  'audit.noBrokerFix': (p: { command: string }) => p.command,
  'audit.policy.json': 'the policy is no JSON',
  'audit.policy.shape': (p: { key: string }) =>
    `the policy does not have the right shape at ${p.key}: audit --make-policy writes one`,
  'audit.policy.unknown': (p: { id: string }) => `the policy pins ${p.id}, which is no rule of this version`,
  'audit.policy.unreadable': (p: { errno: string }) => `the policy cannot be read (${p.errno})`,
  'audit.policy.title': 'The policy does not hold',
  'audit.policy.score': (p: { score: number; least: number }) =>
    `the score is ${p.score}, and should be at least ${p.least}`,
  'audit.policy.found': (p: { rule: string }) => `${p.rule}: nothing should be found, and something is`,
  'audit.policy.unseen': (p: { rule: string }) => `${p.rule}: could not be seen, so that nobody knows`,
  'audit.score': 'Score',
  'audit.nothing': 'Nothing found.',
  'audit.looked': (p: { passed: number; date: string }) =>
    `${p.passed} rules found nothing; known fixes as of ${p.date}. 50, 15, 5 and 1 points go for each kind of finding that is critical, high, medium or low.`,
  'audit.severity.critical': 'critical',
  'audit.severity.high': 'high',
  'audit.severity.medium': 'medium',
  'audit.severity.low': 'low',
  'audit.column.severity': 'severity',
  'audit.column.rule': 'rule',
  'audit.column.finding': 'finding',
  'audit.column.evidence': 'evidence',
  'audit.column.fix': 'fix',
  'audit.unseen.head': 'Not seen:',
  'audit.unseen.line': (p: { title: string; reason: string }) => `${p.title}: ${p.reason}`,
  'audit.unseen.stopped': 'the broker does not run, or may not be looked at',
  'audit.unseen.unanswered': 'a listener gave no answer',
  'audit.unseen.closed': 'only root may look there',
  'audit.unseen.noSystemd': 'systemd does not say',
  'audit.unseen.release': (p: { date: string }) =>
    `the table of fixed packages (${p.date}) has no line for this release, or the broker is no package`,

  'audit.access.nobody-let-in.title': 'Anybody gets in without a name',
  'audit.access.nobody-let-in.why':
    'Scanners find an open broker within hours; whoever connects reads what is published and switches what listens.',
  'audit.access.nobody-let-in.found': (p: { door: string }) =>
    `${p.door} let a client in that gave neither name nor password`,
  'audit.access.nobody-let-in.here': (p: { door: string }) =>
    `${p.door} let a client in that gave neither name nor password; only programs on this machine reach it`,
  'audit.access.nobody-let-in.fix': 'Set allow_anonymous false and give each client an account.',
  'audit.access.any-password.title': 'Any name and password will do',
  'audit.access.any-password.why':
    'Who a client says that it is means nothing then, and neither do its rights.',
  'audit.access.any-password.found': (p: { door: string }) => `${p.door} let a made-up user in`,
  'audit.access.any-password.fix': 'Give the listener a password_file.',
  'audit.access.plaintext.title': 'Passwords and messages go over the network in the clear',
  'audit.access.plaintext.why':
    'Whoever is on the way, in the same Wi-Fi for instance, reads the password and is that client from then on.',
  'audit.access.plaintext.found': (p: { door: string }) => `${p.door} is reached from outside without TLS`,
  'audit.access.plaintext.fix':
    'Give it a certificate (certfile, keyfile), or bind it to 127.0.0.1 and reach it over a VPN.',
  'audit.access.no-rules.title': 'Every client may read and write everything',
  'audit.access.no-rules.why':
    'One lost password, of the cheapest sensor, is then the password to everything.',
  'audit.access.no-rules.found': (p: { doors: string }) => `no acl_file holds for ${p.doors}`,
  'audit.access.no-rules.fix': 'Give it an acl_file in which each account has what it needs.',
  'audit.access.all-topics.title': 'More rights than anybody needs',
  'audit.access.all-topics.why': 'Such an account can forge what every other one says.',
  'audit.access.all-topics.everybody': 'everybody may write to every topic',
  'audit.access.all-topics.found': (p: { user: string }) => `${p.user} may write to every topic`,
  'audit.access.all-topics.fix': 'Name the topics that it needs instead of #.',

  'audit.limits.packets.title': 'Packets of any size are taken',
  'audit.limits.packets.why':
    'A single client can fill the memory of the machine: a packet may have 256 MB before 2.1.',
  'audit.limits.packets.found': 'max_packet_size is not set, or is 0',
  'audit.limits.packets.fix': 'Set max_packet_size, to 2000000 for instance.',
  'audit.limits.sessions.title': 'Sessions are kept for ever',
  'audit.limits.sessions.why':
    'What waits for clients that never come back takes memory and disk, and a stranger can leave thousands of them.',
  'audit.limits.sessions.found': 'persistent_client_expiration is not set',
  'audit.limits.sessions.fix': 'Set persistent_client_expiration, to 14d for instance.',
  'audit.log.errors.title': 'Errors are not logged',
  'audit.log.errors.why': 'Refused logins and files that could not be read leave no trace then.',
  'audit.log.errors.found': 'log_type leaves out errors',
  'audit.log.errors.fix': 'Add log_type error, or take the log_type lines out.',

  'audit.service.root.title': 'The broker runs as root',
  'audit.service.root.why': 'Whoever gets hold of it gets hold of the machine.',
  'audit.service.root.found': 'the process of the broker has user id 0',
  'audit.service.root.fix': 'Take user root out of the configuration.',
  'audit.service.exposure.title': 'The broker runs without a cage',
  'audit.service.exposure.why':
    'Whoever gets hold of a broker without one may read most files of the machine and make every system call.',
  'audit.service.exposure.found': (p: { exposure: string }) =>
    `systemd rates the unit’s exposure ${p.exposure} of 10`,
  'audit.service.exposure.fix': 'Let mqtt-setup put it into one (sandbox), or harden the unit by a drop-in.',
  'audit.service.changed.title': 'The broker runs with something else than its files say',
  'audit.service.changed.why': 'What you read is not what is in force, and the next restart may fail.',
  'audit.service.changed.found': (p: { files: string }) => `changed since the broker was started: ${p.files}`,
  'audit.service.changed.fix': 'Check the files, then restart the broker.',
  'audit.files.copies.title': 'A copy of the passwords lies open',
  'audit.files.copies.why': 'Hashes can be tried at home, a million times a second.',
  'audit.files.copies.found': (p: { path: string; mode: string }) =>
    `${p.path} holds hashes, and everybody on the machine may read it (mode ${p.mode})`,
  'audit.files.copies.fix': 'Take it away, or close it with chmod 600.',
  'audit.files.waiting.title': 'A newer configuration of the package waits to be looked at',
  'audit.files.waiting.why': 'It may hold safer defaults than the file that was kept.',
  'audit.files.waiting.found': (p: { files: string }) => `left by an upgrade: ${p.files}`,
  'audit.files.waiting.fix': 'Compare it with the file beside it, take over what is good, and delete it.',
  'audit.files.repository.title': '/etc is under version control',
  'audit.files.repository.why': 'Hashes and keys go into its history, and wherever that is pushed to.',
  'audit.files.repository.found': (p: { path: string }) => `${p.path} is there`,
  'audit.files.repository.fix': 'Name the password files and keys in /etc/.gitignore.',
  'audit.package.fixes.title': 'The package lacks known fixes',
  'audit.package.fixes.why': 'Some of them let a client that is not even logged in end the broker.',
  'audit.package.fixes.found': (p: { installed: string; needed: string; date: string }) =>
    `mosquitto ${p.installed} is installed; ${p.needed} has all fixes known on ${p.date}`,
  'audit.package.fixes.fix': 'Upgrade the package.',
  'audit.upgrade.blocked.title': 'A newer broker would not start with these files',
  'audit.upgrade.blocked.why': 'Whoever cannot upgrade stays without the fixes of newer versions.',
  'audit.upgrade.blocked.found': (p: { count: number; version: string }) =>
    p.count === 1
      ? `one line would be refused by ${p.version}`
      : `${p.count} lines would be refused by ${p.version}`,
  'audit.upgrade.blocked.fix': 'mqtt-setup check names each of them with its cure.',
  'audit.outside.nobody': (p: { door: string; error: string }) =>
    `nobody answers at ${p.door} as a broker does (${p.error})`,
  'audit.outside.machine': 'Everything on the machine itself',
  'audit.outside.machineReason': 'this broker is looked at from outside; run mqtt-setup audit there',
  'audit.outside.plaintext-beside.title': 'The same broker is open in plain text too',
  'audit.outside.plaintext-beside.found': 'port 1883 of the same host answers without TLS',
  'audit.outside.plaintext-beside.fix': 'Bind that listener to 127.0.0.1, or close the port in the firewall.',
  'audit.outside.tls-certificate.why':
    'Clients that look at it refuse to connect; those that do not could be talking to anybody.',
  'audit.outside.tls-certificate.fix':
    'Show a certificate for the name that clients dial, with its chain, from a CA that they know.',
  'audit.outside.tls-expiry.why': 'On that day every client that looks at it stops.',
  'audit.outside.tls-expiry.fix': 'Renew it, and see that it is renewed by itself.',
  'audit.outside.tls-protocols.why':
    'Old versions and ciphers have known holes; whoever is on the way can ask for them.',
  'audit.outside.tls-protocols.fix':
    'Set tls_version tlsv1.2 and ciphers with ECDHE and AES-GCM or ChaCha20.',
  'audit.outside.guessing.title': 'Passwords can be guessed as fast as the broker answers',
  'audit.outside.guessing.why':
    'Mosquitto neither counts nor slows down wrong logins: a short password is found in time.',
  'audit.outside.guessing.found': (p: { tries: number }) =>
    `${p.tries} wrong logins in a row were answered at once`,
  'audit.outside.guessing.fix':
    'Long passwords, or certificates; fail2ban or the firewall against whoever tries many.',
  'audit.outside.banner.title': 'It tells strangers its version',
  'audit.outside.banner.why': 'Whoever looks for a broker with a known hole need not even try.',
  'audit.outside.banner.found': '$SYS/broker/version may be read by anybody',
  'audit.outside.banner.fix': 'Let nobody in without a name, or keep $SYS from those who have none.',
  'audit.tls.authority-key.title': 'The key of the CA is on the broker’s machine, in clear',
  'audit.tls.authority-key.why':
    'Who becomes root here can sign certificates for any client, and for another broker.',
  'audit.tls.authority-key.found': (p: { path: string }) => `${p.path} asks for no passphrase`,
  'audit.tls.authority-key.fix':
    'Move it to a safe place between renewals, or make the CA with --ca-passphrase-file; neither is renewed by itself then.',
};
