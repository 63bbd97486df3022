import { readFileSync } from 'node:fs';
import { ProbeClient } from './probe-client.ts';

/**
 * A program of its own, which runs in the machine of the broker: every account of a list writes into its own subtree
 * and into its neighbour's, somebody who sees everything says what arrived. Arguments: the list (`name,password`), the
 * watcher's name and password file. Prints one JSON object.
 */

const [list = '', watcher = '', secret = ''] = process.argv.slice(2);
const door = { host: '127.0.0.1', port: 1883, transport: 'tcp' } as const;
const atOnce = 10;

const [, ...lines] = readFileSync(list, 'utf8').trimEnd().split('\n');
const accounts = lines.map((line) => {
  const [name = '', password = ''] = line.split(',');
  return { name, password };
});

async function open(name: string, password: string): Promise<ProbeClient | null> {
  return (await ProbeClient.open(door, { name, password, clientId: `probe-${name}` })).client;
}

const watching = await open(watcher, readFileSync(secret, 'utf8').trimEnd());
if (watching === null) throw new Error(`${watcher} is refused`);
await watching.subscribe('devices/#');

const refused: string[] = [];
const queue = accounts.entries();
async function work(): Promise<void> {
  for (const [index, { name, password }] of queue) {
    const client = await open(name, password);
    if (client === null) {
      refused.push(name);
      continue;
    }
    const neighbour = accounts[(index + 1) % accounts.length]?.name ?? '';
    await client.publish(`devices/${neighbour}/x`, `from ${name}`);
    await client.publish(`devices/${name}/x`, `from ${name}`);
    await client.end();
  }
}
await Promise.all(Array.from({ length: atOnce }, work));
// Behind everything that the broker has still to deliver.
await watching.publish('devices/fence', 'end');
for (
  let tries = 0;
  tries < 100 && !watching.received.some(({ topic }) => topic === 'devices/fence');
  tries += 1
)
  await new Promise((later) => setTimeout(later, 50));
const arrived = watching.received.filter(({ topic }) => topic !== 'devices/fence');
watching.drop();

const own = new Set(accounts.map(({ name }) => `devices/${name}/x from ${name}`));
process.stdout.write(
  JSON.stringify({
    accounts: accounts.length,
    refused,
    own: arrived.filter(({ topic, payload }) => own.has(`${topic} ${payload}`)).length,
    foreign: arrived.filter(({ topic, payload }) => !own.has(`${topic} ${payload}`)),
  }),
);
