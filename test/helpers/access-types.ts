import type { Client } from '../../src/mosquitto/access/types.ts';

/** How a client asks for messages: for all, topic by topic, by filters of its own, or in a shared subscription of its own. */
export type Via = 'wildcards' | 'topics' | 'filters' | 'share';

export interface AccessClient extends Client {
  via: Via;
  /** For 'filters'. */
  filters: string[];
}

/** One broker, the clients that it is asked about, and the topics. */
export interface AccessJob {
  acl: string;
  clients: AccessClient[];
  topics: string[];
}

/** Places in `topics`, for each client. */
export interface AccessAnswer {
  /** What reached the witness. */
  writes: number[];
  /** Of what the witness published, what came at once. */
  reads: number[];
  /** And what came because the broker had kept it; null where none is sent. */
  retained: number[] | null;
}

export const witness = 'the witness';

/** What the broker publishes itself, kept, at its start. */
export const brokersOwn = '$SYS/broker/version';
