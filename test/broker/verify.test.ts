import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { remoteEndpoint } from '../../src/checks/context.ts';
import { runChecks } from '../../src/checks/run.ts';
import type {
  CheckContext,
  CheckStatus,
  Connect,
  Endpoint,
  Properties,
  Received,
  Report,
  Session,
} from '../../src/checks/types.ts';
import { gatherNetwork } from '../../src/facts/network.ts';
import { Hidden } from '../../src/hidden.ts';
import { connect } from '../../src/host/mqtt.ts';
import { realHost } from '../../src/host/real.ts';
import { plainListener } from '../../src/spec/profiles.ts';
import { defaultSpec } from '../../src/spec/resolve.ts';
import type { Spec } from '../../src/spec/types.ts';
import { hasOpenssl, selfSigned } from '../helpers/certificate.ts';
import { contextWith } from '../helpers/check-context.ts';
import { healthyFacts } from '../helpers/facts.ts';
import type { Broker, BrokerFiles } from '../helpers/mosquitto.ts';
import { freePort, noBroker, startMosquitto } from '../helpers/mosquitto.ts';

const reason = noBroker();
if (reason !== null) process.stderr.write(`verify on a real broker is left out: ${reason}\n`);

const probe = 'mqtt-setup-probe';
const passwd = { [probe]: 'right', alice: 'other' };
const acl = `user ${probe}
topic readwrite mqtt-setup/probe/rw/#
topic read mqtt-setup/probe/ro/#
topic write mqtt-setup/probe/wo/#
user alice
topic readwrite meteo/#
`;
const closed = 'allow_anonymous false\npassword_file DIR/passwd\nacl_file DIR/acl\nset_tcp_nodelay true\n';
const healthy: BrokerFiles = { conf: `${closed}listener PORT 127.0.0.1\n`, passwd, acl };

interface Case {
  broken: string;
  files?: Partial<BrokerFiles>;
  /** Look at another port than the broker's. */
  endpoints?: (broker: Broker) => Promise<Endpoint[]>;
  /** Every check that must not pass, and how it ends; all others must pass. */
  expected: Record<string, CheckStatus>;
}

const live = [
  'connect.reach',
  'auth.anonymous',
  'auth.wrong-password',
  'auth.unknown-user',
  'auth.empty-password',
  'messages.qos0',
  'messages.qos1',
  'messages.qos2',
  'messages.retained',
  'messages.will',
  'messages.session',
  'messages.properties',
  'access.write',
  'access.read',
];
const everywhere = (status: CheckStatus): Record<string, CheckStatus> =>
  Object.fromEntries(live.map((id) => [id, status]));

const cases: Case[] = [
  { broken: 'nothing', expected: {} },
  {
    broken: 'anonymous clients are let in',
    files: {
      conf: 'allow_anonymous true\npassword_file DIR/passwd\nacl_file DIR/acl\nlistener PORT 127.0.0.1\n',
    },
    expected: { 'auth.anonymous': 'fail' },
  },
  {
    broken: 'no password is checked',
    files: { conf: 'allow_anonymous true\nacl_file DIR/acl\nlistener PORT 127.0.0.1\n' },
    expected: {
      'auth.anonymous': 'fail',
      'auth.wrong-password': 'fail',
      'auth.unknown-user': 'fail',
      'auth.empty-password': 'fail',
    },
  },
  {
    broken: 'no ACL',
    files: { conf: 'allow_anonymous false\npassword_file DIR/passwd\nlistener PORT 127.0.0.1\n' },
    expected: { 'access.write': 'fail', 'access.read': 'fail' },
  },
  {
    broken: 'an ACL that allows everything to everybody',
    files: { acl: `${acl}pattern readwrite #\n` },
    expected: { 'access.write': 'fail', 'access.read': 'fail' },
  },
  {
    broken: 'the account may read all',
    files: { acl: acl.replace('topic read mqtt-setup/probe/ro/#', 'topic read #') },
    expected: { 'access.read': 'fail' },
  },
  {
    broken: 'the account may write all',
    files: { acl: acl.replace('topic write mqtt-setup/probe/wo/#', 'topic write #') },
    expected: { 'access.write': 'fail' },
  },
  {
    broken: 'the account may read the broker’s own figures',
    files: { acl: acl.replace('user alice', 'topic read $SYS/#\nuser alice') },
    expected: { 'access.read': 'fail' },
  },
  {
    broken: 'the account has no rights: nothing can be told apart',
    files: { acl: 'user alice\ntopic readwrite meteo/#\n' },
    expected: {
      'messages.qos0': 'fail',
      'messages.qos1': 'fail',
      'messages.qos2': 'fail',
      'messages.retained': 'fail',
      'messages.will': 'fail',
      'messages.session': 'fail',
      'messages.properties': 'fail',
      'access.write': 'fail',
      'access.read': 'fail',
    },
  },
  {
    broken: 'the account may not even write where it should: reading is not proven',
    files: { acl: acl.replace('topic write mqtt-setup/probe/wo/#', '') },
    expected: { 'access.read': 'skip' },
  },
  {
    broken: 'QoS 0 only',
    files: { conf: `${closed}listener PORT 127.0.0.1\nmax_qos 0\n` },
    expected: {
      'messages.qos1': 'warn',
      'messages.qos2': 'warn',
      'messages.retained': 'fail',
      'messages.session': 'fail',
      'messages.properties': 'fail',
      'access.write': 'fail',
      'access.read': 'fail',
    },
  },
  {
    broken: 'no QoS 2',
    files: { conf: `${closed}listener PORT 127.0.0.1\nmax_qos 1\n` },
    expected: { 'messages.qos2': 'warn' },
  },
  {
    broken: 'nothing is retained',
    files: { conf: `${closed}retain_available false\nlistener PORT 127.0.0.1\n` },
    expected: { 'messages.retained': 'fail' },
  },
  {
    broken: 'a second listener with another mind',
    files: {
      conf: 'per_listener_settings true\nlistener PORT 127.0.0.1\nallow_anonymous false\npassword_file DIR/passwd\nacl_file DIR/acl\nlistener PORT2 127.0.0.1\nallow_anonymous true\n',
    },
    endpoints: async ({ port, port2 }) => [
      remoteEndpoint('127.0.0.1', port),
      { ...remoteEndpoint('127.0.0.1', port2), listener: 'second' },
    ],
    expected: {
      'auth.anonymous': 'fail',
      'auth.wrong-password': 'fail',
      'auth.unknown-user': 'fail',
      'auth.empty-password': 'fail',
      'access.write': 'fail',
      'access.read': 'fail',
    },
  },
  {
    broken: 'a closed port',
    endpoints: async () => [remoteEndpoint('127.0.0.1', await freePort())],
    expected: { ...everywhere('skip'), 'connect.reach': 'fail' },
  },
  {
    broken: 'one of two ports closed',
    endpoints: async ({ port }) => [
      remoteEndpoint('127.0.0.1', port),
      { ...remoteEndpoint('127.0.0.1', await freePort()), listener: 'second' },
    ],
    expected: { ...everywhere('skip'), 'connect.reach': 'fail' },
  },
  {
    broken: 'the account has another password',
    files: { passwd: { [probe]: 'changed' } },
    expected: {
      ...everywhere('skip'),
      'connect.reach': 'fail',
      'auth.anonymous': 'pass',
      'auth.wrong-password': 'pass',
      'auth.unknown-user': 'pass',
      'auth.empty-password': 'pass',
    },
  },
];

describe.skipIf(reason !== null)('verify on a real broker', () => {
  test.for(cases)('$broken', async ({ files, endpoints, expected }) => {
    const broker = await startMosquitto({ ...healthy, ...files });
    try {
      const context = contextOf(broker, endpoints === undefined ? undefined : await endpoints(broker));
      const report = await runChecks(context, { only: live });
      const wanted = { ...everywhere('pass'), ...expected };
      expect(statuses(report), evidence(report)).toEqual(wanted);
      expect(report.ok).toBe(!Object.values(wanted).includes('fail'));
      // What is checked for again is what was left behind: nothing retained stays.
      expect(await retainedUnder(broker, context)).toEqual([]);
    } finally {
      await broker.stop();
    }
  });

  test('a listener too many, and one too few', async () => {
    const broker = await startMosquitto({ ...healthy, conf: `${healthy.conf}listener PORT2 127.0.0.1\n` });
    try {
      const network = await gatherNetwork(realHost(), null, broker.pid);
      const healthyOne = healthyFacts();
      const facts = { ...healthyOne, network, service: { ...healthyOne.service, pid: broker.pid } };
      const statusFor = async (...ports: number[]) => {
        const report = await runChecks(contextWith({ facts, spec: onLoopback(ports) }), {
          only: ['sockets'],
        });
        return `${report.checks[0]?.status} ${report.checks[0]?.evidence?.join(' ') ?? ''}`;
      };
      expect(await statusFor(broker.port, broker.port2)).toContain('pass');
      expect(await statusFor(broker.port)).toContain(`127.0.0.1:${broker.port2}: open, not declared`);
      expect(await statusFor(broker.port, broker.port2, 19_999)).toContain(
        '127.0.0.1:19999: declared by l2, not open',
      );
    } finally {
      await broker.stop();
    }
  });

  test.skipIf(!existsSync('/usr/bin/prlimit'))('a broker that may open few files', async () => {
    const broker = await startMosquitto(healthy);
    try {
      const healthyOne = healthyFacts();
      const facts = { ...healthyOne, service: { ...healthyOne.service, pid: broker.pid } };
      const context = { ...contextWith({ facts, spec: defaultSpec('local') }), host: realHost() };
      const only = { only: ['resources.descriptors'] };
      expect(statuses(await runChecks(context, only))).toEqual({ 'resources.descriptors': 'pass' });
      const used = readdirSync(`/proc/${broker.pid}/fd`).length;
      execFileSync('/usr/bin/prlimit', ['--pid', String(broker.pid), `--nofile=${used}:${used}`]);
      expect(statuses(await runChecks(context, only))).toEqual({ 'resources.descriptors': 'fail' });
    } finally {
      await broker.stop();
    }
  });

  test('leaves no session and no retained message behind, by the broker’s own count', async () => {
    const broker = await startMosquitto({
      ...healthy,
      conf: `${closed}sys_interval 1\nlistener PORT 127.0.0.1\n`,
      acl: `${acl}topic read $SYS/#\n`,
    });
    try {
      await runChecks(contextOf(broker), { only: live });
      expect(await counted(broker)).toEqual({ disconnected: '0', total: '1' });
    } finally {
      await broker.stop();
    }
  });

  test.each<[string, number, CheckStatus]>([
    ['it holds', 0, 'pass'],
    ['the broker takes less', 1, 'fail'],
    ['the broker takes more', -1, 'fail'],
  ])('the size limit of packets: %s', async (_name, more, status) => {
    const conf = healthy.conf.replace('listener', 'max_packet_size 4096\nlistener');
    const broker = await startMosquitto({ ...healthy, conf });
    try {
      const spec = {
        ...defaultSpec('local'),
        limits: { ...defaultSpec('local').limits, packet_size: 4096 + more },
      };
      const report = await runChecks(
        { ...contextOf(broker), facts: healthyFacts(), spec },
        { only: ['messages.large'] },
      );
      expect(statuses(report), evidence(report)).toEqual({ 'messages.large': status });
    } finally {
      await broker.stop();
    }
  });

  test.each<[string, string, 'first' | 'second', CheckStatus, string]>([
    ['as declared', 'true', 'first', 'pass', 'checks.auth-anonymous.declared'],
    ['shut where it is declared open', 'false', 'first', 'fail', 'checks.auth-anonymous.closed'],
    [
      'open where nothing is declared, shut where it is',
      'true',
      'second',
      'fail',
      'checks.auth-anonymous.fail',
    ],
  ])(
    'clients without a name, declared on one listener of two: %s',
    async (_name, allow, declared, status, key) => {
      const broker = await startMosquitto({
        ...healthy,
        conf: `per_listener_settings true\nlistener PORT 127.0.0.1\nallow_anonymous ${allow}\nlistener PORT2 127.0.0.1\nallow_anonymous false\npassword_file DIR/passwd\n`,
      });
      try {
        const [first, second] = [broker.port, broker.port2].map((port) => remoteEndpoint('127.0.0.1', port));
        if (first === undefined || second === undefined) throw new Error('two ports');
        const open = { anonymous: true } as const;
        const endpoints =
          declared === 'first'
            ? [
                { ...first, ...open },
                { ...second, listener: 'second' },
              ]
            : [first, { ...second, listener: 'second', ...open }];
        const {
          checks: [found],
        } = await runChecks(contextOf(broker, endpoints), { only: ['auth.anonymous'] });
        expect([found?.status, found?.message.key]).toEqual([status, key]);
      } finally {
        await broker.stop();
      }
    },
  );

  test('an address that nobody answers at is not one that refuses clients without a name', async () => {
    const endpoint = { ...remoteEndpoint('127.0.0.1', await freePort()), anonymous: true as const };
    const report = await runChecks(contextWith({ endpoints: [endpoint], connect }), {
      only: ['auth.anonymous'],
    });
    expect(statuses(report)).toEqual({ 'auth.anonymous': 'skip' });
  });

  test('the size limit of packets is not proven by a login that fails', async () => {
    const broker = await startMosquitto({ ...healthy, passwd: { [probe]: 'changed' } });
    try {
      const context = { ...contextOf(broker), facts: healthyFacts(), spec: defaultSpec('local') };
      const report = await runChecks(context, { only: ['messages.large'] });
      expect(statuses(report), evidence(report)).toEqual({ 'messages.large': 'skip' });
    } finally {
      await broker.stop();
    }
  });

  test('through websockets', async () => {
    const broker = await startMosquitto({
      ...healthy,
      conf: `${healthy.conf}listener PORT2 127.0.0.1\nprotocol websockets\nsocket_domain ipv4\n`,
    });
    try {
      const endpoints = [remoteEndpoint('127.0.0.1', broker.port2, 'ws')];
      const report = await runChecks(contextOf(broker, endpoints), { only: live });
      expect(statuses(report), evidence(report)).toEqual(everywhere('pass'));
    } finally {
      await broker.stop();
    }
  });

  test.skipIf(!hasOpenssl)('through TLS, and never without the right CA', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mqtt-setup-tls-'));
    selfSigned(folder);
    const tls = `certfile ${folder}/cert.pem\nkeyfile ${folder}/key.pem\n`;
    const broker = await startMosquitto({ ...healthy, conf: `${healthy.conf}${tls}` });
    try {
      const endpoints = [remoteEndpoint('localhost', broker.port, 'tls')];
      const ca = await readFile(`${folder}/cert.pem`, 'utf8');
      const trusting: Connect = (options) => connect({ ...options, tls: { ca } });
      const report = await runChecks({ ...contextOf(broker, endpoints), connect: trusting }, { only: live });
      expect(statuses(report), evidence(report)).toEqual(everywhere('pass'));
      const doubting = await runChecks(contextOf(broker, endpoints), { only: ['connect.reach'] });
      expect(evidence(doubting)).toContain('unreachable, DEPTH_ZERO_SELF_SIGNED_CERT');
      const plain = await runChecks(contextOf(broker), { only: live });
      expect(statuses(plain), evidence(plain)).toEqual({ ...everywhere('skip'), 'connect.reach': 'fail' });
    } finally {
      await broker.stop();
      await rm(folder, { recursive: true });
    }
  });

  test('a plain account: what it may not tell is skipped, with the reason', async () => {
    const broker = await startMosquitto(healthy);
    try {
      const credentials = { username: 'alice', password: new Hidden('other') };
      const report = await runChecks(
        { ...contextOf(broker), credentials, isProbeAccount: false },
        { only: live },
      );
      expect(statuses(report), evidence(report)).toEqual({
        ...everywhere('pass'),
        'messages.qos0': 'skip',
        'messages.qos1': 'skip',
        'messages.qos2': 'skip',
        'messages.retained': 'skip',
        'messages.will': 'skip',
        'messages.session': 'skip',
        'messages.properties': 'skip',
        'access.write': 'skip',
        'access.read': 'skip',
      });
      expect(evidence(report)).toContain('this account may not publish');
    } finally {
      await broker.stop();
    }
  });

  test('a plain account with rights: its messages are tried', async () => {
    const broker = await startMosquitto({ ...healthy, acl: 'user alice\ntopic readwrite #\n' });
    try {
      const credentials = { username: 'alice', password: new Hidden('other') };
      const report = await runChecks(
        { ...contextOf(broker), credentials, isProbeAccount: false },
        { only: live },
      );
      expect(statuses(report), evidence(report)).toEqual({
        ...everywhere('pass'),
        'access.write': 'skip',
        'access.read': 'skip',
      });
    } finally {
      await broker.stop();
    }
  });

  test('nobody’s password: it answers, and refuses who should be refused', async () => {
    const broker = await startMosquitto(healthy);
    try {
      const report = await runChecks({ ...contextOf(broker), credentials: null, isProbeAccount: false });
      expect(report.checks.filter(({ status }) => status === 'pass').map(({ id }) => id)).toEqual([
        'connect.reach',
        'auth.anonymous',
        'auth.unknown-user',
      ]);
      expect(report.summary.fail).toBe(0);
    } finally {
      await broker.stop();
    }
  });

  test('less than was declared is a fault, also where the broker says so', async () => {
    const broker = await startMosquitto({ ...healthy, conf: `${healthy.conf}max_qos 1\n` });
    try {
      const context = { ...contextOf(broker), spec: defaultSpec('local') };
      const report = await runChecks(context, { only: ['messages.qos2'] });
      expect(statuses(report), evidence(report)).toEqual({ 'messages.qos2': 'fail' });
    } finally {
      await broker.stop();
    }
  });

  test('properties that are lost on the way are named', async () => {
    const broker = await startMosquitto(healthy);
    try {
      const context = { ...contextOf(broker), connect: without('contentType', 'messageExpiry') };
      const report = await runChecks(context, { only: ['messages.properties'] });
      expect(statuses(report), evidence(report)).toEqual({ 'messages.properties': 'fail' });
      expect(evidence(report)).toMatch(/Content Type: did not come, Message Expiry Interval: did not come$/m);
    } finally {
      await broker.stop();
    }
  });

  test('no client of ours stays connected, and each says who it is', async () => {
    const broker = await startMosquitto(healthy);
    try {
      await runChecks(contextOf(broker), { only: live });
      const joined = [...broker.log().matchAll(/New client connected from \S+ as (\S+)/g)].map(
        ([, id]) => id,
      );
      expect(joined.length).toBeGreaterThan(0);
      expect(joined.filter((id) => id?.startsWith('mqtt-setup-') !== true)).toEqual([]);
      // A connection that is dropped with something unread in it ends in other words.
      const gone =
        /Client \S+ (?:disconnected|closed its connection)[.:]|(?:Socket error on|Bad socket \S+ on) client/g;
      await expect
        .poll(() => [...broker.log().matchAll(gone)].length, { timeout: 10_000 })
        .toBe(joined.length);
    } finally {
      await broker.stop();
    }
  });
});

/** A connection on whose way these properties get lost. */
function without(...lost: (keyof Properties)[]): Connect {
  const robbed = ({ properties, ...message }: Received): Received => {
    const left = Object.entries(properties ?? {}).filter(([name]) => !lost.some((one) => one === name));
    return { ...message, properties: Object.fromEntries(left) };
  };
  return async (options) => {
    const result = await connect(options);
    if (result.outcome !== 'accepted') return result;
    const { session } = result;
    const robbedSession: Session = {
      subscribe: (filter, qos) => session.subscribe(filter, qos),
      publish: (topic, payload, more) => session.publish(topic, payload, more),
      waitFor: async (match, timeoutMs) => {
        const found = await session.waitFor(match, timeoutMs);
        return found === null ? null : robbed(found);
      },
      received: () => session.received().map(robbed),
      take: () => session.take().map(robbed),
      ping: () => session.ping(),
      end: () => session.end(),
      drop: () => session.drop(),
    };
    return { outcome: 'accepted', session: robbedSession };
  };
}

/** Sessions of clients that are away, and clients in all (the one that asks among them), as the broker counts them. */
async function counted({ port }: Broker): Promise<Record<'disconnected' | 'total', string | undefined>> {
  const result = await connect({
    endpoint: remoteEndpoint('127.0.0.1', port),
    protocolVersion: 4,
    clientId: 'counter',
    credentials: { username: 'alice', password: new Hidden('other') },
    timeoutMs: 2000,
  });
  if (result.outcome !== 'accepted') throw new Error(result.outcome);
  const { session } = result;
  try {
    await session.subscribe('$SYS/broker/#', 0);
    const seconds = (): number =>
      session.received().filter(({ topic }) => topic === '$SYS/broker/uptime').length;
    // The retained one, then those of two reports: what they count came after the subscription.
    await expect.poll(seconds, { timeout: 10_000 }).toBeGreaterThan(2);
    const last = (name: string): string | undefined =>
      session.received().findLast(({ topic }) => topic === `$SYS/broker/clients/${name}`)?.payload;
    return { disconnected: last('disconnected'), total: last('total') };
  } finally {
    await session.end();
  }
}

function onLoopback(ports: number[]): Spec {
  const listeners = ports.map((port, index) => plainListener(`l${index}`, port, ['127.0.0.1']));
  return { ...defaultSpec('local'), listeners };
}

function contextOf(
  { port }: Broker,
  endpoints: Endpoint[] = [remoteEndpoint('127.0.0.1', port)],
): CheckContext {
  return contextWith({
    endpoints,
    credentials: { username: probe, password: new Hidden('right') },
    isProbeAccount: true,
    connect,
  });
}

async function retainedUnder(broker: Broker, context: CheckContext): Promise<string[]> {
  const endpoint = remoteEndpoint('127.0.0.1', broker.port);
  const credentials = context.credentials === null ? {} : { credentials: context.credentials };
  const result = await connect({
    endpoint,
    protocolVersion: 4,
    clientId: 'test',
    ...credentials,
    timeoutMs: 1000,
  });
  if (result.outcome !== 'accepted') return [];
  const { session } = result;
  try {
    await session.subscribe('#', 0);
    await session.publish('mqtt-setup/probe/rw/fence', 'fence', { qos: 0 });
    await session.waitFor(({ payload }) => payload === 'fence', 500);
    return session
      .received()
      .filter(({ retain }) => retain)
      .map(({ topic }) => topic);
  } finally {
    await session.end();
  }
}

function statuses(report: Report): Record<string, CheckStatus> {
  return Object.fromEntries(report.checks.map(({ id, status }) => [id, status]));
}

function evidence(report: Report): string {
  return report.checks
    .map(({ id, status, evidence: lines = [] }) => `${id} ${status}\n  ${lines.join('\n  ')}`)
    .join('\n');
}
