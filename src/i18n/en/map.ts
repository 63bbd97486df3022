export const map = {
  'map.command': 'The broker as a star: who publishes where and who reads where, as text or as a picture.',
  'map.option.format': 'text (default), svg, mermaid or dot; with --out by the ending of the file',
  'map.option.out': 'write it to a new file',
  'map.option.user': 'only this account',
  'map.option.topic': 'only what has to do with this topic or filter',
  'map.usage.format': (p: { value: string }) => `--format knows text, svg, mermaid and dot, not ${p.value}`,
  'map.written': (p: { file: string }) => `Written: ${p.file}`,
  'map.nobody': 'Nobody may publish or read there.',

  'map.title': 'Who publishes where, who reads where',
  'map.description': (p: { accounts: number; topics: number }) =>
    `A star with the broker in its middle. On the left who publishes (accounts shown: ${p.accounts}), on the right who reads; topic filters: ${p.topics}.`,
  'map.broker': 'broker',
  'map.publishes': 'Publish',
  'map.reads': 'Read',
  'map.bridges': 'Bridges to other brokers',
  'map.bridge.in': 'from there:',
  'map.bridge.out': 'to there:',
  'map.bridge.both': 'both ways:',
  'map.who.everyone': '(every account)',
  'map.who.anonymous': '(without a name)',
  'map.more': (p: { count: number }) => `and ${p.count} more`,
};
