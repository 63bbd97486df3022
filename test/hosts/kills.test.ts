import { afterEach, expect, test } from 'vitest';
import { bootHost, type RunResult, type TestHost } from '../helpers/host.ts';
import { brokers, mayLogIn } from '../helpers/host-broker.ts';
import { cli, install, installArgs, json, owner, program, told, usersJson } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import { onPath } from '../helpers/host-needs.ts';
import { contents, differences } from '../helpers/host-snapshot.ts';
import { expectVerified } from './story-steps.ts';

const packages = ['mosquitto', 'mosquitto-clients'];

/** Where a run that was killed could leave something lying about. */
const folders = ['/etc/mosquitto', '/etc/mqtt-setup'];

/** The names below the folders after a run that nobody disturbed. */
async function names(machine: TestHost): Promise<string[]> {
  return (await contents(machine, folders)).map((line) => line.split(' ').slice(0, 2).join(' '));
}

async function expectMended(machine: TestHost, undisturbed: readonly string[]): Promise<void> {
  const again = await install(machine);
  expect(again.code, told(again)).toBe(0);
  await expectVerified(machine);
  expect(await mayLogIn(machine, owner)).toBe(true);
  expect(differences(undisturbed, await names(machine))).toBe('');
  expect(await brokers(machine)).toHaveLength(1);
  const third = await install(machine, ['--json']);
  expect(third.stdout, told(third)).toMatch(/"changes":\s*\[\]/);
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

    for (const moment of [journalStands, 'sleep 0.3', 'sleep 0.5', 'sleep 0.7', 'sleep 0.9', 'sleep 1.2']) {
      machine = await boot('systemd');
      await killInstall(machine, moment);
      await expectMended(machine, undisturbed);
    }
  });

  test('install, at each call that changes a folder or makes a file durable', async (context) => {
    if (!onPath('strace')) context.skip('strace is not installed');
    let machine = await boot('none');
    const undisturbedRun = await install(machine);
    expect(undisturbedRun.code, told(undisturbedRun)).toBe(0);
    const undisturbed = await names(machine);

    for (const calls of ['rename,renameat2,unlink', 'fsync,fdatasync', 'kill,mkdir']) {
      for (let count = 1; count <= 40; count++) {
        machine = await boot('none');
        const result = await killedAt(machine, calls, count, installArgs, `${owner.password}\n`);
        if (result.code === 0) break;
        expect(result.code, `${calls} ${count}: ${told(result)}`).toBe(137);
        await expectMended(machine, undisturbed);
      }
    }
  });

  test('add-user, at each such call: whoever is listed can log in, and nobody is lost', async (context) => {
    if (!onPath('strace')) context.skip('strace is not installed');
    const machine = await boot('none');
    const first = await install(machine);
    expect(first.code, told(first)).toBe(0);
    for (let count = 1; count <= 40; count++) {
      const user = { name: `user${count}`, password: `Password-${count}-of-nobody` };
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
      const result = await killedAt(
        machine,
        'rename,renameat2,unlink,fsync',
        count,
        args,
        `${user.password}\n`,
      );
      const again = await install(machine);
      expect(again.code, told(again)).toBe(0);
      const listed = json(usersJson, await cli(machine, ['list-users', '--json'])).users.map(
        ({ name }) => name,
      );
      expect(listed).toContain(owner.name);
      expect(await mayLogIn(machine, owner)).toBe(true);
      expect(await mayLogIn(machine, user), `${user.name}, listed: ${listed.join()}`).toBe(
        listed.includes(user.name),
      );
      await expectVerified(machine);
      if (result.code === 0) {
        expect(listed).toContain(user.name);
        break;
      }
    }
  });

  test('everything killed while dpkg unpacks', async () => {
    const machine = await boot('systemd', []);
    const unpacking = 'until ls /var/lib/dpkg/tmp.ci/control >/dev/null 2>&1; do :; done; sleep 0.1';
    await killInstall(machine, unpacking, true);
    const again = await install(machine);
    expect(again.code, told(again)).toBe(0);
    await expectVerified(machine);
    expect((await machine.run('dpkg --audit')).stdout).toBe('');
  });
});

const journalStands = 'until ls /var/lib/mqtt-setup/*journal* >/dev/null 2>&1; do :; done';

/** Kills the program at a moment that a shell line waits for; with `all`, apt and dpkg of the machine too. */
async function killInstall(machine: TestHost, moment: string, all = false): Promise<void> {
  const others =
    'for d in /proc/[0-9]*; do case $(cat $d/comm 2>/dev/null) in apt-get|dpkg*) kill -9 $(basename $d);; esac; done';
  const script = `${[...program, ...installArgs].join(' ')} & pid=$!; ${moment}; kill -9 $pid; ${all ? others : ':'}; wait $pid`;
  await machine.must('cat > /root/secret', { input: `${owner.password}\n` });
  await machine.run(`exec < /root/secret; rm /root/secret; ${script}`, { timeoutMs: 30_000 });
}

/**
 * Runs the program and kills it at the count-th call of that kind, before the kernel does it. One thread does all
 * file work, so that the counting is the program's own order. Code 137 where it was killed.
 */
function killedAt(
  machine: TestHost,
  calls: string,
  count: number,
  args: readonly string[],
  input: string,
): Promise<RunResult> {
  const inject = [`-etrace=${calls}`, `-einject=${calls}:signal=KILL:when=${count}`];
  return machine.run([...program, ...args], {
    input,
    env: { UV_THREADPOOL_SIZE: '1' },
    under: ['strace', '-f', '-qq', '-o', '/dev/null', ...inject],
  });
}
