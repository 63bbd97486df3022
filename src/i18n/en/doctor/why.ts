type Named = { name: string; path: string };

export const doctorWhy = {
  'doctor.why.noUser': '--why needs the name of a user',
  'doctor.why.onlyWhy': (p: { option: string }) => `${p.option} goes with --why alone`,
  'doctor.why.noConf': (p: { path: string }) => `${p.path} cannot be read: nothing is known of this broker`,
  'doctor.why.noListener': (p: { listener: string; known: string }) =>
    p.known === ''
      ? `There is no listener ${p.listener}`
      : `There is no listener ${p.listener}; there are: ${p.known}`,

  'doctor.why.head.yes': (p: { name: string; door: string }) => `${p.name} may log in at ${p.door}`,
  'doctor.why.head.no': (p: { name: string; door: string }) => `${p.name} is refused at ${p.door}`,
  'doctor.why.head.open': (p: { name: string; door: string }) =>
    `Whether ${p.name} may log in at ${p.door} cannot be said for certain`,
  'doctor.why.head.password': (p: { name: string; door: string }) =>
    `${p.name} may log in at ${p.door} with the right password`,
  'doctor.why.tryPassword': 'With --password-file or --password-env the password is tried, too.',
  'doctor.why.rights': 'Once in, these lines say what it may do:',
  'doctor.why.more': (p: { count: number }) => (p.count === 1 ? '… and one more' : `… and ${p.count} more`),

  'doctor.why.fix.add': (p: { name: string }) => `Add ${p.name} to the file.`,
  'doctor.why.fix.password': (p: { name: string }) => `Set the password of ${p.name} anew.`,

  'doctor.why.anonymous': 'clients that give no name are let in here, too',
  'doctor.why.tls': 'this port speaks TLS alone: a client that does not is cut off without an answer',
  'doctor.why.notRunning': 'the broker does not run',
  'doctor.why.notRunningFix': 'Find out why:',

  'doctor.why.noPasswords':
    'this listener has neither a password file nor a plugin, and lets nobody in without a name: nobody gets in',
  'doctor.why.noPasswordsFix': 'Give it a password file, with a password_file line below its listener line.',
  'doctor.why.stray.other-listener': (p: { path: string }) =>
    `this listener has no password file: ${p.path} is that of another listener, and per_listener_settings gives each its own`,
  'doctor.why.stray.above-listeners': (p: { path: string }) =>
    `this listener has no password file: ${p.path} is named above every listener, where it belongs to none of them with per_listener_settings`,
  'doctor.why.stray.above-switch': (p: { path: string }) =>
    `this listener has no password file: ${p.path} is named above per_listener_settings, and counts for no listener`,
  'doctor.why.stray.replaced': (p: { path: string }) =>
    `this listener has no password file: a later line has taken the place of ${p.path}`,
  'doctor.why.strayFix': 'Put the password_file line below the line of this listener.',

  'doctor.why.file.unseen': (p: { path: string }) =>
    `${p.path} was not read: this user may not, so nothing is known of its accounts`,
  'doctor.why.file.unseenFix': 'Ask again as root.',
  'doctor.why.file.relative': (p: { path: string }) =>
    `${p.path} is no full path: where the broker looks for it depends on where it was started`,

  'doctor.why.name.control': 'the name holds a character that the broker takes from no client',
  'doctor.why.name.colon': 'the name has a colon, which ends a name in a password file: it can stand in none',
  'doctor.why.name.comment':
    'the name begins with #, which makes its line a comment: it can stand in no password file',
  'doctor.why.name.long': 'the name is longer than MQTT allows',
  'doctor.why.name.fix': 'Choose another name.',

  'doctor.why.user.notApplied': (p: Named) => `${p.name} is declared, but not in ${p.path} yet`,
  'doctor.why.user.notAppliedFix': 'Apply what is declared.',
  'doctor.why.user.elsewhere': (p: Named & { other: string }) =>
    `${p.name} is not in ${p.path}, which counts here, but in ${p.other}, which is not read for this listener`,
  'doctor.why.user.commented': (p: Named) => `the line of ${p.name} in ${p.path} is commented out`,
  'doctor.why.user.unknown': (p: Named & { count: number }) =>
    p.count === 0 ? `${p.path} holds no account at all` : `${p.path} has no user ${p.name}`,
  'doctor.why.user.blanks': (p: Named & { like: string }) =>
    `${p.path} has the user “${p.like}”, but the client says “${p.name}”: blanks around a name count`,
  'doctor.why.user.form': (p: Named & { like: string }) =>
    `${p.path} has a user that looks like ${p.name} and is written with other Unicode characters`,
  'doctor.why.user.case': (p: Named & { like: string }) =>
    `${p.path} has no user ${p.name}, but ${p.like}: small and capital letters differ`,
  'doctor.why.user.slip': (p: Named & { like: string }) =>
    `${p.path} has no user ${p.name}; did you mean ${p.like}?`,

  'doctor.why.password.notGiven': (p: Named) =>
    `${p.name} is in ${p.path}; whether the password is right was not tried`,
  'doctor.why.password.notAsked':
    'no password is asked for here: any name and any password are let in, without being looked at',
  'doctor.why.password.right': (p: Named) => `the password is that of ${p.name} in ${p.path}`,
  'doctor.why.password.wrong': (p: Named) => `the password is not that of ${p.name} in ${p.path}`,
  'doctor.why.password.blank': (p: { name: string }) =>
    `the password of ${p.name} differs from the one given by a blank or a line end alone`,
  'doctor.why.password.other': (p: { name: string; first: number; second: number }) =>
    `${p.name} stands there twice: the password is that of line ${p.first}, but line ${p.second} counts`,
  'doctor.why.password.otherFix': (p: { second: number }) => `Take line ${p.second} out.`,

  'doctor.why.reload': (p: { path: string }) =>
    `${p.path} was changed after the broker had read it: it may still know the old one`,
  'doctor.why.reloadFix': 'Let the broker read its files again.',

  'doctor.why.plugin': (p: { path: string }) =>
    `the plugin ${p.path} is asked here, too: only it knows whom it lets in`,
  'doctor.why.pluginFix': 'Look into the settings of the plugin, and into the log of the broker.',

  'doctor.why.certificate.needed':
    'this listener lets nobody in without a certificate that its authority has signed',
  'doctor.why.certificate.neededFix': 'Give the client its certificate and key, beside name and password.',
  'doctor.why.certificate.names': (p: { name: string }) =>
    `here the name comes from the client’s certificate, and no password is looked at: a client is ${p.name} only with a certificate of that name`,
  'doctor.why.certificate.namesFix': (p: { name: string }) =>
    `The common name (CN) of the client’s certificate must be ${p.name}:`,
  'doctor.why.certificate.subjectFix': 'The whole subject of the client’s certificate is its name:',
  'doctor.why.psk.needed': 'this listener lets nobody in without a shared key (PSK)',
  'doctor.why.psk.names': (p: { name: string }) =>
    `here the name is the identity of a shared key (PSK), and no password is looked at: a client is ${p.name} only with that key`,
  'doctor.why.psk.fix': 'Give the client the identity and the key of the PSK file.',
  'doctor.why.psk.unknown': (p: Named) =>
    `here the name is the identity of a shared key (PSK), and ${p.path} has no ${p.name}`,
  'doctor.why.psk.unknownFix': (p: { name: string }) =>
    `Add a line “${p.name}:KEY”, the key in hexadecimal digits.`,

  'doctor.why.clientId.isName':
    'the name is the client id, too: a second client of that name throws the first one out',
  'doctor.why.clientId.empty': 'the client comes without a client id, which is refused here',
  'doctor.why.clientId.emptyFix': 'Give the client an id of its own.',
  'doctor.why.clientId.prefix': (p: { prefix: string }) =>
    `only client ids that begin with ${p.prefix} are let in; --client-id says which one it has`,
  'doctor.why.clientId.notPrefix': (p: { id: string; prefix: string }) =>
    `the client id ${p.id} does not begin with ${p.prefix}, as it must here`,
  'doctor.why.clientId.prefixFix': (p: { prefix: string }) =>
    `Give the client an id that begins with ${p.prefix}, or take the line out.`,

  'doctor.why.acl.plugin': 'what it may do once it is in is the plugin’s matter',
  'doctor.why.acl.none': 'no ACL file counts here: who is in may read and write everything',
  'doctor.why.acl.unseen': (p: { path: string }) =>
    `${p.path} was not read: what it may do once it is in is not known`,
  'doctor.why.acl.nothing': (p: Named) =>
    `${p.name} logs in, and may nothing: no line of ${p.path} allows it anything`,
  'doctor.why.acl.nothingFix': (p: { name: string }) => `Give ${p.name} rights; ask which line decides:`,

  'doctor.why.live.accepted': 'the broker itself let it in',
  'doctor.why.live.acceptedAnyway':
    'the broker let it in all the same: it goes by what it read earlier, not by the files as they stand',
  'doctor.why.live.refused': (p: { code: string }) =>
    `the files would let it in, but the broker refused it (${p.code})`,
  'doctor.why.live.refusedToo': (p: { code: string }) => `the broker itself refused it, too (${p.code})`,
  'doctor.why.live.refusedFix':
    'Let the broker read its files again; where that does not help, its log says more.',
  'doctor.why.live.unreachable': (p: { code: string }) =>
    `the broker was not asked: it did not answer (${p.code})`,
};
