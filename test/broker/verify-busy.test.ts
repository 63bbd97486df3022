import { describe, expect, test } from 'vitest';
import { remoteEndpoint } from '../../src/checks/context.ts';
import { runChecks } from '../../src/checks/run.ts';
import type { ConnectOptions, Session } from '../../src/checks/types.ts';
import { Hidden } from '../../src/hidden.ts';
import { connect } from '../../src/host/mqtt.ts';
import { contextWith } from '../helpers/check-context.ts';
import { type Broker, noBroker, startMosquitto } from '../helpers/mosquitto.ts';

const reason = noBroker();
if (reason !== null) process.stderr.write(`verify on a busy broker is left out: ${reason}\n`);

const probe = 'mqtt-setup-probe';
const acl = `user ${probe}
topic readwrite mqtt-setup/probe/rw/#
topic read mqtt-setup/probe/ro/#
topic write mqtt-setup/probe/wo/#
user alice
topic readwrite meteo/#
topic read $SYS/#
`;
const conf = `allow_anonymous false
password_file DIR/passwd
acl_file DIR/acl
set_tcp_nodelay true
sys_interval 1
listener PORT 127.0.0.1
`;

/** What must be the same before and after: the broker's own numbers. */
const numbers = [
  'retained messages/count',
  'clients/disconnected',
  'clients/connected',
  'subscriptions/count',
];

describe.skipIf(reason !== null)('verify on a busy broker', () => {
  test('has no false alarm in a hundred runs, and leaves everything as it was', async () => {
    const broker = await startMosquitto({ conf, passwd: { [probe]: 'right', alice: 'other' }, acl });
    try {
      const traffic = await busy(broker, 6);
      const watcher = await client(broker, 'watcher');
      await watcher.subscribe('$SYS/broker/#', 0);
      const before = await settled(watcher);
      const wrong: string[] = [];
      for (let run = 0; run < 100; run += 1) {
        const context = contextWith({
          endpoints: [remoteEndpoint('127.0.0.1', broker.port)],
          credentials: { username: probe, password: new Hidden('right') },
          isProbeAccount: true,
          connect,
        });
        const { checks } = await runChecks(context);
        for (const { id, status, evidence = [] } of checks)
          if (status === 'fail' || status === 'warn') wrong.push(`run ${run}: ${id}: ${evidence.join('; ')}`);
      }
      expect(wrong).toEqual([]);
      expect(await settled(watcher)).toEqual(before);
      expect(traffic.received()).toBeGreaterThan(100);
      await Promise.all([watcher.end(), traffic.stop()]);
    } finally {
      await broker.stop();
    }
  }, 300_000);
});

async function client({ port }: Broker, clientId: string): Promise<Session> {
  const options: ConnectOptions = {
    endpoint: remoteEndpoint('127.0.0.1', port),
    protocolVersion: 4,
    clientId,
    credentials: { username: 'alice', password: new Hidden('other') },
    timeoutMs: 5000,
  };
  const result = await connect(options);
  if (result.outcome !== 'accepted') throw new Error(result.outcome);
  return result.session;
}

/** Clients that send to each other without a pause: each its next message once its last one was taken. */
async function busy(broker: Broker, count: number) {
  const sessions = await Promise.all(Array.from({ length: count }, (_, at) => client(broker, `busy-${at}`)));
  const end = new AbortController();
  let sent = 0;
  const loops = sessions.map(async (session, at) => {
    await session.subscribe('meteo/#', 1);
    while (!end.signal.aborted) {
      await session.publish(`meteo/${at}`, 'x'.repeat(200), { qos: 1 });
      sent += 1;
    }
  });
  return {
    received: () => sent,
    stop: async () => {
      end.abort();
      await Promise.all(loops);
      await Promise.all(sessions.map((session) => session.end()));
    },
  };
}

/** The broker's numbers, once three of its reports in a row tell the same. */
async function settled(watcher: Session): Promise<Record<string, string | undefined>> {
  const last = () =>
    Object.fromEntries(
      numbers.map((name) => [
        name,
        watcher.received().findLast(({ topic }) => topic === `$SYS/broker/${name}`)?.payload,
      ]),
    );
  const reports = (): number =>
    watcher.received().filter(({ topic }) => topic === '$SYS/broker/uptime').length;
  for (;;) {
    const [first, at] = [last(), reports()];
    await expect.poll(reports, { timeout: 20_000 }).toBeGreaterThan(at + 2);
    if (JSON.stringify(last()) === JSON.stringify(first)) return first;
  }
}
