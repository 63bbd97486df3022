import { chmod, copyFile, link, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeCli } from '../helpers/cli-describe.ts';
import { told } from '../helpers/host-cli.ts';
import { freePort } from '../helpers/mosquitto.ts';
import { nodeOf } from '../helpers/nodes.ts';

const root = resolve(import.meta.dirname, '../..');

/** Each Node that is maintained, and the one file: whatever the program is carried about in, it does the same. */
describeCli('the built program', (sandbox) => {
  const forms = [
    { form: 'Node 20', version: '20', single: false },
    { form: 'Node 22', version: '22', single: false },
    { form: 'Node 24', version: '24', single: false },
    { form: 'one file', version: null, single: true },
  ];

  /** Ours lies where the ordinary user of the sandbox may not look. */
  const lend = async (path: string, name: string): Promise<string> => {
    const there = join(sandbox.home, name);
    await link(path, there).catch(() => copyFile(path, there));
    await chmod(there, 0o755);
    return there;
  };

  describe.each(forms)('$form', ({ version, single }) => {
    let program: string[];
    const run = (...args: string[]) => sandbox.run([...program, ...args]);

    beforeAll(async () => {
      if (single) await execa('npm', ['run', '--silent', 'build:single'], { cwd: root });
      const node = version === null ? process.execPath : await lend(await nodeOf(version), `node-${version}`);
      const script = single
        ? await lend(join(root, 'build/mqtt-setup.cjs'), 'mqtt-setup.cjs')
        : (sandbox.words([])[1] ?? '');
      program = [node, await realpath(script)];
    });

    test('says its version, its help and what is wrong with a file', async () => {
      expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
      const help = await run('--help', '--lang', 'fr');
      expect(help.stdout, told(help)).toContain('Les trois premières commandes');
      const file = join(sandbox.home, 'wrong.conf');
      await sandbox.run(['sh', '-c', 'printf "listener 1883\\nlistner 1884\\n" > "$1"', 'sh', file]);
      const check = await run('check', file, '--lang', 'en');
      expect(check.code, told(check)).toBe(1);
      expect(check.stdout).toContain('listner');
    });

    test('installs a broker in a folder, proves it, and changes nothing the second time', async () => {
      const cache = resolve(sandbox.broker.bin, '../..');
      const dir = sandbox.folder();
      const local = ['--cache', cache, '--local', dir];
      const port = String(await freePort());
      const install = await run('install', ...local, '--yes', '--port', port, '--lang', 'en');
      expect(install.code, told(install)).toBe(0);
      expect(install.stdout + install.stderr).not.toMatch(/warning/i);
      const plan = await run('plan', ...local, '--detailed-exitcode');
      expect(plan.code, told(plan)).toBe(0);
      const verify = await run('verify', ...local);
      expect(verify.code, told(verify)).toBe(0);
      expect((await run('stop', ...local)).code).toBe(0);
    });
  });

  test('one file: a Node that is too old says so in a sentence', async () => {
    const node = await lend(await nodeOf('18'), 'node-18');
    const run = await sandbox.run([node, join(sandbox.home, 'mqtt-setup.cjs'), '--help']);
    expect(run.code, told(run)).toBe(64);
    expect(run.stderr).toContain('mqtt-setup needs Node.js 20.17 or newer; this is 18.');
  });
});
