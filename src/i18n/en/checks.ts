export const checks = {
  'checks.group.service': 'Service',
  'checks.group.config': 'Configuration',
  'checks.group.files': 'Files',
  'checks.group.sockets': 'Open ports',
  'checks.group.connect': 'Connection',
  'checks.group.auth': 'Who gets in',
  'checks.group.messages': 'Messages',
  'checks.group.access': 'Rights',

  'checks.report.summary': (p: {
    passed: number;
    failed: number;
    warned: number;
    skipped: number;
    milliseconds: number;
  }) =>
    `${p.passed} passed, ${p.failed} failed, ${p.warned === 0 ? '' : `${p.warned} warned, `}${p.skipped} skipped, in ${p.milliseconds} ms`,

  'checks.run.needs-machine': 'needs a look at the machine itself; this broker is looked at from outside',
  'checks.run.needs-spec': 'needs the spec, and there is none',
  'checks.run.needs-broker': 'no address of the broker is known',
  'checks.run.needs-login': 'needs an account, and no password is known here',
  'checks.run.needs-probe': 'needs the probe account, whose rights are known; another account is in use',
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

  'checks.config-anonymous.title': 'The configuration closes the broker to anonymous clients',
  'checks.config-anonymous.pass': (p: { place: string }) => `closed by ${p.place}`,
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
  'checks.connect-reach.fail': 'not every address lets a known account in',
  'checks.connect-reach.fix':
    'ECONNREFUSED: nothing listens there; ETIMEDOUT: a firewall is in the way; ETLS, EHTTP, ENOTMQTT: something else listens there; 4, 5, 0x86, 0x87: name or password are wrong',

  'checks.auth.pass': (p: { tries: number }) => `refused in ${p.tries} of ${p.tries} attempts`,
  'checks.auth.unproven': 'not proven: some addresses gave no answer that says so',
  'checks.auth.nameless': 'no account is known to try it with',
  'checks.auth.fix':
    'mqtt-setup apply writes allow_anonymous false and the password file; where config.anonymous or config.override fail, begin there',
  'checks.auth-anonymous.title': 'Clients without a name are refused',
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
  'checks.messages-qos.pass': (p: { tries: number }) => `sent and received ${p.tries} times of ${p.tries}`,
  'checks.messages-qos.fail': (p: { qos: number }) =>
    `a message of QoS ${p.qos} did not come back as it was sent`,
  'checks.messages-retained.title': 'A retained message is kept, and can be cleared',
  'checks.messages-retained.pass': (p: { tries: number }) =>
    `kept and cleared ${p.tries} times of ${p.tries}`,
  'checks.messages-retained.fail': 'retained messages do not work',

  'checks.access.unproven': 'not proven: the probe account could not try it everywhere',
  'checks.access.fix': 'mqtt-setup apply writes the ACL file and restarts; look for acl_file in other files',
  'checks.access-write.title': 'What may not be written is not delivered',
  'checks.access-write.pass': (p: { tries: number }) => `refused ${p.tries} times of ${p.tries}`,
  'checks.access-write.fail': 'an account can write where it has no right to',
  'checks.access-read.title': 'What may not be read does not arrive',
  'checks.access-read.pass': (p: { tries: number }) => `withheld ${p.tries} times of ${p.tries}`,
  'checks.access-read.fail': 'an account can read what it has no right to',
};
