import fc from 'fast-check';
import { isTopicFilter } from '../../src/mosquitto/filters.ts';
import { aclAccesses } from '../../src/mosquitto/formats/acl.ts';
import { type AccessClient, type AccessJob, brokersOwn, type Via, witness } from './access-types.ts';

/** Generated files, clients and topics: few words, so that they meet. Always the same for the same seed. */

const names = [
  'alice',
  'bob',
  'Alice',
  'a',
  'a/b',
  'al+ce',
  'al#ce',
  '+',
  '#',
  '/',
  '%u',
  '%c',
  '$x',
  'é',
  'al ice',
];
const hostile = [
  '# bob',
  '"alice"',
  'ali',
  'alicex',
  '日本',
  'e\u0301',
  'user bob',
  'topic',
  '%',
  '$SYS',
  '',
];
const userNames = [...names, ...hostile.filter((name) => name !== '')];
const ids = [
  'c1',
  'alice',
  'a',
  'b/c',
  'c+',
  '#c',
  '%u',
  '%c',
  '%u%c',
  '$x',
  'é',
  'id with blanks',
  '/',
  '日本',
];

const plain = ['a', 'b', 'c', 'alice', 'c1', ''];
const odd = [
  'é',
  'e\u0301',
  '日本',
  'al ice',
  'a/b',
  '%',
  '%u',
  '%c',
  'x%u',
  'xalice',
  '%u%c',
  'alicec1',
  '%%u',
  '$x',
  'A',
];
const dollars = ['$x', '$SYS', '$SYSTEM', '$', '$xa', '$a'];
const long = 'l'.repeat(3000);

const level = fc.oneof(
  { weight: 7, arbitrary: fc.constantFrom(...plain) },
  { weight: 2, arbitrary: fc.constantFrom(...odd) },
);
const filterLevel = fc.oneof(
  { weight: 5, arbitrary: level },
  { weight: 2, arbitrary: fc.constant('+') },
  { weight: 1, arbitrary: fc.constantFrom('%u', '%c') },
);
const first = (rest: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 8, arbitrary: rest }, { weight: 2, arbitrary: fc.constantFrom(...dollars) });

function joined(one: fc.Arbitrary<string>, end: fc.Arbitrary<string[]>): fc.Arbitrary<string> {
  return fc
    .tuple(first(one), fc.array(one, { maxLength: 3 }), end)
    .map(([head, tail, last]) => [head, ...tail, ...last].join('/'));
}

const filter = fc.oneof(
  {
    weight: 12,
    arbitrary: joined(filterLevel, fc.constantFrom<string[][]>([], [], ['#'])).filter(isWritable),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '#',
      '+',
      '+/#',
      '/#',
      '+/+',
      '/',
      '//',
      '$x/#',
      '$SYS/#',
      '$SYS/broker/+',
      '$share/#',
      '$CONTROL/#',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('%u/#', '%c/#', '%u', '%c/%u', 'a/%u/+', '$x/%u', '%u/%u/%c', 'x%u/#', '+/%c'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(brokersOwn, '$SYS/broker/connection/+/state', '$SYS/broker/connection/a/#'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(long, `${long}/#`, deep(198, '+'), `${deep(190, 'a')}/#`, deep(200, 'a')),
  },
);

const topic = fc.oneof(
  { weight: 14, arbitrary: joined(level, fc.constant([])).filter((text) => text !== '') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('/', '//', '/a', 'a/', 'a//', '//a', ' ', 'a b', '$', '$/', '$x', '$x/'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '$SYS/broker/connection/a/state',
      '$SYS/broker/connection/a/b/state',
      '$SYS/a',
      '$SYSTEM/a',
      '$share/a/b',
      '$sharex/a',
      '$sys/a',
      '$CONTROL/a',
      '$CONTROL',
      '$CONTROLS/a',
      '$SYS',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(long, `${long}/a`, deep(198, 'a'), deep(191, 'a'), deep(200, 'a')),
  },
);

/** So many slashes: the broker takes 200. */
function deep(slashes: number, one: string): string {
  return Array.from({ length: slashes + 1 }, () => one).join('/');
}

/** What reads back as it was meant: no blanks at an end. */
function isWritable(text: string): boolean {
  return isTopicFilter(text) && text.trim() === text;
}

const access = fc.constantFrom(...aclAccesses, ...aclAccesses.filter((word) => word !== 'deny'));
const rule = (word: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.tuple(access, filter).map(([given, text]) => `${word} ${given} ${text}`) },
    { weight: 1, arbitrary: filter.filter((text) => !text.includes(' ')).map((text) => `${word} ${text}`) },
  );
const rules = fc.array(
  fc.oneof({ weight: 9, arbitrary: rule('topic') }, { weight: 1, arbitrary: rule('pattern') }),
  { maxLength: 7 },
);
const section = (pool: readonly string[]): fc.Arbitrary<string[]> =>
  fc.tuple(fc.constantFrom(...pool), rules).map(([name, lines]) => [`user ${name}`, ...lines]);

const client = (pool: readonly string[]): fc.Arbitrary<[string | null, string | null, Via, string[]]> =>
  fc.tuple(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...pool) },
      { weight: 1, arbitrary: fc.constantFrom(...hostile) },
      { weight: 2, arbitrary: fc.constant(null) },
    ),
    fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 9, arbitrary: fc.constantFrom(...ids) }),
    fc.constantFrom<Via[]>('wildcards', 'wildcards', 'topics', 'filters', 'share'),
    fc.array(
      filter.filter((text) => !text.startsWith('$share')),
      { minLength: 2, maxLength: 5 },
    ),
  );

const job = fc
  .uniqueArray(fc.constantFrom(...userNames), { minLength: 6, maxLength: 6 })
  .chain((pool) =>
    fc.record({
      anonymous: rules,
      sections: fc.array(section(pool), { minLength: 4, maxLength: 20 }),
      /** As soon as there is one, it is for everybody: a quarter of the files have none. */
      patterns: fc.oneof(
        { weight: 1, arbitrary: fc.constant(null) },
        { weight: 2, arbitrary: fc.array(rule('pattern'), { maxLength: 6 }) },
        { weight: 1, arbitrary: fc.array(rule('pattern'), { minLength: 13, maxLength: 20 }) },
      ),
      clients: fc.uniqueArray(client(pool), { minLength: 10, maxLength: 10, selector: ([, id]) => id ?? {} }),
      topics: fc.uniqueArray(topic, { minLength: 24, maxLength: 24 }),
    }),
  )
  .map(({ anonymous, sections, patterns, clients, topics }): AccessJob => {
    const topicLines = [...anonymous, ...sections.flat()];
    const lines =
      patterns === null
        ? topicLines.filter((line) => !line.startsWith('pattern '))
        : [...topicLines, ...patterns];
    return {
      acl: [...lines, ...witnessLines(topics), ''].join('\n'),
      clients: clients.map(
        ([name, clientId, via, filters]): AccessClient => ({ name, clientId, via, filters }),
      ),
      topics: [brokersOwn, ...topics.filter((text) => text !== brokersOwn)],
    };
  });

function witnessLines(topics: readonly string[]): string[] {
  const levels = topics.filter((text) => text.startsWith('$')).map((text) => text.split('/', 1)[0]);
  return [`user ${witness}`, 'topic #', 'topic $SYS/#', ...new Set(levels)].map((line) =>
    line?.startsWith('$') === true ? `topic ${line}/#` : `${line}`,
  );
}

export function accessJobs(count: number, seed: number): AccessJob[] {
  return fc.sample(job, { numRuns: count, seed });
}

/** Any name is let in, without a password. Without a limit on what waits nothing is dropped. */
export function accessConf(port: number | string, dir: string): string {
  return [
    `listener ${port} 127.0.0.1`,
    'allow_anonymous true',
    `acl_file ${dir}/acl`,
    'max_queued_messages 100000',
    'set_tcp_nodelay true',
    '',
  ].join('\n');
}
