type Address = { address: string };

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
    'Who connects: local = this machine only, lan = the network here. An account is needed in both.',
  'spec.file.listeners':
    'Where the broker listens. bind: all, loopback, an address of this machine, or a list of them.\nWithout this part: port 1883, bound as the profile says.',
};
