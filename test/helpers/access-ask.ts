import { type AccessAnswer, type AccessClient, type AccessJob, brokersOwn, witness } from './access-types.ts';
import { type Door, ProbeClient } from './probe-client.ts';

/**
 * Asks a broker who may do what, judged by what arrives. A witness who may do everything publishes each topic, kept and
 * at once; then each client does, and the witness looks what came. A topic below `$SYS` comes from the broker itself.
 */
export async function askAccess(door: Door, { clients, topics }: AccessJob): Promise<AccessAnswer[]> {
  const judge = await open(door, { name: witness, clientId: 'witness' });
  for (const filter of wildcards(topics)) await judge.subscribe(filter);
  await publishAll(judge, topics, 'kept', true);
  const asked: { client: ProbeClient; one: AccessClient }[] = [];
  for (const [index, one] of clients.entries()) {
    const client = await open(door, one);
    asked.push({ client, one });
    for (const filter of filtersOf(one, topics, index)) await client.subscribe(filter);
  }
  await publishAll(judge, topics, 'live', false);
  for (const { client } of asked) await client.subscribe('fence');
  for (const [index, { client }] of asked.entries()) await publishAll(client, topics, `by ${index}`, false);
  await judge.subscribe('fence');
  const answers = asked.map(({ client, one }, index): AccessAnswer => {
    const own = arrived(client, topics);
    return {
      writes: arrived(judge, topics)(`by ${index}`),
      reads: own('live'),
      retained: one.via === 'share' ? null : own('kept'),
    };
  });
  for (const client of [judge, ...asked.map((one) => one.client)]) client.drop();
  return answers;
}

async function open(
  door: Door,
  identity: { name: string | null; clientId: string | null },
): Promise<ProbeClient> {
  const { client, code } = await ProbeClient.open(door, { ...identity, clientId: identity.clientId ?? '' });
  if (client === null) throw new Error(`${JSON.stringify(identity)}: ${code}`);
  return client;
}

/** QoS 0, so that no limit is met; the fence behind it is answered when all has been looked at. */
async function publishAll(
  client: ProbeClient,
  topics: readonly string[],
  word: string,
  retain: boolean,
): Promise<void> {
  for (const [index, topic] of topics.entries()) client.tell(topic, `${word} ${index}`, retain);
  await client.subscribe('fence');
}

function arrived(client: ProbeClient, topics: readonly string[]): (word: string) => number[] {
  const got = new Set(client.received.map(({ topic, payload }) => `${payload} ${topic}`));
  const ofBroker = client.received.some(({ topic }) => topic === brokersOwn);
  return (word) =>
    [...topics.entries()].flatMap(([index, topic]) => {
      const came = topic === brokersOwn && word === 'kept' ? ofBroker : got.has(`${word} ${index} ${topic}`);
      return came ? [index] : [];
    });
}

/** `#` covers nothing that starts with `$`; what was kept of `$x` comes for `$x/#` only where something below is kept. */
function wildcards(topics: readonly string[]): string[] {
  const dollars = topics.filter((topic) => topic.startsWith('$')).map((topic) => topic.split('/', 1)[0]);
  return ['#', ...new Set(dollars.flatMap((level) => [`${level}`, `${level}/#`]))].filter(
    (filter) => !filter.startsWith('$share'),
  );
}

function filtersOf({ via, filters }: AccessClient, topics: readonly string[], index: number): string[] {
  if (via === 'filters') return filters;
  if (via === 'topics') return topics.filter((topic) => !topic.startsWith('$share'));
  return via === 'wildcards'
    ? wildcards(topics)
    : wildcards(topics).map((filter) => `$share/group ${index}/${filter}`);
}
