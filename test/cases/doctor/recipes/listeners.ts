import { open } from './parts.ts';
import type { Recipe } from './types.ts';

/** Something else that listens; the port is nobody else's here, for it stays a while. */
const holder = (port: number): string =>
  `perl -MSocket -e '$| = 1; socket(S, AF_INET, SOCK_STREAM, 0); setsockopt(S, SOL_SOCKET, SO_REUSEADDR, 1); bind(S, sockaddr_in(${port}, INADDR_ANY)) or die; listen(S, 5); print "ready\\n"; sleep 5' > .holder &\nwhile ! grep -q ready .holder; do :; done`;

/** Listeners that cannot be opened. */
export const listeners: readonly Recipe[] = [
  {
    name: 'port-in-use',
    causes: ['listener.port-in-use'],
    conf: 'listener 1901 127.0.0.1\n',
    before: holder(1901),
  },
  {
    name: 'port-twice',
    causes: ['listener.port-in-use'],
    conf: 'listener 1883 127.0.0.1\nlistener 1883 127.0.0.1\n',
  },
  {
    name: 'websockets-in-use',
    causes: ['listener.websockets-not-open'],
    or: { forky: ['listener.port-in-use'] },
    conf: `${open}listener 1902 127.0.0.1\nprotocol websockets\n`,
    before: holder(1902),
  },
  { name: 'foreign-address', causes: ['listener.no-such-address'], conf: 'listener 1883 192.0.2.7\n' },
  {
    name: 'foreign-address-quiet',
    causes: ['listener.no-such-address'],
    conf: 'log_type error\nlistener 1883 192.0.2.7\n',
  },
  { name: 'no-such-name', causes: ['listener.no-such-name'], conf: 'listener 1883 broker.invalid\n' },
  { name: 'bracketed-address', causes: ['listener.no-such-name'], conf: 'listener 1883 [::1]\n' },
  { name: 'low-port', causes: ['listener.low-port'], conf: 'listener 443 127.0.0.1\n' },
  {
    name: 'no-such-interface',
    causes: ['listener.no-such-interface'],
    conf: 'listener 1883\nbind_interface eth7\n',
  },
  {
    name: 'interface-of-another',
    causes: ['listener.no-such-interface'],
    conf: 'listener 1883 192.0.2.7\nbind_interface lo\n',
  },
  {
    name: 'websockets-alone',
    causes: ['listener.websockets-not-open'],
    conf: 'listener 9001\nprotocol websockets\n',
    releases: ['bookworm'],
  },
  { name: 'socket-folder', causes: ['listener.socket-not-made'], conf: 'listener 0 DIR/none/mqtt.sock\n' },
  {
    name: 'socket-closed',
    causes: ['listener.socket-not-made'],
    conf: 'listener 0 DIR/closed/mqtt.sock\n',
    before: 'mkdir closed; chmod 755 closed',
  },
  { name: 'socket-nameless', causes: ['listener.socket-not-made'], conf: 'listener 0\n' },
  {
    name: 'socket-long',
    causes: ['listener.socket-not-made'],
    conf: `listener 0 DIR/${'folder/'.repeat(14)}mqtt.sock\n`,
  },
  { name: 'local-only', causes: ['listener.local-only'], conf: 'persistence false\n' },
];
