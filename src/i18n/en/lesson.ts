/** Seven steps by hand. Lines that begin with two blanks are shown as they are. */
export const lesson = {
  'lesson.unknown': (p: { word: string }) => `there is no step "${p.word}"`,
  'lesson.unknownFix': 'There are seven: mqtt-setup lesson lists them.',
  'lesson.done': 'This machine is that far.',
  'lesson.check': (p: { command: string }) => `When you have done it: ${p.command}`,
  'lesson.allDone': 'All seven steps are done: the broker is secured, and proven.',

  'lesson.1.title': 'Install the broker and its clients',
  'lesson.1.text':
    'The broker is the server in the middle of the star; mosquitto_pub and mosquitto_sub are two clients to try it with. Debian’s package starts the broker at once, and at every boot.',
  'lesson.1.missing': 'The broker does not run yet, or its clients are not installed.',

  'lesson.2.title': 'A first message',
  'lesson.2.text':
    'Open two terminals. In the first, somebody subscribes to a topic filter and waits; in the second, somebody publishes. What is published under class/hello arrives at everybody who reads class/#. Try other topics: what does a reader of class/+ see?',
  'lesson.2.missing': 'The broker does not answer.',

  'lesson.3.title': 'Let others in: a listener',
  'lesson.3.text':
    'Without a listener line, Mosquitto 2 talks to its own machine only. A file in conf.d is read at the next start; put this into it:\n  listener 1883\nAfterwards the network reaches the broker, and the broker refuses everybody: nobody has a name yet. That is right. Never write allow_anonymous true to make it work.',
  'lesson.3.missing': 'No line of the configuration declares a listener, or nothing answers there.',

  'lesson.4.title': 'Names and passwords',
  'lesson.4.text':
    'mosquitto_passwd keeps a salted hash of each password. The broker’s own user has to be able to read the file, and nobody else. In your file in conf.d:\n  allow_anonymous false\n  password_file /etc/mosquitto/passwd\nThen try it three times: with the right password, with a wrong one, without any.',
  'lesson.4.missing': 'Somebody gets in without a name, or there is no account that could.',

  'lesson.5.title': 'Who may do what',
  'lesson.5.text':
    'Everybody who gets in may read and write everything, until an ACL file says less. In /etc/mosquitto/acl:\n  user alice\n  topic readwrite class/alice/#\n  topic read class/#\nand in your file in conf.d:\n  acl_file /etc/mosquitto/acl\nA publish that is not allowed is thrown away without a word. So judge by what arrives at a reader.',
  'lesson.5.missing': 'No ACL file is in use, it allows nothing, or a line of it is wrong.',

  'lesson.6.title': 'TLS: nobody listens in',
  'lesson.6.text':
    'Until now passwords cross the network for everybody to read. A certificate, signed by an authority that the clients trust, ends that. The chapter on certificates in mqtt-setup guide has every command; in your file in conf.d:\n  listener 8883\n  certfile /etc/mosquitto/certs/server.crt\n  keyfile /etc/mosquitto/certs/server.key',
  'lesson.6.missing': 'No listener shows a certificate that can be read.',

  'lesson.7.title': 'Prove it',
  'lesson.7.text':
    'Does it work, and is it closed to those who should stay out? mqtt-setup reads what you made by hand into a declaration, shows that both behave the same, and from then on proves it whenever you ask. Your files are kept: uninstall puts them back.',
  'lesson.7.missing':
    'Nothing is declared yet, or a check of verify fails: sudo mqtt-setup verify says which.',
};
