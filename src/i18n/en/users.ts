type Counted = { count: number; names: string };

export const users = {
  'users.command.import':
    'Adds (or with --update changes) the accounts of a CSV file or of JSON Lines: all or none.',
  'users.command.export':
    'Prints all accounts as CSV or JSON Lines, in the form that import-users reads; no secrets.',
  'users.arg.file':
    'CSV with a header (name, roles, topics, since, password, hash; only name is needed), or JSON Lines; - for standard input. Several roles or topics in one field are separated by |',
  'users.option.role': 'role of the new accounts of which the file names none (repeatable)',
  'users.option.topic': 'topic filter of the new accounts of which the file names none (repeatable)',
  'users.option.update':
    'accounts that exist get the roles and topics of the file, and a password where one is given',
  'users.option.passwordsOut':
    'new file for the passwords that are made up (0600; default FILE.passwords.csv beside the file)',
  'users.option.format': 'csv (default) or jsonl',
  'users.option.out': 'a new file (0600) instead of standard output',
  'users.option.hashes': 'with the stored hashes, for another broker; only into a file',

  'users.import.column': (p: { column: string }) => `The column "${p.column}" is unknown.`,
  'users.import.column-twice': (p: { column: string }) => `The column "${p.column}" stands twice.`,
  'users.import.no-name': 'The first line must name the columns, and "name" must be one of them.',
  'users.import.fields': (p: { found: number; wanted: number }) =>
    `This line has ${p.found} ${p.found === 1 ? 'field' : 'fields'}, the header ${p.wanted}.`,
  'users.import.quote-open':
    'The quote that opens here is never closed. (A quote inside a quoted field is written twice.)',
  'users.import.quote-behind': 'Behind a closing quote there must be a separator or the end of the line.',
  'users.import.text': (p: { key: string }) => `"${p.key}" must be a text in double quotes.`,
  'users.import.both': 'Give a password or a hash, not both.',
  'users.import.hash':
    'This is no hash that the broker here can read ($7$ROUNDS$SALT$HASH, with a salt of 12 bytes).',
  'users.import.noRoles': 'The account has no role.',
  'users.import.noRolesFix': 'Name one in the column "roles", or for all of them with --role.',
  'users.import.noTopics': 'The role is about topics, and the account has none.',
  'users.import.noTopicsFix': 'Name them in the column "topics", or for all of them with --topic.',
  'users.import.update': 'With --update, its roles and topics become those of the file.',
  'users.import.more': (p: { count: number }) =>
    `… and ${p.count} more ${p.count === 1 ? 'problem' : 'problems'}. Nothing was changed.`,
  'users.import.empty': 'There is no account in this file.',
  'users.import.form':
    'CSV: a line with the names of the columns (name,roles,topics), then one line for each account.',
  'users.import.large': (p: { path: string; max: number }) =>
    `${p.path} is larger than ${p.max} MiB: this is no list of accounts.`,
  'users.import.utf16': (p: { path: string }) =>
    `${p.path} is no UTF-8 text (UTF-16 or something else than text).`,
  'users.import.notUtf8': 'This line is not UTF-8 (Latin-1, perhaps).',
  'users.import.utf8Fix': (p: { path: string }) =>
    `In a spreadsheet, save it as "CSV UTF-8"; or: iconv -f latin1 -t utf-8 ${p.path}`,
  'users.import.done': (p: { added: number; updated: number }) => `${p.added} added, ${p.updated} changed.`,
  'users.import.would': (p: { added: number; updated: number }) =>
    `${p.added} would be added, ${p.updated} changed.`,
  'users.import.written': (p: { file: string; count: number }) =>
    `${p.count} ${p.count === 1 ? 'password was' : 'passwords were'} made up: ${p.file} (0600). They stand nowhere else in clear: hand them out, then delete the file.`,
  'users.import.wouldWrite': (p: { file: string; count: number }) =>
    `${p.count} ${p.count === 1 ? 'password' : 'passwords'} would be made up and written to ${p.file} (0600).`,
  'users.import.sample': (p: { tried: number; of: number }) =>
    `${p.tried} of ${p.of} new passwords were tried on the broker.`,

  'users.export.format': (p: { value: string }) => `--format knows csv and jsonl, not ${p.value}`,
  'users.export.hashesOut': 'hashes are secrets: they go into a file, never onto the screen or into a pipe',
  'users.export.hashesOutFix': 'Add --out FILE: it is made new, readable by you alone.',
  'users.export.written': (p: { file: string; count: number }) =>
    `${p.count} ${p.count === 1 ? 'account' : 'accounts'}: ${p.file} (0600)`,
  'users.export.hashesWarning':
    'Whoever has this file can try passwords against it, day and night. Delete it as soon as it has served.',

  'users.out.exists': (p: { path: string }) => `${p.path} exists already, and is not overwritten`,
  'users.out.existsFix': 'Name another one with --out.',
  'users.twin': (p: { name: string; other: string }) =>
    `The account name "${p.name}" differs from "${p.other}" in small and capital letters only: the broker tells them apart, people do not.`,
  'users.lastAdmin': (p: { name: string }) =>
    `${p.name} is the last account that may write everywhere (role admin, or # to write): nobody could administer by MQTT any more.`,
  'users.lastAdminFix': 'Give another account the role admin first, or go on with --yes.',
  'users.denied': (p: { name: string; topic: string; denied: string }) =>
    `${p.name} has the topic ${p.topic}, but ${p.denied} is denied: what both cover stays refused.`,
  'users.deniedMore': (p: { count: number }) =>
    `The same for ${p.count} more ${p.count === 1 ? 'topic' : 'topics'}.`,
  'users.cost': (p: { iterations: number; milliseconds: string }) =>
    `Each login costs about ${p.milliseconds} ms of the broker's one thread (${p.iterations} rounds).`,
  'users.hash.none': 'none',
  'users.hash.foreign': 'foreign',
  'users.hash.weak': 'weak',
  'users.hash.noneNote': (p: Counted) =>
    `Without a password that the broker can read: ${p.names} (${p.count}). Nobody can log in with them; set-password gives one.`,
  'users.hash.foreignNote': (p: Counted) =>
    `Not every version of the broker can read the hash of: ${p.names} (${p.count}). The next set-password renews it.`,
  'users.hash.weakNote': (p: Counted) =>
    `A weak hash, quickly tried by whoever steals the file: ${p.names} (${p.count}). The next set-password renews it.`,
};
