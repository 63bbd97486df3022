/** What the owner wants, after validation and with every default filled in. No secrets. */
export interface Spec {
  version: 1;
  profile: Profile;
  listeners: Listener[];
}

export type Profile = 'local' | 'lan';

export interface Listener {
  /** Unique, for people: shown in reports. */
  name: string;
  protocol: 'mqtt';
  /** 1024–65535. */
  port: number;
  /** 'all' interfaces, both families; 'loopback', both families; or the addresses themselves. */
  bind: 'all' | 'loopback' | string[];
}

export const roleNames = ['publisher', 'subscriber', 'both'] as const;
export type Role = (typeof roleNames)[number];

/** One line of accounts.jsonl. */
export interface Account {
  name: string;
  roles: Role[];
  /** MQTT topic filters. */
  topics: string[];
  /** ISO 8601 date the account was declared. */
  since?: string;
}
