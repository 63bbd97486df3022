import { copyFile, cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { told } from '../helpers/host-cli.ts';
import { describeHosts } from '../helpers/host-describe.ts';

const root = resolve(import.meta.dirname, '../..');
/**
 * Debian's npm is four hundred packages, whose tree takes five minutes to make. In CI the machine has Debian's Node, and the
 * npm of Debian 13 as its makers have it.
 */
const isHurried = Boolean(process.env['CI']);

async function bringNpm(host: TestHost): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mqtt-setup-npm-'));
  await execa('npm', ['pack', '--silent', 'npm@9.2.0'], { cwd: folder });
  await cp(folder, host.path('/root/npm'), { recursive: true });
  await rm(folder, { recursive: true });
  await host.must(
    `mkdir -p /usr/lib/node_modules && cd /usr/lib/node_modules && tar -xzf /root/npm/*.tgz && mv package npm &&
     for name in npm npx; do chmod +x npm/bin/$name-cli.js && ln -s ../lib/node_modules/npm/bin/$name-cli.js /usr/bin/$name; done; rm -r /root/npm`,
  );
}

const binary = 'mqtt-setup-linux-x64';

describeHosts('carried to a machine', () => {
  describe.skipIf(process.arch !== 'x64')('without Node, as an executable', () => {
    beforeAll(async () => {
      await execa('npm', ['run', '--silent', 'build:binary'], { cwd: root });
    });

    describe.each(['bullseye', 'bookworm'] as const)('%s', (release) => {
      let host: TestHost;
      beforeAll(async () => {
        host = await bootHost({ release, init: 'systemd', network: 'apt', node: false });
        await host.must('mkdir /root/carried; rm -r /opt/mqtt-setup');
        for (const name of [binary, 'SHA256SUMS', 'install.sh'])
          await copyFile(join(root, 'build', name), host.path(`/root/carried/${name}`));
      });
      afterAll(async () => host?.stop());

      test('has no Node at all', async () => {
        expect((await host.run('command -v node nodejs npm')).stdout).toBe('');
      });

      test('what is not what it should be is not put into place', async () => {
        await host.must(`cd /root && cp -r carried wrong && printf x >> wrong/${binary}`);
        const run = await host.run('sh /root/wrong/install.sh');
        expect(run.code, told(run)).toBe(1);
        expect(run.stderr).toContain('nothing was installed');
        expect(await host.must('ls -A /usr/local/bin')).toBe('');
        await host.must('rm -r /root/wrong');
        const unknown = await host.run('sh /root/carried/install.sh --from /nowhere');
        expect(unknown.code, told(unknown)).toBe(1);
        expect(await host.must('ls -A /usr/local/bin')).toBe('');
      });

      test('it is put into place, and anywhere else', async () => {
        const run = await host.run('cd / && sh /root/carried/install.sh');
        expect(run.code, told(run)).toBe(0);
        expect(await host.must('mqtt-setup --version')).toMatch(/^\d+\.\d+\.\d+$/);
        await host.must('sh /root/carried/install.sh --from /root/carried --prefix /opt/mine');
        expect(await host.must('ls -A /opt/mine/bin')).toBe('mqtt-setup');
        await host.must('rm -r /opt/mine');
      });

      test('says how root would call it', async () => {
        await host.must('useradd --create-home dora');
        const run = await host.run('mqtt-setup install --yes --lang en', { user: 'dora' });
        expect(run.code, told(run)).toBe(77);
        expect(run.stdout + run.stderr).toContain('sudo /usr/local/bin/mqtt-setup install --yes');
      });

      test('installs a proven broker, and then changes nothing', async () => {
        const run = await host.run('mqtt-setup install --yes --lang en');
        expect(run.code, told(run)).toBe(0);
        const verify = await host.run('mqtt-setup verify');
        expect(verify.code, told(verify)).toBe(0);
        const plan = await host.run('mqtt-setup plan --detailed-exitcode');
        expect(plan.code, told(plan)).toBe(0);
      });

      test('the reload guard calls it, to try what somebody has changed', async () => {
        expect(await host.must('cat /var/lib/mqtt-setup/program')).toBe(
          '/usr/bin/env\n/usr/local/bin/mqtt-setup',
        );
        const conf = '/etc/mosquitto/conf.d/zz-mine.conf';
        await host.must(`echo 'max_queued_messages 77' > ${conf} && systemctl reload mosquitto`);
        await host.must(`echo 'max_queued_messages many' > ${conf}`);
        expect((await host.run('systemctl reload mosquitto')).code).not.toBe(0);
        expect(await host.must('journalctl -u mosquitto --no-pager | tail -n 40')).toContain(
          'do not stand the trial',
        );
        await host.must(`rm ${conf} && systemctl reload mosquitto`);
      });
    });
  });

  describe('with its own Node and npm', () => {
    let host: TestHost;
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'packed-'));
      await execa('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
      host = await bootHost({
        release: 'trixie',
        init: 'systemd',
        network: 'apt',
        node: false,
        preinstall: isHurried ? ['nodejs'] : ['nodejs', 'npm'],
      });
      await host.must('rm -r /opt/mqtt-setup');
      await cp(folder, host.path('/root/packed'), { recursive: true });
      if (isHurried) await bringNpm(host);
    }, 900_000);
    afterAll(async () => {
      await host?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    test('trixie: npx and the package', async () => {
      const [name = ''] = await readdir(folder);
      const npx = `cd /root/packed && npx --yes ./${name}`;
      const run = await host.run(`${npx} install --yes --lang en`);
      expect(run.code, told(run)).toBe(0);
      expect(run.stdout).toContain('npx mqtt-setup');
      const verify = await host.run(`${npx} verify`);
      expect(verify.code, told(verify)).toBe(0);
    });
  });
});
