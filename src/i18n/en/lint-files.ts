export const lintFiles = {
  'lint.file.own': (p: { command: string }) => `Run: ${p.command}`,

  'lint.file.missing.title': 'A file that is named is not there',
  'lint.file.missing.why':
    'The broker ends when it cannot open its password, ACL, plugin or certificate files; a plugin or a bridge fails later.',
  'lint.file.missing.found': (p: { path: string }) => `${p.path} is not there`,
  'lint.file.missing.folder': (p: { path: string; folder: string }) =>
    `${p.path} is not there: already ${p.folder} is missing`,
  'lint.file.missing.passwords': (p: { path: string }) =>
    `Make it: mosquitto_passwd -c ${p.path} NAME, then chown mosquitto: ${p.path}`,
  'lint.file.missing.fix': 'Put the file there, or mend the path.',

  'lint.file.unseen.title': 'A file could not be looked at',
  'lint.file.unseen.why': 'This user may not read it, so nothing is known of its contents; the broker may.',
  'lint.file.unseen.found': (p: { path: string }) => `${p.path} was not looked at: this user may not`,
  'lint.file.unseen.fix': 'Run the check as root, or as the broker’s user.',

  'lint.file.too-large.title': 'A file too large to be looked at',
  'lint.file.too-large.why': 'The broker reads it at every start and at every reload, on its only thread.',
  'lint.file.too-large.found': (p: { path: string; size: string }) =>
    `${p.path} has ${p.size} and was not looked at`,
  'lint.file.too-large.fix': 'Is this the right file?',

  'lint.file.wrong-kind.title': 'Something else than a file stands there',
  'lint.file.wrong-kind.why':
    'Where a file should be a folder or a pipe makes 2.0.11 wait for ever at its start, and later versions end.',
  'lint.file.wrong-kind.found': (p: { path: string }) => `${p.path} is not a regular file`,
  'lint.file.wrong-kind.folder': (p: { path: string }) => `${p.path} is not a folder`,
  'lint.file.wrong-kind.fix': 'Mend the path.',

  'lint.file.broker-cannot-read.title': 'The broker may not read a file',
  'lint.file.broker-cannot-read.why':
    'Password, ACL, certificate and key files are opened after root’s rights have been given up, and every folder on the way must be open to the broker’s user as well.',
  'lint.file.broker-cannot-read.found': (p: { path: string; user: string; mode: string }) =>
    `${p.user} may not read ${p.path} (${p.mode})`,
  'lint.file.broker-cannot-read.folder': (p: { path: string; user: string; folder: string; mode: string }) =>
    `${p.user} may not read ${p.path}: the folder ${p.folder} is closed to it (${p.mode})`,
  'lint.file.broker-cannot-read.fixFolder': (p: { folder: string }) =>
    `chmod o+x ${p.folder}, or move the file to /etc/mosquitto`,
  'lint.file.broker-cannot-read.letsEncrypt': (p: { user: string }) =>
    `Leave Let’s Encrypt’s folder as it is: let a deploy hook copy chain and key to /etc/mosquitto/certs, chown them to ${p.user}, then reload.`,

  'lint.file.link.title': 'A password, ACL or PSK file is a symbolic link',
  'lint.file.link.why': '2.1 follows no link for these files and does not start; 2.0 does.',
  'lint.file.link.found': (p: { path: string }) => `${p.path} is a symbolic link`,
  'lint.file.link.fix': (p: { path: string }) => `Name the file itself: ${p.path}`,

  'lint.file.open-secret.title': 'A secret that everybody on the machine may read',
  'lint.file.open-secret.why':
    'Hashes can be guessed at leisure, and a private key lets anybody be the broker. From 2.0.16 on the log warns that later versions will refuse such password and ACL files.',
  'lint.file.open-secret.found': (p: { path: string; mode: string }) =>
    `everybody may read ${p.path} (${p.mode})`,

  'lint.file.writable-by-others.title': 'Everybody on the machine may change a file of the broker',
  'lint.file.writable-by-others.why':
    'Whoever may write there makes accounts and rights, or puts a plugin in its place.',
  'lint.file.writable-by-others.found': (p: { path: string; mode: string }) =>
    `everybody may write to ${p.path} (${p.mode})`,

  'lint.file.owner-notice.title': 'A file with an owner or mode that the broker complains about',
  'lint.file.owner-notice.why':
    'The log says of it that future versions will refuse to load it. Only a file of the broker’s user and group, closed to others, is silent everywhere.',
  'lint.file.owner-notice.found': (p: { path: string; mode: string }) => `${p.path} is ${p.mode}`,

  'lint.file.relative.title': 'A path that does not start with /',
  'lint.file.relative.why':
    'It is looked for where the broker was started, which is / under systemd and another folder when it is tried by hand; ~ and variables are not known.',
  'lint.file.relative.found': (p: { path: string }) =>
    `${p.path} depends on the folder in which the broker is started`,
  'lint.file.relative.fix': 'Write the whole path, from / on.',

  'lint.file.trailing-blank.title': 'A blank at the end of a path',
  'lint.file.trailing-blank.why':
    'For include_dir and log_dest file the broker takes blanks at the end for a part of the name.',
  'lint.file.trailing-blank.found': (p: { path: string }) =>
    `the blank at the end is part of the name ${p.path}`,
  'lint.file.trailing-blank.fix': 'Take the blank out.',

  'lint.file.database-folder.title': 'What should be kept cannot be saved',
  'lint.file.database-folder.why':
    'The broker runs all the same and says so only in its log; retained messages and sessions are gone at the next restart.',
  'lint.file.database-folder.missing': (p: { path: string }) =>
    `there is no folder ${p.path}: nothing is saved`,
  'lint.file.database-folder.notFolder': (p: { path: string }) =>
    `${p.path} is not a folder: nothing is saved`,
  'lint.file.database-folder.found': (p: { user: string; path: string; mode: string }) =>
    `${p.user} may not write to ${p.path} (${p.mode}): nothing is saved`,
  'lint.file.database-folder.fix': (p: { path: string; user: string }) =>
    `Make it so: install -d -o ${p.user} -g ${p.user} -m 750 ${p.path}`,

  'lint.file.no-database-folder.title': 'Persistence without a place',
  'lint.file.no-database-folder.why':
    'Without persistence_location the database is written where the broker was started, which is / under systemd: its user may not, and nothing is saved.',
  'lint.file.no-database-folder.found': 'persistence true, and no persistence_location says where',
  'lint.file.no-database-folder.fix': 'persistence_location /var/lib/mosquitto/',

  'lint.file.log-folder.title': 'The log file cannot be written',
  'lint.file.log-folder.why':
    'The broker runs on without this log, so that the reason for the next trouble stands nowhere.',
  'lint.file.log-folder.missing': (p: { path: string }) => `the folder of ${p.path} is not there`,
  'lint.file.log-folder.found': (p: { path: string; mode: string }) =>
    `the broker may not write there: ${p.path} is ${p.mode}`,
  'lint.file.log-folder.fix': (p: { user: string }) =>
    `Make the folder and give it to ${p.user}, or use log_dest stderr, which the journal keeps.`,

  'lint.file.pid-folder.title': 'The pid file cannot be written',
  'lint.file.pid-folder.why': 'The broker ends when it cannot write it. systemd does not need it.',
  'lint.file.pid-folder.missing': (p: { path: string }) => `the folder of ${p.path} is not there`,
  'lint.file.pid-folder.found': (p: { path: string; mode: string }) =>
    `the broker may not write there: ${p.path} is ${p.mode}`,
  'lint.file.pid-folder.fix': 'Use /run/mosquitto/mosquitto.pid, or take the line out.',

  'lint.file.socket-folder.title': 'The socket cannot be made',
  'lint.file.socket-folder.why':
    'The broker makes the socket itself, as its own user, and ends when it may not.',
  'lint.file.socket-folder.missing': (p: { path: string }) => `the folder of ${p.path} is not there`,
  'lint.file.socket-folder.found': (p: { path: string; mode: string }) =>
    `the broker may not write there: ${p.path} is ${p.mode}`,
  'lint.file.socket-folder.fix': 'Use a folder that belongs to the broker’s user.',

  'lint.cert.not-pem.title': 'A certificate or key that cannot be read',
  'lint.cert.not-pem.why':
    'The broker reads PEM alone, the certificate before its chain, and has no way to ask for a passphrase: it ends.',
  'lint.cert.not-pem.found': (p: { path: string }) => `${p.path} holds no PEM certificate`,
  'lint.cert.not-pem.key': (p: { path: string }) => `${p.path} holds no PEM private key`,
  'lint.cert.not-pem.encrypted': (p: { path: string }) => `${p.path} is locked with a passphrase`,
  'lint.cert.not-pem.fix': 'Convert it to PEM; certificate and key may not be swapped.',
  'lint.cert.not-pem.decrypt': (p: { path: string }) =>
    `openssl pkey -in ${p.path} -out NEW, and close NEW to others`,

  'lint.cert.key-mismatch.title': 'Certificate and key do not belong together',
  'lint.cert.key-mismatch.why':
    'The broker ends at its start. At a reload every handshake fails until both are right.',
  'lint.cert.key-mismatch.found': (p: { key: string; certificate: string }) =>
    `${p.key} is not the key of ${p.certificate}`,
  'lint.cert.key-mismatch.fix': 'Replace both together, then restart.',

  'lint.cert.expired.title': 'A certificate that has expired',
  'lint.cert.expired.why': 'The broker starts with it, and every client that checks refuses it.',
  'lint.cert.expired.found': (p: { subject: string; day: string }) =>
    `the certificate of ${p.subject} expired on ${p.day}`,
  'lint.cert.expired.fix': 'Renew it, put certificate and key there together, then reload.',

  'lint.cert.not-yet-valid.title': 'A certificate that is not valid yet',
  'lint.cert.not-yet-valid.why':
    'Clients refuse it until then. Most often the clock of one machine is wrong.',
  'lint.cert.not-yet-valid.found': (p: { subject: string; day: string }) =>
    `the certificate of ${p.subject} is valid from ${p.day} on`,
  'lint.cert.not-yet-valid.fix': 'Look at the clock (timedatectl), or issue it anew.',

  'lint.cert.expires-soon.title': 'A certificate that expires soon',
  'lint.cert.expires-soon.why':
    'A renewal that works replaces it 30 days before the end: this one does not seem to.',
  'lint.cert.expires-soon.found': (p: { subject: string; day: string; left: number }) =>
    `the certificate of ${p.subject} expires on ${p.day}, in ${p.left} ${p.left === 1 ? 'day' : 'days'}`,
  'lint.cert.expires-soon.fix': 'Renew it, and look why that did not happen by itself.',
  'lint.passwd.fix': (p: { name: string }) =>
    `Set it anew with mosquitto_passwd, without -c: mosquitto_passwd FILE ${p.name}`,

  'lint.passwd.undecodable.title': 'A password entry that this version cannot read',
  'lint.passwd.undecodable.why':
    '2.0 drops the account with a line in its log, and that user cannot log in; 2.1 does not start. Entries of 2.1’s mosquitto_passwd (salt of 64 bytes) and argon2id cannot be read by 2.0.',
  'lint.passwd.undecodable.found': (p: { name: string }) => `the entry of ${p.name} is torn or damaged`,
  'lint.passwd.undecodable.foreign': (p: { name: string; version: string }) =>
    `the entry of ${p.name} has a form that ${p.version} cannot read`,

  'lint.passwd.plaintext.title': 'A password in clear',
  'lint.passwd.plaintext.why':
    'The broker knows hashes alone: 2.0 drops the account, 2.1 does not start, and the password stands there for everybody who may read the file.',
  'lint.passwd.plaintext.found': (p: { name: string }) => `what stands behind ${p.name} is no hash`,

  'lint.passwd.weak.title': 'A password hash that is guessed fast',
  'lint.passwd.weak.why':
    '2.0’s mosquitto_passwd hashes 101 times. Whoever gets the file tries millions of passwords in a minute.',
  'lint.passwd.weak.found': (p: { name: string; rounds: number }) =>
    `the password of ${p.name} is hashed only ${p.rounds} times`,
  'lint.passwd.weak.fix': (p: { name: string }) =>
    `Set it anew with more rounds: mosquitto_passwd -I 20000 FILE ${p.name}`,

  'lint.passwd.duplicate.title': 'Two entries of one name',
  'lint.passwd.duplicate.why':
    '2.0 takes the last, so that an old password may be the one that works; 2.1 does not start.',
  'lint.passwd.duplicate.found': (p: { name: string; first: number }) =>
    `${p.name} stands in line ${p.first} already: this one wins`,
  'lint.passwd.duplicate.refused': (p: { name: string; first: number }) =>
    `${p.name} stands in line ${p.first} already`,
  'lint.passwd.duplicate.fix': (p: { first: number }) => `Take line ${p.first} out.`,

  'lint.passwd.comment.title': 'A comment or an empty line in the password file',
  'lint.passwd.comment.why':
    'The broker does not mind, but mosquitto_passwd deletes everything from that line on the next time it changes the file, and reports success.',
  'lint.passwd.comment.found': (p: { count: number }) =>
    `the next mosquitto_passwd deletes ${p.count} ${p.count === 1 ? 'account' : 'accounts'} below this line`,
  'lint.passwd.comment.fix': 'Take comments and empty lines out.',

  'lint.passwd.commented-account.title': 'A name that starts with #',
  'lint.passwd.commented-account.why':
    'mosquitto_passwd accepts such a name; to the broker the line is a comment, and that user does not exist.',
  'lint.passwd.commented-account.found': (p: { name: string }) =>
    `${p.name} cannot log in: the line is a comment`,
  'lint.passwd.commented-account.fix': 'Choose a name without # in front.',

  'lint.passwd.junk.title': 'A line that is no account',
  'lint.passwd.junk.why':
    'A line without name, colon or hash is passed over: it is torn, or not meant to be here. From 2.1 on one with a colon stops the broker.',
  'lint.passwd.junk.refused': 'this line has no name or no hash',
  'lint.passwd.junk.found': 'this line is passed over',
  'lint.passwd.junk.fix': 'Take it out, or set the password of that user anew.',

  'lint.passwd.empty.title': 'A password file without accounts',
  'lint.passwd.empty.why': 'Nobody can log in. mosquitto_passwd leaves such a file when it is interrupted.',
  'lint.passwd.empty.found': (p: { path: string }) => `${p.path} holds no account`,
  'lint.passwd.empty.fix': 'Add one: mosquitto_passwd FILE NAME',

  'lint.psk.invalid-line.title': 'A shared key that is not hexadecimal',
  'lint.psk.invalid-line.why': 'The broker ends at the first entry that is not NAME:HEXADECIMAL.',
  'lint.psk.invalid-line.found': (p: { name: string }) => `the key of ${p.name} is not hexadecimal`,
  'lint.psk.invalid-line.fix': 'Make one with: openssl rand -hex 32',

  'lint.acl.invalid-line.title': 'A line that makes the ACL file invalid',
  'lint.acl.invalid-line.why':
    'One bad line spoils the whole file: the broker does not start. At a reload 2.0 goes on with NO ACL at all, and every account may read and write everything; 2.1 ends.',
  'lint.acl.invalid-line.found': (p: { text: string }) => `the broker refuses the line ${p.text}`,
  'lint.acl.invalid-line.tab': 'Replace tabs by plain blanks.',
  'lint.acl.invalid-line.comment': 'Comments need a line of their own, with # in the first column.',
  'lint.acl.invalid-line.word': 'Lines start with user, topic or pattern, in small letters.',
  'lint.acl.invalid-line.access':
    'Between topic and a topic with blanks in it stands read, write, readwrite or deny: topic readwrite my topic',
  'lint.acl.invalid-line.filter': '# stands for a whole last level, + for a whole level: a/#, a/+/c',
  'lint.acl.invalid-line.missing': 'Write the name or the topic behind it.',

  'lint.acl.empty.title': 'An ACL file without rules',
  'lint.acl.empty.why':
    'With an acl_file everything is denied that it does not allow: nobody receives or sends anything.',
  'lint.acl.empty.found': (p: { path: string }) => `${p.path} holds no rule: everything is denied`,
  'lint.acl.empty.fix': 'Add rules, or take acl_file out to allow everything.',

  'lint.acl.word-as-topic.title': 'An access word without a topic',
  'lint.acl.word-as-topic.why':
    'A single word behind topic is the topic itself, to read and to write: here one that is called like the word.',
  'lint.acl.word-as-topic.found': (p: { word: string }) =>
    `this allows a topic that is called ${p.word}, and no other`,
  'lint.acl.word-as-topic.fix': (p: { word: string }) => `Write the topic behind it: topic ${p.word} TOPIC`,

  'lint.acl.no-access-word.title': 'A rule without an access word',
  'lint.acl.no-access-word.why':
    'Without read, write or deny a rule allows both, and a topic that begins with such a word changes the meaning.',
  'lint.acl.no-access-word.found': (p: { filter: string }) => `${p.filter} may be read and written`,
  'lint.acl.no-access-word.fix': (p: { kind: string; filter: string }) =>
    `Say what is meant: ${p.kind} readwrite ${p.filter}`,

  'lint.acl.tab-in-topic.title': 'A tab in a topic',
  'lint.acl.tab-in-topic.why':
    'Tabs do not separate: the access word and the tab become a part of the topic.',
  'lint.acl.tab-in-topic.found': (p: { filter: string }) => `the topic of this rule is ${p.filter}`,

  'lint.acl.quotes.title': 'Quotes in an ACL file',
  'lint.acl.quotes.why':
    'The broker knows no quotes: they are a part of the name or the topic, and the rule is for nobody.',
  'lint.acl.quotes.found': (p: { text: string }) => `the quotes are part of ${p.text}`,
  'lint.acl.quotes.fix': 'Write it without quotes; blanks inside do no harm.',

  'lint.acl.comment-in-name.title': 'A comment that is part of a name',
  'lint.acl.comment-in-name.why':
    'A name is the whole rest of its line, so that the user that is meant has none of these rights.',
  'lint.acl.comment-in-name.found': (p: { name: string }) => `these rules are for a user called ${p.name}`,
  'lint.acl.comment-in-name.fix': 'Put the comment on a line of its own.',

  'lint.acl.pattern-under-user.title': 'A pattern below a user is for everybody',
  'lint.acl.pattern-under-user.why':
    'pattern lines hold for every client, wherever they stand; a user line does not limit them.',
  'lint.acl.pattern-under-user.found': (p: { filter: string; user: string }) =>
    `pattern ${p.filter} is for everybody, not only for ${p.user}`,
  'lint.acl.pattern-under-user.fix': (p: { user: string }) =>
    `Use topic if only ${p.user} is meant, else move it to the top of the file.`,

  'lint.acl.pattern-for-everybody.title': 'A pattern without %u or %c',
  'lint.acl.pattern-for-everybody.why':
    'Nothing in it stands for the client, so it gives every client the same right; the broker warns of it in its log.',
  'lint.acl.pattern-for-everybody.found': (p: { filter: string }) =>
    `pattern ${p.filter} gives this right to everybody`,
  'lint.acl.pattern-for-everybody.fix':
    'Write %u for the user’s name or %c for the client id as a level, or use topic.',

  'lint.acl.part-of-level.title': '%u or %c as a part of a level',
  'lint.acl.part-of-level.why':
    'From 2.1 on they are replaced only where they are a whole level; such a rule never matches.',
  'lint.acl.part-of-level.found': (p: { filter: string }) => `pattern ${p.filter} never matches`,
  'lint.acl.part-of-level.fix': 'Give %u or %c a level of its own: devices/%u/state',

  'lint.acl.substitution-in-topic.title': '%u or %c in a topic rule',
  'lint.acl.substitution-in-topic.why':
    'They are replaced in pattern lines alone; in topic lines they are these two letters.',
  'lint.acl.substitution-in-topic.found': (p: { filter: string }) => `the topic is literally ${p.filter}`,
  'lint.acl.substitution-in-topic.fix': (p: { filter: string }) => `pattern readwrite ${p.filter}`,

  'lint.acl.hash-without-sys.title': '# does not reach $SYS',
  'lint.acl.hash-without-sys.why':
    '# and + do not match topics that begin with $: the broker’s own figures need a rule of their own.',
  'lint.acl.hash-without-sys.found': '# does not cover $SYS/#',
  'lint.acl.hash-without-sys.fix': 'If that is wanted, add: topic read $SYS/#',

  'lint.acl.anonymous-rights.title': 'Rights for anonymous clients, who cannot connect',
  'lint.acl.anonymous-rights.why':
    'topic lines above the first user are for anonymous clients alone, not for everybody. Named users do not get them.',
  'lint.acl.anonymous-rights.found': (p: { filter: string }) =>
    `nobody gets ${p.filter}: the line stands above the first user, and anonymous clients are refused`,
  'lint.acl.anonymous-rights.fix': 'For everybody use pattern; else move it below a user.',

  'lint.acl.wildcard-user.title': 'A user name with a wildcard',
  'lint.acl.wildcard-user.why':
    'Names are compared letter by letter. A real name with + or # in it is denied by every pattern.',
  'lint.acl.wildcard-user.found': (p: { name: string }) => `${p.name} is the name of one user, not of many`,
  'lint.acl.wildcard-user.fix': 'For everybody use pattern lines with %u.',

  'lint.acl.unknown-user.title': 'Rules for a user that does not exist',
  'lint.acl.unknown-user.why':
    'No account of the password file has this name, so these rights are for nobody.',
  'lint.acl.unknown-user.found': (p: { name: string }) => `there is no account ${p.name}`,
  'lint.acl.unknown-user.fix': (p: { name: string }) =>
    `Add the account with mosquitto_passwd, or take the rules out: ${p.name}`,

  'lint.acl.user-without-rights.title': 'Accounts without any right',
  'lint.acl.user-without-rights.why':
    'With an acl_file everything is denied that it does not allow: they log in, subscribe with success, and receive nothing.',
  'lint.acl.user-without-rights.found': (p: { count: number; names: string }) =>
    `${p.count} ${p.count === 1 ? 'account' : 'accounts'} may log in but touch no topic: ${p.names}`,
  'lint.acl.user-without-rights.fix': (p: { name: string }) =>
    `Add: user ${p.name}, and below it topic readwrite TOPIC`,
};
