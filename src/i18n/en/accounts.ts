type Name = { name: string };
type Topic = { topic: string };

export const accounts = {
  'accounts.name.empty': 'The account name is empty.',
  'accounts.name.control': (p: Name) =>
    `The account name "${p.name}" holds a line break, a NUL or another character that does not print: it could add lines to the broker's files.`,
  'accounts.name.blank': (p: Name) =>
    `The account name "${p.name}" starts or ends with a blank, which the broker takes away: nobody could log in with it.`,
  'accounts.name.invisible': (p: Name) =>
    `The account name "${p.name}" holds a character that nobody sees or that turns the writing direction.`,
  'accounts.name.comment': (p: Name) =>
    `The account name "${p.name}" starts with "#": the broker would take its line for a comment.`,
  'accounts.name.dash': (p: Name) =>
    `The account name "${p.name}" starts with "-": commands would take it for an option.`,
  'accounts.name.colon': (p: Name) =>
    `The account name "${p.name}" holds ":", which ends the name in the broker's password file.`,
  'accounts.name.slash': (p: Name) =>
    `The account name "${p.name}" holds "/", which separates the levels of a topic: access rules by name would not match.`,
  'accounts.name.wildcard': (p: Name) =>
    `The account name "${p.name}" holds "+" or "#": they are wildcards of topics, and the broker refuses such names in access rules.`,
  'accounts.name.nfc': (p: Name) =>
    `The account name "${p.name}" has its accents as separate characters. Write it in composed form (NFC), the one keyboards give: the two look alike and are different names to the broker.`,
  'accounts.name.long': (p: Name & { max: number }) =>
    `The account name "${p.name}" is too long: at most ${p.max} characters.`,
  'accounts.name.reserved': (p: Name & { prefix: string }) =>
    `The account name "${p.name}" is reserved: names that start with "${p.prefix}" belong to mqtt-setup.`,
  'accounts.name.characters': (p: Name) =>
    `The account name "${p.name}" may hold letters, digits and . _ @ - only, and starts with a letter or a digit.`,
  'accounts.name.text': '"name" must be a text in double quotes.',
  'accounts.name.twice': (p: Name & { line: number }) =>
    `The account "${p.name}" is already declared on line ${p.line}.`,
  'accounts.password.empty': 'The password is empty.',
  'accounts.password.blank': 'The password is made of blanks only.',
  'accounts.password.control':
    'The password holds a line break or another character that does not print: it could not be typed again.',
  'accounts.password.malformed': 'The password is not valid Unicode.',
  'accounts.password.long': (p: { bytes: number; max: number }) =>
    `The password is ${p.bytes} bytes long: at most ${p.max} (a letter with an accent takes 2, an emoji 4 or more).`,
  'accounts.password.short': (p: { length: number; min: number }) =>
    `The password has ${p.length} characters: at least ${p.min} are needed.`,
  'accounts.password.common':
    'The password is one of the most common ones, or made from one: it is tried first.',
  'accounts.password.pattern':
    'The password is a pattern (repeated characters, a run along the keyboard or the alphabet): it is tried early.',
  'accounts.password.name': 'The password is hardly more than the account’s own name.',
  'accounts.password.fix':
    'Take some words that do not belong together, or --generate. (passwords: in broker.yaml sets the length.)',
  'accounts.password.already': 'The password is the one that is stored; a new one like it would be refused:',
  'accounts.topic.empty': 'The topic is empty.',
  'accounts.topic.text': 'A topic must be a text in double quotes.',
  'accounts.topic.long': (p: Topic & { max: number }) =>
    `The topic "${p.topic}" is too long: MQTT allows ${p.max} bytes.`,
  'accounts.topic.control': (p: Topic) =>
    `The topic "${p.topic}" holds a line break, a tab, a NUL or another character that MQTT does not allow.`,
  'accounts.topic.blank': (p: Topic) =>
    `The topic "${p.topic}" starts or ends with a blank, which the broker takes away: it would be another topic.`,
  'accounts.topic.hash': (p: Topic) =>
    `In the topic "${p.topic}" the wildcard "#" must be the whole last level, as in "a/b/#".`,
  'accounts.topic.plus': (p: Topic) =>
    `In the topic "${p.topic}" the wildcard "+" must be a whole level, as in "a/+/c".`,
  'accounts.topic.deep': (p: Topic & { max: number }) =>
    `The topic "${p.topic}" has more than ${p.max} "/": the broker refuses it.`,
  'accounts.topic.pattern': (p: Topic) =>
    `The topic "${p.topic}" holds %u or %c: such patterns are not supported yet. Write the name itself.`,
  'accounts.topic.control-api': (p: Topic) =>
    `The topic "${p.topic}" is the broker's own control channel: accounts have no access to it.`,
  'accounts.topic.share': (p: Topic) =>
    `The topic "${p.topic}": access is given to the topic itself, without "$share/GROUP/". Who may read it may share its subscription.`,
  'accounts.topics.list': '"topics" must be a list of texts, as in ["weather/#"].',
  'accounts.roles.list': '"roles" must be a list, as in ["publisher"].',
  'accounts.role.unknown': (p: { role: string; known: string }) =>
    `The role "${p.role}" is unknown. The roles: ${p.known}.`,
  'accounts.since': '"since" must be a date, as in "2025-01-31".',
  'accounts.key.twice': (p: { key: string }) => `"${p.key}" stands twice in this line.`,
  'accounts.line.json':
    'This line is not valid JSON. One account a line, as in {"name":"alice","roles":["both"],"topics":["#"]}.',
  'accounts.line.object':
    'This line is no account. One a line, as in {"name":"alice","roles":["both"],"topics":["#"]}.',
  'accounts.line.long': (p: { max: number }) => `This line is longer than ${p.max} characters.`,
};
