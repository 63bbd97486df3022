import { afterEach, expect, test } from 'vitest';
import { bootHost, type RunResult, type TestHost } from '../helpers/host.ts';
import { brokers, mayLogIn } from '../helpers/host-broker.ts';
import {
  applyJson,
  cli,
  failures,
  install,
  installArgs,
  json,
  owner,
  program,
  told,
  usersJson,
} from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import { contents, differences } from '../helpers/host-snapshot.ts';
import { rowsInTurn } from '../helpers/turns.ts';
import { expectVerified } from './story-steps.ts';

const packages = ['mosquitto', 'mosquitto-clients', 'openssl', 'strace'];

/**
 * About 120 such calls are made by an install. Each rename, folder made and folder removed is a moment of its own;
 * of the many fsync and unlink calls every few: the fault harness looks at them more closely. In CI a third of these has
 * its turn each day. MQTT_SETUP_EVERY_KILL=1 takes them all, which takes some minutes.
 */
const allPoints: readonly KillPoint[] = [
  ...points('rename', 8, 1),
  ...points('mkdir', 5, 1),
  ...points('rmdir', 3, 1),
  ...points('unlink', 21, 7),
  ...points('fsync', 85, 17),
];

const killPoints = process.env.MQTT_SETUP_EVERY_KILL ? allPoints : rowsInTurn(allPoints);

function points(call: string, upTo: number, stride: number): KillPoint[] {
  const step = process.env.MQTT_SETUP_EVERY_KILL ? 1 : stride;
  return Array.from({ length: Math.ceil(upTo / step) }, (_, index) => ({ call, count: 1 + index * step }));
}

/** Where a run that was killed could leave something lying about. */
const folders = ['/etc/mosquitto', '/etc/mqtt-setup', '/var/lib/mqtt-setup'];

/** The names below the folders after a run that nobody disturbed. */
async function names(machine: TestHost): Promise<string[]> {
  return (await contents(machine, folders)).map((line) => line.split(' ').slice(0, 2).join(' '));
}

/** The next run, with no word about what happened, ends where an undisturbed one does. */
async function expectMended(
  machine: TestHost,
  undisturbed: readonly string[],
  killed: string,
): Promise<void> {
  const again = await install(machine, ['--json']);
  // Soft: one run of the test tells of every moment that was not survived.
  expect.soft(again.code, `${killed}: ${told(again)}`).toBe(0);
  if (again.code !== 0) return;
  expect.soft(failures(json(applyJson, again).verify), killed).toEqual([]);
  expect.soft(await mayLogIn(machine, owner), killed).toBe(true);
  expect.soft(differences(undisturbed, await names(machine)), killed).toBe('');
  expect.soft(await brokers(machine), killed).toHaveLength(1);
}

describeHosts('kill -9 in the middle of it, and then once more', () => {
  let host: TestHost | null = null;

  afterEach(async () => {
    await host?.stop();
    host = null;
  });

  async function boot(init: 'systemd' | 'none', preinstall = packages): Promise<TestHost> {
    await host?.stop();
    host = await bootHost({ release: 'bookworm', init, network: 'apt', preinstall });
    return host;
  }

  test('install, as soon as its journal stands, and after that many milliseconds', async () => {
    let machine = await boot('systemd');
    const undisturbedRun = await install(machine);
    expect(undisturbedRun.code, told(undisturbedRun)).toBe(0);
    const undisturbed = await names(machine);

    for (const moment of [journalStands, 0.4, 0.6, 0.8]) {
      machine = await boot('systemd');
      const killed = await killInstall(machine, moment);
      if (moment === journalStands) expect(killed.code).toBe(137);
      await expectMended(machine, undisturbed, String(moment));
    }
  });

  test('install, at every kind of call that changes a folder or makes a file durable', async () => {
    let machine = await boot('none');
    const undisturbedRun = await install(machine);
    expect(undisturbedRun.code, told(undisturbedRun)).toBe(0);
    const undisturbed = await names(machine);

    for (const point of killPoints) {
      machine = await boot('none');
      const result = await killedAt(machine, point, installArgs, `${owner.password}\n`);
      if (result.code !== 0) expect(result.code, `${point.call} ${point.count}: ${told(result)}`).toBe(137);
      await expectMended(machine, undisturbed, `${point.call} ${point.count}`);
    }
  });

  test('add-user, at each such call: whoever is listed can log in, and nobody is lost', async () => {
    const machine = await boot('none');
    const first = await install(machine);
    expect(first.code, told(first)).toBe(0);
    for (const [index, point] of killPoints.entries()) {
      const user = { name: `user${index}`, password: `Password-${index}-of-nobody` };
      const args = [
        'add-user',
        user.name,
        '--role',
        'both',
        '--topic',
        `${user.name}/#`,
        '--password-file',
        '-',
        '--yes',
      ];
      const result = await killedAt(machine, point, args, `${user.password}\n`);
      const again = await install(machine, ['--json']);
      expect(again.code, told(again)).toBe(0);
      expect(failures(json(applyJson, again).verify)).toEqual([]);
      const listed = json(usersJson, await cli(machine, ['list-users', '--json'])).users.map(
        ({ name }) => name,
      );
      expect(listed).toContain(owner.name);
      expect(await mayLogIn(machine, owner)).toBe(true);
      expect(await mayLogIn(machine, user), `${user.name}, listed: ${listed.join()}`).toBe(
        listed.includes(user.name),
      );
      if (result.code === 0) expect(listed).toContain(user.name);
    }
  });

  test('everything killed while dpkg unpacks', async () => {
    const machine = await boot('systemd', []);
    const killed = await killInstall(machine, dpkgUnpacks, true);
    expect(killed.code).toBe(137);
    const again = await install(machine);
    expect(again.code, told(again)).toBe(0);
    await expectVerified(machine);
    expect((await machine.run('dpkg --audit')).stdout).toBe('');
  });
});

const journalStands = 'ls /var/lib/mqtt-setup/journal/*';
const dpkgUnpacks = 'ls /var/lib/dpkg/tmp.ci/control';

/**
 * Kills the program as soon as a command succeeds, or after so many seconds; with `all`, apt and dpkg of the machine
 * too. Code 137, or 0 where the program was faster.
 */
async function killInstall(machine: TestHost, moment: string | number, all = false): Promise<RunResult> {
  const wait =
    typeof moment === 'number' ? `sleep ${moment}` : `while kill -0 $pid && ! ${moment}; do :; done`;
  const others =
    'for d in /proc/[0-9]*; do case $(cat $d/comm) in apt-get|dpkg*) kill -9 $(basename $d);; esac; done';
  // A shell gives a command in the background an empty standard input, unless it is told otherwise.
  const run = `${[...program, ...installArgs].join(' ')} < /root/secret > /dev/null 2>&1 & pid=$!`;
  await machine.must('cat > /root/secret', { input: `${owner.password}\n` });
  return machine.run(
    `exec 2>/dev/null; ${run}; ${wait} >/dev/null; kill -9 $pid; ${all ? others : ':'}; wait $pid`,
  );
}

interface KillPoint {
  call: string;
  count: number;
}

/**
 * Runs the program and kills it at the count-th call of that kind, before the kernel does it. One thread does all
 * file work, so that the counting is the program's own order. What it starts is not touched. Code 137 where it was
 * killed, 0 where there were fewer such calls.
 */
function killedAt(
  machine: TestHost,
  { call, count }: KillPoint,
  args: readonly string[],
  input: string,
): Promise<RunResult> {
  const inject = [`-etrace=${call}`, `-einject=${call}:signal=KILL:when=${count}`];
  const strace = ['strace', '-f', '-b', 'execve', '-qq', '-o', '/dev/null', ...inject];
  return machine.run([...strace, ...program, ...args], { input, env: { UV_THREADPOOL_SIZE: '1' } });
}
