/** What the owner wants, after validation and with every default filled in. No secrets. */
export interface Spec {
  version: 1;
  profile: Profile;
  listeners: Listener[];
  certificates: Certificates;
  /** Null where no listener's certificate comes from an ACME authority. */
  acme: Acme | null;
  /** More messages a second for up to 40 ms of waiting for small ones: leaves `set_tcp_nodelay` out. */
  throughput: boolean;
  /** Look at the files before the broker is made to read them again, whoever asks for it (systemd only). */
  reload_guard: boolean;
  /** Keep the broker in a cage: few rights, few files, few system calls (systemd only). */
  sandbox: boolean;
  /** Have the machine's firewall let in what listens to others. */
  firewall: boolean;
  /** Roles of the owner's own, by name; the built-in ones are in `roles.ts`. */
  roles: Readonly<Record<string, Rights>>;
  /** What every account may do beside its roles. */
  everyone: Rights;
  /** What clients without a name may do; null where none is let in. */
  anonymous: Rights | null;
  /** Access tests: what the rights must answer, one sentence each (`access-tests.ts`). */
  tests: string[];
  passwords: PasswordPolicy;
  persistence: Persistence;
  limits: Limits;
  log: Log;
  /** Seconds between the broker's reports on itself below `$SYS`; 0 for none; null leaves it to the broker. */
  sys_interval: number | null;
  bridges: Bridge[];
  /** Further lines of mosquitto.conf for the whole broker. */
  extra: string[];
}

export type Profile = 'local' | 'lan' | 'internet';

export interface Listener {
  /** Unique, for people: shown in reports. */
  name: string;
  protocol: 'mqtt' | 'websockets';
  /** 1024–65535; 0 for a Unix socket. */
  port: number;
  /** 'all' interfaces; 'loopback'; or the addresses themselves. Says nothing where `socket` or `interface` is set. */
  bind: 'all' | 'loopback' | string[];
  /** Only this family of addresses; null for both. */
  family: 'ipv4' | 'ipv6' | null;
  /** The addresses of this network interface, whatever they are at the start. */
  interface: string | null;
  /** Path of a Unix socket, instead of a port. */
  socket: string | null;
  /** Are clients let in that give no name? */
  anonymous: boolean;
  /** Null: plain text. */
  tls: ListenerTls | null;
  max_connections: number | null;
  max_qos: 1 | 2 | null;
  max_topic_alias: number | null;
  mount_point: string | null;
  extra: string[];
}

export interface ListenerTls {
  /** Signed by our own CA, fetched from an ACME authority, or files of the owner's. */
  from: 'own' | 'acme' | 'files';
  /** The owner's files: PEM, the certificate with its chain. Null where they do not come from files. */
  certificate: string | null;
  key: string | null;
  /** Whom clients have to trust, where that is neither our own CA nor one that every system knows. */
  ca: string | null;
  min_version: 'tlsv1.2' | 'tlsv1.3';
  /** Null: clients need no certificate. Else who they are: `clientWords`. */
  clients: 'identity' | 'subject' | 'password' | null;
  /** Who has signed the clients' certificates; null for our own CA. */
  client_ca: string | null;
  client_crl: string | null;
}

/** Of those that our own CA signs. */
export interface Certificates {
  /** Names and addresses beside those that the machine has by itself. */
  names: string[];
  key: 'rsa' | 'p256';
  /** For how long a certificate of a server or a client is good. */
  days: number;
}

export interface Acme {
  /** The first one gives the certificate its name. */
  domains: string[];
  email: string | null;
  /** The authority's directory; null for Let's Encrypt. */
  server: string | null;
}

/** Filters, with the variables of `rights.ts`. What is not allowed is refused; what is denied is refused in any case. */
export interface Rights {
  publish: string[];
  subscribe: string[];
  deny: string[];
}

/** What is asked of passwords that people choose, and what a login costs. */
export interface PasswordPolicy {
  /** Characters of a chosen one. */
  min_length: number;
  /** Rounds of PBKDF2 for a chosen one: the broker does them on its only thread at each login. */
  iterations: number;
  /** The same for one that was made here: no number of rounds makes it harder to guess. */
  generated_iterations: number;
}

export interface Persistence {
  enabled: boolean;
  /** Null: where the distribution keeps it. */
  location: string | null;
  /** Saved every so many seconds (0: only at exit), or after so many changes; null leaves it to the broker. */
  autosave: { seconds: number } | { changes: number } | null;
}

/** Null leaves a limit to the broker. */
export interface Limits {
  /** Bytes. */
  packet_size: number;
  inflight_messages: number | null;
  inflight_bytes: number | null;
  /** For each client that is away or slow. */
  queued_messages: number;
  /** The same in bytes; 0 is no limit. */
  queued_bytes: number;
  queue_qos0: boolean | null;
  /** Seconds. */
  keepalive: number | null;
  /** Bytes of the whole broker. */
  memory: number | null;
  /** Of the whole broker. */
  connections: number | null;
  clients: number | null;
  /** Whole hours after which the session of a client that stays away is forgotten; null for never. */
  session_expiry: number | null;
  retained: boolean | null;
}

export type LogTarget = 'file' | 'journal' | 'syslog' | 'topic';

export interface Log {
  /** Empty: nothing is logged. Null: as the distribution has it. */
  to: LogTarget[] | null;
  /** Is logrotate, which rotates the log file by Debian's own rule, installed with the broker? */
  rotate: boolean;
  types: string[] | null;
  connections: boolean | null;
  /** strftime(3); null leaves it to the broker (seconds since 1970), or to us for a broker in a folder. */
  timestamps: string | null;
}

export interface BridgeTopic {
  filter: string;
  direction: 'in' | 'out' | 'both';
  qos: 0 | 1 | 2;
  local_prefix: string;
  remote_prefix: string;
}

export interface BridgeTls {
  /** Whom to trust; null for those whom the system trusts. */
  ca: string | null;
  /** Our own identity there, where one is asked for. */
  certificate: string | null;
  key: string | null;
  /** What some clouds tell MQTT by, on port 443. */
  alpn: string | null;
}

/** A connection that this broker opens to another one. */
export interface Bridge {
  name: string;
  /** `host:port`, the first that answers. */
  remotes: string[];
  topics: BridgeTopic[];
  username: string | null;
  /** A file whose first line is the password. */
  password_file: string | null;
  client_id: string | null;
  /** Null: plain text. */
  tls: BridgeTls | null;
  clean_session: boolean | null;
  /** Seconds. */
  keepalive: number | null;
  protocol: 'mqttv31' | 'mqttv311' | 'mqttv50' | null;
  notifications: boolean | null;
  start: 'automatic' | 'lazy' | 'once' | null;
  /** As clients here see it: verify may send messages through both brokers by it. */
  test_topic: string | null;
  extra: string[];
}

/** One line of accounts.jsonl. */
export interface Account {
  name: string;
  /** Built-in ones, or the owner's own of broker.yaml. */
  roles: string[];
  /** MQTT topic filters: what the roles say `{topics}` for. */
  topics: string[];
  /** ISO 8601 date the account was declared. */
  since?: string;
}
