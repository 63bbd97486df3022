export const backup = {
  'backup.nothing': 'There is nothing to back up: mqtt-setup has installed no broker here.',
  'backup.unreadable': (p: { errno: string }) => `the backup cannot be read (${p.errno})`,
  'backup.foreign': 'this is no backup of mqtt-setup',
  'backup.newer': 'this backup was made by a later version of mqtt-setup',
  'backup.damaged': 'this backup is damaged: it is cut off, or not as it was written',
  'backup.whole':
    'Nothing is made from half of one. mqtt-setup backup FILE --check says whether a file is whole.',
  'backup.passphrase': 'the passphrase does not open this backup, or the file is damaged',
  'backup.passphraseFix': 'Try again: capital letters and blanks count.',
  'backup.needsPassphrase': 'A passphrase is needed, and nobody can be asked.',
  'backup.passphraseHow': 'Give it with --password-file FILE (or -), or --password-env NAME.',
  'backup.askPassphrase': 'Passphrase of the backup:',
  'backup.short': (p: { least: number }) =>
    `The passphrase is too short: at least ${p.least} characters, since whoever has the file may try for years.`,
  'backup.storeTooLarge': (p: { path: string }) =>
    `${p.path} is too large for a backup (160 MiB at most): copy it by hand while the broker is stopped.`,
  'backup.outside': (p: { path: string }) =>
    `the backup holds ${p.path}, which is no place of a broker’s files: nothing of it is restored`,
  'backup.ofFolder': 'This backup is of a broker in a folder.',
  'backup.ofFolderFix': 'Restore it into one: mqtt-setup restore FILE --local DIR',
  'backup.ofMachine': 'This backup is of the broker of a machine.',
  'backup.ofMachineFix': 'Restore it without --local.',
  'backup.written': (p: { file: string }) => `Saved: ${p.file}`,
  'backup.isWhole': (p: { file: string }) => `Whole: ${p.file}`,
  'backup.of': (p: { made: string; generation: number; version: string }) =>
    `made ${p.made}, generation ${p.generation}, mosquitto ${p.version}`,
  'backup.holds': (p: { files: number; generations: number }) =>
    `${p.files} files, ${p.generations} generations`,
  'backup.store': (p: { bytes: number }) =>
    `the broker’s database: ${p.bytes} bytes (retained messages, sessions, queued messages)`,
  'backup.noStore': 'no database: this broker keeps none',
  'backup.left': (p: { path: string }) =>
    `${p.path} is not in the backup: it lies outside of the broker’s folders`,
  'backup.open': 'It holds password hashes and keys in clear: keep it closed, or encrypt it with --encrypt.',
  'backup.message': (p: { made: string }) => `restored from a backup of ${p.made}`,
  'backup.command.backup': 'Everything that would hurt to lose, in one file.',
  'backup.command.restore': 'A broker from a backup, here or on a bare machine.',
  'backup.arg.new': 'the file to write (with --check: to read)',
  'backup.arg.file': 'a file that backup has written',
  'backup.option.check': 'read the file and say whether it is whole; writes nothing',
  'backup.option.encrypt': 'encrypt it with a passphrase, which is asked for',
  'backup.option.withoutStore': 'leave the broker’s own database as it is',
  'backup.option.passwordFile': 'the passphrase is the first line of this file (- for standard input)',
  'backup.option.passwordEnv': 'the passphrase is in this environment variable',
};
