import * as fc from 'fast-check';
import { parseDuration, parseSize } from '../../src/spec/quantities.ts';

/** Mostly what is right, sometimes what is next to it. */
const mostly = <T>(right: fc.Arbitrary<T>, wrong: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary: right, weight: 200 }, { arbitrary: fc.constantFrom(...wrong), weight: 1 });

const some = (shape: Record<string, fc.Arbitrary<unknown>>, required: string[] = []): fc.Arbitrary<unknown> =>
  fc.record(shape, { requiredKeys: required });

const list = (item: fc.Arbitrary<unknown>, most = 3): fc.Arbitrary<unknown> =>
  fc.array(item, { maxLength: most });

const flag = mostly(fc.boolean(), ['true', 1, null]);

const count = (min: number, max: number): fc.Arbitrary<unknown> =>
  mostly(fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max })), [min - 1, max + 1, '7', 1.5]);

const sizes = ['0', '99 B', '1 kB', '64KiB', '5 kB', '1MiB', '2 MB', '2000000', '300 MB', '1 GiB', '9 GiB'];

const size = (min: number, max: number): fc.Arbitrary<unknown> => {
  const fitting = sizes.filter((text) => (parseSize(text, max) ?? -1) >= min);
  return mostly(fc.oneof(fc.constantFrom(min, max), fc.constantFrom(...fitting)), [-1, '1 mb', max + 1]);
};

const times = ['0s', '5 s', '30s', '2 min', '60min', '90 min', '1 h', '36 h', '18h', '60 d', '2w', '3600 s'];

const time = (min: number, max: number): fc.Arbitrary<unknown> => {
  const fitting = times.filter((text) => (parseDuration(text, max) ?? -1) >= min);
  return mostly(fc.constantFrom(...fitting, ...(min === 0 ? [0] : [])), [5, '0', '1 m', '25 h']);
};

const line = mostly(fc.constantFrom('a', 'user x', 'max_qos 1', '#x', '%H', 'é 😀', 'x'.repeat(200)), [
  '',
  ' a',
  'a\nb',
]);

const path = mostly(
  fc.constantFrom('/a', '/a b', '/run/x.sock', `/${'é'.repeat(53)}`, `/${'x'.repeat(107)}`),
  ['/', 'a', '/a '],
);

const filterOf = (...variable: string[]): fc.Arbitrary<unknown> =>
  mostly(fc.constantFrom('#', '+/a', 'a/b c', '$SYS/#', 'a{b', '100%', `${'a/'.repeat(200)}b`, ...variable), [
    'a#',
    '{x}',
    '{user}',
    '{client}/x',
    '%u',
    '$share/a',
    '',
  ]);

const rights = (...variable: string[]): fc.Arbitrary<unknown> => {
  const denied = filterOf(...variable.filter((text) => !text.includes('{client}')));
  return some({
    publish: list(filterOf(...variable)),
    subscribe: list(filterOf(...variable)),
    deny: list(denied),
  });
};

const address = mostly(
  fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom('::1', '127.0.0.1', '127.3.4.5', '0::1', '::', '0.0.0.0')),
  ['fe80::1', '::ffff:1.2.3.4', 'x.y'],
);

const usual = {
  name: mostly(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,5}$/), ['A', '']),
  max_connections: count(20, 1_000_000),
  max_qos: count(1, 2),
  max_topic_alias: count(0, 65_535),
  mount_point: line,
  extra: list(line),
};

const port = count(1024, 65_535);

const listener = (more: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
  fc.oneof(
    some(
      {
        ...usual,
        ...more,
        port,
        bind: fc.oneof(fc.constantFrom('all', 'loopback'), address, fc.array(address, { maxLength: 2 })),
        protocol: fc.constantFrom('mqtt', 'websockets'),
      },
      ['port'],
    ),
    some(
      {
        ...usual,
        ...more,
        port,
        bind: fc.constantFrom('all', 'loopback'),
        family: fc.constantFrom('ipv4', 'ipv6'),
      },
      ['port'],
    ),
    some({ ...usual, ...more, port, interface: fc.constantFrom('lo', 'eth0', 'x y') }, ['port', 'interface']),
    some({ ...usual, ...more, socket: path, protocol: fc.constant('mqtt') }, ['socket']),
    some({ ...usual, ...more, socket: path, port, bind: fc.constant('all'), interface: fc.constant('lo') }),
  );

const remote = mostly(fc.constantFrom('h', 'broker.example.org:1884', '192.0.2.9', 'h:65535'), [
  'h:0',
  'h:70000',
  '::1',
]);

const topic = some(
  {
    filter: mostly(fc.constantFrom('#', 'a/b', 'é'), ['a b', '"x']),
    direction: fc.constantFrom('in', 'out', 'both'),
    qos: count(0, 2),
    local_prefix: mostly(fc.constantFrom('a/'), ['#', '']),
    remote_prefix: fc.constant('b/'),
  },
  ['filter', 'direction'],
);

const bridge = some(
  {
    name: mostly(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,5}$/), ['', 'a b']),
    remote: fc.oneof(remote, list(remote)),
    topics: fc.array(topic, { minLength: 1, maxLength: 2 }),
    username: line,
    password_file: path,
    client_id: line,
    clean_session: flag,
    keepalive: time(5, 65_535),
    protocol: fc.constantFrom('mqttv31', 'mqttv311', 'mqttv50'),
    notifications: flag,
    start: fc.constantFrom('automatic', 'lazy', 'once'),
    test_topic: line,
    extra: list(line),
  },
  ['name', 'remote', 'topics'],
);

const limits = some({
  packet_size: fc.oneof(size(1024, 268435460), fc.constant('none')),
  inflight_messages: count(0, 65_535),
  inflight_bytes: size(0, 2147483647),
  queued_messages: fc.oneof(count(1, 2_147_483_647), fc.constant('none')),
  queued_bytes: fc.oneof(size(1, 2147483647), fc.constant('none')),
  queue_qos0: flag,
  keepalive: time(30, 65_535),
  memory: size(1000000, 2147483647),
  connections: count(1, 2_147_483_647),
  clients: count(1, 2_147_483_647),
  session_expiry: fc.oneof(time(3600, 632_448_000), fc.constant('none')),
  retained: flag,
});

const spec = (more: Record<string, fc.Arbitrary<unknown>>, required: string[]): fc.Arbitrary<unknown> =>
  some(
    {
      ...more,
      version: fc.constant(1),
      profile: mostly(fc.constant('lan'), ['local', 'wan']),
      throughput: flag,
      roles: fc.dictionary(fc.constantFrom('sensor', 'a_b-c', 'x', 'admin'), rights('{user}/#', '{topics}'), {
        maxKeys: 2,
        noNullPrototype: true,
      }),
      everyone: rights('{user}/#', '{topics}', 'x/{client}/{user}'),
      passwords: some({
        min_length: count(8, 128),
        iterations: count(100, 1_000_000),
        generated_iterations: count(100, 1_000_000),
      }),
      persistence: some({
        enabled: flag,
        location: path,
        autosave: fc.oneof(time(0, 2_147_483_647), some({ changes: count(1, 1_000_000_000) }, ['changes'])),
      }),
      limits,
      log: some({
        to: list(fc.constantFrom('file', 'journal', 'syslog', 'topic')),
        types: list(fc.constantFrom('error', 'debug', 'all')),
        connections: flag,
        timestamps: line,
      }),
      sys_interval: time(0, 65_535),
      bridges: list(bridge, 2),
      extra: list(line),
    },
    ['version', ...required],
  );

const listeners = (more: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
  fc.array(listener(more), { minLength: 1, maxLength: 3 });

/** A whole broker.yaml as a value; many of them are such that `loadSpec` takes them. */
export const anySpec = fc.oneof(
  { arbitrary: spec({ listeners: listeners({ anonymous: fc.constant(false) }) }, []), weight: 3 },
  { arbitrary: spec({ listeners: listeners({}), anonymous: rights() }, ['anonymous']), weight: 3 },
  {
    arbitrary: spec({ listeners: listeners({ anonymous: flag }), anonymous: rights('{user}') }, []),
    weight: 1,
  },
  {
    arbitrary: fc
      .tuple(spec({}, []), fc.array(listener({}), { minLength: 1, maxLength: 1 }))
      .map(([rest, own]) => ({ ...(rest as object), profile: 'local', listeners: own })),
    weight: 1,
  },
);
