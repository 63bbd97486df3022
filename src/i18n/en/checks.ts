export const checks = {
  'checks.group.service': 'Service',
  'checks.group.config': 'Configuration',
  'checks.group.files': 'Files',
  'checks.group.sockets': 'Open ports',
  'checks.group.connect': 'Connection',
  'checks.group.auth': 'Who gets in',
  'checks.group.messages': 'Messages',
  'checks.group.access': 'Rights',
  'checks.group.persistence': 'Persistence',
  'checks.group.resources': 'Resources',

  'checks.connect-bridges.title': 'Bridges stand',
  'checks.connect-bridges.pass': (p: { count: number }) => (p.count === 1 ? 'one does' : `all ${p.count} do`),
  'checks.connect-bridges.fail': 'a bridge does not reach the other broker, or is not let in there',
  'checks.connect-bridges.fix': 'mqtt-setup logs says what came back; mqtt-setup doctor explains it',

  'checks.messages-bridges.title': 'Messages cross bridges',
  'checks.messages-bridges.pass': (p: { tries: number }) =>
    p.tries === 1
      ? 'the test message came out at the other end'
      : `all ${p.tries} test messages came out at the other end`,
  'checks.messages-bridges.fail': 'a test message did not come out at the other end of a bridge',
  'checks.messages-bridges.skip': 'the other broker does not let us look, so that nothing is proven',
  'checks.messages-bridges.fix':
    'see what is refused: mqtt-setup logs, and the rights of the account that the bridge has at the other broker',

  'checks.group.tls': 'TLS',
  'checks.tls.unproven': 'no listener answered in TLS, so that nothing is proven',
  'checks.auth.certificates': 'every listener knows its clients by their certificates',
  'checks.tls-certificate.title': 'The right certificate is shown',
  'checks.tls-certificate.pass': (p: { count: number }) =>
    p.count === 1 ? 'by the listener with TLS' : `by ${p.count} listeners with TLS`,
  'checks.tls-certificate.fail':
    'another certificate than the right one is shown, or one that clients refuse',
  'checks.tls-certificate.unknown': 'signed by somebody whom not every client trusts by itself',
  'checks.tls-certificate.fix':
    'mqtt-setup tls status shows what is on disk; mqtt-setup tls renew puts it right',
  'checks.tls-expiry.title': 'The certificates are good',
  'checks.tls-expiry.pass': (p: { days: number }) => `for ${p.days} days yet`,
  'checks.tls-expiry.fail': 'a certificate has ended, has not begun, or ends too soon',
  'checks.tls-expiry.soon': (p: { days: number }) => `for ${p.days} days only`,
  'checks.tls-expiry.fix':
    'mqtt-setup tls renew; where another program fetches the certificate, look why it did not',
  'checks.tls-protocols.title': 'Old versions and weak ciphers are refused',
  'checks.tls-protocols.pass': 'TLS 1.2 and 1.3 only, with forward secrecy',
  'checks.tls-protocols.fail': 'versions of TLS are spoken that have been broken for years',
  'checks.tls-protocols.weak': 'ciphers are taken that nobody should use any more',
  'checks.tls-protocols.fix':
    'tls_version tlsv1.2 and a list of ciphers in mosquitto.conf; "tls:" in broker.yaml writes both',
  'checks.tls-devices.title': 'Small devices could connect',
  'checks.tls-devices.pass': 'Tasmota on an ESP8266, and every ESP32',
  'checks.tls-devices.some': 'not all: see below',
  'checks.tls-devices.fix': 'a key of RSA with 2048 bits and TLS 1.2: the defaults of mqtt-setup',
  'checks.tls-clients.title': 'Nobody gets in without a certificate, where one is asked for',
  'checks.tls-clients.pass': 'refused',
  'checks.tls-clients.fail': 'a client without a certificate got in',
  'checks.tls-clients.fix': 'mqtt-setup restart; if it stays so, mqtt-setup doctor',

  'checks.report.summary': (p: {
    passed: number;
    failed: number;
    warned: number;
    skipped: number;
    milliseconds: number;
  }) =>
    `${p.passed} passed, ${p.failed} failed, ${p.warned === 0 ? '' : `${p.warned} warned, `}${p.skipped} skipped, in ${p.milliseconds} ms`,
  'checks.report.elsewhere': (p: { count: number }) =>
    `${p.count === 1 ? 'One check needs' : `${p.count} checks need`} to run on the broker’s machine: mqtt-setup verify there, without -h and -L`,

  'checks.run.needs-machine': 'needs a look at the machine itself; this broker is looked at from outside',
  'checks.run.needs-spec': 'needs the spec, and there is none',
  'checks.run.needs-broker': 'no address of the broker is known',
  'checks.run.needs-login': 'needs an account, and no password is known here',
  'checks.run.needs-probe': 'needs the probe account, whose rights are known; another account is in use',
  'checks.run.needs-deep': 'runs with --deep only: it restarts the broker, and everybody is disconnected',
  'checks.run.unwell':
    'left out: other checks failed, and with what is wrong already the broker might not come back from a restart',
  'checks.run.crashed': (p: { error: string }) => `the check itself broke: ${p.error}`,
  'checks.run.unknown': (p: { name: string }) => `no check or group of checks is called ${p.name}`,
  'checks.run.known': (p: { names: string }) => `these exist: ${p.names}`,

  'checks.wire.lost': (p: { seen: string }) => `the broker did not answer as it should: ${p.seen}`,

  'checks.service-active.title': 'The broker runs',
  'checks.service-active.pass': (p: { pid: number | string }) => `process ${p.pid}`,
  'checks.service-active.fail': 'it does not run',
  'checks.service-active.fix': 'mqtt-setup start; if it stops again, mqtt-setup logs says why',

  'checks.service-enabled.title': 'The broker starts with the machine',
  'checks.service-enabled.pass': 'enabled',
  'checks.service-enabled.no-init':
    'nothing starts services on this machine: start the broker with mqtt-setup start',
  'checks.service-enabled.masked': 'the service is masked: it cannot start',
  'checks.service-enabled.unmask': 'systemctl unmask mosquitto, then mqtt-setup apply',
  'checks.service-enabled.fail': 'it is not enabled: after a reboot it would be gone',
  'checks.service-enabled.fix': 'mqtt-setup apply',

  'checks.service-loaded.title': 'The running configuration is the one on disk',
  'checks.service-loaded.pass': 'no file has changed since the broker read it',
  'checks.service-loaded.stopped': 'the broker does not run',
  'checks.service-loaded.fail': 'files changed after the broker read them',
  'checks.service-loaded.fix':
    'mqtt-setup plan shows the difference; mqtt-setup restart makes the broker read the files',

  'checks.service-restarts.title': 'The broker did not have to be started again',
  'checks.service-restarts.uncounted': 'nothing counts restarts here: there is no systemd',
  'checks.service-restarts.pass': 'not once',
  'checks.service-restarts.warn': (p: { times: number }) =>
    p.times === 1
      ? 'it ended by itself once, and runs since'
      : `it ended by itself ${p.times} times, and runs since`,
  'checks.service-restarts.fail': (p: { times: number }) =>
    p.times === 1
      ? 'it ended by itself a moment ago'
      : `it ended by itself ${p.times} times, a moment ago the last`,
  'checks.service-restarts.fix': 'mqtt-setup logs says why; memory may have run out',

  'checks.service-survives.title': 'The broker comes back from a restart',
  'checks.service-survives.pass': (p: { pid: number | string }) =>
    `it does, as process ${p.pid}, and answers where it did before`,
  'checks.service-survives.down': 'the broker did not come back from the restart',
  'checks.service-survives.fail': 'after the restart it does not answer where it did before',
  'checks.service-survives.fix':
    'mqtt-setup doctor names the cause; mqtt-setup apply puts back what is declared',

  'checks.persistence.default': 'nothing is kept: no file says "persistence true"',
  'checks.persistence.off': (p: { place: string }) => `nothing is kept: switched off by ${p.place}`,
  'checks.persistence.not-ours': 'only root, or whose broker it is, may ask it to save',
  'checks.persistence.unread': 'not proven: the database cannot be looked into',
  'checks.persistence-saved.title': 'What has to be kept gets onto the disk',
  'checks.persistence-saved.pass': (p: { path: string }) => `saved in ${p.path}`,
  'checks.persistence-saved.fail':
    'the broker does not save: what it should keep is lost with the next restart',
  'checks.persistence-saved.fix':
    'the folder has to belong to the broker’s user (mosquitto), on a file system with space; mqtt-setup logs says what it could not do',
  'checks.persistence-restart.title': 'What is kept is there after a restart',
  'checks.persistence-restart.pass': 'a retained message and one for a client that was away',
  'checks.persistence-restart.fail': 'the restart lost what should have survived it',
  'checks.persistence-restart.fix':
    'mqtt-setup logs shows whether the database was written and read; it has to belong to the broker’s user (mosquitto)',

  'checks.resources-descriptors.title': 'There are file descriptors for all clients',
  'checks.resources-descriptors.unknown': 'the limit of the broker’s process cannot be read',
  'checks.resources-descriptors.pass': (p: { room: number }) => `enough for about ${p.room} clients`,
  'checks.resources-descriptors.full': (p: { used: number; limit: number }) =>
    `${p.used} of ${p.limit} are in use: soon nobody gets in any more`,
  'checks.resources-descriptors.few': (p: { clients: number; limit: number }) =>
    `${p.clients} clients are allowed in, but the process may open only ${p.limit} files`,
  'checks.resources-descriptors.fix':
    'systemctl edit mosquitto: under [Service] write LimitNOFILE= with that number and some more, then mqtt-setup restart',
  'checks.resources-space.title': 'There is space for the broker’s store',
  'checks.resources-space.unknown': 'how much is free cannot be seen',
  'checks.resources-space.pass': (p: { free: number }) => `${p.free} MiB free`,
  'checks.resources-space.fail': (p: { free: number; needed: number }) =>
    `${p.free} MiB free, and ${p.needed} are needed to write it anew: what should survive a restart will be lost`,
  'checks.resources-space.fix':
    'free some space on that file system (journalctl --vacuum-size=100M, apt-get clean)',
  'checks.resources-clock.title': 'The clock is not behind',
  'checks.resources-clock.pass': (p: { clock: string }) => p.clock,
  'checks.resources-clock.fail': (p: { clock: string }) =>
    `it says ${p.clock}, but files were written later than that`,
  'checks.resources-clock.fix':
    'timedatectl set-ntp true (Debian: apt-get install systemd-timesyncd), then verify again',

  'checks.config-anonymous.title': 'The configuration closes the broker to anonymous clients',
  'checks.config-anonymous.pass': (p: { place: string }) => `closed by ${p.place}`,
  'checks.config-anonymous.declared':
    'The files let clients without a name in where broker.yaml says so, and nowhere else.',
  'checks.config-anonymous.default': 'closed: with a listener declared that is the default',
  'checks.config-anonymous.fail': (p: { place: string }) => `opened by ${p.place}`,
  'checks.config-anonymous.implied':
    'open: no listener is declared, and then anybody on this machine may connect',
  'checks.config-anonymous.fix': 'take that line out, then mqtt-setup restart',

  'checks.config-override.title': 'No other file overrides ours',
  'checks.config-override.pass': (p: { files: number }) =>
    p.files === 1 ? '1 file read' : `${p.files} files read`,
  'checks.config-override.fail': 'other files change what ours sets',
  'checks.config-override.fix':
    'take those lines out (or put what you need into the spec), then mqtt-setup restart',

  'checks.files.unreadable': 'not proven: some files cannot be read without root',
  'checks.files-mode.title': 'Files belong to whom they should',
  'checks.files-mode.pass': 'owners and modes are right, nobody else reads a secret',
  'checks.files-mode.fail': 'owners or modes are wrong',
  'checks.files-mode.fix': 'mqtt-setup apply',
  'checks.files-written.title': 'Files are as mqtt-setup wrote them',
  'checks.files-written.pass': (p: { files: number }) => (p.files === 1 ? '1 file' : `${p.files} files`),
  'checks.files-written.nothing': 'mqtt-setup has not recorded writing any file here',
  'checks.files-written.fail': 'files were changed by somebody else',
  'checks.files-written.fix': 'mqtt-setup plan shows what apply would put back',

  'checks.sockets-declared.title': 'Open ports are exactly those declared',
  'checks.sockets-declared.pass': (p: { sockets: string }) => p.sockets,
  'checks.sockets-declared.blind': 'which process holds which port cannot be seen without root',
  'checks.sockets-declared.fail': 'open ports and declared listeners differ',
  'checks.sockets-declared.fix':
    'mqtt-setup plan, then mqtt-setup restart; a port held by another process has to be freed first',

  'checks.connect-reach.title': 'Every address answers',
  'checks.connect-reach.pass': (p: { tries: number }) => `${p.tries} logins of ${p.tries} accepted`,
  'checks.connect-reach.answers': (p: { tries: number }) => `${p.tries} answers to ${p.tries} connections`,
  'checks.connect-reach.one-version': (p: { version: string }) =>
    `every login accepted; this broker does not speak MQTT ${p.version}`,
  'checks.connect-reach.fail': 'not every address lets a known account in',
  'checks.connect-reach.fix':
    'ECONNREFUSED: nothing listens there; ETIMEDOUT: a firewall is in the way; ETLS, EHTTP, ENOTMQTT: something else listens there; 4, 5, 0x86, 0x87: name or password are wrong',

  'checks.auth.pass': (p: { tries: number }) => `refused in ${p.tries} of ${p.tries} attempts`,
  'checks.auth.unproven': 'not proven: some addresses gave no answer that says so',
  'checks.auth.nameless': 'no account is known to try it with',
  'checks.auth.fix':
    'mqtt-setup apply writes allow_anonymous false and the password file; where config.anonymous or config.override fail, begin there',
  'checks.auth-anonymous.title': 'Clients without a name get in only where that is declared',
  'checks.auth-anonymous.declared':
    'Clients without a name are let in where broker.yaml says so, and nowhere else.',
  'checks.auth-anonymous.closed': 'Clients without a name are refused, though broker.yaml lets them in.',
  'checks.auth-anonymous.closedFix':
    'Run mqtt-setup apply, or take "anonymous" out of broker.yaml if nobody should get in without a name.',
  'checks.auth-anonymous.fail': 'anybody can connect without a name',
  'checks.auth-wrong-password.title': 'A wrong password is refused',
  'checks.auth-wrong-password.fail': 'a wrong password is accepted',
  'checks.auth-unknown-user.title': 'An unknown user is refused',
  'checks.auth-unknown-user.fail': 'a user that does not exist is accepted',
  'checks.auth-empty-password.title': 'An empty password is refused',
  'checks.auth-empty-password.fail': 'an empty password is accepted',

  'checks.messages.unproven': 'not proven: no message could be tried everywhere',
  'checks.messages.fix':
    'mqtt-setup logs; an ACL, max_qos or retain_available in another file may be the cause',
  'checks.messages-qos.title': (p: { qos: number }) => `A message of QoS ${p.qos} arrives`,
  'checks.messages-qos.limited': (p: { qos: number }) =>
    `Every listener is limited to a lower QoS than ${p.qos}, as broker.yaml says.`,
  'checks.messages-qos.less': (p: { qos: number }) => `this broker does not serve QoS ${p.qos}, and says so`,
  'checks.messages-qos.pass': (p: { tries: number }) => `sent and received ${p.tries} times of ${p.tries}`,
  'checks.messages-qos.fail': (p: { qos: number }) =>
    `a message of QoS ${p.qos} did not come back as it was sent`,
  'checks.messages-retained.title': 'A retained message is kept, and can be cleared',
  'checks.messages-retained.off': 'retained messages are switched off in broker.yaml (limits.retained)',
  'checks.messages-retained.pass': (p: { tries: number }) =>
    `kept and cleared ${p.tries} times of ${p.tries}`,
  'checks.messages-retained.fail': 'retained messages do not work',
  'checks.messages-will.title': 'The will of a client that is cut off is sent',
  'checks.messages-will.pass': (p: { tries: number }) => `sent ${p.tries} times of ${p.tries}`,
  'checks.messages-will.fail': 'nobody is told when a client is cut off',
  'checks.messages-session.title': 'A client that was away gets what came in between',
  'checks.messages-session.pass': (p: { tries: number }) => `delivered ${p.tries} times of ${p.tries}`,
  'checks.messages-session.fail': 'sessions are not kept while a client is away',
  'checks.messages-session.fix':
    'mqtt-setup logs; max_queued_messages, queue limits or an ACL in another file may be the cause',
  'checks.messages-properties.title': 'What an MQTT 5 message carries arrives with it',
  'checks.messages-properties.no-version': 'MQTT 5 is not let in there',
  'checks.messages-properties.pass': (p: { tries: number }) =>
    `as it was sent, ${p.tries} times of ${p.tries}`,
  'checks.messages-properties.fail': 'properties of a message are lost or changed on the way',
  'checks.messages-large.title': 'The size limit of packets holds',
  'checks.messages-large.high': (p: { limit: number }) =>
    `the limit of ${p.limit} bytes is too high to be tried without harm`,
  'checks.messages-large.websockets': 'this version of the broker does not hold websockets to the limit',
  'checks.messages-large.pass': (p: { limit: number }) => `${p.limit} bytes are taken, one more is refused`,
  'checks.messages-large.fail': (p: { limit: number }) =>
    `the broker does not keep to the declared ${p.limit} bytes`,
  'checks.messages-large.fix':
    'mqtt-setup restart: a changed limit holds from the next start; look for max_packet_size and message_size_limit in other files',

  'checks.access.unproven': 'not proven: the probe account could not try it everywhere',
  'checks.access.fix': 'mqtt-setup apply writes the ACL file and restarts; look for acl_file in other files',
  'checks.access-write.title': 'What may not be written is not delivered',
  'checks.access-write.pass': (p: { tries: number }) => `refused ${p.tries} times of ${p.tries}`,
  'checks.access-write.fail': 'an account can write where it has no right to',
  'checks.access-tests.title': 'The access tests of broker.yaml hold',
  'checks.access-tests.none': 'broker.yaml has no access tests (key "tests")',
  'checks.access-tests.declared': (p: { count: number }) =>
    `what is declared does not pass ${p.count === 1 ? 'an access test' : `${p.count} access tests`}`,
  'checks.access-tests.disagree': (p: { count: number }) =>
    `the broker does otherwise than what is declared, in ${p.count === 1 ? 'one access test' : `${p.count} access tests`}`,
  'checks.access-tests.pass': (p: { count: number; asked: number }) =>
    `${p.count} hold, ${p.asked} of them asked of the broker`,
  'checks.access-read.title': 'What may not be read does not arrive',
  'checks.access-read.pass': (p: { tries: number }) => `withheld ${p.tries} times of ${p.tries}`,
  'checks.access-read.fail': 'an account can read what it has no right to',
};
