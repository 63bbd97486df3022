import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { restartUnit } from '../helpers/host-broker.ts';
import { cli, install, json, told } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';

const auditJson = z.object({
  ok: z.boolean(),
  score: z.number(),
  deductions: z.array(z.object({ id: z.string(), points: z.number() })),
  checks: z.array(z.object({ id: z.string(), status: z.string(), severity: z.string().nullable() })),
});

/** As the usual tutorial has it. */
const tutorial = '/etc/mosquitto/conf.d/default.conf';

/** What somebody may do to a broker, and the finding that must name it. The last words undo it. */
const deeds: readonly [id: string, severity: string, doing: string, undoing: string][] = [
  [
    'access.all-topics',
    'high',
    `echo "pattern readwrite #" >> /etc/mosquitto/mqtt-setup.acl; ${restartUnit}`,
    `sed -i '$d' /etc/mosquitto/mqtt-setup.acl; ${restartUnit}`,
  ],
  [
    'access.nobody-let-in',
    'critical',
    `echo "allow_anonymous true" > /etc/mosquitto/conf.d/zz.conf; ${restartUnit}`,
    `rm /etc/mosquitto/conf.d/zz.conf; ${restartUnit}`,
  ],
  [
    'service.changed',
    'high',
    'sleep 1.1; echo "# later" > /etc/mosquitto/conf.d/zz.conf',
    'rm /etc/mosquitto/conf.d/zz.conf',
  ],
  [
    'files.copies',
    'high',
    'install -m 644 /etc/mosquitto/mqtt-setup.passwd /etc/mosquitto/passwd.bak',
    'rm /etc/mosquitto/passwd.bak',
  ],
  [
    'files.waiting',
    'medium',
    'touch /etc/mosquitto/mosquitto.conf.dpkg-dist',
    'rm /etc/mosquitto/mosquitto.conf.dpkg-dist',
  ],
  ['files.repository', 'low', 'mkdir /etc/.git', 'rmdir /etc/.git'],
  [
    'service.exposure',
    'medium',
    'mv /etc/systemd/system/mosquitto.service.d/00-mqtt-setup-sandbox.conf /root/; systemctl daemon-reload',
    'mv /root/00-mqtt-setup-sandbox.conf /etc/systemd/system/mosquitto.service.d/; systemctl daemon-reload',
  ],
  [
    'passwd.plaintext',
    'critical',
    'echo "typed:secret" >> /etc/mosquitto/mqtt-setup.passwd',
    "sed -i '$d' /etc/mosquitto/mqtt-setup.passwd",
  ],
  [
    'file.open-secret',
    'high',
    'chmod 644 /etc/mosquitto/mqtt-setup.passwd',
    'chmod 600 /etc/mosquitto/mqtt-setup.passwd',
  ],
];

describeHosts('audit', () => {
  describe.each(['bookworm', 'forky'] as const)('%s', (release) => {
    let host: TestHost;
    let fresh = 0;

    beforeAll(async () => {
      host = await bootHost({
        release,
        init: 'systemd',
        network: 'none',
        preinstall: ['mosquitto', 'mosquitto-clients'],
      });
    });
    afterAll(async () => host?.stop());

    const look = async () => json(auditJson, await cli(host, ['audit', '--json']));

    test('the usual tutorial scores under 30, and each reason is named', async () => {
      await host.write(tutorial, 'listener 1883\nallow_anonymous true\n');
      await host.must(restartUnit);
      const { score, ok, checks } = await look();
      const failed = checks.filter(({ status }) => status === 'fail' || status === 'warn');
      process.stderr.write(`${release}: the tutorial scores ${score}\n`);
      expect(failed.map(({ id }) => id)).toEqual(
        expect.arrayContaining([
          'access.nobody-let-in',
          'access.no-rules',
          'access.plaintext',
          'service.exposure',
        ]),
      );
      expect(ok).toBe(false);
      expect(score).toBeLessThan(30);
      await host.must(`rm ${tutorial}; ${restartUnit}`);
    });

    test('a fresh install scores at least 90', async () => {
      const done = await install(host);
      expect(done.code, told(done)).toBe(0);
      const found = await look();
      fresh = found.score;
      process.stderr.write(
        `${release}: a fresh install scores ${found.score} (${JSON.stringify(found.deductions)})\n`,
      );
      expect(found.score).toBeGreaterThanOrEqual(90);
      expect(found.checks.filter(({ status }) => status === 'fail')).toEqual([]);
    });

    test.each(deeds)('%s is found (%s)', async (id, severity, doing, undoing) => {
      await host.must(doing);
      const during = await look();
      await host.must(undoing);
      expect(during.checks).toContainEqual(expect.objectContaining({ id, severity }));
      expect(during.score).toBeLessThan(fresh);
    });

    test('and none of it where it is undone', async () => {
      await host.must(restartUnit);
      const { score, checks } = await look();
      expect(checks.filter(({ status }) => status === 'fail')).toEqual([]);
      expect(score).toBe(fresh);
    });

    test('for the internet it scores at least 97', async () => {
      await host.must(
        "cp /etc/mqtt-setup/broker.yaml /root/home.yaml && printf 'version: 1\\nprofile: internet\\n' > /etc/mqtt-setup/broker.yaml",
      );
      const applied = await cli(host, ['apply', '--yes']);
      expect(applied.code, told(applied)).toBe(0);
      const { score, deductions } = await look();
      process.stderr.write(
        `${release}: the profile internet scores ${score} (${JSON.stringify(deductions)})\n`,
      );
      expect(score).toBeGreaterThanOrEqual(97);
      await host.must('cp /root/home.yaml /etc/mqtt-setup/broker.yaml');
      expect((await cli(host, ['apply', '--yes'])).code).toBe(0);
    });

    test('--fix mends what it finds, and the score is back', async () => {
      await host.must('chmod 644 /etc/mosquitto/mqtt-setup.passwd');
      expect((await look()).score).toBeLessThan(fresh);
      expect((await cli(host, ['audit', '--fix'])).code).toBe(64);
      const fixed = await cli(host, ['audit', '--fix', '--yes', '--json']);
      expect(fixed.code, told(fixed)).toBe(0);
      expect(json(auditJson, fixed).score).toBe(fresh);
      expect(await host.must('stat -c %a /etc/mosquitto/mqtt-setup.passwd')).toBe('600');
    });

    test('changes nothing, and tells it in each form', async () => {
      const before = await host.must('find /etc /var/lib -type f -printf "%p %T@ %m\\n" | sort | sha256sum');
      const pretty = await cli(host, ['audit', '--lang', 'fr']);
      expect(pretty.code, told(pretty)).toBe(0);
      expect(pretty.stdout).toMatch(/Note .*\/100/);
      const sarif = await cli(host, ['audit', '--format', 'sarif']);
      expect(JSON.parse(sarif.stdout)).toMatchObject({ version: '2.1.0' });
      expect((await cli(host, ['audit', '--format', 'junit'])).stdout).toContain(
        '<testsuites name="mqtt-setup audit"',
      );
      expect((await cli(host, ['audit', '--format', 'markdown'])).stdout).toMatch(/^# Score \d+\/100/);
      expect((await cli(host, ['audit', '--fail-on', 'low'])).code).toBe(1);
      expect((await cli(host, ['audit', '--fail-on', 'grave'])).code).toBe(64);
      expect(await host.must('find /etc /var/lib -type f -printf "%p %T@ %m\\n" | sort | sha256sum')).toBe(
        before,
      );
    });
  });
});
