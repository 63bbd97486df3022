/** Somebody who tried to get in, as the subject of a sentence. */
function somebody({ who, name }: { who: string; name: string }): string {
  if (who === 'anonymous') return 'a client without a name';
  if (who === 'unknown') return 'a name that nobody has';
  if (who === 'wrong-password') return `${name} with a wrong password`;
  return who === 'empty-password' ? `${name} with an empty password` : name;
}

function listed({ topics, more }: { topics: string; more: number }): string {
  return more > 0 ? `${topics} and ${more} more` : topics;
}

const wants = (need: string): string =>
  need === '' ? 'none' : need === 'psk' ? 'a pre-shared key' : need === 'http' ? 'HTTP' : `a ${need}`;

type Login = { who: string; name: string; listeners: string };
type Access = Login & { topics: string; more: number };

export const shadow = {
  'shadow.failed.before': (p: { conf: string }) => `the broker does not start with ${p.conf} as it is now`,
  'shadow.failed.after': (p: { conf: string }) => `the broker would not start with ${p.conf} as it is to be`,
  'shadow.failed.candidate': (p: { conf: string }) =>
    `the broker would not start with ${p.conf} as it is to be; nothing has been changed`,
  'shadow.ended': (p: { code: string }) => `a trial run of it ended with ${p.code}`,
  'shadow.silent': 'a trial run of it was not ready after half a minute',
  'shadow.said': (p: { text: string }) => `the broker said: ${p.text}`,
  'shadow.unread': (p: { path: string }) =>
    `${p.path} cannot be read, so that no trial run can be made of the configuration`,
  'shadow.noPorts': 'no free port was found on 127.0.0.1 for a trial run of the broker',
  'shadow.open': (p: { addresses: string }) =>
    `a trial run of the broker listened on ${p.addresses} and was ended at once`,
  'shadow.deaf': (p: { listener: string }) =>
    `in a trial run, ${p.listener} gave no answer to those who must get one; it cannot be told who is let in there`,
  'shadow.lost': (p: { listener: string; error: string }) =>
    `in a trial run, the connection to ${p.listener} was lost (${p.error})`,
  'shadow.interrupted': 'Interrupted: the trial run of the broker has been ended, nothing has been changed.',
  'shadow.unshadowable.plugin': (p: { keyword: string }) =>
    `the plugin of this ${p.keyword} line decides by itself who may do what: no trial run can show it`,
  'shadow.unshadowable.relative-path': (p: { keyword: string }) =>
    `the path in this ${p.keyword} line depends on the folder in which the broker is started: no trial run can be made`,
  'shadow.listener.gone': (p: { listener: string }) => `${p.listener} would no longer be open`,
  'shadow.listener.new': (p: { listener: string }) => `${p.listener} would be opened`,
  'shadow.listener.open': (p: { listener: string }) =>
    `${p.listener} would be opened, to clients without a name too`,
  'shadow.listener.moved': (p: { before: string; after: string }) =>
    `what is at ${p.before} would be at ${p.after}`,
  'shadow.listener.setting': (p: { listener: string; what: string; before: string; after: string }) =>
    `${p.listener}: ${p.what} would be “${p.after}” instead of “${p.before}”`,
  'shadow.listener.needs': (p: { listener: string; before: string; after: string }) =>
    `${p.listener}: what a client needs beside a name and a password would be: ${wants(p.after)} (now: ${wants(p.before)})`,
  'shadow.login.lost': (p: Login) => `${somebody(p)} would no longer be let in (${p.listeners})`,
  'shadow.login.gained': (p: Login) => `${somebody(p)} would be let in (${p.listeners})`,
  'shadow.publish.lost': (p: Access) =>
    `${somebody(p)} could no longer publish to ${listed(p)} (${p.listeners})`,
  'shadow.publish.gained': (p: Access) => `${somebody(p)} could publish to ${listed(p)} (${p.listeners})`,
  'shadow.read.lost': (p: Access) => `${somebody(p)} could no longer read ${listed(p)} (${p.listeners})`,
  'shadow.read.gained': (p: Access) => `${somebody(p)} could read ${listed(p)} (${p.listeners})`,
};
