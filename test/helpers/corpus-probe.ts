import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type Running, startIn } from './chroot-broker.ts';
import { isSecond, type Job, type Observation, type SeenDoor } from './corpus-types.ts';
import { openSockets } from './open-sockets.ts';
import { type Door, type Identity, ProbeClient } from './probe-client.ts';

/**
 * A program of its own, which runs in the network of the brokers (see `askBrokers`): it starts one after the other,
 * looks at what is open, who gets in and who may do what, and ends it. Arguments: the tree, the jobs, the answers.
 */

const [tree = '', jobsFile = '', answersFile = ''] = process.argv.slice(2);
const startMs = 4000;
const atOnce = 5;

/** Waits until something is open and the broker's loop answers there, or it has ended. */
async function settled(broker: Running, job: Job): Promise<string[]> {
  const until = performance.now() + startMs;
  let known = '';
  while (broker.exit() === null && performance.now() < until) {
    const said = /mosquitto version \S+ running$/m.test(broker.log());
    const sockets = await openSockets(tree);
    // Listeners are opened one by one: two looks must see the same.
    if (sockets.length > 0 && (said || sockets.join() === known)) {
      const [first = ''] = sockets;
      if (said) return sockets;
      const opened = await ProbeClient.open(doorTo(first, job), { name: null, clientId: 'first' });
      opened.client?.drop();
      if (opened.code !== 'ECONNREFUSED' && broker.exit() === null) return openSockets(tree);
    }
    known = sockets.join();
    await wait(4);
  }
  // The end of a process is told a little later than its last words.
  if (broker.exit() === null) await wait(5);
  return broker.exit() === null ? openSockets(tree) : [];
}

function doorTo(socket: string, { transports }: Job): Door {
  if (socket.startsWith('/')) return { path: `${tree}${socket}`, isTls: transports[0] === 'tls' };
  const colon = socket.lastIndexOf(':');
  const port = Number(socket.slice(colon + 1));
  const address = socket.slice(0, colon).replace(/^\[|\]$/g, '');
  const host = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address;
  return { host, port, transport: transports[port] ?? 'tcp' };
}

async function seenDoor(socket: string, job: Job): Promise<SeenDoor> {
  const door = doorTo(socket, job);
  const seen: SeenDoor = { socket, logins: {}, writes: {}, limits: null, sys: null };
  for (const identity of job.logins) {
    const label = identity.name ?? '(anonymous)';
    const opened = await ProbeClient.open(door, identity);
    seen.logins[label] = opened.code;
    if (opened.client === null) continue;
    const { client, connack } = opened;
    const { properties = {} } = connack;
    seen.limits ??= {
      maximumPacketSize: properties.maximumPacketSize ?? null,
      serverKeepAlive: properties.serverKeepAlive ?? null,
      receiveMaximum: properties.receiveMaximum ?? null,
      retainAvailable: properties.retainAvailable ?? null,
      maximumQoS: properties.maximumQoS ?? null,
      topicAliasMaximum: properties.topicAliasMaximum ?? null,
      assigned: properties.assignedClientIdentifier?.replace(/[\dA-F]{8}-?[\dA-F-]{22,}$/i, '…') ?? null,
    };
    // Without QoS 1 nothing tells what is denied.
    if (properties.maximumQoS !== 0) seen.writes[label] = await writable(client, job.topics);
    if (job.sys && seen.sys === null) {
      await client.subscribe('$SYS/broker/version');
      await client.subscribe('fence');
      seen.sys = client.received.some(({ topic }) => topic === '$SYS/broker/version');
    }
    client.drop();
  }
  return seen;
}

/** Which of the topics the client may publish to. A few at a time: more at once could pass the broker's limit. */
async function writable(client: ProbeClient, topics: readonly string[]): Promise<string[]> {
  const allowed: string[] = [];
  for (let at = 0; at < topics.length; at += atOnce) {
    const some = topics.slice(at, at + atOnce);
    const codes = await Promise.all(some.map((topic) => client.publish(topic, 'own')));
    for (const [index, topic] of some.entries()) {
      const code = codes[index];
      if (code === 0 || code === 0x10) allowed.push(topic);
      else if (code !== 0x87) allowed.push(`${topic}: ${code}`);
    }
  }
  return allowed;
}

/** Who may read and write what: the judge writes to every topic, then everybody tries to. */
async function rights(socket: string, job: Job): Promise<Observation['rights']> {
  if (job.readers.length === 0) return {};
  const door = doorTo(socket, job);
  const open = async (identity: Identity): Promise<ProbeClient> => {
    const opened = await ProbeClient.open(door, identity);
    if (opened.client === null) throw new Error(`${identity.name}: ${opened.code}`);
    return opened.client;
  };
  const judge = await open({ name: job.judge, clientId: job.judge });
  const found: Observation['rights'] = {};
  const clients = await Promise.all(job.readers.map(async (one) => ({ one, client: await open(one) })));
  for (const { client } of clients) await client.subscribe('#');
  await writable(judge, job.topics);
  for (const { one, client } of clients) {
    await client.subscribe('fence');
    // What a client itself has written comes back to it, too: only the judge's counts here.
    const read = client.received.map(({ topic }) => topic);
    const reads = job.topics.filter((topic) => read.includes(topic));
    found[`${one.name ?? '(anonymous)'} ${one.clientId}`] = { reads, writes: [] };
  }
  await Promise.all(
    clients.map(async ({ one, client }) => {
      const own = found[`${one.name ?? '(anonymous)'} ${one.clientId}`];
      if (own !== undefined) own.writes = await writable(client, job.topics);
      client.drop();
    }),
  );
  judge.drop();
  return found;
}

/** A pid file goes with its broker. */
function textOf(path: string): string {
  return existsSync(`${tree}${path}`) ? readFileSync(`${tree}${path}`, 'utf8') : '';
}

async function observe(job: Job): Promise<Observation> {
  const begun = performance.now();
  const broker = startIn(tree, `${job.dir}/mosquitto.conf`);
  try {
    const sockets = await settled(broker, job);
    const doors: SeenDoor[] = [];
    const runs = broker.exit() === null && sockets.length > 0;
    if (runs) {
      for (const socket of sockets.filter((one) => !isSecond(one, sockets)))
        doors.push(await seenDoor(socket, job));
    }
    const [first] = sockets;
    const found = runs && first !== undefined ? await rights(first, job) : {};
    const exit = broker.exit();
    const made = job.files.filter((path) => existsSync(`${tree}${path}`));
    await broker.end(job.flush);
    const files = Object.fromEntries(made.map((path) => [path, textOf(path)]));
    const log = broker.log();
    const milliseconds = Math.round(performance.now() - begun);
    return { id: job.id, runs, exit, sockets, doors, rights: found, files, log, milliseconds };
  } finally {
    await broker.end(false);
  }
}

async function observeAll(): Promise<void> {
  const jobs = JSON.parse(readFileSync(jobsFile, 'utf8')) as Job[];
  const answers: Observation[] = [];
  for (const job of jobs) {
    // Once more: a start among many may be slow.
    const again = (): Promise<Observation> => observe(job);
    answers.push(
      await observe(job)
        .catch(again)
        .catch((error) => failed(job, error)),
    );
  }
  writeFileSync(answersFile, JSON.stringify(answers));
}

function failed({ id }: Job, error: unknown): Observation {
  const log = error instanceof Error ? `${error.stack}` : String(error);
  return {
    id,
    runs: false,
    exit: 'the probe failed',
    sockets: [],
    doors: [],
    rights: {},
    files: {},
    log,
    milliseconds: 0,
  };
}

// What a socket still waits for keeps nobody here.
void observeAll().then(() => process.exit(0));
