import type { Facts } from '../facts/types.ts';
import type { Hidden } from '../hidden.ts';
import type { HostReader } from '../host/types.ts';
import type { Message } from '../i18n/messages.ts';
import type { Account, Bridge, Spec } from '../spec/types.ts';

export type CheckStatus = 'pass' | 'fail' | 'warn' | 'skip';
export type Severity = 'critical' | 'high' | 'medium' | 'low';

export interface CheckResult {
  status: CheckStatus;
  message: Message;
  /** What was seen: addresses, reason codes, file:line. Machine text, never a secret. */
  evidence?: string[];
  fix?: Message;
}

/** One address at which a listener can be reached. */
export interface Endpoint {
  listener: string;
  host: string;
  port: number;
  /** For 'unix', `host` is the path of the socket. */
  transport: 'tcp' | 'tls' | 'ws' | 'wss' | 'unix';
  /** Are clients without a name let in there, as declared? */
  anonymous?: true;
  /** The highest QoS that is served there, where it is not 2. */
  maxQos?: 1;
  /** Goes before the topics of its clients, and is taken off again (not by 2.0.11: measured). */
  mountPoint?: string;
  /** Of a websocket; where it is absent, `/mqtt`. */
  path?: string;
  /** The versions that are let in there, where they are not both. */
  versions?: readonly (4 | 5)[];
  /** It asks for a certificate: which is the login itself ('name'), or comes before it ('both'). */
  client?: 'name' | 'both';
  /** Its certificate is signed by our own CA. */
  isOwn?: true;
  /** It asks for a certificate that we cannot have: nobody here gets in. */
  closed?: true;
}

export interface Credentials {
  username: string;
  password: Hidden;
}

/** What a check may see. Facts and spec are null when a remote broker is looked at from outside. */
export interface CheckContext {
  facts: Facts | null;
  spec: Spec | null;
  accounts: readonly Account[] | null;
  host: HostReader;
  endpoints: readonly Endpoint[];
  /** Who the message checks log in as; null where nobody's password is known. */
  credentials: Credentials | null;
  /** Those too where nobody here gets in, for the checks of TLS; set by the runner. */
  everyEndpoint?: readonly Endpoint[];
  /** The probe account's own: its rights under `topicPrefix` are known (rw/, ro/, wo/). */
  isProbeAccount: boolean;
  /** Topics of the checks start with it, for example `mqtt-setup/probe`. */
  topicPrefix: string;
  /** A fresh random string for each call. */
  nonce: () => string;
  /** Milliseconds to wait for the broker before giving up on it. */
  timeoutMs: number;
  connect: Connect;
  /** TLS without MQTT; absent where it cannot be tried. */
  handshake?: Handshake;
  /** The owner has said that certificates are not to be judged (`--insecure`): what is wrong with them only warns. */
  insecure?: true;
  /** How long certificates have to be good for yet, milliseconds; null: as seems right. */
  certWithinMs?: number | null;
  /**
   * Connects at the other broker of a bridge, as the bridge does but under a client id of our own; absent where we may
   * not. Throws an AppError where its password or certificate cannot be read.
   */
  connectBeyond?: (bridge: Bridge) => Promise<ConnectResult>;
  /** Only these versions of the protocol; both where it is absent. */
  protocolVersions?: readonly (4 | 5)[];
  /** Versions that this broker was found not to speak; they are not among `protocolVersions`. */
  unspoken?: readonly { version: 4 | 5; seen: string }[];
  /** Asks the broker to write its database now; absent where nobody here may. Throws an AppError. */
  askToSave?: () => Promise<void>;
  /**
   * Restarts the broker and looks at the machine anew; absent unless the owner wants it. Throws an AppError with what
   * the broker said where it does not come back.
   */
  restart?: () => Promise<Facts>;
}

export interface Check {
  /** Stable, for example `auth.anonymous`. */
  id: string;
  group:
    | 'service'
    | 'sockets'
    | 'connect'
    | 'tls'
    | 'auth'
    | 'messages'
    | 'access'
    | 'persistence'
    | 'files'
    | 'config'
    | 'resources';
  severity: Severity;
  title: Message;
  /** 'machine': needs facts; 'broker': needs a reachable broker; 'login': needs credentials too. */
  needs: readonly ('machine' | 'broker' | 'login' | 'probe')[];
  /** It has the broker write to its disk: runs after the others, whose messages would be written, too. */
  saves?: true;
  /** It restarts the broker: runs after all others, and only where that is wanted. */
  deep?: true;
  /** Has it anything to do with this broker? Where not, it is left out, unless it is asked for by name. */
  concerns?(context: CheckContext): boolean;
  run(context: CheckContext): Promise<CheckResult>;
}

export interface CheckReport extends CheckResult {
  id: string;
  group: Check['group'];
  severity: Severity;
  title: Message;
  milliseconds: number;
}

export interface Report {
  checks: CheckReport[];
  summary: Record<CheckStatus, number>;
  /** No check failed, and at least one passed. */
  ok: boolean;
  milliseconds: number;
  /** Ids of the checks that were left out because they can only be made on the broker's machine. */
  onMachineOnly: string[];
}

/** How a probe talks MQTT: it sees every packet and reason code. Implemented in `host/mqtt.ts`. */
export type Connect = (options: ConnectOptions) => Promise<ConnectResult>;

export interface ConnectOptions {
  endpoint: Endpoint;
  /** 4 is MQTT 3.1.1, 5 is MQTT 5. */
  protocolVersion: 4 | 5;
  clientId: string;
  credentials?: Credentials;
  cleanStart?: boolean;
  /** Seconds for which the broker keeps the session (MQTT 5; under 3.1.1 `cleanStart` alone decides). Default 0. */
  sessionExpiry?: number;
  /** What the broker sends in our name when the connection is lost. */
  will?: { topic: string; payload: string; qos: 0 | 1 | 2 };
  timeoutMs: number;
  tls?: { ca?: string; cert?: string; key?: string; insecure?: boolean; alpn?: string };
}

/** Opens TLS and looks at what is shown. Implemented in `host/tls.ts`. */
export type Handshake = (endpoint: Endpoint, options: HandshakeOptions) => Promise<HandshakeResult>;

export interface HandshakeOptions {
  timeoutMs: number;
  /** Whom to trust, PEM; absent: those whom the system trusts. */
  ca?: string;
  /** TLS versions as Node calls them; absent: as Node has them. */
  minVersion?: 'TLSv1' | 'TLSv1.2' | 'TLSv1.3';
  maxVersion?: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';
  /** OpenSSL's lists. */
  ciphers?: string;
  /** The client's own, PEM. */
  cert?: string;
  key?: string;
  curves?: string;
  signatures?: string;
}

export type HandshakeResult =
  | {
      ok: true;
      protocol: string;
      cipher: string;
      /** PEM, the server's own first. */
      chain: string[];
      /** Why the chain is not trusted, or does not bear the name that was dialled; null where all is well. */
      distrust: string | null;
    }
  | { ok: false; error: string };

export type ConnectResult =
  | { outcome: 'accepted'; session: Session }
  /** CONNACK with a non-zero code: 1–5 under 3.1.1, 0x80 and up under 5. */
  | { outcome: 'refused'; code: number }
  /** The broker closed the connection without a CONNACK. */
  | { outcome: 'closed' }
  /**
   * No connection at all, as an error code: ECONNREFUSED, ETIMEDOUT, a TLS alert …; or something else answers there:
   * EHTTP, ETLS, ENOTMQTT; or nothing does, though the connection stands: ENOCONNACK.
   */
  | { outcome: 'unreachable'; error: string };

/** What an MQTT 5 message carries beside its payload. */
export interface Properties {
  userProperties?: Readonly<Record<string, string>>;
  contentType?: string;
  responseTopic?: string;
  /** UTF-8, though the protocol allows any bytes. */
  correlationData?: string;
  /** Seconds. */
  messageExpiry?: number;
  /** Is the payload said to be UTF-8? */
  isText?: boolean;
}

export interface Received {
  topic: string;
  payload: string;
  retain: boolean;
  qos: 0 | 1 | 2;
  /** Under MQTT 5 only. */
  properties?: Properties;
}

/**
 * Every wait ends: when the connection is lost, or an answer does not come within the time limit, the methods reject
 * with an AppError (exit 'unreachable') whose `cause` tells what was seen.
 */
export interface Session {
  /** Resolves with the granted reason codes. */
  subscribe(filter: string, qos: 0 | 1 | 2): Promise<number[]>;
  /** Resolves when the flow of that QoS has ended: with the reason code (0 for QoS 0 and for 3.1.1). */
  publish(
    topic: string,
    payload: string,
    options: { qos: 0 | 1 | 2; retain?: boolean; properties?: Properties },
  ): Promise<number>;
  /** The first message that matches, from now or already received; null after `timeoutMs`. */
  waitFor(match: (message: Received) => boolean, timeoutMs: number): Promise<Received | null>;
  /** Everything received so far, or since it was last taken; no more than the first ten thousand. */
  received(): readonly Received[];
  /** The same, and it is forgotten: for a connection that stays open. */
  take(): Received[];
  /** Keeps the connection, and resolves when the broker has answered. */
  ping(): Promise<void>;
  /** DISCONNECT, then close. Never throws. */
  end(): Promise<void>;
  /** Closes without a word, as when the power fails. */
  drop(): void;
}
