import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import type { IConnackPacket, Packet } from 'mqtt-packet';
import type { Endpoint } from '../../src/checks/types.ts';
import { type Packets, packetsOver } from '../../src/host/mqtt/packets.ts';
import { openStream } from '../../src/host/mqtt/wire.ts';

/** Where a client goes: an address, or the path of a Unix socket. */
export type Door = { path: string; isTls: boolean } | Pick<Endpoint, 'host' | 'port' | 'transport'>;

export interface Identity {
  name: string | null;
  password?: string;
  clientId: string;
}

/** What came back for a CONNECT: the code of the CONNACK, or what happened instead of one. */
export type Opened =
  | { code: 0; connack: IConnackPacket; client: ProbeClient }
  | { code: number | string; client: null };

/** Seconds: high, so that limits show. 2.0.21 loses its count above 21,845, and drops a client at once. */
export const probeKeepalive = 20_000;

const timeoutMs = 4000;

/** A client of MQTT 5 that shows the properties of the CONNACK, which the project's own session keeps to itself. */
export class ProbeClient {
  /** Topics of messages that came, with their payloads. */
  readonly received: { topic: string; payload: string }[] = [];
  readonly #packets: Packets;
  readonly #waiting = new Map<string, (packet: Packet | null) => void>();
  #lastId = 0;
  #ended: string | null = null;

  private constructor(stream: Duplex) {
    this.#packets = packetsOver(stream, 5, {
      packet: (packet) => this.#handle(packet),
      end: (reason) => {
        this.#ended = reason;
        for (const settle of this.#waiting.values()) settle(null);
      },
    });
  }

  static async open(door: Door, identity: Identity): Promise<Opened> {
    const stream = await streamTo(door);
    if (typeof stream === 'string') return { code: stream, client: null };
    const client = new ProbeClient(stream);
    const { name, password, clientId } = identity;
    const answer = client.#answer('connack');
    client.#packets.send({
      cmd: 'connect',
      protocolId: 'MQTT',
      protocolVersion: 5,
      clientId,
      clean: true,
      keepalive: probeKeepalive,
      ...(name !== null && { username: name }),
      ...(password !== undefined && { password: Buffer.from(password) }),
    });
    const connack = await answer;
    if (connack?.cmd === 'connack' && connack.reasonCode === 0) return { code: 0, connack, client };
    client.drop();
    return { code: connack?.cmd === 'connack' ? (connack.reasonCode ?? -1) : client.#why(), client: null };
  }

  /** Everything that was sent to us before has come when this is answered. */
  async subscribe(topic: string): Promise<void> {
    const messageId = this.#nextId();
    const answer = this.#answer(`suback ${messageId}`);
    this.#packets.send({ cmd: 'subscribe', messageId, subscriptions: [{ topic, qos: 0 }] });
    if ((await answer) === null) throw new Error(`subscribe ${topic}: ${this.#why()}`);
  }

  /** The reason code of the PUBACK. */
  async publish(topic: string, payload: string): Promise<number | string> {
    const messageId = this.#nextId();
    const answer = this.#answer(`puback ${messageId}`);
    this.#packets.send({ cmd: 'publish', topic, payload, qos: 1, retain: false, dup: false, messageId });
    const packet = await answer;
    if (packet?.cmd !== 'puback') return this.#why();
    return packet.reasonCode ?? 0;
  }

  /** With QoS 0: nothing comes back. */
  tell(topic: string, payload: string, retain: boolean): void {
    this.#packets.send({ cmd: 'publish', topic, payload, qos: 0, retain, dup: false });
  }

  end(): Promise<void> {
    return this.#packets.finish({ cmd: 'disconnect' });
  }

  drop(): void {
    this.#packets.drop();
  }

  #why(): string {
    return this.#ended ?? 'silent';
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  #answer(key: string): Promise<Packet | null> {
    return new Promise((resolve) => {
      if (this.#ended !== null) return resolve(null);
      const timer = setTimeout(() => resolve(null), timeoutMs);
      this.#waiting.set(key, (packet) => {
        clearTimeout(timer);
        this.#waiting.delete(key);
        resolve(packet);
      });
    });
  }

  #handle(packet: Packet): void {
    if (packet.cmd === 'publish')
      this.received.push({ topic: packet.topic, payload: packet.payload.toString() });
    else
      this.#waiting.get(packet.cmd === 'connack' ? 'connack' : `${packet.cmd} ${packet.messageId}`)?.(packet);
  }
}

async function streamTo(door: Door): Promise<Duplex | string> {
  if ('path' in door) {
    const { path, isTls } = door;
    const stream = isTls ? connectTls({ path, rejectUnauthorized: false }) : connectTcp(path);
    stream.on('error', () => {});
    return once(stream, isTls ? 'secureConnect' : 'connect').then(
      () => stream,
      () => 'ECONNREFUSED',
    );
  }
  const opened = await openStream({
    endpoint: { listener: 'corpus', ...door },
    protocolVersion: 5,
    clientId: '',
    timeoutMs,
    tls: { insecure: true },
  });
  return opened.ok ? opened.stream : opened.error;
}
