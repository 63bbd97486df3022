import { usualPolicy } from './passwords.ts';
import { defaultProfile, mqttPort, mqttsPort, plainListener, plainTls, profiles } from './profiles.ts';
import { parseDuration, parseSize } from './quantities.ts';
import type { SpecInput } from './schema.ts';
import { largestPacket, mostQueued } from './sections/limits.ts';
import type {
  Acme,
  Bridge,
  BridgeTls,
  Limits,
  Listener,
  ListenerTls,
  Log,
  Persistence,
  Profile,
  Rights,
  Spec,
} from './types.ts';

type Input<K extends keyof SpecInput> = NonNullable<SpecInput[K]>;

/** What is wanted where nothing but the profile is said. */
export function defaultSpec(profile: Profile = defaultProfile): Spec {
  return resolveDefaults({ version: 1, profile });
}

/** Fills in what the file leaves out. */
export function resolveDefaults(input: SpecInput): Spec {
  const { profile = defaultProfile } = input;
  const anonymous = input.anonymous === undefined ? null : rights(input.anonymous);
  return {
    version: 1,
    profile,
    listeners: listeners(input.listeners, profile, anonymous !== null),
    certificates: { names: [], key: 'rsa', days: 397, ...defined(input.certificates ?? {}) },
    acme: input.acme === undefined ? null : acme(input.acme),
    throughput: input.throughput ?? false,
    reload_guard: input.reload_guard ?? true,
    sandbox: input.sandbox ?? true,
    firewall: input.firewall ?? false,
    roles: Object.fromEntries(Object.entries(input.roles ?? {}).map(([name, role]) => [name, rights(role)])),
    everyone: rights(input.everyone ?? {}),
    anonymous,
    tests: input.tests ?? [],
    passwords: { ...usualPolicy, ...defined(input.passwords ?? {}) },
    persistence: persistence(input.persistence ?? {}),
    limits: limits(input.limits ?? {}, profiles[profile].limits),
    log: log(input.log ?? {}),
    sys_interval: seconds(input.sys_interval),
    bridges: (input.bridges ?? []).map(bridge),
    extra: input.extra ?? [],
  };
}

function listeners(input: SpecInput['listeners'], profile: Profile, anonymous: boolean): Listener[] {
  const row = profiles[profile];
  if (input === undefined) return row.listeners.map((listener) => ({ ...listener, anonymous }));
  const taken = new Set(input.flatMap((listener) => listener.name ?? []));
  return input.map((listener): Listener => {
    const {
      name,
      protocol = 'mqtt',
      port = 0,
      bind = listener.interface === undefined ? row.bind : 'all',
      ...more
    } = listener;
    const list = typeof bind === 'string' && bind !== 'all' && bind !== 'loopback' ? [bind] : bind;
    const plain = plainListener(name ?? freeName(protocol, taken), port, list);
    const { max_qos } = more;
    return {
      ...plain,
      ...defined(more),
      protocol,
      tls: more.tls === undefined ? null : tls(more.tls),
      anonymous: more.anonymous ?? anonymous,
      max_qos: max_qos === undefined ? null : max_qos === 1 ? 1 : 2,
    };
  });
}

function tls(input: NonNullable<Input<'listeners'>[number]['tls']>): ListenerTls {
  if (typeof input === 'string') return { ...plainTls, from: input };
  const { from = input.certificate === undefined && input.key === undefined ? 'own' : 'files', ...more } =
    input;
  return { ...plainTls, ...defined(more), from };
}

function acme({ domains, email, server }: Input<'acme'>): Acme {
  return { domains, email: email ?? null, server: server ?? null };
}

function rights({ publish = [], subscribe = [], deny = [] }: Input<'everyone'>): Rights {
  return { publish, subscribe, deny };
}

function persistence({ enabled = true, location, autosave }: Input<'persistence'>): Persistence {
  const every = typeof autosave === 'object' ? autosave : seconds(autosave);
  return {
    enabled,
    location: location ?? null,
    autosave: typeof every === 'number' ? { seconds: every } : every,
  };
}

function limits(input: Input<'limits'>, usual: Limits): Limits {
  const { packet_size, queued_messages, queued_bytes, session_expiry } = input;
  return {
    ...usual,
    ...defined({
      ...input,
      packet_size: orUnlimited(packet_size, bytes, largestPacket),
      queued_messages: orUnlimited(queued_messages, Number, mostQueued),
      queued_bytes: orUnlimited(queued_bytes, bytes, 0),
      inflight_bytes: bytes(input.inflight_bytes) ?? undefined,
      memory: bytes(input.memory) ?? undefined,
      keepalive: seconds(input.keepalive) ?? undefined,
      session_expiry: orUnlimited(session_expiry, (value) => (seconds(value) ?? 0) / 3600, null),
    }),
  };
}

function orUnlimited<T, Unlimited>(
  value: T | 'none' | undefined,
  read: (value: T) => number | null,
  unlimited: Unlimited,
): number | Unlimited | undefined {
  if (value === undefined) return undefined;
  return value === 'none' ? unlimited : (read(value) ?? undefined);
}

function log({ to, rotate, types, connections, timestamps }: Input<'log'>): Log {
  return {
    to: to ?? null,
    rotate: rotate ?? false,
    types: types ?? null,
    connections: connections ?? null,
    timestamps: timestamps ?? null,
  };
}

function bridge(input: Input<'bridges'>[number]): Bridge {
  const { name, remote, topics, keepalive, tls: secure, ...more } = input;
  const port = secure === undefined ? mqttPort : mqttsPort;
  const remotes = typeof remote === 'string' ? [remote] : remote;
  return {
    username: null,
    password_file: null,
    client_id: null,
    tls: secure === undefined ? null : bridgeTls(secure),
    clean_session: null,
    protocol: null,
    notifications: null,
    start: null,
    test_topic: null,
    extra: [],
    ...defined(more),
    name,
    remotes: remotes.map((text) => (text.includes(':') ? text : `${text}:${port}`)),
    keepalive: seconds(keepalive),
    topics: topics.map(({ filter, direction, qos: wanted = 0, local_prefix = '', remote_prefix = '' }) => ({
      filter,
      direction,
      qos: qos(wanted),
      local_prefix,
      remote_prefix,
    })),
  };
}

function bridgeTls(input: NonNullable<Input<'bridges'>[number]['tls']>): BridgeTls {
  const plain = { ca: null, certificate: null, key: null, alpn: null };
  return input === 'system' ? plain : { ...plain, ...defined(input) };
}

function qos(value: number): 0 | 1 | 2 {
  return value === 0 ? 0 : value === 1 ? 1 : 2;
}

function bytes(value: string | number | undefined): number | null {
  return value === undefined ? null : parseSize(value);
}

function seconds(value: string | number | undefined): number | null {
  return value === undefined ? null : parseDuration(value);
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the keys that say nothing: an undefined one would hide a default. */
function defined<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>;
}

/** `mqtt`, `mqtt-2`, `mqtt-3` …: the first that nobody has. */
function freeName(stem: string, taken: Set<string>): string {
  let name = stem;
  for (let number = 2; taken.has(name); number += 1) name = `${stem}-${number}`;
  taken.add(name);
  return name;
}
