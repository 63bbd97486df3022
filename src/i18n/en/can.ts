/** What any command may need of `can`: its help and what is wrong with a question. */
export const can = {
  'can.command':
    'May somebody publish or subscribe to a topic, and which rule says so; --matrix for everybody.',
  'can.arg.user': 'the account’s name; left out with --anonymous',
  'can.arg.access': 'publish or subscribe',
  'can.arg.topic': 'the topic; for subscribe a filter, too',
  'can.option.anonymous': 'a client that gives no name',
  'can.option.clientId': 'the client id that it connects with (default: one that no rule names)',
  'can.option.acl': 'ask any ACL file, not what is declared here',
  'can.option.matrix': 'who reaches what',
  'can.option.topic': 'with --matrix: only who reaches this topic or filter',
  'can.option.format': 'with --matrix: table or csv',
  'can.usage.whom': 'it is not said who',
  'can.usage.whomFix': 'can USER publish|subscribe TOPIC, or can --anonymous publish|subscribe TOPIC',
  'can.usage.both': 'a name and --anonymous exclude each other',
  'can.usage.access': (p: { word: string }) => `"${p.word}" is neither publish nor subscribe`,
  'can.usage.topic': 'it is not said which topic',
  'can.usage.user': (p: { name: string }) => `There is no account "${p.name}".`,
  'can.usage.matrix': (p: { option: string }) => `${p.option} goes with --matrix only`,
  'can.usage.noMatrix': (p: { option: string }) => `${p.option} does not go with --matrix`,
  'can.usage.format': (p: { value: string }) => `--format knows table and csv, not ${p.value}`,
  'can.topic.empty': 'The topic is empty: the broker takes no such topic.',
  'can.topic.long': 'The topic has more than 65535 bytes: no message can carry it.',
  'can.topic.deep': 'The topic has more than 200 slashes: the broker closes the connection.',
  'can.topic.control':
    'The topic holds a control character or one that is none: the broker closes the connection.',
  'can.topic.wildcard': (p: { topic: string }) =>
    `Nobody can publish to ${p.topic}: + and # are wildcards of filters, and a message has one topic.`,
  'can.topic.filter': (p: { topic: string }) =>
    `The broker takes no filter ${p.topic}: # stands for a whole last level, + for a whole level: a/#, a/+/c.`,
  'can.topic.share': (p: { topic: string }) =>
    `${p.topic} is no shared subscription: $share/GROUP/FILTER, the group without + and #.`,
  'can.acl.missing': 'There is no such ACL file.',
  'can.acl.unfit': 'This cannot be read as an ACL file.',
  'can.acl.denied': 'This user may not read the ACL file.',
};
