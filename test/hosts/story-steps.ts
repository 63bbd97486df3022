import { expect } from 'vitest';
import type { TestHost } from '../helpers/host.ts';
import { brokers, mayLogIn, mosquitto, publish, retained } from '../helpers/host-broker.ts';
import {
  applyJson,
  cli,
  failures,
  install,
  installArgs,
  json,
  owner,
  planJson,
  program,
  told,
  usersJson,
  verify,
  verifyJson,
} from '../helpers/host-cli.ts';
import { differences, ownedFiles, snapshot, wholeMachine } from '../helpers/host-snapshot.ts';
import { spyOn } from '../helpers/host-spy.ts';
import type { Init } from '../helpers/host-tree.ts';

/** One thing that an owner does with a broker, and what must be true then. */
export interface Step {
  name: string;
  /** Only on hosts with these inits; default all. */
  only?: readonly Init[];
  /** Nothing that comes later makes sense without it. */
  essential?: true;
  run(host: TestHost): Promise<void>;
}

const sensor = { name: 'capteur', password: 'Sonde-aussen-17' };
const reader = { name: 'lecteur', password: 'Lesend-innen-18' };
const renewed = { name: 'lecteur', password: 'Lesend-innen-19' };

/** From a bare machine to a broker in daily use and back, in this order on one machine. */
export const story: readonly Step[] = [
  {
    name: 'a dry run changes nothing',
    async run(host) {
      const before = await snapshot(host, wholeMachine);
      const result = await install(host, ['--dry-run']);
      expect(result.code, told(result)).toBe(0);
      expect(differences(before, await snapshot(host, wholeMachine))).toBe('');
    },
  },
  {
    name: 'install ends with a verified broker, and no process ever shows the password',
    essential: true,
    async run(host) {
      const seen = await spyOn(host, [owner.password], async () => {
        const result = await install(host);
        expect(result.code, told(result)).toBe(0);
        expect(result.stdout + result.stderr).not.toContain(owner.password);
      });
      expect([...seen.leaks]).toEqual([]);
      expect([...seen.commands].some((command) => command.includes('mosquitto'))).toBe(true);
      expect(await brokers(host)).toHaveLength(1);
      await expectVerified(host);
    },
  },
  {
    name: 'the password is in no file and no log',
    async run(host) {
      await expectNowhere(host, owner.password);
    },
  },
  {
    name: 'a second install changes nothing: not a byte, not a time, not the process',
    async run(host) {
      const broker = await brokers(host);
      const before = await ownedFiles(host);
      const result = await install(host, ['--json']);
      expect(result.code, told(result)).toBe(0);
      const report = json(applyJson, result);
      const { ok, changes, restarted, reloaded } = report;
      expect({ ok, changes, restarted, reloaded }).toEqual({
        ok: true,
        changes: [],
        restarted: false,
        reloaded: false,
      });
      expect(failures(report.verify)).toEqual([]);
      expect(await brokers(host)).toEqual(broker);
      expect(differences(before, await ownedFiles(host))).toBe('');
    },
  },
  {
    name: 'apply and plan find nothing to do',
    async run(host) {
      const before = await ownedFiles(host);
      for (const args of [
        ['apply', '--yes', '--json'],
        ['plan', '--json'],
      ]) {
        const result = await cli(host, args);
        expect(result.code, told(result)).toBe(0);
        expect(json(planJson, result).changes).toEqual([]);
      }
      expect(differences(before, await ownedFiles(host))).toBe('');
    },
  },
  {
    name: 'the owner logs in and a message passes; a wrong password and no password are refused',
    async run(host) {
      expect(await publish(host, owner, 'maison/salon', 'bonjour')).toMatchObject({ code: 0 });
      expect(await retained(host, owner, 'maison/salon')).toBe('bonjour');
      expect(await mayLogIn(host, { name: owner.name, password: 'wrong' })).toBe(false);
      expect((await host.run('mosquitto_pub -h 127.0.0.1 -t a -m b')).code).not.toBe(0);
    },
  },
  {
    name: 'add-user: each account can do what its role and topics say, at once and without a restart',
    async run(host) {
      const broker = await brokers(host);
      await change(
        host,
        ['add-user', sensor.name, '--role', 'publisher', '--topic', 'meteo/toit/#'],
        sensor.password,
      );
      await change(
        host,
        ['add-user', reader.name, '--role', 'subscriber', '--topic', 'meteo/#'],
        reader.password,
      );
      expect(await brokers(host)).toEqual(broker);
      await publish(host, sensor, 'meteo/toit/temp', '21');
      expect(await retained(host, reader, 'meteo/toit/temp')).toBe('21');
      await publish(host, sensor, 'maison/cave', 'intrus');
      await publish(host, reader, 'meteo/faux', 'intrus');
      expect(await retained(host, owner, 'maison/cave')).toBeNull();
      expect(await retained(host, owner, 'meteo/faux')).toBeNull();
      expect(await retained(host, reader, 'maison/salon')).toBeNull();
      await expectVerified(host);
    },
  },
  {
    name: 'list-users names them, and no password or hash',
    async run(host) {
      const result = await cli(host, ['list-users', '--json']);
      expect(result.code, told(result)).toBe(0);
      const names = json(usersJson, result).users.map((user) => user.name);
      expect(names.toSorted()).toEqual([owner.name, sensor.name, reader.name].toSorted());
      expect(result.stdout).not.toContain('$7$');
    },
  },
  {
    name: 'set-password: the new one works at once, the old one does not',
    async run(host) {
      await change(host, ['set-password', reader.name], renewed.password);
      expect(await mayLogIn(host, renewed)).toBe(true);
      expect(await mayLogIn(host, reader)).toBe(false);
    },
  },
  {
    name: 'remove-user disconnects the user who is connected, and nobody else',
    async run(host) {
      const stays = mosquitto(host, 'mosquitto_sub', owner, ['-t', 'fin', '-C', '1', '-W', '20']);
      const leaves = mosquitto(host, 'mosquitto_sub', renewed, ['-t', 'meteo/jamais', '-W', '20']);
      await host.run('sleep 0.5');
      await change(host, ['remove-user', reader.name], '');
      // 27 would be mosquitto_sub's own time-out: still connected after 20 s.
      expect((await leaves).code).not.toBe(27);
      expect(await mayLogIn(host, renewed)).toBe(false);
      await publish(host, owner, 'fin', 'fini');
      expect(await stays).toMatchObject({ code: 0, stdout: 'fini\n' });
    },
  },
  {
    name: 'remove-user and add-user, a second time, say so and change nothing',
    async run(host) {
      const before = await ownedFiles(host);
      const gone = await cli(host, ['remove-user', reader.name, '--yes']);
      expect(gone.stdout + gone.stderr).toContain(reader.name);
      expect(differences(before, await ownedFiles(host))).toBe('');
    },
  },
  {
    name: 'an ordinary user verifies from outside with a password of the owner',
    async run(host) {
      await host.must('id -u passant || useradd -m passant');
      const remote = [
        'verify',
        '-h',
        '127.0.0.1',
        '-p',
        '1883',
        '-u',
        owner.name,
        '--password-file',
        '-',
        '--json',
      ];
      const result = await cli(host, remote, { user: 'passant', input: `${owner.password}\n` });
      expect(result.code, told(result)).toBe(0);
      expect(json(verifyJson, result).ok).toBe(true);
      const wrong = await cli(host, remote, { user: 'passant', input: 'wrong\n' });
      expect(wrong.code, told(wrong)).toBe(1);
    },
  },
  {
    name: 'an ordinary user who wants to install is shown the command',
    async run(host) {
      const before = await ownedFiles(host);
      const result = await install(host, [], { user: 'passant' });
      expect(result.code, told(result)).toBe(77);
      expect(result.stderr).toContain(installArgs.join(' '));
      expect(differences(before, await ownedFiles(host))).toBe('');
    },
  },
  {
    name: 'stop, start, restart, status and logs',
    async run(host) {
      for (const [verb, running] of [
        ['stop', 0],
        ['stop', 0],
        ['start', 1],
        ['start', 1],
        ['restart', 1],
      ] as const) {
        const result = await cli(host, [verb]);
        expect(result.code, `${verb}: ${told(result)}`).toBe(0);
        expect(await brokers(host), verb).toHaveLength(running);
      }
      for (const verb of ['status', 'logs']) {
        const result = await cli(host, [verb]);
        expect(result.code, `${verb}: ${told(result)}`).toBe(0);
      }
      await expectVerified(host);
    },
  },
  {
    name: 'a reboot of the machine, and everything is as it was',
    async run(host) {
      const before = await brokers(host);
      await host.reboot();
      // Debian's sysv script needs /run/mosquitto, which nothing makes at boot.
      if (host.kind.init !== 'systemd') expect((await cli(host, ['start'])).code).toBe(0);
      await waitForBroker(host);
      expect(await brokers(host)).not.toEqual(before);
      await expectVerified(host);
      expect(await mayLogIn(host, owner)).toBe(true);
      const again = await install(host, ['--json']);
      expect(json(applyJson, again).changes, told(again)).toEqual([]);
    },
  },
  {
    name: 'a log that grows for ever is said so, and rotated where broker.yaml says it',
    only: ['systemd'],
    async run(host) {
      const note = await cli(host, ['plan']);
      expect(note.stderr).toContain('logrotate is not installed');
      await host.must("echo 'log: { rotate: true }' >> /etc/mqtt-setup/broker.yaml");
      const done = await cli(host, ['apply', '--yes']);
      expect(done.code, told(done)).toBe(0);
      await host.must(
        'logrotate --force /etc/logrotate.d/mosquitto && test -e /var/log/mosquitto/mosquitto.log.1*',
      );
      await expectVerified(host);
      expect((await cli(host, ['plan'])).stderr).not.toContain('logrotate is not installed');
    },
  },
  {
    name: 'uninstall takes away what was written and keeps the package; --purge takes that too',
    async run(host) {
      const result = await cli(host, ['uninstall', '--yes']);
      expect(result.code, told(result)).toBe(0);
      for (const path of ['conf.d/mqtt-setup.conf', 'mqtt-setup.passwd', 'mqtt-setup.acl']) {
        expect((await host.run(['test', '-e', `/etc/mosquitto/${path}`])).code, path).toBe(1);
      }
      expect((await host.run('dpkg-query -W mosquitto')).code).toBe(0);
      const again = await cli(host, ['uninstall', '--yes']);
      expect(again.code, told(again)).toBe(0);
      expect((await install(host)).code).toBe(0);
      const purge = await cli(host, ['uninstall', '--yes', '--purge']);
      expect(purge.code, told(purge)).toBe(0);
      expect((await host.run('test -x /usr/sbin/mosquitto')).code).toBe(1);
      expect(await brokers(host)).toEqual([]);
    },
  },
  {
    name: 'and the whole way once more, from what is left',
    async run(host) {
      const result = await install(host);
      expect(result.code, told(result)).toBe(0);
      await expectVerified(host);
      expect(await mayLogIn(host, owner)).toBe(true);
    },
  },
];

async function change(host: TestHost, args: readonly string[], password: string): Promise<void> {
  const from = password === '' ? [] : ['--password-file', '-'];
  const result = await host.run([...program, ...args, '--yes', ...from], { input: `${password}\n` });
  expect(result.code, told(result)).toBe(0);
}

export async function expectVerified(host: TestHost): Promise<void> {
  const { code, report } = await verify(host);
  expect(failures(report)).toEqual([]);
  expect(report.ok).toBe(true);
  expect(code).toBe(0);
}

/** After a boot the init may still be starting it. */
async function waitForBroker(host: TestHost): Promise<void> {
  const answer =
    'for i in $(seq 100); do (: > /dev/tcp/127.0.0.1/1883) 2>/dev/null && exit 0; sleep 0.1; done; exit 1';
  expect((await host.run(answer)).code, 'a broker listens within 10 s').toBe(0);
}

async function expectNowhere(host: TestHost, secret: string): Promise<void> {
  const places = '/etc /var /run /tmp /root /home /opt';
  const found = await host.run(`grep -rlFf - --devices=skip ${places} 2>/dev/null`, { input: secret });
  expect(found.stdout).toBe('');
  const journal = await host.run('journalctl --no-pager 2>/dev/null | grep -Fcf <(cat)', { input: secret });
  expect(journal.stdout.trim() === '' || journal.stdout.trim() === '0').toBe(true);
}
