import type { Duplex } from 'node:stream';
import type { IConnectPacket, IPublishPacket, Packet } from 'mqtt-packet';
import type { Properties, Received, Session } from '../../checks/types.ts';
import type { AppError } from '../../errors.ts';
import { fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { Expectations } from './expectations.ts';
import type { Packets } from './packets.ts';
import { packetsOver } from './packets.ts';
import { fromWire, toWire } from './properties.ts';

type PublishOptions = { qos: 0 | 1 | 2; retain?: boolean; properties?: Properties };

/** Messages kept; a probe expects a handful, and a stranger may send without end. */
const maxReceived = 10_000;

/** One connection, both directions, all three levels of delivery. */
export class MqttSession implements Session {
  readonly #packets: Packets;
  readonly #answers = new Expectations<Packet>();
  readonly #arrivals = new Expectations<Received>();
  readonly #received: Received[] = [];
  /** QoS 2 messages received and not yet released: a second copy of one of them is not a new message. */
  readonly #unreleased = new Set<number>();
  readonly #timeoutMs: number;
  #lastId = 0;
  /** Why the broker said it would close (reason code of its DISCONNECT). */
  #farewell: string | null = null;

  constructor(stream: Duplex, protocolVersion: 4 | 5, timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
    this.#packets = packetsOver(stream, protocolVersion, {
      packet: (packet) => this.#handle(packet),
      end: (reason) => this.#over(reason),
    });
  }

  /** Sends CONNECT; resolves with the code of the CONNACK, rejects when the connection is lost or stays silent. */
  handshake(connect: IConnectPacket, timeoutMs: number): Promise<number> {
    const code = this.#answers.expect(
      (packet) => (packet.cmd === 'connack' ? (packet.reasonCode ?? packet.returnCode ?? 0x80) : undefined),
      timeoutMs,
      () => lost('no CONNACK'),
    );
    this.#packets.send(connect);
    return code;
  }

  subscribe(filter: string, qos: 0 | 1 | 2): Promise<number[]> {
    const messageId = this.#nextId();
    const granted = this.#answer('suback', messageId, (packet) =>
      packet.cmd === 'suback'
        ? [...packet.granted].filter((code): code is number => typeof code === 'number')
        : undefined,
    );
    this.#packets.send({ cmd: 'subscribe', messageId, subscriptions: [{ topic: filter, qos }] });
    return granted;
  }

  publish(topic: string, payload: string, options: PublishOptions): Promise<number> {
    return quiet(this.#publish(topic, payload, options));
  }

  waitFor(match: (message: Received) => boolean, timeoutMs: number): Promise<Received | null> {
    const here = this.#received.find(match);
    if (here !== undefined) return Promise.resolve(here);
    return this.#arrivals.expect<Received | null>(
      (message) => (match(message) ? message : undefined),
      timeoutMs,
      () => null,
    );
  }

  received(): readonly Received[] {
    return this.#received;
  }

  take(): Received[] {
    return this.#received.splice(0);
  }

  async ping(): Promise<void> {
    const answer = this.#answers.expect(
      (packet) => (packet.cmd === 'pingresp' ? true : undefined),
      this.#timeoutMs,
      () => lost(`no PINGRESP in ${this.#timeoutMs} ms`),
    );
    this.#packets.send({ cmd: 'pingreq' });
    await answer;
  }

  end(): Promise<void> {
    return this.#packets.finish({ cmd: 'disconnect' });
  }

  drop(): void {
    this.#packets.drop();
  }

  async #publish(
    topic: string,
    payload: string,
    { qos, retain = false, properties }: PublishOptions,
  ): Promise<number> {
    const packet: IPublishPacket = {
      cmd: 'publish',
      topic,
      payload,
      qos,
      retain,
      dup: false,
      ...(properties && { properties: toWire(properties) }),
    };
    if (qos === 0) {
      this.#packets.send(packet);
      return 0;
    }
    const messageId = this.#nextId();
    const first = this.#code(qos === 1 ? 'puback' : 'pubrec', messageId);
    this.#packets.send({ ...packet, messageId });
    const code = await first;
    if (qos === 1 || code >= 0x80) return code;
    const last = this.#code('pubcomp', messageId);
    this.#packets.send({ cmd: 'pubrel', messageId });
    return last;
  }

  #nextId(): number {
    this.#lastId = (this.#lastId % 0xffff) + 1;
    return this.#lastId;
  }

  #code(cmd: 'puback' | 'pubrec' | 'pubcomp', messageId: number): Promise<number> {
    return this.#answer(
      cmd,
      messageId,
      (packet) => ('reasonCode' in packet ? packet.reasonCode : undefined) ?? 0,
    );
  }

  #answer<T>(cmd: Packet['cmd'], messageId: number, take: (packet: Packet) => T | undefined): Promise<T> {
    return this.#answers.expect(
      (packet) => (packet.cmd === cmd && packet.messageId === messageId ? take(packet) : undefined),
      this.#timeoutMs,
      () => lost(`no ${cmd.toUpperCase()} in ${this.#timeoutMs} ms`),
    );
  }

  #handle(packet: Packet): void {
    if (packet.cmd === 'publish') this.#arrived(packet);
    else if (packet.cmd === 'pubrel') this.#release(packet.messageId ?? 0);
    else if (packet.cmd === 'disconnect')
      this.#farewell = `DISCONNECT 0x${(packet.reasonCode ?? 0).toString(16)}`;
    else this.#answers.offer(packet);
  }

  #arrived(packet: IPublishPacket): void {
    const { messageId = 0, qos, topic, retain } = packet;
    const repeated = qos === 2 && this.#unreleased.has(messageId);
    if (qos === 1) this.#packets.send({ cmd: 'puback', messageId });
    if (qos === 2) {
      this.#unreleased.add(messageId);
      this.#packets.send({ cmd: 'pubrec', messageId });
    }
    if (repeated) return;
    const message: Received = {
      topic,
      payload: packet.payload.toString(),
      retain,
      qos,
      ...(packet.properties && { properties: fromWire(packet.properties) }),
    };
    if (this.#received.length < maxReceived) this.#received.push(message);
    this.#arrivals.offer(message);
  }

  #release(messageId: number): void {
    this.#unreleased.delete(messageId);
    this.#packets.send({ cmd: 'pubcomp', messageId });
  }

  #over(reason: string): void {
    const error = lost(this.#farewell ?? reason);
    this.#answers.abandon(error);
    this.#arrivals.abandon(error);
  }
}

/** The connection gave no answer, or is gone; `cause` carries what was seen as machine text. */
function lost(seen: string): AppError {
  return fail('unreachable', msg('checks.wire.lost', { seen }), { cause: new Error(seen) });
}

/** The caller may look at the result late or never: that must not end the process as an unhandled rejection. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
