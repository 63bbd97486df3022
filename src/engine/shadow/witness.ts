import type { ConnectOptions, Endpoint, Session } from '../../checks/types.ts';
import { type AppError, fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import type { ShadowListener } from '../../mosquitto/shadow/types.ts';
import type { Shadow, ShadowTools } from './types.ts';

const timeoutMs = 5_000;
/** A session keeps no more messages; this many leave room for what others say during one more interview. */
const mostKept = 10_000;
const fullAt = 2_000;

/** How a listener of a shadow wants to be talked to. */
export interface Manner {
  transport: Endpoint['transport'];
  protocolVersion: 4 | 5;
  /** Does it let the witness in? Where it does not, it lets nobody in whom we know. */
  isOpen: boolean;
}

/** What stands in every attempt to connect to a listener. */
export function approach(
  { name, port }: ShadowListener,
  transport: Endpoint['transport'],
): Pick<ConnectOptions, 'endpoint' | 'timeoutMs' | 'tls'> {
  return {
    endpoint: { listener: name, host: '127.0.0.1', port, transport },
    timeoutMs,
    tls: { insecure: true },
  };
}

/** Finds out by trying: with TLS where an option of it stands there, which does not mean that there is any. */
export async function mannerOf(
  shadow: Shadow,
  listener: ShadowListener,
  { connect, nonce }: ShadowTools,
  clientIdPrefix: string,
): Promise<Manner> {
  const isWeb = listener.protocol === 'websockets';
  const ways = isWeb ? (['wss', 'ws'] as const) : (['tls', 'tcp'] as const);
  for (const transport of listener.mentionsTls ? ways : ways.slice(1)) {
    const refused: Manner[] = [];
    // Both versions: accept_protocol_versions may want another than the first.
    for (const protocolVersion of [4, 5] as const) {
      const result = await connect({
        ...approach(listener, transport),
        protocolVersion,
        clientId: `${clientIdPrefix}witness-${nonce()}`,
        credentials: { username: shadow.witness.name, password: shadow.witness.password },
      });
      if (result.outcome === 'accepted') {
        await result.session.end();
        return { transport, protocolVersion, isOpen: true };
      }
      if (result.outcome === 'refused') refused.push({ transport, protocolVersion, isOpen: false });
    }
    if (refused[0] !== undefined) return refused[0];
  }
  throw deaf(listener);
}

/** Sees every message on a listener, and may publish everywhere. */
export class WitnessSession {
  readonly #open: () => Promise<Session>;
  readonly #listener: ShadowListener;
  readonly #nonce: () => string;
  #session: Session | null = null;

  constructor(
    shadow: Shadow,
    listener: ShadowListener,
    manner: Manner,
    roots: readonly string[],
    { connect, nonce }: ShadowTools,
    clientIdPrefix: string,
  ) {
    this.#listener = listener;
    this.#nonce = nonce;
    this.#open = async () => {
      const result = await connect({
        ...approach(listener, manner.transport),
        protocolVersion: manner.protocolVersion,
        clientId: `${clientIdPrefix}witness-${nonce()}`,
        credentials: { username: shadow.witness.name, password: shadow.witness.password },
      });
      if (result.outcome !== 'accepted') throw deaf(listener);
      for (const root of ['#', ...roots.map((one) => `${one}/#`)]) await result.session.subscribe(root, 0);
      return result.session;
    };
  }

  async publish(messages: readonly (readonly [topic: string, payload: string])[]): Promise<void> {
    const session = await this.#ready();
    for (const [topic, payload] of messages) await session.publish(topic, payload, { qos: 0 });
  }

  /**
   * Everything that the broker has taken in before this call has been dealt with after it, and what was for the witness
   * has arrived: a message of its own comes back behind it. Answers all payloads heard so far.
   */
  async hear(): Promise<ReadonlySet<string>> {
    const session = await this.#ready();
    const fence = this.#nonce();
    await session.publish(`shadow-fence/${fence}`, fence, { qos: 0 });
    const echo = await session.waitFor(({ payload }) => payload === fence, timeoutMs);
    if (echo === null) throw deaf(this.#listener);
    refuseFull(session, this.#listener);
    return new Set(session.received().map(({ payload }) => payload));
  }

  /** Topics below $SYS that the broker keeps, which never become fewer. */
  async brokersOwn(): Promise<string[]> {
    await this.hear();
    const session = await this.#ready();
    const topics = session.received().map(({ topic }) => topic);
    return [...new Set(topics)].filter((topic) => topic.startsWith('$SYS/'));
  }

  /** Before the next person: a session that has heard much is closed. */
  async refresh(): Promise<void> {
    if (this.#session === null || this.#session.received().length < fullAt) return;
    await this.end();
  }

  async end(): Promise<void> {
    await this.#session?.end();
    this.#session = null;
  }

  async #ready(): Promise<Session> {
    this.#session ??= await this.#open();
    return this.#session;
  }
}

/** What a session did not keep would look like what never came. */
export function refuseFull(session: Session, listener: ShadowListener): void {
  if (session.received().length >= mostKept) throw deaf(listener);
}

/** Nothing can be told about a listener on which not even the witness gets an answer. */
export function deaf({ name }: ShadowListener): AppError {
  return fail('no', msg('shadow.deaf', { listener: name }));
}
