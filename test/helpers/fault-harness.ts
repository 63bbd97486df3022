import { z } from 'zod';
import { bootHost, type RunResult, type TestHost } from './host.ts';
import { brokers, mayLogIn } from './host-broker.ts';
import { cli, install, json, owner, program, told, usersJson } from './host-cli.ts';
import { contents, differences } from './host-snapshot.ts';
import type { Release } from './host-tree.ts';

/** What is ours and what is others', where a run could leave half of a change. */
const settings = ['/etc/mosquitto', '/etc/mqtt-setup'];
const all = [...settings, '/var/lib/mqtt-setup'];

/** Somebody who may log in and may do nothing: what reaches them is open to all. */
export const stranger = { name: 'stranger', password: 'A stranger’s word 17' };

/** A machine with a broker, its owner and the stranger; without init, where what starts and stops it is the program. */
export async function bootStruck(release: Release): Promise<TestHost> {
  const host = await bootHost({
    release,
    init: 'none',
    network: 'none',
    preinstall: ['mosquitto', 'mosquitto-clients', 'openssl', 'strace'],
  });
  const done = await install(host, ['--bind', 'loopback']);
  if (done.code !== 0) throw new Error(told(done));
  const added = await cli(host, ['add-user', stranger.name, '--password-file', '-', '--yes'], {
    input: `${stranger.password}\n`,
  });
  if (added.code !== 0) throw new Error(told(added));
  return host;
}

/** Calls by which a folder, a name, an owner or what is durable changes. */
export const changingCalls = 'rename,mkdir,rmdir,unlink,fsync,fchmod,fchown,chmod,chown,lchown';

/** What is done to a run: at its `at`-th such call it is killed, or the call fails. */
export interface Strike {
  calls: string;
  at: number;
  what: 'signal=KILL' | 'error=ENOSPC' | 'error=EIO' | 'error=EROFS';
}

/** One thing that an owner does, named anew each time. */
export interface Deed {
  /** Done beforehand, by the owner's own hand. */
  prepare?: string;
  args: readonly string[];
  input: string;
  /** The account that it adds or takes away; null where there is none. */
  concerns: { name: string; password: string } | null;
}

/**
 * Runs the program and strikes it. One thread does all file work, so that the counting is the program's own order; what
 * it starts is not touched. `touched: false`: it made fewer such calls.
 */
export async function strike(
  host: TestHost,
  { calls, at, what }: Strike,
  { args, input }: Deed,
): Promise<{ result: RunResult; touched: boolean }> {
  const trace = '/root/strace.log';
  const inject = [`-etrace=${calls}`, `-einject=${calls}:${what}:when=${at}`];
  const strace = ['strace', '-f', '-b', 'execve', '-qq', '-o', trace, ...inject];
  const result = await host.run([...strace, ...program, ...args], {
    input,
    env: { UV_THREADPOOL_SIZE: '1' },
  });
  const touched =
    what === 'signal=KILL' ? result.code === 137 : (await host.read(trace)).includes('(INJECTED)');
  return { result, touched };
}

export interface Ground {
  settings: string[];
  names: string[];
}

/** How the machine is now. */
export async function look(host: TestHost): Promise<Ground> {
  return { settings: await contents(host, settings), names: await namesOf(host) };
}

/** Paths and kinds; what a generation is called is of no matter. */
async function namesOf(host: TestHost): Promise<string[]> {
  return (await contents(host, all))
    .map((line) => line.split(' ').slice(0, 2).join(' '))
    .filter((line) => !line.includes('/generations/'));
}

const historyJson = z.object({
  current: z.number().nullable(),
  generations: z.array(z.object({ number: z.number() })),
});

const pendingJson = z.object({ changes: z.array(z.unknown()) });

/**
 * What is not as it must be after a run that was struck: the words are for people. The machine holds the old state or
 * the new one whole, a plain second run converges, nobody is lost, nothing is open, and nothing is left lying about.
 */
export async function violations(
  host: TestHost,
  before: Ground,
  deed: Deed,
  code: number,
): Promise<string[]> {
  const found: string[] = [];
  const say = (text: string): number => found.push(text);
  const recovered = await cli(host, ['recover', '--json']);
  if (recovered.code !== 0) say(`recover: ${told(recovered)}`);
  const changed = differences(before.settings, await contents(host, settings));
  const isOld = changed === '';
  if (code === 0 && isOld && deed.concerns !== null) say('it said that it was done, and nothing is');
  const plan = await cli(host, ['plan', '--json']);
  if (!isOld && plan.code === 0 && filesIn(plan) > 0)
    say(`neither the old state nor the new one:\n${changed}`);
  const again = await cli(host, ['apply', '--yes', '--json']);
  if (again.code !== 0) say(`a plain second run: ${told(again)}`);
  const third = await cli(host, ['apply', '--yes', '--json']);
  if (third.code === 0 && json(pendingJson, third).changes.length > 0) say('a third run finds more to do');
  const running = await brokers(host);
  if (running.length !== 1) say(`${running.length} brokers run`);
  if (!(await mayLogIn(host, owner))) say('the owner cannot log in');
  const listed = json(usersJson, await cli(host, ['list-users', '--json'])).users.map(({ name }) => name);
  for (const { name } of [owner, stranger]) if (!listed.includes(name)) say(`${name} is lost`);
  if (deed.concerns !== null && (await mayLogIn(host, deed.concerns)) !== listed.includes(deed.concerns.name))
    say(`${deed.concerns.name} is listed and cannot log in, or the other way round`);
  const history = json(historyJson, await cli(host, ['history', '--json']));
  if (history.generations.at(-1)?.number !== history.current)
    say(`generation ${history.current} is the last, and ${history.generations.at(-1)?.number} is kept`);
  const left = differences(before.names, await namesOf(host));
  if (left !== '') say(`left lying about:\n${left}`);
  return found;
}

/** Steps that write files: a broker that was killed with the run is started again, which is none of these. */
function filesIn(plan: RunResult): number {
  const { changes } = json(z.object({ changes: z.array(z.object({ kind: z.string() })) }), plan);
  return changes.filter(({ kind }) => kind === 'file').length;
}

/** Asks again and again, as people who may nothing, until it is ended: each success is a moment of open access. */
export async function watchDoors(host: TestHost, ports: readonly number[]): Promise<() => Promise<string[]>> {
  await mayLogIn(host, stranger);
  const folder = `/root/clients/${stranger.name}`;
  const lines = ports.flatMap((port) => [
    `mosquitto_pub -h 127.0.0.1 -p ${port} -t open/x -m x 2>/dev/null && echo "anonymous at ${port}"`,
    `mosquitto_pub -h 127.0.0.1 -p ${port} -u ${owner.name} -P wrong -t open/x -m x 2>/dev/null && echo "wrong password at ${port}"`,
    `timeout 2 env XDG_CONFIG_HOME=${folder} mosquitto_sub -p ${port} -t open/# -C 1 -W 1 2>/dev/null | sed 's/^/read: /'`,
    `env XDG_CONFIG_HOME=${folder} mosquitto_pub -p ${port} -q 1 -r -t open/y -m y 2>/dev/null`,
  ]);
  const script = `echo $$ > /root/watch.pid\nwhile :; do\n${lines.join('\n')}\necho . >> /root/watched\ndone\n`;
  await host.write('/root/watch.sh', script);
  await host.must('nohup sh /root/watch.sh > /root/opened 2>/dev/null < /dev/null &');
  return async () => {
    await host.run('kill $(cat /root/watch.pid)');
    const rounds = (await host.read('/root/watched')).length;
    if (rounds === 0) throw new Error('the doors were not watched');
    return (await host.read('/root/opened')).split('\n').filter(Boolean);
  };
}

/** A number for a run of the harness, so that names do not repeat. */
let named = 0;

export function addUser(): Deed {
  named += 1;
  const concerns = { name: `user${named}`, password: `Password-${named}-of-nobody` };
  const args = [
    'add-user',
    concerns.name,
    '--role',
    'both',
    '--topic',
    `${concerns.name}/#`,
    '--password-file',
    '-',
    '--yes',
  ];
  return { args, input: `${concerns.password}\n`, concerns };
}

/** An account goes, which was added a moment before by the program itself. */
export async function removeUser(host: TestHost): Promise<Deed> {
  const { concerns, ...add } = addUser();
  const done = await cli(host, add.args, { input: add.input });
  if (done.code !== 0 || concerns === null) throw new Error(told(done));
  return { args: ['remove-user', concerns.name, '--yes'], input: '', concerns };
}

/** The broker's own certificate is made anew, with its key, and read again by the broker that runs. */
export function renewCertificate(): Deed {
  return { args: ['tls', 'renew', '--force', '--yes'], input: '', concerns: null };
}

/** The broker restarts: each time with another limit, which it reads at its start alone. */
export function changeLimit(): Deed {
  named += 1;
  const edit = `sed -i '/max_connections/d; s/^    port: 1883$/&\\n    max_connections: ${100 + named}/' /etc/mqtt-setup/broker.yaml`;
  return { prepare: edit, args: ['apply', '--yes'], input: '', concerns: null };
}
