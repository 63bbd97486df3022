export const status = {
  'status.option.watch': 'draw it anew every two seconds, with the course of the numbers; Ctrl-C ends it',
  'status.option.topics':
    'with --watch: the busiest topics under this filter, read with the account of --username',
  'status.option.username': 'an account that may read them, with --password-file or --password-env',
  'status.topics.title': (p: { filter: string }) => `busiest under ${p.filter}, messages in the last minute:`,
  'status.topics.none': (p: { filter: string }) => `busiest under ${p.filter}: nothing has arrived yet`,
  'status.topics.account': '--topics reads messages, and needs an account that may',
  'status.topics.accountFix':
    'Name it: --username NAME with --password-file FILE, or with --password-env NAME.',
  'status.topics.refused': (p: { user: string }) => `the broker does not let ${p.user} in`,
  'status.topics.watch': '--topics counts what arrives, for which somebody has to watch',
  'status.topics.watchFix': 'Add --watch.',
  'status.clients': (p: { clients: number; offline: number }) =>
    `${p.clients} ${p.clients === 1 ? 'client' : 'clients'} connected, ${p.offline} away`,
  'status.received': (p: { count: number }) =>
    `${p.count} ${p.count === 1 ? 'message' : 'messages'} in, in the last minute`,
  'status.sent': (p: { count: number }) => `${p.count} ${p.count === 1 ? 'message' : 'messages'} out`,
  'status.stored': (p: { count: number }) => `${p.count} ${p.count === 1 ? 'message' : 'messages'} kept`,
  'status.certificate': (p: { name: string; until: string; days: number }) =>
    `certificate of ${p.name}: until ${p.until} (${p.days} ${p.days === 1 ? 'day' : 'days'})`,
  'status.change': (p: { number: number; when: string; who: string; command: string }) =>
    `last change: generation ${p.number}, ${p.when} UTC, ${p.command}, by ${p.who}`,
  'status.drift': (p: { path: string }) => `changed by hand: ${p.path}`,
  'status.next.adopt': 'takes the broker over that is there',
  'status.next.install': 'a broker, secured and proven',
  'status.next.start': 'starts it',
  'status.next.doctor': 'why it does not run',
  'status.next.diff': 'what was changed by hand',
  'status.next.verify': 'proves that it works and is closed to strangers',
  'status.next.addUser': 'an account for a sensor, a program, a person',
};
