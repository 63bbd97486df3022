/** The tutorial that `guide` writes, beside what words and lines mean (`teach.ts`). */
export const guide = {
  'guide.title': 'Your own MQTT broker, by hand',
  'guide.intro':
    'MQTT is a star. Clients publish messages, each under a topic: sensors, programs, web services. The broker in the middle, the server, takes them and hands them to all subscribers of that topic, and to nobody else. This page sets up that server with Eclipse Mosquitto on Debian or Ubuntu, secured, one command after the other. It takes a quarter of an hour.',
  'guide.star': 'The broker as a star: who publishes on the left, who reads on the right',
  'guide.spec': (p: { file: string }) =>
    `Everything here follows from ${p.file}. The same broker comes from one command, sudo mqtt-setup install; here you see what that does, and why.`,
  'guide.install.title': 'Install the broker',
  'guide.install.intro':
    'Programs come from Debian’s own archive, which also brings their security updates. First the list of packages, then the packages.',
  'guide.declare.title': 'Write down what it should be',
  'guide.declare.intro':
    'One file says what the broker is, another one who has an account. The broker reads neither: they are for you, and for mqtt-setup, which can then say at any time whether the machine is still so.',
  'guide.tls.title': 'Certificates',
  'guide.tls.intro':
    'Without TLS, passwords and messages cross the network for everybody to read. A certificate proves to a client that it talks to your broker. An authority of your own signs it, and your clients trust that authority: its certificate is no secret, its key never leaves this machine.',
  'guide.tls.authority': 'The authority: a key, and a certificate that it signs for itself.',
  'guide.tls.server': (p: { names: string }) =>
    `The broker’s certificate holds every name and address by which clients reach it: ${p.names}. A client that uses another one refuses.`,
  'guide.tls.clients':
    'A listener asks clients for a certificate of theirs. For the checks there is one, and a list of certificates that count no more, still empty.',
  'guide.tls.request': 'A key, and the request for a certificate.',
  'guide.tls.sign': 'The authority signs it.',
  'guide.tls.revoked': 'The list, signed by the authority.',
  'guide.tls.places':
    'Each file goes to its place. A key belongs to whoever needs it, and nobody else can read it.',
  'guide.people.title': 'Who may connect, and do what',
  'guide.people.intro':
    'Every client has a name, a password and rights. Of passwords only salted hashes are kept. The first account is for checks: its password is made up here, and root alone can read it.',
  'guide.people.file': 'The password file begins with that account, for the broker alone.',
  'guide.people.tester': (p: { name: string }) =>
    `${p.name} stands for somebody else in access tests; it has the same password.`,
  'guide.people.chance': 'signs by chance, only such as nobody takes for another one',
  'guide.people.first': 'the first 24 of them',
  'guide.people.together':
    'puts name and password together; it is part of the shell, so that no list of processes shows them',
  'guide.people.pipe': 'hands what comes out on the left to what stands on the right',
  'guide.people.hash': 'Up to here the password stands in the file as it is: now it becomes a hash.',
  'guide.people.ask': (p: { name: string }) => `A password for ${p.name}, typed twice.`,
  'guide.conf.title': 'The configuration',
  'guide.conf.intro':
    'Debian’s own mosquitto.conf stays as it is: it reads every file in conf.d, and this is ours. Since version 2.0 a broker without a listener line is for this machine alone, and nobody gets in without a name unless a line says so.',
  'guide.unit.title': 'The service',
  'guide.unit.intro':
    'systemd starts the broker at boot and again after a crash. What is added here locks it in, so that whoever gets hold of it gets hold of little else; looks at its files before they are read again; and keeps certificates fresh. The scripts among these are for mqtt-setup: until it has been run here once, they refuse to have changed files read again, and renew nothing. Who wants to do without them leaves them out, and writes reload_guard: false into broker.yaml.',
  'guide.start.title': 'Start it',
  'guide.start.intro':
    'The package has started the broker with Debian’s own settings: ours count from the next start.',
  'guide.firewall': (p: { ports: string }) =>
    `Where a firewall stands before this machine, it has to let these TCP ports in: ${p.ports}.`,
  'guide.try.title': 'Try it',
  'guide.try.intro':
    'In one terminal somebody reads, in another one somebody publishes. The message has to appear in the first.',
  'guide.try.read': (p: { port: number }) => `The reader, at port ${p.port}. It waits for one message.`,
  'guide.try.write': 'The writer, in the other terminal.',
  'guide.try.password': 'PASSWORD',
  'guide.try.stranger':
    'Try it without name and password, too: “not authorised” is the right answer. A publish that is not allowed is thrown away without a word, so judge by what arrives.',
  'guide.try.nobody': 'Nobody has an account yet: sudo mqtt-setup add-user makes one.',
  'guide.fails.title': 'When it does not work',
  'guide.fails.intro': 'The broker says why, but not always where you look. In this order:',
  'guide.fails.status': 'Does it run?',
  'guide.fails.journal': 'What did systemd see?',
  'guide.fails.log': 'What did the broker say last? Read the line before the last one.',
  'guide.fails.port':
    '“Address already in use”: another broker, or an earlier one, has the port. sudo ss -ltnp shows which.',
  'guide.fails.rights':
    '“Unable to open”, “Permission denied”: the broker runs as the user mosquitto, and that user has to reach the file and every folder above it.',
  'guide.fails.line':
    '“Unknown configuration variable”, “Invalid”: the line and the file are named. An option can be too new for your version.',
  'guide.fails.refused':
    '“Connection refused”: nothing listens at that address and port. “not authorised”: name or password are wrong.',
  'guide.fails.silent':
    'Nothing arrives, and nothing complains: the topic is not among the rights of the reader or the writer.',
  'guide.fails.tls':
    '“certificate verify failed”: the client does not trust the authority, uses a name that the certificate does not have, or its clock is wrong.',
  'guide.fails.doctor': 'Or have it looked for: every cause with its evidence and its cure.',
  'guide.after.title': 'Afterwards',
  'guide.after.text':
    'sudo mqtt-setup verify proves that all this works and is closed to strangers; sudo mqtt-setup plan says that nothing is left to do. sudo mqtt-setup apply takes note that all of it is its own; from then on sudo mqtt-setup add-user makes accounts, and sudo mqtt-setup uninstall takes all of it away again.',
  'guide.word.meaning': 'What it means',
  'guide.word.write': 'Write',
  'guide.word.folder': 'For the commands of this chapter, work in a folder that nobody else can enter:',
  'guide.word.folderGone': 'What is left in that folder is a copy of keys: take it away.',
  'guide.word.script':
    'Run it as root, or as somebody who may use sudo: sh FILE\nIn a terminal it asks for the passwords; without one it makes them up and prints them.\nIt is for a machine without a broker: what it writes takes the place of what was there.',
  'guide.word.made': 'password, made up',
  'guide.word.done': 'Done. The broker runs.',
};
