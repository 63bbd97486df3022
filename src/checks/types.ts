import type { Facts } from '../facts/types.ts';
import type { Hidden } from '../hidden.ts';
import type { HostReader } from '../host/types.ts';
import type { Message } from '../i18n/messages.ts';
import type { Account, Spec } from '../spec/types.ts';

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
  transport: 'tcp' | 'tls' | 'ws' | 'wss';
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
  /** The probe account's own: its rights under `topicPrefix` are known (rw/, ro/, wo/). */
  isProbeAccount: boolean;
  /** Topics of the checks start with it, for example `mqtt-setup/probe`. */
  topicPrefix: string;
  /** A fresh random string for each call. */
  nonce(): string;
  /** Milliseconds to wait for the broker before giving up on it. */
  timeoutMs: number;
  connect: Connect;
  /** Only these versions of the protocol; both where it is absent. */
  protocolVersions?: readonly (4 | 5)[];
}

export interface Check {
  /** Stable, for example `auth.anonymous`. */
  id: string;
  group: 'service' | 'sockets' | 'connect' | 'auth' | 'messages' | 'access' | 'files' | 'config';
  severity: Severity;
  title: Message;
  /** 'machine': needs facts; 'broker': needs a reachable broker; 'login': needs credentials too. */
  needs: readonly ('machine' | 'broker' | 'login' | 'probe')[];
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
  timeoutMs: number;
  tls?: { ca?: string; cert?: string; key?: string; insecure?: boolean };
}

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

export interface Received {
  topic: string;
  payload: string;
  retain: boolean;
  qos: 0 | 1 | 2;
}

/**
 * Every wait ends: when the connection is lost, or an answer does not come within the time limit, the methods reject
 * with an AppError (exit 'unreachable') whose `cause` tells what was seen.
 */
export interface Session {
  /** Resolves with the granted reason codes. */
  subscribe(filter: string, qos: 0 | 1 | 2): Promise<number[]>;
  /** Resolves when the flow of that QoS has ended: with the reason code (0 for QoS 0 and for 3.1.1). */
  publish(topic: string, payload: string, options: { qos: 0 | 1 | 2; retain?: boolean }): Promise<number>;
  /** The first message that matches, from now or already received; null after `timeoutMs`. */
  waitFor(match: (message: Received) => boolean, timeoutMs: number): Promise<Received | null>;
  /** Everything received so far. */
  received(): readonly Received[];
  /** DISCONNECT, then close. Never throws. */
  end(): Promise<void>;
}
