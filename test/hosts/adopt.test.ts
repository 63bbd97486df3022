import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type LivingBroker, livingBrokers } from '../cases/adopt/trees.ts';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { cli, failures, json, told, verify } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import type { Release } from '../helpers/host-tree.ts';
import { releasesInTurn } from '../helpers/turns.ts';

const releases: readonly Release[] = ['bookworm', 'trixie', 'forky'];

const adoptJson = z.object({
  ok: z.literal(true),
  lines: z.array(z.object({ file: z.string(), line: z.number(), text: z.string(), verdict: z.string() })),
  spec: z.string(),
  same: z.boolean().nullable(),
  differences: z.array(z.unknown()),
  asked: z.object({ questions: z.number() }).nullable(),
});

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Everything below /etc/mosquitto: bytes, owner, mode. */
const everything =
  'cd /etc/mosquitto && find . -type f | LC_ALL=C sort | xargs -d "\\n" sha256sum && find . -type f -printf "%p %u:%g %m\\n" | LC_ALL=C sort';

/** What is there of mqtt-setup. */
const ours = 'find /etc/mqtt-setup /var/lib/mqtt-setup 2>/dev/null; true';

async function setUp(host: TestHost, broker: LivingBroker): Promise<void> {
  const main = await host.read('/etc/mosquitto/mosquitto.conf');
  for (const [path, text] of Object.entries(broker.files)) {
    if (text !== '{main}') await host.write(path, text.replace('{main}', main));
  }
  const { file, users } = broker.passwords;
  await host.must(
    Object.entries(users)
      .map(
        ([name, password], index) =>
          `mosquitto_passwd ${index === 0 ? '-c ' : ''}-b ${file} ${name} ${quoted(password)}`,
      )
      .join('\n'),
  );
  await host.must(
    `chown mosquitto: ${file}; chmod 600 ${file}; ${broker.prepare ?? 'true'}; systemctl restart mosquitto`,
  );
}

/** What the living broker lets people do, by delivery: an all-knowing reader is not needed, each asks for itself. */
async function rightsOf(host: TestHost, broker: LivingBroker): Promise<LivingBroker['rights']> {
  const asked = await Promise.all(
    broker.rights.map(async ([user, topic]) => {
      const who = user === null ? '' : `-u ${user} -P ${quoted(broker.passwords.users[user] ?? '')}`;
      const options = `-h 127.0.0.1 -p 1883 ${who} -V 5 -t ${quoted(topic)}`;
      const published = await host.run(`timeout 5 mosquitto_pub ${options} -q 1 -m probe`);
      const mayPublish = published.code === 0 && published.stderr.trim() === '';
      return [user, topic, mayPublish] as const;
    }),
  );
  // Reading is asked of the password-less question alone: who may log in and gets a retained message, may read.
  const read = await host.run(readScript(broker));
  const lines = new Set(read.stdout.split('\n'));
  return asked.map(([user, topic, publish]) => [user, topic, publish, lines.has(`${user ?? '-'} ${topic}`)]);
}

/** The broker's own root of trust is its configuration, so the messages are put there by a second broker's database. */
function readScript(broker: LivingBroker): string {
  const asks = broker.rights.map(([user, topic]) => {
    const who = user === null ? '' : `-u ${user} -P ${quoted(broker.passwords.users[user] ?? '')}`;
    return `timeout 4 mosquitto_sub -h 127.0.0.1 -p 1883 ${who} -t ${quoted(topic)} -C 1 -W 1 >/dev/null 2>&1 && echo ${quoted(`${user ?? '-'} ${topic}`)}`;
  });
  return `${asks.map((ask) => `(${ask}) &`).join('\n')}\nwait`;
}

/** Retained messages on every topic that will be asked for: written while nobody is kept from it. */
async function seed(host: TestHost, broker: LivingBroker): Promise<void> {
  const topics = [...new Set(broker.rights.map(([, topic]) => topic))];
  await host.must('systemctl stop mosquitto');
  await host.write(
    '/tmp/seed.conf',
    'listener 1999 127.0.0.1\nallow_anonymous true\npersistence true\npersistence_location /var/lib/mosquitto/\n',
  );
  await host.must(
    [
      'mosquitto -c /tmp/seed.conf > /tmp/seed.log 2>&1 & pid=$!',
      'for i in $(seq 100); do grep -q running /tmp/seed.log && break; sleep 0.1; done',
      ...topics.map((topic) => `mosquitto_pub -h 127.0.0.1 -p 1999 -t ${quoted(topic)} -m seeded -r -q 1`),
      'sleep 0.3; kill $pid; wait $pid; true',
    ].join('\n'),
  );
  await host.must('chown mosquitto: /var/lib/mosquitto/mosquitto.db; systemctl start mosquitto');
}

describeHosts('adopt', () => {
  describe.each(releasesInTurn(releases, 0))('%s', (release) => {
    describe.each(livingBrokers)('$name', (broker) => {
      let host: TestHost;
      let before = '';
      beforeAll(async () => {
        host = await bootHost({
          release,
          init: 'systemd',
          network: 'none',
          preinstall: ['mosquitto', 'mosquitto-clients'],
        });
        await setUp(host, broker);
        await seed(host, broker);
        before = await host.must(everything);
      });
      afterAll(async () => host?.stop());

      test('lets people do what the case says, before', async () => {
        expect(await rightsOf(host, broker)).toEqual(broker.rights);
      });

      test('shows every line, finds no difference, and touches nothing', async () => {
        const pid = await host.must('pidof mosquitto');
        const shown = json(adoptJson, await cli(host, ['adopt', '--json']));
        expect(shown.lines.filter(({ verdict }) => verdict === 'refused')).toEqual([]);
        expect(shown).toMatchObject({ same: true, differences: [] });
        expect(shown.asked?.questions).toBeGreaterThan(50);
        const whole = JSON.stringify(shown);
        for (const secret of [...Object.values(broker.passwords.users), 'geheim'])
          expect(whole).not.toContain(secret);
        expect(await host.must(everything)).toBe(before);
        expect(await host.must('pidof mosquitto')).toBe(pid);
        expect(await host.must(ours)).toBe('');
      });

      test('takes it over with --write, and the same people may do the same things', async () => {
        const done = await cli(host, ['adopt', '--write', '--yes']);
        expect(done.code, told(done)).toBe(0);
        expect(await rightsOf(host, broker)).toEqual(broker.rights);
        expect(failures((await verify(host)).report)).toEqual([]);
        const files = await host.must('ls /etc/mosquitto/conf.d');
        expect(files.split('\n').filter((name) => name.endsWith('.conf'))).toEqual(
          ['mqtt-setup.conf', ...broker.staying.map((path) => path.split('/').at(-1) ?? '')].toSorted(),
        );
      });

      test('then nothing is left to do, and adopt says that it is managed', async () => {
        const again = await cli(host, ['apply', '--dry-run', '--detailed-exitcode']);
        expect(again.code, told(again)).toBe(0);
        expect((await cli(host, ['adopt'])).code).toBe(78);
      });

      test('a reboot changes nothing', async () => {
        await host.reboot();
        expect(await rightsOf(host, broker)).toEqual(broker.rights);
      });

      test('uninstall puts every file back as it was, and the broker runs as it did', async () => {
        const gone = await cli(host, ['uninstall', '--yes']);
        expect(gone.code, told(gone)).toBe(0);
        expect(await host.must(everything)).toBe(before);
        expect(await rightsOf(host, broker)).toEqual(broker.rights);
        expect(await host.must(ours)).toBe('');
      });
    });
  });
});
