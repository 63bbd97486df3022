import { afterEach, expect, test } from 'vitest';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { brokers } from '../helpers/host-broker.ts';
import { cli, failures, install, installArgs, json, owner, told, verifyJson } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import { contents, differences, snapshot, wholeMachine } from '../helpers/host-snapshot.ts';
import { expectVerified } from './story-steps.ts';

const packages = ['mosquitto', 'mosquitto-clients'];

interface Refusal {
  name: string;
  preinstall: readonly string[];
  /** Makes the machine one that must be left alone. */
  prepare: (host: TestHost) => Promise<unknown>;
  args?: readonly string[];
  user?: string;
  code: number | 'not 0';
  /** All of these stand on standard error. */
  says: readonly RegExp[];
}

const occupy =
  "perl -MIO::Socket::INET -e '$s = IO::Socket::INET->new(Listen => 5, LocalPort => 1883) or die; sleep 600' >/dev/null 2>&1 &" +
  ' until (: > /dev/tcp/127.0.0.1/1883) 2>/dev/null; do sleep 0.05; done';

const refusals: readonly Refusal[] = [
  {
    name: 'no root',
    preinstall: [],
    prepare: (host) => host.must('useradd -m passant'),
    user: 'passant',
    code: 77,
    says: [new RegExp(installArgs.join(' '))],
  },
  {
    name: 'port 1883 held by another process, on a bare machine',
    preinstall: [],
    prepare: (host) => host.must(occupy),
    code: 'not 0',
    says: [/1883/, /perl/],
  },
  {
    name: 'a file of somebody else in conf.d',
    preinstall: packages,
    prepare: (host) =>
      host.write('/etc/mosquitto/conf.d/home.conf', '# mine\nlistener 1883\nallow_anonymous true\n'),
    code: 78,
    says: [/\/etc\/mosquitto\/conf\.d\/home\.conf/],
  },
  {
    name: "Debian's own file, edited",
    preinstall: packages,
    prepare: (host) => host.must('echo "max_connections 7" >> /etc/mosquitto/mosquitto.conf'),
    code: 78,
    says: [/\/etc\/mosquitto\/mosquitto\.conf/],
  },
  {
    name: 'a misspelt option',
    preinstall: [],
    prepare: async () => {},
    args: ['install', '--yes', '--prot', '1884'],
    code: 64,
    says: [/--prot/, /--port/],
  },
  {
    name: 'a port that is none, and a user name that cannot be one',
    preinstall: [],
    prepare: async () => {},
    args: ['install', '--yes', '--port', '65536', '--user', '#admin', '--password-file', '-'],
    code: 'not 0',
    says: [/65536/, /#admin/],
  },
];

describeHosts('what is refused leaves the machine as it was', () => {
  let host: TestHost | null = null;

  afterEach(async () => {
    await host?.stop();
    host = null;
  });

  async function boot(preinstall: readonly string[]): Promise<TestHost> {
    host = await bootHost({ release: 'bookworm', init: 'systemd', network: 'apt', preinstall });
    return host;
  }

  test.each(refusals)('$name', async ({ preinstall, prepare, args, user, code, says }) => {
    const machine = await boot(preinstall);
    await prepare(machine);
    const before = await snapshot(machine, wholeMachine);
    const broker = await brokers(machine);
    // Twice: the first refusal leaves nothing that would change the second.
    for (let round = 0; round < 2; round++) {
      const options = { input: `${owner.password}\n`, ...(user === undefined ? {} : { user }) };
      const result = await cli(machine, args ?? installArgs, options);
      if (code === 'not 0') expect(result.code, told(result)).not.toBe(0);
      else expect(result.code, told(result)).toBe(code);
      for (const part of says) expect(result.stderr).toMatch(part);
      expect(result.stdout).toBe('');
    }
    expect(differences(before, await snapshot(machine, wholeMachine))).toBe('');
    expect(await brokers(machine)).toEqual(broker);
  });

  test('two installs at once: one is done, the other names the one that is at it', async () => {
    const machine = await boot(packages);
    const results = await Promise.all([install(machine), install(machine)]);
    const [winner, loser] = results.toSorted((a, b) => a.code - b.code);
    expect(winner?.code, winner && told(winner)).toBe(0);
    expect(loser?.code, loser && told(loser)).toBe(75);
    expect(loser?.stderr).toMatch(/\d+/);
    await expectVerified(machine);
  });

  test('uninstall leaves a broker that was there as it was found', async () => {
    const machine = await boot(packages);
    const before = await contents(machine, ['/etc/mosquitto']);
    const state =
      'systemctl is-active mosquitto; systemctl is-enabled mosquitto; systemctl is-failed mosquitto';
    const serviceBefore = (await machine.run(state)).stdout;
    const installed = await install(machine);
    expect(installed.code, told(installed)).toBe(0);
    const result = await cli(machine, ['uninstall', '--yes']);
    expect(result.code, told(result)).toBe(0);
    expect(differences(before, await contents(machine, ['/etc/mosquitto']))).toBe('');
    expect((await machine.run(state)).stdout).toBe(serviceBefore);
  });

  test('uninstall keeps, and names, a file that was changed since', async () => {
    const machine = await boot(packages);
    const installed = await install(machine);
    expect(installed.code, told(installed)).toBe(0);
    await machine.must('echo "# my note" >> /etc/mosquitto/conf.d/mqtt-setup.conf');
    const result = await cli(machine, ['uninstall', '--yes']);
    expect(result.stdout + result.stderr).toContain('/etc/mosquitto/conf.d/mqtt-setup.conf');
    expect(await machine.read('/etc/mosquitto/conf.d/mqtt-setup.conf')).toContain('# my note');
  });

  test('no network: says so, and nothing was written', async () => {
    host = await bootHost({ release: 'bookworm', init: 'systemd', network: 'none' });
    const before = await contents(host, ['/etc/mosquitto', '/etc/mqtt-setup']);
    const result = await install(host);
    expect([1, 69], told(result)).toContain(result.code);
    expect(differences(before, await contents(host, ['/etc/mosquitto', '/etc/mqtt-setup']))).toBe('');
  });

  test('without IPv6 the broker works on IPv4', async () => {
    const machine = await boot(packages);
    await machine.must('echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6');
    const result = await install(machine);
    expect(result.code, told(result)).toBe(0);
    await expectVerified(machine);
    const report = json(verifyJson, await cli(machine, ['verify', '--json']));
    expect(failures(report)).toEqual([]);
  });
});
