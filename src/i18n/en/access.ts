type Who = { test: string; who: string; count: number };

export const access = {
  'access.test.can': (p: Who) =>
    `"${p.test}" does not hold: the rights allow it (${p.count === 1 ? p.who : `${p.count} accounts: ${p.who}`}).`,
  'access.test.cannot': (p: Who) =>
    `"${p.test}" does not hold: the rights do not allow it (${p.count === 1 ? p.who : `${p.count} accounts: ${p.who}`}).`,
  'access.test.stranger': (p: { name: string }) => `There is no account "${p.name}" to test.`,
  'access.test.fix': 'Change the roles and topics, or the test.',
  'check.declared.spec': 'broker.yaml or the accounts are wrong',
  'check.declared.specWhy': 'mqtt-setup apply stops at it, before anything is touched.',
  'check.declared.test': 'An access test does not hold',
  'check.declared.testWhy':
    'The rights that are declared answer otherwise than broker.yaml says they must: mqtt-setup apply stops at it.',
  'access.more': (p: { count: number; who: string; action: string; topic: string }) =>
    `${p.count === 1 ? p.who : `${p.count} more users`} may ${p.action === 'publish' ? 'publish to' : 'read'} ${p.topic}${p.count === 1 ? '' : ` (${p.who})`}`,
  'access.fewer': (p: { count: number; who: string; action: string; topic: string }) =>
    `${p.count === 1 ? p.who : `${p.count} users`} may no longer ${p.action === 'publish' ? 'publish to' : 'read'} ${p.topic}${p.count === 1 ? '' : ` (${p.who})`}`,
  'access.title': 'What changes in who may do what:',
  'access.rest': (p: { count: number }) => `… and ${p.count} more`,
  'access.nobody': 'clients without a name',
  'access.restart': 'The broker restarts: every client is disconnected for a moment.',
  'access.price': (p: { clients: number; offline: number; messages: number }) =>
    `  ${p.clients === 1 ? '1 client is' : `${p.clients} clients are`} connected, ${p.offline} ${p.offline === 1 ? 'session waits' : 'sessions wait'} for clients that are offline, ${p.messages} ${p.messages === 1 ? 'message is' : 'messages are'} stored, its own reports among them (the broker’s own numbers, up to 10 s old).`,
  'access.priceSaved': (p: { saved: string }) =>
    `  Last saved ${p.saved}; it is saved once more before the restart, and a copy is kept until the new start is proven.`,
  'access.priceLost': '  The broker keeps nothing on disk: sessions and stored messages are lost.',
  'access.reload': (p: { names: string }) => `The broker reloads; disconnected: ${p.names}.`,
  'access.reloadNobody': 'The broker reloads; nobody is disconnected.',
};
