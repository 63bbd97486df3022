import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { brokers, mayLogIn, publish, restartUnit, retained } from '../helpers/host-broker.ts';
import { cli, failures, install, owner, program, told, verify } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import { contents, differences } from '../helpers/host-snapshot.ts';
import { releasesInTurn } from '../helpers/turns.ts';

const acl = '/etc/mosquitto/mqtt-setup.acl';
const passwd = '/etc/mosquitto/mqtt-setup.passwd';
const etc = ['/etc/mosquitto', '/etc/mqtt-setup', '/etc/systemd/system'];

/** Every kind of listener, each at a place of its own. */
const caged = `version: 1
listeners:
  - port: 1883
    bind: [127.0.0.1]
  - port: 9001
    protocol: websockets
    bind: loopback
  - socket: /srv/mqtt/mqtt.sock
`;

/** Somebody who may log in and may do nothing: what gets through to them is open to all. */
const stranger = { name: 'stranger', password: 'A stranger’s word 17' };

describeHosts('what is added to the unit', () => {
  describe.each(releasesInTurn(['bookworm', 'trixie', 'forky'] as const, 0))('%s', (release) => {
    let host: TestHost;
    let asFound: string[];

    beforeAll(async () => {
      host = await bootHost({
        release,
        init: 'systemd',
        network: 'none',
        preinstall: ['mosquitto', 'mosquitto-clients', 'logrotate'],
      });
      asFound = await contents(host, etc);
      const done = await install(host);
      expect(done.code, told(done)).toBe(0);
      const added = await cli(host, ['add-user', stranger.name, '--password-file', '-', '--yes'], {
        input: `${stranger.password}\n`,
      });
      expect(added.code, told(added)).toBe(0);
    });
    afterAll(async () => host?.stop());

    const reload = () => host.run('systemctl reload mosquitto');

    /** By delivery: a retained message that somebody without rights can neither leave nor read. */
    async function isClosed(): Promise<boolean> {
      const folder = `/root/clients/${stranger.name}`;
      expect(await mayLogIn(host, stranger)).toBe(true);
      const run = (words: string) => host.run(words, { env: { XDG_CONFIG_HOME: folder } });
      await run('mosquitto_pub -q 1 -r -t guard/x -m open');
      const read = await run('mosquitto_sub -t guard/x -C 1 -W 1');
      return read.stdout === '';
    }

    async function unmoved(what: () => Promise<void>): Promise<void> {
      const before = await brokers(host);
      await what();
      expect(await brokers(host)).toEqual(before);
      expect((await host.run('systemctl is-active mosquitto')).stdout.trim()).toBe('active');
    }

    test('lets through what was proven, quickly and without this program', async () => {
      await unmoved(async () => {
        await host.must('mv /opt/mqtt-setup /opt/elsewhere');
        const result = await reload();
        await host.must('mv /opt/elsewhere /opt/mqtt-setup');
        expect(result.code, told(result)).toBe(0);
      });
      expect(await isClosed()).toBe(true);
    });

    test.each<[string, string, string]>([
      ['an ACL line that is none', acl, 'echo "topic sometimes home/#" >> '],
      ['an ACL file that the broker may not read', acl, 'chown root:root '],
      ['an ACL file that is gone', acl, 'rm '],
      ['a password line that is torn', passwd, "printf 'torn:$7$10' >> "],
      ['everybody is let in', '/etc/mosquitto/conf.d/zz.conf', 'echo "allow_anonymous true" > '],
    ])('refuses %s, and the broker goes on as it is', async (_name, path, damage) => {
      await host.must(`cp -a ${path} /root/kept 2>/dev/null || true; ${damage}${path}`);
      const before = await brokers(host);
      const result = await reload();
      const closed = await isClosed();
      const after = await brokers(host);
      const journal = await host.must('journalctl --sync; journalctl -u mosquitto -n 40 -o cat --no-pager');
      await host.must(
        `if [ -e /root/kept ]; then cp -a /root/kept ${path}; rm /root/kept; else rm ${path}; fi`,
      );
      const again = await reload();
      expect(result.code, told(result)).not.toBe(0);
      expect(closed).toBe(true);
      expect(after).toEqual(before);
      expect(journal).toContain('mqtt-setup: not reloaded');
      expect(again.code, told(again)).toBe(0);
      expect(await isClosed()).toBe(true);
    });

    test('lets through what stands the trial: a user added with mosquitto_passwd', async () => {
      await host.must(`cp -a ${passwd} /root/kept`);
      await host.must(`mosquitto_passwd -b ${passwd} byhand "By hand 4711"; chown mosquitto: ${passwd}`);
      await unmoved(async () => {
        const result = await reload();
        expect(result.code, told(result)).toBe(0);
      });
      expect(await mayLogIn(host, { name: 'byhand', password: 'By hand 4711' })).toBe(true);
      await host.must(`cp -a /root/kept ${passwd}; rm /root/kept`);
      expect((await reload()).code).toBe(0);
    });

    test('says what to do where this program is gone and the files have changed', async () => {
      await host.must(`cp -a ${acl} /root/kept; echo "# x" >> ${acl}; mv /opt/mqtt-setup /opt/elsewhere`);
      await unmoved(async () => expect((await reload()).code).not.toBe(0));
      await host.must(`mv /opt/elsewhere /opt/mqtt-setup; cp -a /root/kept ${acl}; rm /root/kept`);
      expect(await host.must('journalctl --sync; journalctl -u mosquitto -n 9 -o cat --no-pager')).toContain(
        'mqtt-setup.mjs is gone',
      );
    });

    test('a change that a power failure cuts off is taken back before the broker starts', async () => {
      const before = await contents(host, etc);
      const run = `${program.join(' ')} install --port 1999 --yes > /dev/null 2>&1 & pid=$!`;
      const swapped = 'grep -q 1999 /etc/mosquitto/conf.d/mqtt-setup.conf';
      await host.run(
        `exec 2>/dev/null; ${run}; while kill -0 $pid && ! ${swapped}; do :; done; kill -9 $pid; wait $pid`,
      );
      expect((await host.run('ls /var/lib/mqtt-setup/journal')).stdout).not.toBe('');
      await host.reboot();
      await host.must(
        'while systemctl is-system-running --wait | grep -q starting; do sleep 0.1; done || true',
      );
      expect(differences(before, await contents(host, etc))).toBe('');
      expect((await host.run('ls /var/lib/mqtt-setup/journal')).code).not.toBe(0);
      expect(await mayLogIn(host, owner)).toBe(true);
      expect(failures((await verify(host, ['--retry-for', '5s'])).report)).toEqual([]);
    });

    test('nobody confirms: it goes back, by the timer, or when the machine starts anew', async () => {
      const before = await contents(host, ['/etc/mosquitto', '/etc/mqtt-setup']);
      const edit = "sed -i 's/^profile: lan/profile: lan\\nsys_interval: 7s/' /etc/mqtt-setup/broker.yaml";
      await host.must(edit);
      const timed = await cli(host, ['apply', '--yes', '--confirm', '10s']);
      expect(timed.code, told(timed)).toBe(0);
      expect(await host.run('grep -q "sys_interval 7" /etc/mosquitto/conf.d/mqtt-setup.conf')).toMatchObject({
        code: 0,
      });
      await host.must(
        'for i in $(seq 300); do [ -d /var/lib/mqtt-setup/journal ] || exit 0; sleep 0.1; done; exit 1',
      );
      expect(await host.run('grep -q sys_interval /etc/mosquitto/conf.d/mqtt-setup.conf')).toMatchObject({
        code: 1,
      });
      const again = await cli(host, ['apply', '--yes', '--confirm', '1h']);
      expect(again.code, told(again)).toBe(0);
      await host.reboot();
      await host.must(
        'while systemctl is-system-running --wait | grep -q starting; do sleep 0.1; done || true',
      );
      await host.must("sed -i '/sys_interval/d' /etc/mqtt-setup/broker.yaml");
      expect(differences(before, await contents(host, ['/etc/mosquitto', '/etc/mqtt-setup']))).toBe('');
      expect(failures((await verify(host, ['--retry-for', '5s'])).report)).toEqual([]);
    });

    test('the broker runs in a cage, in which all that it has to do goes on', {
      timeout: 300_000,
    }, async () => {
      const spec = await host.read('/etc/mqtt-setup/broker.yaml');
      await host.must('install -d -o mosquitto -g mosquitto -m 755 /srv/mqtt');
      await host.write('/etc/mqtt-setup/broker.yaml', caged);
      const done = await cli(host, ['apply', '--yes', '--json']);
      expect(done.code, told(done)).toBe(0);
      const security = await host.must('systemd-analyze security mosquitto --no-pager | tail -1');
      process.stderr.write(`${release}: ${security.trim()}\n`);
      expect(Number(/(\d+\.\d+)/.exec(security)?.[1])).toBeLessThanOrEqual(1.5);
      const status = await host.must('cat /proc/$(systemctl show mosquitto -p MainPID --value)/status');
      expect(status).toMatch(/^CapEff:\s+0+$/m);
      expect(status).toMatch(/^Seccomp:\s+2$/m);
      expect(await host.must('systemctl show mosquitto -p RestartUSec --value')).toBe('5s');
      // Clients over each listener, and what they leave is there after a reload, a save, a rotation and a restart.
      expect((await publish(host, owner, 'cage/kept', 'there')).code).toBe(0);
      await host.must('test -S /srv/mqtt/mqtt.sock');
      expect(failures((await verify(host, ['--deep'])).report)).toEqual([]);
      const log = '/var/log/mosquitto/mosquitto.log';
      await host.must('systemctl reload mosquitto && logrotate -f /etc/logrotate.d/mosquitto && sleep 0.5');
      expect((await publish(host, owner, 'cage/second', 'there')).code).toBe(0);
      // Debian 12 compresses at once.
      await host.must(`test -s ${log} && ls ${log}.1*`);
      await host.must(restartUnit);
      expect(await retained(host, owner, 'cage/kept')).toBe('there');
      expect(await retained(host, owner, 'cage/second')).toBe('there');
      // What the cage is for: nothing else can be written, and /home cannot be seen.
      const inside = 'nsenter -t $(systemctl show mosquitto -p MainPID --value) -m --';
      expect((await host.run(`${inside} touch /etc/mosquitto/x`)).code).not.toBe(0);
      expect((await host.run(`${inside} touch /var/lib/mosquitto/x && rm /var/lib/mosquitto/x`)).code).toBe(
        0,
      );
      await host.must('mkdir -p /home/somebody');
      expect((await host.run(`${inside} ls /home/somebody`)).code).not.toBe(0);
      await host.write('/etc/mqtt-setup/broker.yaml', `${caged}log:\n  to: [journal, syslog]\n`);
      const journal = await cli(host, ['apply', '--yes']);
      expect(journal.code, told(journal)).toBe(0);
      expect((await publish(host, owner, 'cage/kept', '')).code).toBe(0);
      await host.write('/etc/mqtt-setup/broker.yaml', spec);
      expect(await host.must('journalctl --sync; journalctl -u mosquitto -n 20 -o cat --no-pager')).toContain(
        'New client connected',
      );
    });

    test('where it cannot be, the broker goes on as it was', async () => {
      const spec = await host.read('/etc/mqtt-setup/broker.yaml');
      await host.write('/etc/mqtt-setup/broker.yaml', `${spec}sandbox: false\n`);
      const off = await cli(host, ['apply', '--yes']);
      expect(off.code, told(off)).toBe(0);
      expect(await host.must('systemctl show mosquitto -p ProtectSystem,NoNewPrivileges')).toContain('=no');
      // A step of somebody else's that needs /home: in the cage it fails, and so does the start.
      const foreign = '/etc/systemd/system/mosquitto.service.d/zz-foreign.conf';
      await host.write(foreign, '[Service]\nExecStartPre=/bin/ls /home/visible\n');
      await host.must(`mkdir -p /home/visible && systemctl daemon-reload; ${restartUnit}`);
      await host.must("sed -i '/sandbox: false/d' /etc/mqtt-setup/broker.yaml");
      const refused = await cli(host, ['apply', '--yes']);
      expect(refused.code, told(refused)).toBe(1);
      expect(await mayLogIn(host, owner)).toBe(true);
      await host.must(`rm ${foreign}; systemctl daemon-reload`);
      const on = await cli(host, ['apply', '--yes']);
      expect(on.code, told(on)).toBe(0);
      expect(await host.must('systemctl show mosquitto -p ProtectSystem --value')).toBe('strict');
      expect(failures((await verify(host)).report)).toEqual([]);
    });

    test('broker.yaml takes it away, and uninstall leaves nothing of it', async () => {
      await host.must('echo "reload_guard: false" >> /etc/mqtt-setup/broker.yaml');
      const before = await brokers(host);
      const off = await cli(host, ['apply', '--yes']);
      expect(off.code, told(off)).toBe(0);
      expect(await brokers(host)).toEqual(before);
      expect(await host.must('systemctl show mosquitto -p ExecReload')).not.toContain('reload-guard');
      await host.must("sed -i '/reload_guard/d' /etc/mqtt-setup/broker.yaml");
      const on = await cli(host, ['apply', '--yes']);
      expect(on.code, told(on)).toBe(0);
      expect(await host.must('systemctl show mosquitto -p ExecReload')).toContain('reload-guard');
      const gone = await cli(host, ['uninstall', '--yes']);
      expect(gone.code, told(gone)).toBe(0);
      expect(differences(asFound, await contents(host, etc))).toBe('');
      expect(await host.must('systemctl show mosquitto -p ExecReload,NeedDaemonReload')).not.toMatch(
        /guard|=yes/,
      );
    });
  });
});
