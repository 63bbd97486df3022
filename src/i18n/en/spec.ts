type Address = { address: string };
type Value = { value: string };
type Filter = { filter: string };

export const spec = {
  'spec.did-you-mean': (p: { word: string }) => `Did you mean "${p.word}"?`,
  'spec.root': 'The file must be a list of settings, as in "version: 1" and "profile: lan".',
  'spec.value': (p: { value: string }) => `"${p.value}" cannot stand here.`,
  'spec.choice': (p: { key: string; value: string; words: string }) =>
    `"${p.value}" is no ${p.key}. Possible: ${p.words}.`,
  'spec.key.unknown': (p: { key: string }) => `The key "${p.key}" is unknown.`,
  'spec.key.known': (p: { keys: string }) => `The keys that may stand here: ${p.keys}.`,
  'spec.key.missing': (p: { key: string }) => `The key "${p.key}" is missing.`,
  'spec.version.unknown': (p: { version: string }) =>
    `Version "${p.version}" of this file is unknown: write "version: 1". (It is the version of the file's form, not the broker's.)`,
  'spec.version.fix': 'Write "version: 1" on a line of its own.',
  'spec.listeners.none':
    'The broker must listen somewhere: declare a listener, or leave "listeners" out for the usual one.',
  'spec.listeners.list': '"listeners" must be a list: one "- port: …" for each listener.',
  'spec.listeners.item': 'A listener must have its settings below it, as in "- port: 1883".',
  'spec.listener.name': (p: { name: string }) =>
    `"${p.name}" cannot name a listener: at most 32 small letters, digits and "-", between quotes where it is only digits.`,
  'spec.port.form': (p: { port: string; min: number; max: number }) =>
    `"${p.port}" is no port: write a plain whole number from ${p.min} to ${p.max}, as in 1883.`,
  'spec.port.range': (p: { port: string; min: number; max: number }) =>
    `Port ${p.port} does not exist: choose one from ${p.min} to ${p.max}.`,
  'spec.port.low': (p: { port: string; min: number }) =>
    `Port ${p.port} is below ${p.min}: only root may open it, and the broker gives up root before it listens.`,
  'spec.port.quoted': (p: { port: string }) =>
    `The port "${p.port}" is written as a text: leave the quotes out.`,
  'spec.bind.form': (p: { words: string }) =>
    `"bind" must be one of ${p.words}, an address, or a list of addresses.`,
  'spec.bind.unknown': (p: { word: string }) => `"${p.word}" is no address to listen on.`,
  'spec.bind.mixed': (p: { word: string }) =>
    `"${p.word}" stands alone: it cannot be one of several addresses.`,
  'spec.address.blank': (p: Address) => `"${p.address}" is no address: it is empty or holds a blank.`,
  'spec.address.zone': (p: Address) => `"${p.address}": leave out the zone (the "%" and what follows it).`,
  'spec.address.brackets': (p: Address) => `"${p.address}": write the address without brackets.`,
  'spec.address.range': (p: Address) => `"${p.address}": give one address of this machine, not a network.`,
  'spec.address.mapped': (p: Address) =>
    `"${p.address}": write an IPv4 address in its own form, as in 192.0.2.1.`,
  'spec.address.link-local': (p: Address) =>
    `"${p.address}" is a link-local address: the broker cannot listen on it without its interface. Use another address, or "all".`,
  'spec.address.form': (p: Address) =>
    `"${p.address}" is no IPv4 or IPv6 address. Names are not accepted: a broker should not wait for a name server.`,
  'spec.expects.flag': (p: Value) => `"${p.value}" cannot stand here: write true or false.`,
  'spec.expects.count': (p: Value & { min: number; max: number }) =>
    `"${p.value}" cannot stand here: write a whole number from ${p.min} to ${p.max}.`,
  'spec.expects.size': (p: Value & { min: number; max: number }) =>
    `"${p.value}" is no size: write bytes, or a number with kB, MB, KiB or MiB, as in 2 MB; from ${p.min} to ${p.max} bytes.`,
  'spec.expects.duration': (p: Value) =>
    `"${p.value}" is no time span that fits here: write a number with s, min, h, d or w, as in 30 s or 12 h.`,
  'spec.expects.line': (p: Value & { max: number }) =>
    `"${p.value}" cannot stand here: one line of text, at most ${p.max} characters, without a blank at an end and without anything that does not print.`,
  'spec.expects.path': (p: Value) =>
    `"${p.value}" is no path that can be used here: it starts with "/", and holds nothing that does not print; the path of a socket has at most 107 bytes and no blank.`,
  'spec.expects.interface': (p: Value) =>
    `"${p.value}" is no name of a network interface, as in eth0: \`ip address\` lists those of this machine.`,
  'spec.expects.remote': (p: Value) =>
    `"${p.value}" is no broker to connect to: write a name or an IPv4 address, with a port where it is not 1883, as in broker.example.org:1884.`,
  'spec.expects.bridge-topic': (p: Value) =>
    `"${p.value}" cannot stand here: blanks and a leading " separate the parts of a bridge's topic in mosquitto.conf, and a prefix holds no "+" or "#".`,
  'spec.expects.list': 'Here must stand a list: each item after "- ", or all of them in [ ].',
  'spec.expects.mapping': 'Here must stand settings, each as "key: value" on a line of its own.',
  'spec.bridge.name': (p: { name: string }) =>
    `"${p.name}" cannot name a bridge: at most 64 letters, digits and . _ -, starting with a letter or a digit.`,
  'spec.bridge.topics': 'A bridge needs topics: without one the broker does not start.',
  'spec.role.name': (p: { role: string }) =>
    `"${p.role}" cannot name a role: at most 64 small letters, digits, "_" and "-".`,
  'spec.role.built-in': (p: { role: string }) => `"${p.role}" is a built-in role: give yours another name.`,
  'spec.filter.variable': (p: Filter & { known: string }) =>
    `The filter "${p.filter}" holds an unknown variable. There are ${p.known}.`,
  'spec.filter.topics': (p: Filter) =>
    `In "${p.filter}", {topics} must stand alone: it stands for each of the account's topics.`,
  'spec.filter.client': (p: Filter) =>
    `In "${p.filter}", {client} must be a whole level, as in devices/{client}/state: the broker knows it only so.`,
  'spec.test.form': (p: { test: string }) =>
    `"${p.test}" is no access test: write NAME can|cannot publish|read TOPIC, or NAME can|cannot connect, as in "roof can publish weather/roof". NAME is an account, anonymous or everyone.`,
  'spec.test.topic': (p: { test: string }) => `"${p.test}": the topic is missing.`,
  'spec.test.no-topic': (p: { test: string }) => `"${p.test}": connecting has no topic.`,
  'spec.test.wildcard': (p: { test: string }) =>
    `"${p.test}": a test is about one topic, without "+" and "#".`,
  'spec.rule.together': (p: { key: string; other: string }) =>
    `"${p.key}" and "${p.other}" do not go together: leave one of them out.`,
  'spec.rule.family': 'The addresses of "bind" already say which family: leave "family" out.',
  'spec.rule.socket-protocol':
    'A Unix socket speaks mqtt only: Mosquitto 2.0 would open a random TCP port instead.',
  'spec.rule.socket-twice': (p: { socket: string; first: string; second: string }) =>
    `The listeners "${p.first}" and "${p.second}" both want the socket ${p.socket}.`,
  'spec.rule.client': (p: Filter) =>
    `"${p.filter}": {client} may stand only below "everyone". The broker knows client ids only in patterns, and a pattern holds for every account.`,
  'spec.rule.client-deny': (p: Filter) =>
    `"${p.filter}": {client} cannot be denied: what an account is allowed by name would win over it.`,
  'spec.rule.nameless': (p: Filter) =>
    `"${p.filter}": a client without a name has no {user}, {client} or {topics}.`,
  'spec.rule.anonymous': (p: { listener: string }) =>
    `The listener "${p.listener}" lets in clients without a name, but nothing says what they may do.`,
  'spec.rule.anonymous.fix': 'Declare it, as in "anonymous: { subscribe: [public/#] }".',
  'spec.rule.anonymous-nowhere': 'No listener lets in clients without a name: leave "anonymous" out.',
  'spec.rule.bridge-twice': (p: { name: string }) => `Two bridges are named "${p.name}".`,
  'spec.rule.bridge-rival': (p: { first: string; second: string }) =>
    `The bridges "${p.first}" and "${p.second}" have the same client id at the same broker: each would end the other’s connection.`,
  'spec.rule.bridge-self': (p: { name: string; listener: string }) =>
    `The bridge "${p.name}" leads to the listener "${p.listener}" of this very broker, with the same topics: each message would go round for ever.`,
  'spec.rule.log-none': '"none" stands alone: no messages, and so no others beside it.',
  'spec.rule.bridge-test': (p: { topic: string; name: string }) =>
    `No topic of the bridge "${p.name}" covers "${p.topic}": a test message would go nowhere. It is written as clients of this broker see it.`,
  'spec.rule.bridge-user': 'A password needs a "username" beside it.',
  'spec.rule.local': (p: { listener: string }) =>
    `The profile "local" listens on this machine alone, but the listener "${p.listener}" can be reached from outside.`,
  'spec.rule.local.fix': 'Write "bind: loopback", or "profile: lan" if the network should reach it.',
  'spec.rule.name-twice': (p: { name: string }) => `Two listeners are named "${p.name}".`,
  'spec.rule.port-twice': (p: { port: number; first: string; second: string }) =>
    `The listeners "${p.first}" and "${p.second}" both want port ${p.port} on the same address.`,
  'spec.rule.address-twice': (p: Address) => `The address ${p.address} stands twice.`,
  'spec.edit.by-hand':
    'This file is written in a form that cannot be changed without disturbing the rest of it: change it by hand.',
  'spec.yaml.large': (p: { max: number }) =>
    `The file is larger than ${p.max} bytes: this is no broker.yaml.`,
  'spec.yaml.encoding': 'The file is not UTF-8 text (is it UTF-16 or Latin-1?): save it as UTF-8.',
  'spec.yaml.documents': 'The file holds several documents: "---" may stand at the start only.',
  'spec.yaml.tab': 'YAML is not indented with tabs: use blanks.',
  'spec.yaml.indent': 'The indentation does not fit: settings that belong together start in the same column.',
  'spec.yaml.alias': 'Anchors and aliases ("&name", "*name") are not accepted: write the value itself.',
  'spec.yaml.tag': 'Tags ("!name") are not accepted: write the plain value.',
  'spec.yaml.key': 'A key must be plain text.',
  'spec.yaml.twice': (p: { key: string; line: number }) =>
    `The key "${p.key}" already stands on line ${p.line}.`,
  'spec.yaml.deep': 'The file is nested too deeply: this is no broker.yaml.',
  'spec.yaml.syntax': (p: { code: string }) => `This is not valid YAML (${p.code}).`,
  'spec.file.header':
    "What this machine's MQTT broker should be: mqtt-setup reads this file. It holds no secrets and may go into git.\nAfter a change, `mqtt-setup plan` shows what it means and `mqtt-setup apply` does it.",
  'spec.file.profile':
    'Who connects: local = this machine only, lan = the network here, internet = everybody, with TLS only. An account is\nneeded in all of them.',
  'spec.file.listeners':
    'Where the broker listens. bind: all, loopback, an address of this machine, or a list of them.\nWithout this part it listens as the profile has it:',
};
