import type { Limits, Listener, ListenerTls, Profile } from './types.ts';

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

/** The port of MQTT over TLS. */
export const mqttsPort = 8883;

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

/** TLS of which nothing more is said: from our own CA, for clients with a password. */
export const plainTls: ListenerTls = {
  from: 'own',
  certificate: null,
  key: null,
  ca: null,
  min_version: 'tlsv1.2',
  clients: null,
  client_ca: null,
  client_crl: null,
};

/** Who connects, and what follows from it. A new profile is a new row, a name below and one in `types.ts`. */
export const profiles: Record<Profile, ProfileRow> = {
  local: { bind: 'loopback', limits: sane, listeners: [plainListener('mqtt', mqttPort, 'loopback')] },
  // Cheap devices speak no TLS: whoever can, finds it beside.
  lan: {
    bind: 'all',
    limits: sane,
    listeners: [plainListener('mqtt', mqttPort, 'all'), secureListener('mqtts', mqttsPort, 'all')],
  },
  // In plain text only for programs on the machine itself.
  internet: {
    bind: 'all',
    limits: tight(),
    listeners: [secureListener('mqtts', mqttsPort, 'all'), plainListener('mqtt', mqttPort, 'loopback')],
  },
};

export const profileNames = ['local', 'lan', 'internet'] as const satisfies readonly Profile[];

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
    tls: null,
    max_connections: null,
    max_qos: null,
    max_topic_alias: null,
    mount_point: null,
    extra: [],
  };
}

function secureListener(name: string, port: number, bind: Listener['bind']): Listener {
  return { ...plainListener(name, port, bind), tls: plainTls };
}

/** For strangers at the door: what one client can make the broker hold is a fraction of what it may at home. */
function tight(): Limits {
  return {
    ...sane,
    packet_size: 256 * 1024,
    queued_messages: 200,
    queued_bytes: 4 * 1024 * 1024,
    session_expiry: 7 * 24,
  };
}
