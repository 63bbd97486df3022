import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { cli, install, json, planJson, told } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';

const spec = '/etc/mqtt-setup/broker.yaml';

const unit = '/etc/systemd/system/mosquitto.service.d';

describeHosts('firewall', () => {
  describe.each(['bookworm', 'trixie'] as const)('ufw on %s', (release) => {
    let host: TestHost;

    beforeAll(async () => {
      host = await bootHost({
        release,
        init: 'systemd',
        network: 'none',
        preinstall: ['mosquitto', 'mosquitto-clients', 'openssl', 'ufw'],
      });
      await host.must('ufw allow 22/tcp; ufw --force enable');
    });
    afterAll(async () => host?.stop());

    const rules = () => host.must('ufw status');
    const kernel = () => host.must('iptables -S ufw-user-input');

    test('a firewall that is on is told, and left alone', async () => {
      const run = await install(host, ['--lang', 'en']);
      expect(run.code, told(run)).toBe(0);
      expect(run.stdout).toContain('ufw is on');
      expect(run.stdout).toContain('sudo ufw allow 8883/tcp');
      expect(await rules()).not.toContain('8883');
    });

    test('where it is to, it lets in what others are to reach, and the plan says so', async () => {
      const plan = await cli(host, ['install', '--dry-run', '--firewall', '--lang', 'en']);
      expect(plan.stdout, told(plan)).toContain('ufw 8883/tcp');
      expect(await rules()).not.toContain('8883');

      const run = await cli(host, ['install', '--yes', '--firewall', '--lang', 'en']);
      expect(run.code, told(run)).toBe(0);
      expect(run.stdout).not.toContain('ufw is on');
      expect(await rules()).toMatch(/^8883\/tcp +ALLOW +Anywhere +# mqtt-setup$/m);
      expect(await kernel()).toContain('--dport 8883 -j ACCEPT');
    });

    test('a second run changes nothing', async () => {
      const plan = await cli(host, ['plan', '--lang', 'en']);
      expect(plan.code, told(plan)).toBe(0);
      const run = await cli(host, ['apply', '--yes', '--lang', 'en']);
      expect(run.stdout, told(run)).not.toContain('configure');
    });

    test('a rule that is deleted by hand comes back', async () => {
      await host.must('ufw delete allow 8883/tcp');
      expect((await cli(host, ['plan'])).stdout).toContain('ufw 8883/tcp');
      const run = await cli(host, ['apply', '--yes']);
      expect(run.code, told(run)).toBe(0);
      expect(await rules()).toContain('8883/tcp');
    });

    test('a change that is taken back takes back the port, too', async () => {
      await host.must(`cp ${spec} /root/before.yaml`);
      await host.must(`printf 'listeners:\\n  - port: 8884\\n    tls: own\\n' >> ${spec}`);
      await host.write(`${unit}/later.conf`, '[Service]\nExecStartPre=/bin/false\n');
      await host.must('systemctl daemon-reload');
      const run = await cli(host, ['apply', '--yes']);
      expect(run.code, told(run)).not.toBe(0);
      expect(run.stdout + run.stderr).toContain('ufw 8884/tcp');
      expect(await rules()).toContain('8883/tcp');
      expect(await rules()).not.toContain('8884');
      await host.must(`rm ${unit}/later.conf; systemctl daemon-reload; cp /root/before.yaml ${spec}`);
      await host.must('systemctl restart mosquitto');
    });

    test('what is no longer wanted is shut, and nothing else', async () => {
      await host.must(`sed -i '/^firewall:/d' ${spec}`);
      const run = await cli(host, ['apply', '--yes']);
      expect(run.code, told(run)).toBe(0);
      expect(await rules()).not.toContain('8883');
      expect(await rules()).toContain('22/tcp');
    });

    test('a port that the owner had opened stays theirs; ours goes with uninstall', async () => {
      await host.must('ufw allow 1883/tcp');
      const run = await cli(host, ['install', '--yes', '--firewall']);
      expect(run.code, told(run)).toBe(0);
      expect(await rules()).toContain('8883/tcp');
      const gone = await cli(host, ['uninstall', '--yes']);
      expect(gone.code, told(gone)).toBe(0);
      expect(await rules()).not.toContain('8883');
      expect(await rules()).toContain('1883/tcp');
      expect(await rules()).toContain('22/tcp');
    });
  });

  describe('firewalld on bookworm', () => {
    let host: TestHost;

    beforeAll(async () => {
      host = await bootHost({
        release: 'bookworm',
        init: 'systemd',
        network: 'none',
        preinstall: ['mosquitto', 'mosquitto-clients', 'openssl', 'firewalld', 'netbase'],
      });
      await host.must('systemctl start firewalld');
    });
    afterAll(async () => host?.stop());

    const ports = (...more: string[]) => host.must(['firewall-cmd', ...more, '--list-ports']);

    test('lets in at once and after a reboot, and neither after uninstall', async () => {
      const first = await install(host, ['--lang', 'en']);
      expect(first.code, told(first)).toBe(0);
      expect(first.stdout).toContain('firewalld is on');
      expect(first.stdout).toContain('--add-port=8883/tcp');

      const run = await cli(host, ['install', '--yes', '--firewall']);
      expect(run.code, told(run)).toBe(0);
      expect(await ports()).toBe('1883/tcp 8883/tcp');
      expect(await ports('--permanent')).toBe('1883/tcp 8883/tcp');

      const again = await cli(host, ['apply', '--yes', '--json']);
      expect(json(planJson, again).changes).toEqual([]);

      const gone = await cli(host, ['uninstall', '--yes']);
      expect(gone.code, told(gone)).toBe(0);
      expect([await ports(), await ports('--permanent')]).toEqual(['', '']);
    });
  });

  describe('nftables on trixie', () => {
    let host: TestHost;
    const file = '/etc/nftables.conf';

    beforeAll(async () => {
      host = await bootHost({
        release: 'trixie',
        init: 'systemd',
        network: 'none',
        preinstall: ['mosquitto', 'mosquitto-clients', 'openssl', 'nftables'],
      });
      await host.write(
        file,
        `#!/usr/sbin/nft -f
flush ruleset
table inet filter {
  chain input {
    type filter hook input priority filter; policy drop;
    iif lo accept
    ct state established,related accept
    tcp dport { 22, 1883 } accept
  }
}
`,
      );
      await host.must('systemctl enable --now nftables 2> /dev/null');
    });
    afterAll(async () => host?.stop());

    const rules = () => host.must('nft list ruleset');
    const ours = async () => (await rules()).match(/tcp dport \d+ accept comment "mqtt-setup"/g) ?? [];
    const broken = `${unit}/later.conf`;

    test('one that systemd does not start is told only', async () => {
      const first = await install(host, ['--lang', 'en']);
      expect(first.code, told(first)).toBe(0);
      expect(first.stdout).toContain('nftables is on');
      await host.must(`systemctl stop nftables && nft -f ${file}`);
      const run = await cli(host, ['install', '--yes', '--firewall', '--lang', 'en']);
      expect(run.code, told(run)).toBe(0);
      expect(run.stdout).toContain('sudo nft insert rule inet filter input tcp dport 8883 accept');
      expect(await ours()).toEqual([]);
      await host.must('systemctl start nftables');
    });

    test('gets what it lacks, and no more; a second run has nothing to do', async () => {
      const run = await cli(host, ['apply', '--yes', '--lang', 'en']);
      expect(run.code, told(run)).toBe(0);
      // 1883 is let in by the owner's own file.
      expect(await ours()).toEqual(['tcp dport 8883 accept comment "mqtt-setup"']);
      const again = await cli(host, ['apply', '--yes', '--json']);
      expect(json(planJson, again).changes, told(again)).toEqual([]);
    });

    test.each(['restart', 'reload'])('stays open over a %s of the firewall', async (verb) => {
      await host.must(`systemctl ${verb} nftables`);
      expect(await ours()).toEqual(['tcp dport 8883 accept comment "mqtt-setup"']);
    });

    test('a rule that is flushed by hand comes back', async () => {
      await host.must(`nft -f ${file}`);
      expect(await ours()).toEqual([]);
      const run = await cli(host, ['apply', '--yes']);
      expect(run.code, told(run)).toBe(0);
      expect(await ours()).toHaveLength(1);
    });

    test('a change that is taken back takes back the port, too', async () => {
      await host.must(`cp ${spec} /root/before.yaml`);
      await host.must(`printf 'listeners:\\n  - port: 8884\\n    tls: own\\n' >> ${spec}`);
      await host.write(broken, '[Service]\nExecStartPre=/bin/false\n');
      await host.must('systemctl daemon-reload');
      const before = await rules();
      const run = await cli(host, ['apply', '--yes']);
      expect(run.code, told(run)).not.toBe(0);
      expect(run.stdout + run.stderr).toContain('nftables 8884/tcp');
      expect(await rules()).toBe(before);
      await host.must(`rm ${broken}; systemctl daemon-reload; cp /root/before.yaml ${spec}`);
      await host.must('systemctl restart mosquitto');
    });

    test('goes with uninstall, and nothing of the owner’s', async () => {
      const gone = await cli(host, ['uninstall', '--yes']);
      expect(gone.code, told(gone)).toBe(0);
      expect(await ours()).toEqual([]);
      expect(await rules()).toContain('tcp dport { 22, 1883 } accept');
      expect(
        (await host.run('ls /etc/systemd/system/nftables.service.d /etc/mqtt-setup/firewall')).code,
      ).toBe(2);
      await host.must('systemctl restart nftables');
      expect(await ours()).toEqual([]);
    });
  });
});
