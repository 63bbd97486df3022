type AtPath = { path: string };

/** Causes that the broker speaks of: password, ACL and PSK files. */
export const saidAccounts = {
  'doctor.title.passwords.unopened': 'The password file cannot be read',
  'doctor.said.passwords.unopened.cause': (p: AtPath) =>
    `The broker cannot read the password file ${p.path} and ends: it is not there, is closed to the broker’s user, or is no regular file`,
  'doctor.said.passwords.unopened.fix': 'Put the file there and let the broker’s user own it, mode 0600.',
  'doctor.title.passwords.lost-at-reload': 'The passwords were lost at a reload',
  'doctor.said.passwords.lost-at-reload.cause': (p: AtPath) =>
    `When it was told to reload, the broker could not read ${p.path}: 2.0 lets nobody in any more, 2.1 has ended`,
  'doctor.said.passwords.lost-at-reload.fix': 'Put the file right, then reload, or start the broker.',
  'doctor.title.passwords.invalid-line': 'A line of the password file that the broker cannot read',
  'doctor.said.passwords.invalid-line.cause': (p: AtPath) =>
    `The broker cannot read a line of ${p.path} and ends: it is no name:hash, or the name stands there twice`,
  'doctor.said.passwords.invalid-line.fix': 'Take the line out, and set that password anew.',
  'doctor.title.passwords.entry-dropped': 'An account whose hash the broker cannot read',
  'doctor.said.passwords.entry-dropped.cause': (p: { user: string }) =>
    `The broker cannot read the stored password of ${p.user} and drops the account: it cannot log in`,
  'doctor.said.passwords.entry-dropped.fix': (p: { user: string }) =>
    `Set the password of ${p.user} anew: a plain password or a hash of another version is none.`,
  'doctor.title.psk.unopened': 'The PSK file cannot be read',
  'doctor.said.psk.unopened.cause': (p: AtPath) => `The broker cannot read the PSK file ${p.path} and ends`,
  'doctor.said.psk.unopened.fix': 'Put the file there and let the broker’s user own it, mode 0600.',
  'doctor.title.psk.invalid-line': 'A key that is not hexadecimal',
  'doctor.said.psk.invalid-line.cause': (p: { user: string }) =>
    `The key of ${p.user} in the PSK file holds something else than hexadecimal digits`,
  'doctor.said.psk.invalid-line.fix': 'Write the key with 0 to 9 and a to f.',
  'doctor.title.acl.unopened': 'The ACL file cannot be read',
  'doctor.said.acl.unopened.cause': (p: AtPath) =>
    `The broker cannot read the ACL file ${p.path} and ends: it is not there, is closed to the broker’s user, or is no regular file`,
  'doctor.said.acl.unopened.fix': 'Put the file there and let the broker’s user read it.',
  'doctor.title.acl.unreadable-line': 'A line of the ACL file that the broker cannot read',
  'doctor.said.acl.unreadable-line.cause': (p: AtPath) =>
    `The broker cannot read a line of ${p.path} and ends`,
  'doctor.said.acl.unreadable-line.fix':
    'Lines are: user NAME, topic [read|write|readwrite|deny] FILTER, pattern … FILTER; comments begin at the margin.',
  'doctor.title.acl.lost-at-reload': 'The access rules were lost at a reload',
  'doctor.said.acl.lost-at-reload.cause': (p: AtPath) =>
    `When it was told to reload, the broker could not read all of ${p.path}: 2.0 goes by what it read up to there, or by no rules at all, 2.1 has ended`,
  'doctor.said.acl.lost-at-reload.fix': 'Put the file right at once, then reload, or start the broker.',
  'doctor.title.acl.pattern-for-all': 'A pattern that holds for everybody',
  'doctor.said.acl.pattern-for-all.cause': (p: { pattern: string }) =>
    `The pattern ${p.pattern} has neither %u nor %c: it gives its right to every client`,
  'doctor.said.acl.pattern-for-all.fix': 'Put %u or %c in, or write it as a topic line.',
  'doctor.title.file.open-to-others': 'A file that is not the broker’s alone',
  'doctor.said.file.open-to-others.cause': (p: AtPath) =>
    `${p.path} belongs to somebody else than the broker, or others may read it: a coming version will not load it`,
  'doctor.said.file.open-to-others.fix': 'Let the broker’s user own it, mode 0600.',
  'doctor.title.login.refused': 'Clients were not let in',
  'doctor.said.login.refused.cause':
    'The broker refused a login: no name, an unknown one, or a wrong password',
  'doctor.said.login.refused.fix':
    'Where it should have been let in: mqtt-setup doctor --why USER tells why.',
  'doctor.title.login.psk': 'A client with an unknown identity or a wrong key',
  'doctor.said.login.psk.cause': 'A client was cut off, as its PSK identity or its key is not the one here',
  'doctor.said.login.psk.fix': 'Compare identity and key of the client with the psk_file.',
  'doctor.title.rights.publish': 'Messages that nobody may send',
  'doctor.said.rights.publish.cause':
    'The broker threw messages away: their sender has no right to publish to the topic',
  'doctor.said.rights.publish.fix':
    'Where it should have it: mqtt-setup can USER publish TOPIC tells which rule decides.',
};
