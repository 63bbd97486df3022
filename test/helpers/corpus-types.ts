import type { Endpoint } from '../../src/checks/types.ts';
import type { Identity } from './probe-client.ts';

/** One broker to start, and what to try on it. */
export interface Job {
  id: string;
  /** Its folder, as the broker sees it. */
  dir: string;
  /** How each port is spoken to, where it is not plain MQTT; 0 stands for a Unix socket. */
  transports: Readonly<Record<number, Endpoint['transport']>>;
  /** Tried at each door, in this order. */
  logins: readonly Identity[];
  /** What everybody who got in tries to publish to. */
  topics: readonly string[];
  /** Whether to look for $SYS. */
  sys: boolean;
  /** Whose rights are looked at by delivery, from the judge, who may do everything. */
  readers: readonly Identity[];
  judge: string;
  /** Files that the broker may make. */
  files: readonly string[];
  /** Whether what it says is only there after it has ended by itself. */
  flush: boolean;
}

export interface Limits {
  maximumPacketSize: number | null;
  serverKeepAlive: number | null;
  receiveMaximum: number | null;
  retainAvailable: boolean | null;
  maximumQoS: number | null;
  topicAliasMaximum: number | null;
  /** The client id that the broker gives, its random part as `…`. */
  assigned: string | null;
}

export interface SeenDoor {
  /** `127.0.0.1:1883`, `[::]:1883`, or a path. */
  socket: string;
  /** The code of the CONNACK by name, or what came instead of one. */
  logins: Record<string, number | string>;
  /** Topics that may be published to, by name. */
  writes: Record<string, string[]>;
  limits: Limits | null;
  sys: boolean | null;
}

export interface Observation {
  id: string;
  runs: boolean;
  /** How the process ended by itself; null where it did not. */
  exit: number | string | null;
  sockets: string[];
  doors: SeenDoor[];
  /** By name and client id. */
  rights: Record<string, { reads: string[]; writes: string[] }>;
  /** Those of the job's files that were made, and what stands in them. */
  files: Record<string, string>;
  log: string;
  milliseconds: number;
}

/** The other half of a listener that is open on all addresses: asking it once is enough. */
export function isSecond(socket: string, sockets: readonly string[]): boolean {
  return socket.startsWith('[::]:') && sockets.includes(socket.replace('[::]', '0.0.0.0'));
}
