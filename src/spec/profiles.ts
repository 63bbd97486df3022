import type { Limits, Listener, Profile } from './types.ts';

export interface ProfileRow {
  /** What is listened on where the spec says nothing of it. */
  listeners: Listener[];
  /** Where a listener binds that says nothing of it. */
  bind: Listener['bind'];
  /** What is limited where the spec says nothing of it. */
  limits: Limits;
}

/** The port of plain MQTT. */
export const mqttPort = 1883;

/**
 * Mosquitto itself limits neither the size of a packet (before 2.1, whose default this is), nor what waits for a client
 * that never comes back, nor for how long.
 */
const sane: Limits = {
  packet_size: 2_000_000,
  inflight_messages: null,
  inflight_bytes: null,
  queued_messages: 1000,
  queued_bytes: 16 * 1024 * 1024,
  queue_qos0: null,
  keepalive: null,
  memory: null,
  connections: null,
  clients: null,
  session_expiry: 60 * 24,
  retained: null,
};

/** Who connects, and what follows from it. A new profile is a new row, a name below and one in `types.ts`. */
export const profiles: Record<Profile, ProfileRow> = {
  local: row('loopback'),
  lan: row('all'),
};

export const profileNames = ['local', 'lan'] as const satisfies readonly Profile[];

export const defaultProfile: Profile = 'lan';

/** A listener of which nothing is said but its name, port and place. */
export function plainListener(name: string, port: number, bind: Listener['bind']): Listener {
  return {
    name,
    protocol: 'mqtt',
    port,
    bind,
    family: null,
    interface: null,
    socket: null,
    anonymous: false,
    max_connections: null,
    max_qos: null,
    max_topic_alias: null,
    mount_point: null,
    extra: [],
  };
}

function row(bind: Listener['bind']): ProfileRow {
  return { bind, limits: sane, listeners: [plainListener('mqtt', mqttPort, bind)] };
}
