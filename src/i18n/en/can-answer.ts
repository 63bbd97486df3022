type About = { who: string; topic: string; access: 'publish' | 'subscribe' };
type Rule = { rule: string };

const doing = ({ access, topic }: About): string =>
  access === 'publish' ? `publish to ${topic}` : `receive ${topic}`;
const cannot = (about: About): string => `${about.who} may not ${doing(about)}`;

/** The answers of `can`, which that command alone loads. */
export const canAnswer = {
  'can.word.all': 'Yes:',
  'can.word.some': 'In part:',
  'can.word.none': 'No:',
  'can.yes': (p: About & Rule) => `${p.who} may ${doing(p)}, by ${p.rule}.`,
  'can.all': (p: About) => `${p.who} may receive all that ${p.topic} covers:`,
  'can.some': (p: About) => `${p.who} may receive some of what ${p.topic} covers:`,
  'can.no': (p: About & Rule) => `${cannot(p)}: denied by ${p.rule}.`,
  'can.none': (p: About) => `${cannot(p)}: all that it covers is denied.`,
  'can.why.default': (p: About) => `${cannot(p)}: no rule allows it (default deny).`,
  'can.why.sys': (p: About) =>
    `${cannot(p)}: the broker lets no client publish to a topic that starts with $SYS, except $SYS/broker/connection/NAME/state.`,
  'can.why.share': (p: About) =>
    `${cannot(p)}: no message has a topic that starts with $share, which is for shared subscriptions.`,
  'can.why.wildcard-name': (p: About) =>
    `${cannot(p)}: no rule of its own allows it, and the broker heeds no pattern for a name with + or #.`,
  'can.why.wildcard-id': (p: About) =>
    `${cannot(p)}: no rule of its own allows it, and the broker heeds no pattern for a client id with + or #.`,
  'can.why.no-login': (p: About) => `${cannot(p)}: no listener lets clients in without a name.`,
  'can.why.shared-dollar': (p: About) =>
    `${cannot(p)}: shared subscriptions get nothing that starts with $, whatever the rules say.`,
  'can.hint.deny': (p: Rule) => `${p.rule} would allow it, but every deny comes first.`,
  'can.hint.sys': (p: Rule) => `${p.rule} covers it, and changes nothing: the broker does not look at it.`,
  'can.hint.share': (p: Rule) => `${p.rule} covers it, and changes nothing: the broker does not look at it.`,
  'can.hint.wildcard-name': (p: Rule) => `${p.rule} would allow it for a name without + and #.`,
  'can.hint.wildcard-id': (p: Rule) => `${p.rule} would allow it for a client id without + and #.`,
  'can.hint.dollar': (p: Rule & { filter: string }) =>
    `${p.rule} does not cover it: a wildcard at the start stands for nothing that begins with $. ${p.filter} would.`,
  'can.hint.access': (p: Rule & { access: 'publish' | 'subscribe' }) =>
    `${p.rule} covers it, but for ${p.access === 'publish' ? 'reading' : 'writing'} only.`,
  'can.hint.client': (p: Rule & { value: string }) =>
    `${p.rule} would allow it for the client id ${p.value}: --client-id tells which one it connects with.`,
  'can.hint.otherClient': (p: Rule & { value: string; client: string }) =>
    `${p.rule} would allow it for the client id ${p.value}, and this one is ${p.client}.`,
  'can.hint.user': (p: Rule & { value: string }) => `${p.rule} would allow it for the name ${p.value}.`,
  'can.hint.anonymous': (p: Rule) =>
    `${p.rule} stands before the first user: it is for clients without a name, and for them alone.`,
  'can.hint.case': (p: Rule) => `${p.rule} covers it but for capitals, which make another topic.`,
  'can.hint.slip': (p: Rule) => `${p.rule} is near: one letter is different.`,
  'can.hint.below': (p: Rule & { filter: string }) =>
    `${p.rule} covers ${p.filter} itself and nothing below it: ${p.filter}/# would.`,
  'can.hint.above': (p: Rule & { topic: string }) => `${p.rule} covers what is below ${p.topic} only.`,
  'can.hint.name': (p: { name: string; user: string }) =>
    `No rules are for "${p.user}"; there are some for "${p.name}".`,
  'can.roles': (p: { roles: string }) => `Roles that would allow it: ${p.roles}.`,
  'can.control': 'What is published below $CONTROL/ goes to the broker’s plugins, never to a client.',
  'can.mount': (p: { mount: string; extent: 'all' | 'some' | 'none' }) =>
    `Behind the mount point ${p.mount}, which goes before the topic: ${p.extent === 'all' ? 'yes' : p.extent === 'none' ? 'no' : 'in part'}.`,
  'can.more': (p: { count: number }) => `… and ${p.count} more`,
  'can.fault.invalid-word': 'A line starts with user, topic or pattern, then a blank.',
  'can.fault.missing-name': 'The name is missing.',
  'can.fault.missing-topic': 'The topic is missing.',
  'can.fault.invalid-access': 'The word before the topic is none of read, write, readwrite and deny.',
  'can.fault.invalid-topic': 'This is no filter: # stands for a whole last level, + for a whole level.',
  'can.faults': (p: { version: string }) =>
    `mosquitto ${p.version} refuses this file and does not start with it. The answer is what the lines that are right say.`,
  'can.notWritten': 'The ACL file does not say this yet: mqtt-setup plan shows what is not applied.',
  'can.matrix.who': 'WHO',
  'can.matrix.topic': 'TOPIC',
  'can.matrix.publish': 'PUBLISH',
  'can.matrix.subscribe': 'SUBSCRIBE',
  'can.matrix.all': 'yes',
  'can.matrix.some': 'in part',
  'can.matrix.none': '-',
  'can.matrix.nothing': '(nothing)',
  'can.matrix.nobody': 'Nobody.',
  'can.matrix.anonymous': '(anonymous)',
  'can.matrix.everyone': '(everyone)',
  'can.matrix.names': (p: { names: string; count: number }) => `${p.names} and ${p.count} more`,
  'can.matrix.user': '{user}: the own name of each; {client}: the client id of the connection.',
  'can.matrix.more': (p: { count: number }) =>
    `… and ${p.count} more lines: --json and --format csv have all of them, --topic asks for one.`,
};
