type File = { file: string };

export const adopt = {
  'adopt.title': (p: File & { version: string }) => `${p.file}, as Mosquitto ${p.version} reads it`,
  'adopt.verdict.kept': (p: { to: string }) => `${p.to}, as it is`,
  'adopt.verdict.ours': 'mqtt-setup decides it',
  'adopt.verdict.stays': 'stays where it is',
  'adopt.verdict.no-effect': 'without effect',
  'adopt.verdict.refused': 'left out',
  'adopt.because': (p: { said: string; why: string }) => `${p.said}: ${p.why}`,
  'adopt.value': (p: { key: string }) => `its value cannot stand under ${p.key}`,
  'adopt.empty': 'it has no value',
  'adopt.address': (p: { address: string }) =>
    `mqtt-setup takes plain addresses, and "${p.address}" is none: write the address itself`,
  'adopt.http-api': 'the HTTP API is not managed by mqtt-setup',
  'adopt.data': 'the data stays in the folder of mqtt-setup: copy mosquitto.db there if it is to be kept',
  'adopt.unknown': (p: { option: string }) =>
    `this version does not know ${p.option}, and does not start with it`,
  'adopt.not-taken': (p: { version: string }) => `Mosquitto ${p.version} does not take this line`,
  'adopt.acl.order': (p: File & { line: number; name: string }) =>
    `${p.file}:${p.line}: ${p.name === '' ? 'a rule for clients without a name' : `a rule of ${p.name}’s own`} allows some of what this pattern denies, and wins today. In broker.yaml, what is denied to everyone wins.`,
  'adopt.acl.never': (p: File & { line: number; filter: string }) =>
    `${p.file}:${p.line}: the pattern "${p.filter}" matches nothing in this version, and is left out.`,
  'adopt.anonymous-mixed': (p: { version: string }) =>
    `Some listeners let clients in without a name and others do not, which Mosquitto ${p.version} can only do with per_listener_settings: all of them ask for a name and a password then.`,
  'adopt.later': 'a later line wins',
  'adopt.nobody': 'it belongs to no listener',
  'adopt.unheeded': 'this version does not heed it',
  'adopt.twice': 'another listener has this place already: the broker does not start with both',
  'adopt.family': (p: { address: string; family: string }) =>
    `its socket_domain is ${p.family}, of which ${p.address} is not: the broker does not start with it`,
  'adopt.listener-out': 'its listener is left out',
  'adopt.no-listener':
    'None of the listeners can be said in broker.yaml: it opens port 1883 for programs on this machine alone.',
  'adopt.bridge-incomplete':
    'broker.yaml needs a plain name, an address and a topic of a bridge, and takes not all of these',
  'adopt.bridge-out': 'its bridge is left out',
  'adopt.bridge-password': 'the password cannot be kept in a file of one line',
  'adopt.no-equal': (p: { option: string }) => `there is no equal of ${p.option} in broker.yaml`,
  'adopt.bridge-empty': 'a bridge topic without a filter has no equal in broker.yaml',
  'adopt.log-file': (p: { path: string; ours: string }) =>
    `the log goes to ${p.ours}, no longer to ${p.path}`,
  'adopt.implied': (p: { port: number }) =>
    `No line opens port ${p.port}: the broker does it by itself. broker.yaml says it in so many words.`,
  'adopt.acl.strangers': (p: { count: number; names: string }) =>
    `${p.count === 1 ? 'A name has rules but' : `${p.count} names have rules but`} no password, and so no account: ${p.names}.`,
  'adopt.acl.fault': (p: File & { line: number }) =>
    `${p.file}:${p.line}: the broker does not take this line.`,
  'adopt.acl.rule': (p: File & { line: number; filter: string }) =>
    `${p.file}:${p.line}: the rule for "${p.filter}" has no equal in broker.yaml.`,
  'adopt.several-acls':
    'The listeners have different ACL files: mqtt-setup knows one set of rights for all of them. The first one is taken.',
  'adopt.several-passwords':
    'The listeners have different password files: mqtt-setup knows one set of accounts for all of them. The first one is taken.',
  'adopt.unread': (p: { path: string }) => `${p.path} could not be read: what it says is missing here.`,
  'adopt.name': (p: File & { line: number }) =>
    `${p.file}:${p.line}: mqtt-setup does not take this name for an account.`,
  'adopt.hash': (p: { count: number; names: string }) =>
    `${p.count === 1 ? 'An account is' : `${p.count} accounts are`} left out, since this version cannot read the stored password and lets nobody in with it: ${p.names}.`,
  'adopt.any-name':
    'There is no password file: any name with any password is let in. mqtt-setup lets in clients without a name, and no unknown names.',
  'adopt.spec': (p: File) => `What ${p.file} would say:`,
  'adopt.accounts': (p: { count: number; roles: number }) =>
    `${p.count === 0 ? 'No account' : p.count === 1 ? '1 account, with its password as it is' : `${p.count} accounts, with their passwords as they are`}${p.roles === 0 ? '' : `; ${p.roles} ${p.roles === 1 ? 'role' : 'roles'} made from the ACL file`}.`,
  'adopt.traps': 'What is wrong with it today (mqtt-setup check says more):',
  'adopt.notes': 'To know:',
  'adopt.more': (p: { count: number }) => `… and ${p.count} more: --json has all of them.`,
  'adopt.differences': 'What would be otherwise:',
  'adopt.same': (p: { questions: number; identities: number; topics: number }) =>
    `The same: both configurations were run side by side, and gave the same answers to ${p.questions} questions (${p.identities} who tried to get in, ${p.topics} topics).`,
  'adopt.closed': (p: { listener: string; needs: string }) =>
    `${p.listener} could not be asked, since it wants ${p.needs}: what stands in its block was compared.`,
  'adopt.unshadowable': 'Whether both behave the same could not be found out:',
  'adopt.notInstalled':
    'Whether both behave the same could not be found out: there is no mosquitto here to ask.',
  'adopt.left-out': (p: { count: number }) =>
    `${p.count === 1 ? 'A line is' : `${p.count} lines are`} left out, see above.`,
  'adopt.consent': 'It would not be the same broker any more.',
  'adopt.consentFix': 'Look at the differences above; --accept-differences takes them.',
  'adopt.next': (p: { command: string }) => `To take it over: ${p.command}`,
  'adopt.nextKept': 'The files as they are now are kept, and uninstall puts them back.',
  'adopt.nextAll': (p: { command: string }) => `To take it over all the same: ${p.command}`,
  'adopt.changed': 'The configuration has changed meanwhile: look at it again.',
  'adopt.kept': (p: { folder: string }) =>
    `The files as they were are in ${p.folder}; uninstall puts them back.`,
  'adopt.unfinished': 'An earlier run was cut off: what stands here is half of what it was about.',
  'adopt.unfinishedFix': 'adopt --write takes that back first, and then shows what it would do.',
  'adopt.already': (p: File) =>
    `This broker is managed by mqtt-setup already: ${p.file} says what it should be.`,
  'adopt.unloaded': (p: { folder: string }) =>
    `The broker does not load ${p.folder} now, and there are configuration files in it: they would come into effect.`,
  'adopt.unloadedFix': 'Move them elsewhere, or rename them so that they no longer end in .conf.',
  'adopt.why.kept': 'Keeps a file as it was before mqtt-setup.',
  'adopt.why.main': 'Leaves in the main file what only it can say.',
  'adopt.why.gone': 'All it says is in broker.yaml now.',
  'adopt.why.bridge': 'The password of a bridge, for root alone.',
  'adopt.main-header': (p: { folder: string }) =>
    `# mqtt-setup took over what else stood here; the file as it was is in ${p.folder}.`,
};
