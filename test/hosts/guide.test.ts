import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { cli, failures, json, planJson, told, verify } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';

const spec = '/etc/mqtt-setup/broker.yaml';

/** All that the tutorial has a chapter for: certificates of clients, websockets, people of access tests, a bridge. */
const rich = `version: 1
profile: lan
listeners:
  - name: mqtt
    port: 1883
    bind: loopback
  - name: mqtts
    port: 8883
    tls: own
  - name: devices
    port: 8884
    tls: { clients: identity }
  - name: web
    port: 9001
    protocol: websockets
limits:
  inflight_messages: 30
bridges:
  - name: cloud
    remote: 127.0.0.1:18831
    username: us
    password_file: /root/cloud.secret
    topics:
      - { filter: 'weather/#', direction: out, qos: 1 }
tests:
  - anonymous cannot connect
  - roof can publish weather/roof
  - roof cannot read weather/roof
`;

const people = [
  { name: 'owner', roles: ['both'], topics: ['#'], since: '2026-11-27' },
  { name: 'roof', roles: ['publisher'], topics: ['weather/roof'], since: '2026-11-27' },
];

describeHosts('the tutorial as a script', () => {
  describe.each([
    { release: 'bookworm', lang: 'en', is: 'rich' },
    { release: 'trixie', lang: 'fr', is: 'plain' },
    { release: 'forky', lang: 'en', is: 'plain' },
  ] as const)('$is, in $lang, on $release', ({ release, lang, is }) => {
    let host: TestHost;

    beforeAll(async () => {
      host = await bootHost({ release, init: 'systemd', network: 'apt' });
      if (is === 'plain') return;
      await host.write('/root/cloud.secret', 'not to be seen\n');
      await host.must('chmod 600 /root/cloud.secret');
      await host.must('install -d -m 755 /etc/mqtt-setup');
      await host.write(spec, rich);
      await host.write(
        '/etc/mqtt-setup/accounts.jsonl',
        people.map((one) => `${JSON.stringify(one)}\n`).join(''),
      );
    });
    afterAll(async () => host?.stop());

    test('makes on a bare machine what install makes: verify is green, plan has nothing to do', async () => {
      const bare = await cli(host, ['lesson', '--lang', lang]);
      expect(bare.code, told(bare)).toBe(1);
      expect(bare.stdout).toContain('1. Install');
      expect(bare.stdout).not.toContain('✔');
      const written = await cli(host, [
        'guide',
        '--format',
        'script',
        '--out',
        '/root/guide.sh',
        '--lang',
        lang,
      ]);
      expect(written.code, told(written)).toBe(0);
      const script = await host.read('/root/guide.sh');
      expect(script).not.toContain('not to be seen');
      expect(script).toContain('sudo apt install -y');
      if (is === 'rich') await host.must('rm -r /etc/mqtt-setup');
      const ran = await host.run(
        'cd / && env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin sh /root/guide.sh < /dev/null',
        {
          timeoutMs: 300_000,
        },
      );
      expect(ran.code, told(ran)).toBe(0);
      // Printed, since there was no terminal to ask in.
      const [, password = ''] = /^owner:([1-9A-HJ-NP-Za-km-z]{24}) {2}/m.exec(ran.stdout) ?? [];
      await host.write('/root/pw/mosquitto_pub', `-u owner\n-P ${password}\n`);
      const sent = await host.run('mosquitto_pub -h 127.0.0.1 -t try/x -q 1 -m y', {
        env: { XDG_CONFIG_HOME: '/root/pw' },
      });
      expect(sent.code, told(sent)).toBe(0);
      // Nothing of keys or passwords stays behind.
      expect(await host.must('ls /tmp | grep -v systemd-private; true')).toBe('');
      expect(await host.must('stat -c "%a %U" /etc/mosquitto/mqtt-setup.passwd')).toBe('600 mosquitto');

      const lesson = await cli(host, ['lesson', '--json']);
      expect(JSON.parse(lesson.stdout), told(lesson)).toMatchObject({
        steps: [1, 2, 3, 4, 5, 6]
          .map((number) => ({ number, done: true }))
          .concat({ number: 7, done: is === 'plain' }),
      });

      const plan = await cli(host, ['plan', '--json']);
      expect(json(planJson, plan).changes, told(plan)).toEqual([]);
      const { report } = await verify(host);
      // The bridge of the rich one leads to nobody.
      expect(failures(report).filter((text) => !text.startsWith('connect.bridges'))).toEqual([]);
    });

    test('and mqtt-setup takes it from there', async () => {
      const taken = await cli(host, ['apply', '--yes', '--json']);
      expect(taken.code, told(taken)).toBe(0);
      const applied = await cli(host, [
        'add-user',
        'late',
        '--generate',
        '--topic',
        'late/#',
        '--yes',
        '--json',
      ]);
      expect(applied.code, told(applied)).toBe(0);
      const gone = await cli(host, ['uninstall', '--yes']);
      expect(gone.code, told(gone)).toBe(0);
      expect(
        await host.must(
          'ls /etc/mqtt-setup /etc/mosquitto/conf.d /etc/systemd/system 2>/dev/null | grep -c mqtt-setup; true',
        ),
      ).toBe('0');
    });
  });
});
