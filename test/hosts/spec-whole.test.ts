import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { applyJson, cli, failures, json, program, verify } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import type { Release } from '../helpers/host-tree.ts';
import { releasesInTurn } from '../helpers/turns.ts';

/** Everything that each release can do. */
const whole = `version: 1
profile: lan
listeners:
  - { name: mqtt, port: 1883, bind: all, max_connections: 200, max_topic_alias: 20 }
  - { name: card, port: 1884, interface: lo, family: ipv4, max_qos: 1 }
  - { name: web, protocol: websockets, port: 9001, bind: loopback }
  - { name: wide, protocol: websockets, port: 9002, bind: all }
  - { name: pipe, socket: /run/mosquitto/mqtt.sock }
  - { name: garden, port: 1885, bind: loopback, mount_point: garden/ }
roles:
  sensor: { publish: ['weather/{user}/#'], deny: ['weather/{user}/secret'] }
everyone: { subscribe: [public/#], publish: ['clients/{client}/state'] }
anonymous: { subscribe: [public/#] }
persistence: { autosave: 15 min }
limits: { packet_size: 1 MiB, queued_messages: none, keepalive: 10 min, memory: 256 MiB, session_expiry: 36 h }
log: { to: [journal], types: [error, warning, notice, information], timestamps: '%H:%M:%S' }
sys_interval: 5s
bridges:
  - name: twin
    remote: 127.0.0.1:1884
    topics: [{ filter: 'far/#', direction: out, qos: 1, local_prefix: 'out/', remote_prefix: 'in/' }]
    username: twin
    password_file: /etc/mqtt-setup/twin.secret
extra: [upgrade_outgoing_qos true]
`;

const releases: readonly Release[] = ['bookworm', 'trixie', 'forky'];

describeHosts('a machine with all that broker.yaml can say', () => {
  describe.each(releasesInTurn(releases, 2))('%s', (release) => {
    let host: TestHost;
    beforeAll(async () => {
      host = await bootHost({
        release,
        init: 'systemd',
        network: 'none',
        preinstall: ['mosquitto', 'mosquitto-clients'],
      });
    });
    afterAll(async () => host?.stop());

    /** The other end of the bridge is nobody's. */
    const failed = async (): Promise<string[]> =>
      failures((await verify(host)).report).filter((one) => !one.startsWith('connect.bridges:'));
    const us = program.join(' ');

    test('is installed, verified, and a second run changes nothing', async () => {
      await host.must('mkdir -p /etc/mqtt-setup && chmod 755 /etc/mqtt-setup');
      await host.write('/etc/mqtt-setup/broker.yaml', whole);
      await host.must("umask 077; echo 'twin pass word 1' > /etc/mqtt-setup/twin.secret");
      const done = json(applyJson, await cli(host, ['install', '--yes', '--json']));
      expect(done.ok, JSON.stringify(done)).toBe(true);
      expect(await failed()).toEqual([]);
      const again = json(applyJson, await cli(host, ['install', '--yes', '--json']));
      expect(again).toMatchObject({ changes: [], restarted: false, reloaded: false });
    });

    test('keeps the bridge’s password from others', async () => {
      expect(await host.must('stat -c "%U:%G %a" /etc/mosquitto/conf.d/mqtt-setup.conf')).toBe(
        'root:mosquitto 640',
      );
      const plan = await host.run(`sed -i s/qos:.1/qos:\\ 2/ /etc/mqtt-setup/broker.yaml && ${us} plan`);
      expect(plan.stdout).toContain('topic far/# out 2 out/ in/');
      expect(plan.stdout).not.toContain('twin pass word');
    });

    test('an account changes without a restart, and a reboot changes nothing', async () => {
      await host.must('sed -i s/qos:.2/qos:\\ 1/ /etc/mqtt-setup/broker.yaml');
      const pid = await host.must('pidof mosquitto');
      await host.must(`${us} add-user roof --role sensor --generate --json`);
      await host.must(
        `${us} add-user twin --role both --topic in/# --password-file /etc/mqtt-setup/twin.secret`,
      );
      expect(await host.must('pidof mosquitto')).toBe(pid);
      await host.reboot();
      const found = await failed();
      expect(found, await host.must('journalctl -b -u mosquitto')).toEqual([]);
    });

    test('the bridge carries messages, over its own way into the broker', async () => {
      const far = "mosquitto_sub -h 127.0.0.1 -u twin -P 'twin pass word 1' -t in/far/x -C 1 -W 10";
      const near = `sleep 1; ${us} add-user near --role publisher --topic out/# --password-file <(echo 'near pass word 1') > /dev/null 2>&1; mosquitto_pub -h 127.0.0.1 -u near -P 'near pass word 1' -t out/far/x -m carried -r -q 1`;
      const read = await host.must(`(${near}) & ${far}; wait`);
      expect(read).toContain('carried');
    });

    test('the log is in the journal', async () => {
      expect(await host.must('journalctl -u mosquitto -o cat')).toMatch(/mosquitto version \S+ running/);
    });

    test('a broker that systemd had to start again is told of, until somebody restarts it', async () => {
      const pid = await host.must('pidof mosquitto');
      await host.must(`kill -9 ${pid}`);
      await expect
        .poll(failed, { timeout: 30_000, interval: 500 })
        .toEqual([expect.stringMatching(/^service\.restarts: /)]);
      await host.must(`${us} restart`);
      expect(await failed()).toEqual([]);
    });
  });
});
