import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import type { Packet } from 'mqtt-packet';
import { parser } from 'mqtt-packet';
import { describe, expect, test } from 'vitest';
import { createWebSocketStream, WebSocketServer } from 'ws';
import { remoteEndpoint } from '../../../src/checks/context.ts';
import type { ConnectOptions, ConnectResult, Session } from '../../../src/checks/types.ts';
import { AppError } from '../../../src/errors.ts';
import { Hidden } from '../../../src/hidden.ts';
import { connect } from '../../../src/host/mqtt.ts';
import { fakeServer, portOf } from '../../helpers/fake-server.ts';

const timeoutMs = 150;

function options(port: number, more: Partial<ConnectOptions> = {}): ConnectOptions {
  return {
    endpoint: remoteEndpoint('127.0.0.1', port),
    protocolVersion: 4,
    clientId: 'mqtt-setup-test',
    timeoutMs,
    ...more,
  };
}

const connack4 = Buffer.from([0x20, 2, 0, 0]);
const connack5 = Buffer.from([0x20, 3, 0, 0, 0]);
const onFirstBytes =
  (...bytes: (string | Buffer)[]) =>
  (socket: Socket): void => {
    socket.once('data', () => {
      for (const one of bytes) socket.write(one);
    });
  };

interface Case {
  server: string;
  does: (socket: Socket) => void;
  protocolVersion?: 4 | 5;
  expected: ConnectResult | { outcome: 'accepted' };
}

const unreachable = (error: string): ConnectResult => ({ outcome: 'unreachable', error });

const cases: Case[] = [
  { server: 'accepts', does: onFirstBytes(connack4), expected: { outcome: 'accepted' } },
  {
    server: 'accepts under MQTT 5',
    does: onFirstBytes(connack5),
    protocolVersion: 5,
    expected: { outcome: 'accepted' },
  },
  {
    server: 'accepts byte by byte',
    does: onFirstBytes(...[...connack4].map((byte) => Buffer.from([byte]))),
    expected: { outcome: 'accepted' },
  },
  {
    server: 'refuses',
    does: onFirstBytes(Buffer.from([0x20, 2, 0, 5])),
    expected: { outcome: 'refused', code: 5 },
  },
  {
    server: 'refuses under MQTT 5',
    does: onFirstBytes(Buffer.from([0x20, 3, 0, 0x87, 0])),
    protocolVersion: 5,
    expected: { outcome: 'refused', code: 0x87 },
  },
  {
    server: 'knows MQTT 3.1.1 only',
    does: onFirstBytes(Buffer.from([0x20, 2, 0, 1])),
    protocolVersion: 5,
    expected: { outcome: 'refused', code: 1 },
  },
  { server: 'is silent', does: () => {}, expected: unreachable('ENOCONNACK') },
  { server: 'closes at once', does: (socket) => socket.end(), expected: { outcome: 'closed' } },
  { server: 'resets', does: (socket) => socket.resetAndDestroy(), expected: { outcome: 'closed' } },
  {
    server: 'closes after CONNECT',
    does: (socket) => socket.once('data', () => socket.end()),
    expected: { outcome: 'closed' },
  },
  {
    server: 'sends garbage',
    does: onFirstBytes('\u0000\u0001\u0002garbage'),
    expected: unreachable('ENOTMQTT'),
  },
  {
    server: 'greets like SSH',
    does: (socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'),
    expected: unreachable('ENOTMQTT'),
  },
  {
    server: 'is a web server',
    does: onFirstBytes('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'),
    expected: unreachable('EHTTP'),
  },
  {
    server: 'speaks TLS',
    does: onFirstBytes(Buffer.from([0x15, 3, 1, 0, 2, 2, 40])),
    expected: unreachable('ETLS'),
  },
  {
    server: 'says a packet that is no CONNACK, and nothing more',
    does: onFirstBytes(Buffer.from([0xd0, 0])),
    expected: unreachable('ENOCONNACK'),
  },
  {
    server: 'sends half a CONNACK',
    does: onFirstBytes(connack4.subarray(0, 3)),
    expected: unreachable('ENOCONNACK'),
  },
  {
    server: 'sends a CONNACK too short for its code',
    does: onFirstBytes(Buffer.from([0x20, 1, 0])),
    expected: { outcome: 'refused', code: 0x80 },
  },
  {
    server: 'announces a huge packet and sends without end',
    does: (socket) => {
      socket.write(Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f]));
      const more = (): void => {
        if (!socket.destroyed && socket.write(Buffer.alloc(1 << 20))) setImmediate(more);
      };
      socket.on('drain', more);
      more();
    },
    expected: unreachable('ENOTMQTT'),
  },
];

describe('connect', () => {
  test.concurrent.for(cases)(
    'a server that $server',
    async ({ does, protocolVersion = 4, expected }, { expect: expectHere }) => {
      await using server = await fakeServer(does);
      const start = performance.now();
      const result = await connect(options(server.port, { protocolVersion, timeoutMs: 1000 }));
      expectHere(performance.now() - start).toBeLessThan(1500);
      expectHere(result, JSON.stringify(result)).toMatchObject(expected);
      if (result.outcome === 'accepted') await result.session.end();
      // No socket of ours stays open.
      await expectHere.poll(() => server.open()).toBe(0);
    },
  );

  test('a closed port', async () => {
    const port = await unusedPort();
    expect(await connect(options(port))).toEqual({ outcome: 'unreachable', error: 'ECONNREFUSED' });
  });

  test('plain bytes where TLS was wanted', async () => {
    await using server = await fakeServer((socket) => socket.end('no TLS here'));
    const endpoint = remoteEndpoint('127.0.0.1', server.port, 'tls');
    const result = await connect(options(server.port, { endpoint }));
    expect(result).toMatchObject({ outcome: 'unreachable' });
  });

  test('a silent port where TLS was wanted', async () => {
    await using server = await fakeServer(() => {});
    const endpoint = remoteEndpoint('127.0.0.1', server.port, 'tls');
    expect(await connect(options(server.port, { endpoint }))).toEqual(unreachable('ETIMEDOUT'));
  });

  test('credentials are sent as they are, and 3.1.1 and 5 say so', async () => {
    const seen: Packet[] = [];
    await using server = await fakeServer((socket) => {
      const incoming = parser();
      incoming.on('packet', (packet) => {
        seen.push(packet);
        socket.end();
      });
      socket.on('data', (bytes) => incoming.parse(bytes));
    });
    const credentials = { username: 'é"$', password: new Hidden('p&<>"\'`= ') };
    await connect(options(server.port, { credentials }));
    await connect(options(server.port, { credentials, protocolVersion: 5 }));
    expect(seen).toMatchObject(
      [4, 5].map((protocolVersion) => ({
        cmd: 'connect',
        protocolVersion,
        clientId: 'mqtt-setup-test',
        username: 'é"$',
        password: Buffer.from('p&<>"\'`= '),
      })),
    );
  });

  test.for(['silent', 'a web server without websockets'] as const)('websocket: %s', async (kind) => {
    await using server = await fakeServer((socket) => {
      if (kind !== 'silent')
        socket.once('data', () => socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n'));
    });
    const endpoint = remoteEndpoint('127.0.0.1', server.port, 'ws');
    const result = await connect(options(server.port, { endpoint }));
    expect(result).toEqual(unreachable(kind === 'silent' ? 'ETIMEDOUT' : 'EHTTP'));
    await expect.poll(() => server.open()).toBe(0);
  });

  test('websocket: a broker', async () => {
    const http = createServer();
    const sockets = new WebSocketServer({ server: http });
    sockets.on('connection', (socket) => {
      expect(socket.protocol).toBe('mqtt');
      const stream = createWebSocketStream(socket);
      stream.on('error', () => {});
      stream.once('data', () => stream.write(connack4));
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const port = portOf(http);
    const result = await connect(
      options(port, { endpoint: remoteEndpoint('127.0.0.1', port, 'ws'), timeoutMs: 1000 }),
    );
    expect(result.outcome).toBe('accepted');
    if (result.outcome === 'accepted') await result.session.end();
    for (const client of sockets.clients) client.terminate();
    sockets.close();
    await new Promise((resolve) => http.close(resolve));
  });
});

describe('a session', () => {
  test('a QoS 2 message that is sent twice arrives once', async () => {
    const got: Packet[] = [];
    await using server = await broker(got, (packet, socket) => {
      if (packet.cmd === 'connect') socket.write(Buffer.concat([connack4, message(false), message(true)]));
      if (packet.cmd === 'pubrec' && got.filter(({ cmd }) => cmd === 'pubrec').length === 2) {
        socket.write(Buffer.from([0x62, 2, 0, 9]));
      }
    });
    const session = await accepted(server.port);
    expect(await session.waitFor(({ payload }) => payload === 'hi', 500)).toEqual({
      topic: 't',
      payload: 'hi',
      retain: false,
      qos: 2,
    });
    await expect.poll(() => got.map(({ cmd }) => cmd)).toEqual(['connect', 'pubrec', 'pubrec', 'pubcomp']);
    expect(session.received()).toHaveLength(1);
    await session.end();
  });

  test('the reasons that MQTT 5 gives for a refused message', async () => {
    await using server = await broker([], (packet, socket) => {
      const [high, low] = [(packet.messageId ?? 0) >> 8, (packet.messageId ?? 0) & 0xff];
      if (packet.cmd === 'connect') socket.write(connack5);
      if (packet.cmd === 'publish')
        socket.write(Buffer.from([packet.qos === 1 ? 0x40 : 0x50, 3, high, low, 0x87]));
    });
    const session = await accepted(server.port, 5);
    expect(await session.publish('a', 'x', { qos: 1 })).toBe(0x87);
    expect(await session.publish('a', 'x', { qos: 2 })).toBe(0x87);
    expect(await session.publish('a', 'x', { qos: 0 })).toBe(0);
    await session.end();
  });

  test('silence after the CONNACK: every wait ends, with what was missing', async () => {
    await using server = await fakeServer(onFirstBytes(connack4));
    const session = await accepted(server.port);
    expect(await session.waitFor(() => true, 20)).toBeNull();
    await expect(session.publish('a', 'x', { qos: 1 })).rejects.toMatchObject({
      cause: new Error('no PUBACK in 150 ms'),
    });
    await expect(session.publish('a', 'x', { qos: 2 })).rejects.toMatchObject({
      cause: new Error('no PUBREC in 150 ms'),
    });
    await expect(session.subscribe('a', 0)).rejects.toBeInstanceOf(AppError);
    await session.end();
    await expect.poll(() => server.open()).toBe(0);
  });

  test('a goodbye with a reason: every wait ends with it, looked at or not', async () => {
    await using server = await broker([], (packet, socket) => {
      if (packet.cmd === 'connect') socket.write(connack5);
      if (packet.cmd === 'publish') socket.end(Buffer.from([0xe0, 2, 0x9b, 0]));
    });
    const session = await accepted(server.port, 5);
    // Nobody looks at these: they must not end the process as unhandled rejections.
    void session.waitFor(() => true, 500);
    void session.subscribe('a', 0);
    await expect(session.publish('a', 'x', { qos: 1 })).rejects.toMatchObject({
      cause: new Error('DISCONNECT 0x9b'),
    });
    await expect(session.publish('a', 'x', { qos: 1 })).rejects.toMatchObject({
      cause: new Error('DISCONNECT 0x9b'),
    });
    await session.end();
  });

  test('garbage in the middle', async () => {
    await using server = await fakeServer(onFirstBytes(connack4, Buffer.alloc(64)));
    const session = await accepted(server.port);
    await expect(session.subscribe('a', 0)).rejects.toMatchObject({ cause: new Error('ENOTMQTT') });
    await session.end();
  });
});

/** QoS 2, topic t, message id 9, payload hi. */
function message(dup: boolean): Buffer {
  return Buffer.from([dup ? 0x3c : 0x34, 7, 0, 1, 0x74, 0, 9, 0x68, 0x69]);
}

async function accepted(port: number, protocolVersion: 4 | 5 = 4): Promise<Session> {
  const result = await connect(options(port, { protocolVersion }));
  if (result.outcome !== 'accepted') throw new Error(result.outcome);
  return result.session;
}

function broker(got: Packet[], answer: (packet: Packet, socket: Socket) => void) {
  return fakeServer((socket) => {
    const incoming = parser();
    incoming.on('packet', (packet) => {
      got.push(packet);
      answer(packet, socket);
    });
    socket.on('data', (bytes) => incoming.parse(bytes));
  });
}

async function unusedPort(): Promise<number> {
  await using server = await fakeServer(() => {});
  return server.port;
}
