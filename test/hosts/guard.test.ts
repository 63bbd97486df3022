import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { brokers, mayLogIn } from '../helpers/host-broker.ts';
import { cli, failures, install, owner, program, told, verify } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import { contents, differences } from '../helpers/host-snapshot.ts';

const acl = '/etc/mosquitto/mqtt-setup.acl';
const passwd = '/etc/mosquitto/mqtt-setup.passwd';
const etc = ['/etc/mosquitto', '/etc/mqtt-setup', '/etc/systemd/system'];

/** Somebody who may log in and may do nothing: what gets through to them is open to all. */
const stranger = { name: 'stranger', password: 'A stranger’s word 17' };

describeHosts('the reload guard', () => {
  describe.each(['bookworm', 'trixie', 'forky'] as const)('%s', (release) => {
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
