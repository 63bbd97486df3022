import { endOther, open, otherBroker, otherPair, pair } from './parts.ts';
import type { Recipe } from './types.ts';

const bridge = (address: string, more = ''): string =>
  `${open}connection up\naddress ${address}\ntopic # out\nrestart_timeout 1\n${more}`;
const far = 'listener 1884 127.0.0.1\n';
const farTls = 'listener 8884 127.0.0.1\ncertfile DIR/cert.pem\nkeyfile DIR/key.pem\nallow_anonymous true\n';

/** Bridges that do not carry anything. */
export const bridgesRunning: readonly Recipe[] = [
  {
    name: 'bridge-refused',
    causes: ['bridge.unreachable'],
    conf: bridge('127.0.0.1:1999'),
    after: 'sleep 3',
  },
  {
    name: 'bridge-unroutable',
    causes: ['bridge.unreachable'],
    conf: bridge('192.0.2.1:1883'),
    after: 'sleep 3',
  },
  {
    name: 'bridge-no-name',
    causes: ['bridge.no-such-name'],
    conf: bridge('broker.invalid:1883'),
    after: 'sleep 3',
  },
  {
    name: 'bridge-not-authorised',
    causes: ['bridge.not-authorised'],
    conf: bridge('127.0.0.1:1884'),
    before: otherBroker(far),
    after: `sleep 3; ${endOther}`,
  },
  {
    name: 'bridge-not-authorised-v5',
    causes: ['bridge.not-authorised'],
    conf: bridge('127.0.0.1:1884', 'bridge_protocol_version mqttv50\n'),
    before: otherBroker(far),
    after: `sleep 3; ${endOther}`,
  },
  {
    name: 'bridge-distrusts',
    causes: ['bridge.tls'],
    conf: bridge('localhost:8884', 'bridge_cafile DIR/other.pem\n'),
    before: `${pair}\n${otherPair}\nchown mosquitto: other.pem\n${otherBroker(farTls)}`,
    after: `sleep 3; ${endOther}`,
  },
  {
    name: 'bridge-name-differs',
    causes: ['bridge.tls'],
    conf: bridge('127.0.0.1:8884', 'bridge_cafile DIR/cert.pem\n'),
    before: `${pair.replace(',IP:127.0.0.1', '')}\n${otherBroker(farTls)}`,
    after: `sleep 3; ${endOther}`,
  },
  {
    name: 'bridge-ca-missing',
    causes: ['bridge.tls'],
    conf: bridge('127.0.0.1:8884', 'bridge_cafile DIR/none.pem\n'),
    before: `${pair}\n${otherBroker(farTls)}`,
    after: `sleep 3; ${endOther}`,
  },
  {
    name: 'bridge-plain-to-tls',
    varies: true,
    causes: ['bridge.drops'],
    or: { bookworm: [] },
    conf: bridge('127.0.0.1:8884'),
    before: `${pair}\n${otherBroker(farTls)}`,
    after: `sleep 4; ${endOther}`,
  },
  {
    name: 'bridge-tls-to-plain',
    varies: true,
    causes: ['bridge.tls'],
    or: { bookworm: ['bridge.unreachable'] },
    conf: bridge('localhost:1884', 'bridge_cafile DIR/cert.pem\n'),
    before: `${pair}\n${otherBroker(`${far}allow_anonymous true\n`)}`,
    after: `sleep 3; ${endOther}`,
  },
  {
    name: 'bridge-far-ends',
    varies: true,
    causes: [],
    or: { trixie: ['bridge.unreachable'], forky: ['bridge.unreachable'] },
    conf: bridge('127.0.0.1:1884'),
    before: otherBroker(`${far}allow_anonymous true\n`),
    after: `sleep 1; ${endOther}; sleep 3`,
  },
  {
    name: 'bridge-same-id',
    varies: true,
    causes: ['bridge.drops'],
    or: { bookworm: [] },
    conf: bridge('127.0.0.1:1884', 'remote_clientid twin\n'),
    before: otherBroker(`${far}allow_anonymous true\n`),
    after: `sleep 1; for i in 1 2 3 4 5; do mosquitto_sub -h 127.0.0.1 -p 1884 -i twin -t x -W 1; sleep 1.5; done; ${endOther}`,
  },
];
