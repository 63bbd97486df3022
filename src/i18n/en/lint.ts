export const lint = {
  'lint.moreThan': (p: { count: number }) => `at least ${p.count} more of the same`,
  'lint.more': (p: { count: number }) => `${p.count} more of the same in this file`,
  'lint.summary': (p: { errors: number; warnings: number; infos: number; files: number }) =>
    `${p.errors} ${p.errors === 1 ? 'error' : 'errors'}, ${p.warnings} ${p.warnings === 1 ? 'warning' : 'warnings'}, ${p.infos} ${p.infos === 1 ? 'note' : 'notes'} in ${p.files} ${p.files === 1 ? 'file' : 'files'}`,
  'lint.clean': (p: { version: string; files: number }) =>
    `Nothing to say about this configuration for mosquitto ${p.version} (${p.files} ${p.files === 1 ? 'file' : 'files'}).`,
  'lint.severity.error': 'error',
  'lint.severity.warning': 'warning',
  'lint.severity.info': 'note',
  'lint.refused': 'the broker does not start',
  'lint.fromRefused': (p: { version: string }) => `from ${p.version} on the broker does not start`,
  'lint.wouldStart': (p: { version: string }) => `mosquitto ${p.version} would start with it.`,
  'lint.wouldNotStart': (p: { version: string }) => `mosquitto ${p.version} would not start with it.`,
  'lint.effective.listener': 'listener',
  'lint.effective.anonymous': 'anonymous',
  'lint.effective.default': 'by default',

  'lint.include.missing.title': 'The include_dir is not there',
  'lint.include.missing.why': 'The broker ends at this line: it opens the folder while it reads the file.',
  'lint.include.missing.found': (p: { path: string }) => `there is no folder ${p.path}`,
  'lint.include.missing.fix': (p: { path: string }) => `Make the folder ${p.path}, or take the line out.`,

  'lint.include.no-file.title': 'A name in the include_dir ends in .conf but is no file',
  'lint.include.no-file.why':
    'Every name that ends in .conf is opened. A folder or a link to nothing stops the broker; a pipe makes it wait for ever.',
  'lint.include.no-file.folder': 'this is a folder, and its name ends in .conf',
  'lint.include.no-file.missing': 'this is a link to something that is not there',
  'lint.include.no-file.found': 'this is neither a file nor a folder, and its name ends in .conf',
  'lint.include.no-file.fix': 'Give it another name, or move it out of the folder.',

  'lint.include.unread.title': 'A file of the configuration could not be read here',
  'lint.include.unread.why':
    'What stands in it is not known, so the verdict on the rest may be wrong: a later line can change everything.',
  'lint.include.unread.folder': 'the folder may not be looked into by this user',
  'lint.include.unread.found': 'this user may not read the file',
  'lint.include.unread.large': 'more than 64 MiB: this is no configuration and was not read',

  'lint.include.broker-cannot-read.title': 'The broker cannot read its own configuration',
  'lint.include.broker-cannot-read.why':
    '2.0 starts as root, but reads its files again as its own user at a reload, which logrotate asks for every day: the reload fails and the old settings stay. From 2.1 on Debian’s service is never root and does not start.',
  'lint.include.broker-cannot-read.found': (p: { user: string; path: string; mode: string }) =>
    `${p.user} may not read it at a reload: ${p.path} is ${p.mode}`,
  'lint.include.broker-cannot-read.refused': (p: { user: string; path: string; mode: string }) =>
    `${p.user} may not read it: ${p.path} is ${p.mode}`,

  'lint.include.writable-by-others.title': 'Everybody on the machine may change the configuration',
  'lint.include.writable-by-others.why':
    'Whoever may write there decides who gets in, and which plugins are loaded as the broker’s user.',
  'lint.include.writable-by-others.found': (p: { path: string; mode: string }) =>
    `everybody may write to ${p.path} (${p.mode})`,

  'lint.include.nested.title': 'An include_dir in an included file',
  'lint.include.nested.why':
    'Only the main file may include others. 2.0 passes over the line without a word, 2.1 does not start.',
  'lint.include.nested.found': 'this include_dir is ignored: it stands in an included file',
  'lint.include.nested.refused': 'include_dir may only stand in the main file',
  'lint.include.nested.fix': (p: { file: string }) => `Move the line to ${p.file}.`,

  'lint.include.listener-goes-on.title': 'A listener goes on behind included listeners',
  'lint.include.listener-goes-on.why':
    'When an included file adds a listener, the broker may move its list of them, and it goes on writing to the old place: such lines get lost, and 2.1.2 was seen to crash.',
  'lint.include.listener-goes-on.found': (p: { name: string }) =>
    `${p.name} belongs to a listener from before the included ones: it may get lost`,
  'lint.include.listener-goes-on.fix':
    'Move the include_dir line to the end of the file, or this line above it.',

  'lint.include.not-loaded.title': 'A file that looks like configuration is not read',
  'lint.include.not-loaded.why': 'Only names that end in .conf, in small letters, are read.',
  'lint.include.not-loaded.found': 'the broker does not read this file',
  'lint.include.not-loaded.fix': 'Let its name end in .conf if it is to count; leave it if it is a copy.',

  'lint.include.order.title': 'Files are read in another order than their numbers say',
  'lint.include.order.why':
    'Names are compared letter by letter, 10 before 9, and for most options the last line wins.',
  'lint.include.order.found': (p: { first: string; second: string }) =>
    `${p.first} is read before ${p.second}`,
  'lint.include.order.fix': 'Write numbers with the same count of digits: 09, 10.',

  'lint.conf.unknown-option.title': 'An option that no version knows',
  'lint.conf.unknown-option.why': 'The broker ends at the first option that it does not know.',
  'lint.conf.unknown-option.found': (p: { name: string }) => `there is no option ${p.name}`,
  'lint.conf.unknown-option.didYouMean': (p: { name: string }) => `Did you mean ${p.name}?`,
  'lint.conf.unknown-option.fix': 'Take the line out, or put # into its first column.',

  'lint.conf.newer-option.title': 'An option of a newer version',
  'lint.conf.newer-option.why': 'To an older broker it is an unknown option, and it ends there.',
  'lint.conf.newer-option.found': (p: { name: string; since: string; version: string }) =>
    `${p.name} exists since mosquitto ${p.since}; this is ${p.version}`,
  'lint.conf.newer-option.fix': 'Take the line out, or use the newer version.',

  'lint.conf.removed-option.title': 'An option that no longer exists',
  'lint.conf.removed-option.why': 'The broker ends at an option that was removed, as at one that never was.',
  'lint.conf.removed-option.found': (p: { name: string; removed: string }) =>
    `${p.name} was removed in mosquitto ${p.removed}`,
  'lint.conf.removed-option.fix': 'Take the line out: nothing has to take its place.',

  'lint.conf.upper-case.title': 'Capitals in the name of an option',
  'lint.conf.upper-case.why':
    'Names of options are small letters; with capitals they are unknown, and the broker ends.',
  'lint.conf.upper-case.found': (p: { name: string }) => `${p.name} is written with capitals`,
  'lint.conf.upper-case.fix': (p: { name: string }) => `Write ${p.name}.`,

  'lint.conf.assignment.title': 'A sign between option and value',
  'lint.conf.assignment.why':
    'Between option and value stands a blank and nothing else: a sign becomes a part of the name.',
  'lint.conf.assignment.found': (p: { name: string }) => `${p.name} is taken for the name of an option`,
  'lint.conf.assignment.fix': 'Write: option value, without = or :',

  'lint.conf.tab.title': 'A tab where a blank must stand',
  'lint.conf.tab.why':
    'Only the plain blank separates. A tab, or a blank copied from a web page, becomes a part of the option’s name, and the broker ends.',
  'lint.conf.tab.found': (p: { name: string }) =>
    `${p.name}: a tab or a special blank is taken for a part of the option’s name`,
  'lint.conf.tab.fix': 'Replace it by plain blanks, or take the empty line’s contents out.',

  'lint.conf.bom.title': 'A byte order mark at the start',
  'lint.conf.bom.why':
    'Editors on Windows put it there unseen. To the broker it belongs to the first word, which it then does not know.',
  'lint.conf.bom.found': 'the file starts with a byte order mark',
  'lint.conf.bom.fix': "Save it as UTF-8 without BOM: sed -i '1s/^\\xEF\\xBB\\xBF//' FILE",

  'lint.conf.indented-comment.title': 'A comment that does not start in the first column',
  'lint.conf.indented-comment.why':
    '# begins a comment in column 1 only; behind blanks it is an unknown option, and the broker ends.',
  'lint.conf.indented-comment.found': '# stands behind blanks',
  'lint.conf.indented-comment.fix': 'Move # into the first column.',

  'lint.conf.missing-value.title': 'An option without a value',
  'lint.conf.missing-value.why':
    'Without a value the line says nothing. Most options end the broker then; a few are passed over with a line in the log.',
  'lint.conf.missing-value.found': (p: { name: string }) => `${p.name} has no value`,
  'lint.conf.missing-value.fix': (p: { name: string; expected: string }) => `${p.name} ${p.expected}`,

  'lint.conf.wrong-value.title': 'A value that the broker refuses',
  'lint.conf.wrong-value.why': 'The broker ends at a value that it cannot take.',
  'lint.conf.wrong-value.found': (p: { name: string; value: string }) => `${p.name} cannot be ${p.value}`,
  'lint.conf.wrong-value.fix': (p: { name: string; expected: string }) => `${p.name} ${p.expected}`,

  'lint.conf.lenient-number.title': 'A number that is none',
  'lint.conf.lenient-number.why':
    '2.0 reads the digits in front and takes what has none for 0, without a message. 2.1 does not start with most of them.',
  'lint.conf.lenient-number.found': (p: { name: string; value: string; number: number }) =>
    `${p.name} ${p.value} is read as ${p.number}`,
  'lint.conf.lenient-number.fix': (p: { name: string }) => `Give ${p.name} a plain number.`,

  'lint.conf.trailing-words.title': 'Words behind the value that nobody reads',
  'lint.conf.trailing-words.why':
    'Here only the first word counts. The same comment behind a path or a text would become a part of it.',
  'lint.conf.trailing-words.found': (p: { words: string }) => `not looked at: ${p.words}`,
  'lint.conf.trailing-words.fix': 'Put comments on a line of their own, and take the rest out.',

  'lint.conf.comment-in-value.title': 'A comment that is part of the value',
  'lint.conf.comment-in-value.why': 'Paths and texts are the whole rest of the line, # and all.',
  'lint.conf.comment-in-value.found': (p: { value: string }) => `the value is ${p.value}`,
  'lint.conf.comment-in-value.fix': 'Put the comment on a line of its own.',

  'lint.conf.quotes.title': 'Quotes around a value',
  'lint.conf.quotes.why':
    'The broker knows no quotes: they become a part of the name of the file, which it then does not find.',
  'lint.conf.quotes.found': (p: { value: string }) => `the quotes are part of the value ${p.value}`,
  'lint.conf.quotes.fix': 'Write it without quotes; blanks inside do no harm.',

  'lint.conf.control-character.title': 'A control character in a value',
  'lint.conf.control-character.why':
    'A tab or another control character in a text is malformed UTF-8 to the broker, and it ends.',
  'lint.conf.control-character.found': (p: { value: string }) => `control character in ${p.value}`,
  'lint.conf.control-character.fix': 'Take it out; most often it is a tab.',

  'lint.conf.not-utf8.title': 'A value that is not UTF-8',
  'lint.conf.not-utf8.why': 'Texts and paths must be UTF-8, or the broker ends; comments may be anything.',
  'lint.conf.not-utf8.found': (p: { name: string }) => `the value of ${p.name} is not UTF-8`,
  'lint.conf.not-utf8.fix': (p: { file: string }) => `Convert the file: iconv -f latin1 -t utf-8 ${p.file}`,

  'lint.conf.nul.title': 'A NUL byte',
  'lint.conf.nul.why':
    'The broker reads no further than this byte in the line, and mostly not in the file either: what follows does not count, without a message.',
  'lint.conf.nul.ends': 'the broker stops reading the file here',
  'lint.conf.nul.found': 'the broker does not read this line',
  'lint.conf.nul.fix': 'Take the byte out: the file is damaged, or not a text.',

  'lint.conf.duplicate.title': 'An option that may stand only once',
  'lint.conf.duplicate.why':
    'The broker ends at the second line, in whatever file the two stand. Debian’s mosquitto.conf sets persistence_location, the log file and, up to Debian 12, pid_file: a file in conf.d cannot set them again.',
  'lint.conf.duplicate.found': (p: { name: string; first: string }) =>
    `${p.name} was set before, at ${p.first}`,
  'lint.conf.duplicate.fix': (p: { first: string; second: string }) =>
    `Keep one of ${p.first} and ${p.second}.`,

  'lint.conf.overridden.title': 'A line that a later one overrides',
  'lint.conf.overridden.why':
    'The last line in reading order wins without a message, in whatever file it stands.',
  'lint.conf.overridden.found': (p: { name: string; value: string; other: string; second: string }) =>
    `${p.name} ${p.value} does not count: ${p.second} says ${p.other}`,
  'lint.conf.overridden.fix': (p: { second: string }) => `Take this line out, or the one at ${p.second}.`,

  'lint.conf.reopened.title': 'A later line lets anonymous clients in again',
  'lint.conf.reopened.why':
    'allow_anonymous was switched off and is switched on again by a line read later, which wins without a message.',
  'lint.conf.reopened.found': (p: { first: string }) => `this undoes the allow_anonymous false of ${p.first}`,
  'lint.conf.reopened.fix': (p: { second: string }) => `Take out the line at ${p.second}.`,

  'lint.conf.true-stays.title': 'per_listener_settings cannot be switched off again',
  'lint.conf.true-stays.why': 'From 2.1 on the first true stays.',
  'lint.conf.true-stays.found': (p: { name: string; first: string }) =>
    `${p.name} stays true, as ${p.first} says`,
  'lint.conf.true-stays.fix': (p: { first: string }) => `Take this line out, or the one at ${p.first}.`,

  'lint.conf.per-listener-late.title': 'per_listener_settings comes too late',
  'lint.conf.per-listener-late.why':
    'It decides whom security options belong to, so it must stand before the first of them, in whatever file that is; the broker ends otherwise.',
  'lint.conf.per-listener-late.found': (p: { name: string; first: string }) =>
    `${p.name} stands before it, at ${p.first}`,
  'lint.conf.per-listener-late.fix': (p: { file: string }) => `Make it the first line of ${p.file}.`,

  'lint.conf.early-security.title': 'A security option above the first listener, with per_listener_settings',
  'lint.conf.early-security.why':
    'With per_listener_settings it belongs to no listener that was declared. 2.0 makes one of its own for it, on port 1883 of every interface, and yours goes without; 2.1 ends.',
  'lint.conf.early-security.found': (p: { name: string }) =>
    `${p.name} opens a listener of its own on port 1883, and the others go without it`,
  'lint.conf.early-security.refused': (p: { name: string }) => `${p.name} needs a listener above it`,
  'lint.conf.early-security.fix': (p: { name: string }) =>
    `Move ${p.name} below each listener line that it is for, in the same file.`,

  'lint.conf.not-per-listener.title': 'A security option below one listener holds for all',
  'lint.conf.not-per-listener.why':
    'Without per_listener_settings true at the very start these lines are about the whole broker, wherever they stand.',
  'lint.conf.not-per-listener.found': (p: { name: string }) =>
    `${p.name} holds for every listener, not only for the one above it`,
  'lint.conf.not-per-listener.fix': (p: { name: string }) =>
    `Move ${p.name} above the first listener, so that it says what it does.`,

  'lint.conf.deprecated.title': 'An option that will go',
  'lint.conf.deprecated.why': 'It works still; a coming version will not know it and will not start.',
  'lint.conf.deprecated.found': (p: { name: string; since: string }) =>
    `${p.name} is deprecated since ${p.since}`,
  'lint.conf.deprecated.fix': (p: { name: string }) => `Use ${p.name}.`,
  'lint.conf.deprecated.drop': 'Take the line out: nothing has to take its place.',

  'lint.conf.reset-by-reload.title': 'A limit that every reload takes away',
  'lint.conf.reset-by-reload.why':
    '2.0 puts limits of listeners back to their defaults at SIGHUP, also where nothing was changed, and Debian’s logrotate sends one every day.',
  'lint.conf.reset-by-reload.found': (p: { name: string; default: string }) =>
    `${p.name} is ${p.default} again after the first reload`,
  'lint.conf.reset-by-reload.fix':
    'Restart instead of reloading, and let logrotate do the same (postrotate in /etc/logrotate.d/mosquitto); or use 2.1.',

  'lint.conf.outside-listener.title': 'An option of a listener, and no listener above it',
  'lint.conf.outside-listener.why':
    'A listener’s block starts with its line and ends with its file. Above it, and in the next file, the broker ends at such a line.',
  'lint.conf.outside-listener.found': (p: { name: string }) =>
    `${p.name} has no listener above it in this file`,
  'lint.conf.outside-listener.fix': (p: { name: string }) =>
    `Move ${p.name} below a listener line of the same file.`,

  'lint.conf.stray-option.title': 'An option of a listener that belongs to none',
  'lint.conf.stray-option.why':
    'A listener’s block ends with its file. An option outside of one goes to a listener that the broker makes up on port 1883: before 2.0.12 open on every interface, and beside your own it takes the port away.',
  'lint.conf.stray-option.found': (p: { name: string; port: number }) =>
    `${p.name} belongs to no listener of yours, but to one on port ${p.port} that the broker makes up`,
  'lint.conf.stray-option.all': (p: { name: string; port: number }) =>
    `${p.name} opens port ${p.port} on every interface: it stands below no listener of this file`,
  'lint.conf.stray-option.open': (p: { name: string; port: number }) =>
    `${p.name} opens port ${p.port} on every interface to anybody: it stands below no listener of this file`,
  'lint.conf.stray-option.fix': (p: { name: string }) =>
    `Move ${p.name} below the listener line that it is for, in the same file.`,

  'lint.conf.outside-bridge.title': 'An option of a bridge, and no connection above it',
  'lint.conf.outside-bridge.why':
    'A bridge starts with its connection line and ends with its file; outside of one the broker ends at such a line.',
  'lint.conf.outside-bridge.found': (p: { name: string }) =>
    `${p.name} belongs to a bridge, and no connection line stands above it in this file`,
  'lint.conf.outside-bridge.fix': (p: { name: string }) =>
    `Move ${p.name} below a connection line of the same file.`,

  'lint.conf.outside-plugin.title': 'An option of a plugin, and no plugin above it',
  'lint.conf.outside-plugin.why':
    'What is handed to a plugin must stand below it, in the same file; the broker ends otherwise.',
  'lint.conf.outside-plugin.found': (p: { name: string }) => `${p.name} has no plugin above it in this file`,
  'lint.conf.outside-plugin.fix': (p: { name: string }) =>
    `Move ${p.name} below the plugin line that it is for.`,

  'lint.conf.plugin-not-loaded.title': 'plugin_use of a plugin that was not loaded',
  'lint.conf.plugin-not-loaded.why': 'plugin_load must name it before, or the broker ends.',
  'lint.conf.plugin-not-loaded.found': (p: { name: string }) => `no plugin_load above names ${p.name}`,
  'lint.conf.plugin-not-loaded.fix': (p: { name: string }) =>
    `Add plugin_load ${p.name} PATH above the listener.`,

  'lint.bridge.incomplete.title': 'A bridge lacks something',
  'lint.bridge.incomplete.why':
    'A bridge needs an address and at least one topic, and a shared key its identity; without them the whole broker does not start.',
  'lint.bridge.incomplete.found': (p: { name: string; option: string }) =>
    `the bridge ${p.name} has no ${p.option}`,
  'lint.bridge.incomplete.fix': (p: { option: string }) =>
    `Add a line ${p.option} below it, in the same file.`,

  'lint.bridge.certificate-and-psk.title': 'A bridge with a certificate and a shared key',
  'lint.bridge.certificate-and-psk.why': 'It can use one of the two; the broker ends where both are set.',
  'lint.bridge.certificate-and-psk.found': (p: { name: string }) => `this bridge has ${p.name} too`,
  'lint.bridge.certificate-and-psk.fix': 'Keep the certificates, or bridge_psk and bridge_identity.',

  'lint.bridge.same-name.title': 'Two bridges of one name',
  'lint.bridge.same-name.why': 'The name of a connection must be its own; the broker ends at the second.',
  'lint.bridge.same-name.found': (p: { name: string; first: string }) =>
    `a bridge ${p.name} stands at ${p.first} already`,
  'lint.bridge.same-name.fix': 'Give one of them another name.',

  'lint.bridge.same-local-clientid.title': 'Two bridges with one local_clientid',
  'lint.bridge.same-local-clientid.why':
    'Two bridges of one broker must have different local_clientid; it ends otherwise.',
  'lint.bridge.same-local-clientid.found': (p: { name: string; first: string }) =>
    `local_clientid ${p.name} is that of the bridge at ${p.first} too`,
  'lint.bridge.same-local-clientid.fix': 'Change it in one of them, or leave it out in both.',

  'lint.bridge.insecure.title': 'A bridge that believes any name',
  'lint.bridge.insecure.why':
    'With bridge_insecure the name in the other broker’s certificate is not checked: whoever holds any certificate of that authority can stand in between.',
  'lint.bridge.insecure.found': 'this bridge does not check whom it talks to',
  'lint.bridge.insecure.fix':
    'Take the line out, and use the name that stands in the certificate as address.',

  'lint.listener.none.title': 'No listener: only this machine is served',
  'lint.listener.none.why':
    'Since 2.0 a broker without a listener line opens 127.0.0.1 and ::1 alone. Everything works on the machine, and every other device is refused.',
  'lint.listener.none.open':
    'no listener: only programs on this machine can connect, and they need no password',
  'lint.listener.none.found': 'no listener: only programs on this machine can connect',
  'lint.listener.none.fix':
    'For the network: listener 1883, allow_anonymous false and password_file PATH. For this machine alone: listener 1883 127.0.0.1',

  'lint.listener.low-port.title': 'A port below 1024',
  'lint.listener.low-port.why':
    'The broker gives root’s rights up before it opens its ports, so it may not have these (unless the machine lowers net.ipv4.ip_unprivileged_port_start).',
  'lint.listener.low-port.found': (p: { port: number }) => `the broker’s user may not open port ${p.port}`,
  'lint.listener.low-port.fix': 'Take a port from 1024 up, and let a proxy or a firewall rule lead there.',

  'lint.listener.same-port.title': 'Two listeners on one port',
  'lint.listener.same-port.why':
    'The second finds the address in use, and the broker ends. A listener without address takes the port on every address.',
  'lint.listener.same-port.found': (p: { port: number; first: string }) =>
    `port ${p.port} is taken by the listener of ${p.first}`,
  'lint.listener.same-port.fix': 'Give one of them another port, or take it out.',

  'lint.listener.address.title': 'An address that is none',
  'lint.listener.address.why':
    'What is no address is taken for the name of a host, which nobody knows, and the broker ends.',
  'lint.listener.address.found': (p: { address: string }) => `${p.address} is no address`,
  'lint.listener.address.family': (p: { address: string; domain: string }) =>
    `${p.address} is no address of socket_domain ${p.domain}`,
  'lint.listener.address.brackets': 'Write it without brackets: listener 1883 ::1',
  'lint.listener.address.fix':
    'Four numbers up to 255 (192.168.1.10), an IPv6 address, or a name of this machine.',

  'lint.listener.ciphers.title': 'Ciphers that OpenSSL does not know',
  'lint.listener.ciphers.why':
    'The broker ends where not one cipher of the list is known. The defaults are good; most lists in old guides are worse.',
  'lint.listener.ciphers.found': (p: { value: string }) => `no cipher is known in ${p.value}`,
  'lint.listener.ciphers.fix': 'Take the line out.',

  'lint.listener.half-tls.title': 'Encryption that lacks its certificate or key',
  'lint.listener.half-tls.why':
    'A listener is encrypted when it has certfile and keyfile. With one of them, or cafile alone, a broker before 2.0.12 serves plain text without a word; later ones do not start.',
  'lint.listener.half-tls.found': (p: { name: string; missing: string }) =>
    `${p.name} without ${p.missing}: this listener is NOT encrypted`,
  'lint.listener.half-tls.refused': (p: { name: string; missing: string }) =>
    `${p.name} without ${p.missing}`,
  'lint.listener.half-tls.fix': (p: { missing: string }) => `Add ${p.missing} below the same listener.`,

  'lint.listener.certificate-and-psk.title': 'A listener with a certificate and a shared key',
  'lint.listener.certificate-and-psk.why':
    'A listener can use one of the two. Where psk_hint stands first the broker ends, else it passes over it.',
  'lint.listener.certificate-and-psk.found': (p: { name: string }) =>
    `this listener has both psk_hint and ${p.name}`,
  'lint.listener.certificate-and-psk.fix': 'Make a second listener for shared keys.',

  'lint.listener.require-without-ca.title': 'Client certificates are demanded, and no authority is named',
  'lint.listener.require-without-ca.why':
    'Without cafile or capath no client certificate can be right: the broker starts and refuses everybody.',
  'lint.listener.require-without-ca.found': 'nobody can connect: require_certificate without cafile',
  'lint.listener.require-without-ca.fix':
    'Add cafile with the authority that signed the clients’ certificates.',

  'lint.listener.identity-without-certificate.title':
    'Names are taken from certificates that nobody must show',
  'lint.listener.identity-without-certificate.why':
    'Without require_certificate the broker asks for none, has no name for anybody, and refuses every client.',
  'lint.listener.identity-without-certificate.found': (p: { name: string }) =>
    `nobody can connect: ${p.name} without require_certificate true`,
  'lint.listener.identity-without-certificate.fix': 'Add require_certificate true and cafile.',

  'lint.listener.tls-version.title': 'A TLS version that the broker does not know',
  'lint.listener.tls-version.why':
    'It is one word, the oldest version that is allowed; anything else, lists too, ends the broker.',
  'lint.listener.tls-version.found': (p: { value: string }) => `tls_version cannot be ${p.value}`,
  'lint.listener.tls-version.fix': 'tls_version tlsv1.2, or tlsv1.3 for new clients alone.',

  'lint.listener.plain-8883.title': 'The port for encrypted MQTT is not encrypted',
  'lint.listener.plain-8883.why':
    'Clients take 8883 for TLS: they fail with errors about TLS, and others send passwords in clear without knowing.',
  'lint.listener.plain-8883.found': 'port 8883 without certfile and keyfile serves plain text',
  'lint.listener.plain-8883.fix': 'Add certfile and keyfile below it, or use port 1883.',

  'lint.listener.websockets-everywhere.title': 'A websockets listener that does not heed its address',
  'lint.listener.websockets-everywhere.why':
    'In 2.0.11 a websockets listener opens its port on every interface, whatever address it is given, and for a socket a random port.',
  'lint.listener.websockets-everywhere.found': (p: { port: number; address: string }) =>
    `port ${p.port} is open on every interface, not only on ${p.address}`,
  'lint.listener.websockets-everywhere.fix': (p: { domain: string }) =>
    `Add socket_domain ${p.domain} below it: then the address counts.`,
  'lint.listener.websockets-everywhere.socket':
    'no socket is made: a random TCP port is opened on every interface',
  'lint.listener.websockets-everywhere.port': 'Give the listener a port, or take protocol websockets out.',

  'lint.listener.websockets-alone.title': 'Websockets listeners alone',
  'lint.listener.websockets-alone.why':
    'As Debian 12 builds 2.0.11, a broker without a single ordinary listener ends with "Unable to start any listening sockets".',
  'lint.listener.websockets-alone.found': (p: { door: string }) =>
    `there are only websockets listeners (${p.door}): Debian 12’s broker does not start`,
  'lint.listener.websockets-alone.fix': 'Add an ordinary one beside it: listener 1883 127.0.0.1',

  'lint.access.anonymous.title': 'Anybody may connect',
  'lint.access.anonymous.why':
    'Without name and password whoever reaches the port may read and write everything that the ACL does not forbid to anonymous clients.',
  'lint.access.anonymous.found': (p: { door: string }) =>
    `${p.door} lets anybody in, without name and password`,
  'lint.access.anonymous.here': (p: { door: string }) =>
    `${p.door} lets every program of this machine in, without name and password`,
  'lint.access.anonymous.fix': 'allow_anonymous false, and password_file with the names that may.',

  'lint.access.local-only-open.title': 'allow_anonymous false that does not count',
  'lint.access.local-only-open.why':
    'Before 2.0.21 the line is ignored where no listener is declared: every program on the machine gets in.',
  'lint.access.local-only-open.found': (p: { version: string }) =>
    `${p.version} ignores this line: no listener is declared`,
  'lint.access.local-only-open.fix': 'Declare the listener: listener 1883 127.0.0.1',

  'lint.access.passwords-optional.title': 'Passwords that nobody needs',
  'lint.access.passwords-optional.why': 'A wrong password is refused, but whoever gives none at all gets in.',
  'lint.access.passwords-optional.found': (p: { door: string }) =>
    `there is a password file, but ${p.door} lets clients without a name in`,
  'lint.access.passwords-optional.fix': 'Set allow_anonymous false.',

  'lint.access.nobody.title': 'Nobody can log in',
  'lint.access.nobody.why':
    'A listener is closed to anonymous clients unless a line opens it, and no password file, plugin or certificate says who may come in: every client gets "not authorised".',
  'lint.access.nobody.found': (p: { door: string }) =>
    `nobody can log in at ${p.door}: no password_file, and anonymous clients are refused`,
  'lint.access.nobody.fix': 'Add password_file PATH (with per_listener_settings below each listener).',

  'lint.access.no-acl-of-its-own.title': 'A listener without an ACL of its own',
  'lint.access.no-acl-of-its-own.why':
    'With per_listener_settings an acl_file holds for its own listener alone. Whoever comes in through another may do everything.',
  'lint.access.no-acl-of-its-own.found': (p: { door: string }) =>
    `${p.door} has no acl_file: everything is allowed there`,
  'lint.access.no-acl-of-its-own.fix': 'Repeat acl_file below this listener.',
};
