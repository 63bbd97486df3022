import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { describeCli } from '../helpers/cli-describe.ts';
import { failure, type Local, localBroker } from '../helpers/cli-journey.ts';
import { clientsOf } from '../helpers/cli-mqtt.ts';
import type { Sandbox } from '../helpers/cli-sandbox.ts';
import { changed, treeOf } from '../helpers/cli-tree.ts';
import { json, told } from '../helpers/host-cli.ts';
import { freePort } from '../helpers/mosquitto.ts';

const shownJson = z.object({
  ok: z.literal(true),
  same: z.boolean().nullable(),
  lines: z.array(z.object({ line: z.number(), text: z.string(), verdict: z.string() })),
  notes: z.array(z.object({ message: z.string(), refused: z.boolean() })),
  differences: z.array(z.object({ message: z.string() })),
});

const users = { alice: 'alice pw "1"', bob: 'bob pw' };

/** Files of a broker in a folder, DIR for the folder, as its user would have them. */
async function write(sandbox: Sandbox, dir: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  for (const [name, text] of Object.entries(files)) {
    const path = join(dir, name);
    await writeFile(path, text.replaceAll('DIR', dir), { mode: 0o600 });
    await chown(path, sandbox.user.uid, sandbox.user.gid);
  }
  await chown(dir, sandbox.user.uid, sandbox.user.gid);
}

async function passwords(
  sandbox: Sandbox,
  file: string,
  who: Readonly<Record<string, string>> = users,
): Promise<void> {
  for (const [index, [name, password]] of Object.entries(who).entries()) {
    const program = join(sandbox.broker.bin, 'bin/mosquitto_passwd');
    const argv = [program, ...(index === 0 ? ['-c'] : []), '-b', file, name, password];
    const { code, stderr } = await sandbox.run(argv, { env: sandbox.broker.env });
    expect(code, stderr).toBe(0);
  }
  await chmod(file, 0o600);
}

/** A broker of somebody's in a folder, its own files named as ours or otherwise. */
async function living(
  sandbox: Sandbox,
  { passwd, acl }: { passwd: string; acl: string } = { passwd: 'passwd', acl: 'acl' },
  more = '',
): Promise<{ local: Local; port: number }> {
  const local = localBroker(sandbox);
  const port = await freePort();
  await write(sandbox, local.dir, {
    'mosquitto.conf': `# mine\r\nlistener ${port} 127.0.0.1\r\nallow_anonymous false\npassword_file DIR/${passwd}\nacl_file DIR/${acl}\n\nmax_inflight_messages 40\n${more}`,
    [acl]: '# who\nuser alice\ntopic readwrite home/#\nuser bob\ntopic read home/#\ntopic deny home/secret\n',
  });
  await passwords(sandbox, join(local.dir, passwd));
  return { local, port };
}

const originals = async (dir: string, names: readonly string[]): Promise<string[]> =>
  Promise.all(names.map(async (name) => `${name}\n${await readFile(join(dir, name), 'latin1')}`));

describeCli('adopt', (sandbox) => {
  describe.each([
    ['called as ours', { passwd: 'passwd', acl: 'acl' }],
    ['called otherwise', { passwd: 'my users', acl: 'rights.txt' }],
  ])('a broker in a folder, its files %s', (_how, names) => {
    let local: Local;
    let port = 0;
    let before: string[] = [];
    const files = ['mosquitto.conf', names.passwd, names.acl];
    beforeAll(async () => {
      ({ local, port } = await living(sandbox, names));
      before = await originals(local.dir, files);
    });

    test('is shown line by line, proven the same, and not touched', async () => {
      const shown = json(shownJson, await local.unchanged(['adopt', '--json']));
      expect(shown.lines.map(({ line, verdict }) => `${line} ${verdict}`)).toEqual(
        [2, 3, 4, 5, 7].map((line) => `${line} understood`),
      );
      expect(shown).toMatchObject({ same: true, differences: [] });
      const text = await local.unchanged(['adopt']);
      expect(text.stderr).toMatch(/adopt --write --local \S+\n/);
      expect(text.stdout + text.stderr).not.toMatch(/\$[67]\$/);
    });

    test('a dry run shows the plan and writes nothing', async () => {
      const dry = await local.unchanged(['adopt', '--write', '--dry-run', '--yes']);
      expect(dry.code, told(dry)).toBe(0);
      expect(dry.stdout).toContain('mosquitto.conf');
    });

    test('is taken over with --write: the same passwords, the same rights', async () => {
      await local.must(['adopt', '--write', '--yes']);
      const alice = await clientsOf(sandbox, port, { name: 'alice', password: users.alice });
      const bob = await clientsOf(sandbox, port, { name: 'bob', password: users.bob });
      expect((await alice.publish('home/door', 'open', '-r')).stderr).toBe('');
      await alice.publish('home/secret', 'x', '-r');
      expect(await bob.read('home/#', 2, 2)).toEqual(['open']);
      expect((await bob.publish('home/door', 'x', '-V', '5')).stderr).toContain('Not authorized');
    });

    test('leaves nothing to do, and is known to be managed', async () => {
      const again = await local.unchanged(['apply', '--dry-run', '--detailed-exitcode']);
      expect(again.code, told(again)).toBe(0);
      expect(failure(await local.unchanged(['adopt', '--json']), 78).message).toContain(
        'managed by mqtt-setup already',
      );
      await local.must(['set-password', 'bob', '--generate']);
    });

    test('uninstall puts every file back byte for byte', async () => {
      await local.must(['uninstall', '--yes']);
      expect(await originals(local.dir, files)).toEqual(before);
      expect(sandbox.brokers(local.dir)).toEqual([]);
    });
  });

  describe('what would be otherwise is named, and needs a word', () => {
    test.each<[string, string, RegExp]>([
      ['anybody gets in, by any name', 'listener PORT 127.0.0.1\nallow_anonymous true\n', /no password file/],
      [
        'two password files',
        'per_listener_settings true\nlistener PORT 127.0.0.1\npassword_file DIR/one\nlistener PORT2 127.0.0.1\npassword_file DIR/two\n',
        /different password files/,
      ],
      [
        'a line without an equal',
        'listener PORT 127.0.0.1\npassword_file DIR/one\nmax_connections 5\n',
        /max_connections/,
      ],
      [
        'a host name',
        'listener PORT localhost.localdomain\nlistener PORT2 127.0.0.1\n',
        /localhost\.localdomain/,
      ],
    ])('%s', async (_what, conf, words) => {
      const local = localBroker(sandbox);
      const [port, second] = [await freePort(), await freePort()];
      const text = conf.replaceAll('PORT2', `${second}`).replaceAll('PORT', `${port}`);
      await write(sandbox, local.dir, { 'mosquitto.conf': text });
      await passwords(sandbox, join(local.dir, 'one'));
      await passwords(sandbox, join(local.dir, 'two'), { carl: 'carl pw' });
      const refused = await local.cli(['adopt', '--write', '--yes']);
      expect(refused.code, told(refused)).toBe(78);
      expect(refused.stderr).toMatch(words);
      expect(refused.stderr).toContain('--accept-differences');
      expect(await readFile(join(local.dir, 'mosquitto.conf'), 'utf8')).toBe(
        text.replaceAll('DIR', local.dir),
      );
      await local.must(['adopt', '--write', '--yes', '--accept-differences']);
      const verified = await local.cli(['verify']);
      expect(verified.code, told(verified)).toBe(0);
      await local.must(['uninstall', '--yes']);
      expect(await readFile(join(local.dir, 'mosquitto.conf'), 'utf8')).toBe(
        text.replaceAll('DIR', local.dir),
      );
    });
  });

  describe('what is in the way', () => {
    test('a broker that runs is restarted with what is declared, and runs as before after uninstall', async () => {
      const { local, port } = await living(sandbox);
      const conf = join(local.dir, 'mosquitto.conf');
      const old = sandbox.start([join(sandbox.broker.bin, 'sbin/mosquitto'), '-c', conf], {
        env: sandbox.broker.env,
      });
      const alice = await clientsOf(sandbox, port, { name: 'alice', password: users.alice });
      await expect.poll(async () => (await alice.publish('home/x', 'x')).code).toBe(0);
      await local.must(['adopt', '--write', '--yes']);
      await old.done;
      expect(local.pid()).not.toBe(old.pid);
      expect((await alice.publish('home/x', 'x')).code).toBe(0);
      await local.must(['uninstall', '--yes']);
      expect((await alice.publish('home/x', 'x')).code).toBe(0);
      process.kill(local.pid(), 'SIGTERM');
    });

    test('another broker on its ports: which process, and what to do', async () => {
      const { local: running } = await living(sandbox);
      const conf = join(running.dir, 'mosquitto.conf');
      const argv = [join(sandbox.broker.bin, 'sbin/mosquitto'), '-c', conf];
      const old = sandbox.start(argv, { env: sandbox.broker.env });
      const fresh = localBroker(sandbox);
      await expect.poll(() => sandbox.brokers(running.dir).length).toBe(1);
      const shown = json(shownJson, await fresh.must(['adopt', conf, '--json']));
      expect(shown.same).toBe(true);
      const busy = failure(await fresh.cli(['adopt', conf, '--write', '--yes', '--json']), 1);
      expect(busy.message).toContain(`process ${old.pid}`);
      expect(busy.hint).toContain(`kill ${old.pid}`);
      process.kill(old.pid, 'SIGTERM');
      await old.done;
      await fresh.must(['adopt', conf, '--write', '--yes']);
    });

    test('a file that changes between the question and the answer: everything is as it was', async () => {
      const { local } = await living(sandbox);
      const conf = join(local.dir, 'mosquitto.conf');
      const log = join(local.dir, 'screen');
      const command = sandbox.words(['adopt', '--write', '--lang', 'en', '--local', local.dir]).join(' ');
      const { code } = await sandbox.run([
        'sh',
        '-c',
        `(until grep -q 'Go on' ${log} 2>/dev/null; do sleep 0.1; done; echo '# mine' >> ${conf}; echo y; sleep 5) | timeout 30 script -qefc '${command}' ${log}`,
      ]);
      expect(code, await readFile(log, 'utf8')).toBe(78);
      // A terminal breaks lines at blanks.
      expect((await readFile(log, 'utf8')).replaceAll(/\s+/g, ' ')).toContain('changed by somebody else');
      expect(await readFile(conf, 'utf8')).toMatch(/^# mine\r\nlistener [\s\S]*# mine\n$/);
      expect(await readFile(join(local.dir, 'acl'), 'utf8')).toMatch(/^# who\n/);
      expect(sandbox.brokers(local.dir)).toEqual([]);
    });

    test('a configuration that the broker does not start with: its words, and ours for every line', async () => {
      const { local } = await living(sandbox, undefined, 'passwrod geheim\n');
      const refused = await local.unchanged(['adopt']);
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain('passwrod');
      expect(refused.stderr).toContain('-> listeners[0].port'.slice(3));
      expect(refused.stderr).not.toContain('geheim');
    });

    test.each<[string, (path: string) => Promise<void>]>([
      ['a pipe', async (path) => expect(spawnSync('mkfifo', [path]).status).toBe(0)],
      ['a folder', (path) => mkdir(path).then(() => undefined)],
      ['a link that leads nowhere', async (path) => symlink('/nowhere/at/all', path)],
    ])('%s where the configuration should be', async (_what, make) => {
      const local = localBroker(sandbox);
      await write(sandbox, local.dir, {});
      await make(join(local.dir, 'mosquitto.conf'));
      const refused = await local.cli(['adopt', '--write', '--yes', '--json']);
      expect([65, 78], told(refused)).toContain(refused.code);
      expect(refused.stdout + refused.stderr).toContain('mosquitto.conf');
    });

    test('a link where the password file should be: nothing is written through it', async () => {
      const { local } = await living(sandbox);
      const real = join(local.dir, 'real-passwd');
      await rename(join(local.dir, 'passwd'), real);
      await symlink(real, join(local.dir, 'passwd'));
      const text = await readFile(real, 'utf8');
      const refused = await local.cli(['adopt', '--write', '--yes', '--json']);
      expect(refused.code, told(refused)).toBe(78);
      expect(await readFile(real, 'utf8')).toBe(text);
    });

    test('a password file that nobody may read is said to be missing from what is shown', async () => {
      const { local } = await living(sandbox, { passwd: 'users', acl: 'acl' });
      await chmod(join(local.dir, 'users'), 0o000);
      const refused = await local.cli(['adopt', '--write', '--yes']);
      expect([1, 78], told(refused)).toContain(refused.code);
      expect(refused.stderr).toContain(`${local.dir}/users`);
    });

    test('a line of ten megabytes, include loops', async () => {
      const long = `# ${'x'.repeat(10_000_000)}\nunknown ${'y'.repeat(10_000_000)}\ninclude_dir DIR/more\n`;
      const { local } = await living(sandbox, undefined, long);
      await mkdir(join(local.dir, 'more'), { mode: 0o755 });
      await writeFile(join(local.dir, 'more/a.conf'), `include_dir ${local.dir}/more\n`);
      const shown = await local.cli(['adopt']);
      expect(shown.code, told(shown).slice(0, 3000)).toBe(1);
      expect(shown.stderr.length + shown.stdout.length).toBeLessThan(20_000);
    });
  });

  describe('two at once, interrupted, killed', () => {
    test('the second one waits for nobody: it says who is at it', async () => {
      const { local } = await living(sandbox);
      const runs = await Promise.all([0, 1].map(() => local.cli(['adopt', '--write', '--yes'])));
      const codes = runs.map(({ code }) => code).toSorted((a, b) => a - b);
      expect(codes[0], runs.map(told).join('\n')).toBe(0);
      expect([75, 78]).toContain(codes[1]);
      await local.must(['verify']);
    });

    test.each(['SIGINT', 'SIGKILL'] as const)(
      '%s at any moment leaves the old files, or a whole broker',
      async (signal) => {
        const { local } = await living(sandbox);
        const names = ['mosquitto.conf', 'passwd', 'acl'];
        const before = await originals(local.dir, names);
        for (const delay of [300, 600, 800, 950, 1100, 1250, 1400, 1700, 2000, 2500]) {
          const running = sandbox.begin(['adopt', '--write', '--yes', '--local', local.dir]);
          const timer = setTimeout(() => process.kill(running.pid, signal), delay);
          const { code } = await running.done;
          clearTimeout(timer);
          if (signal === 'SIGINT') expect([0, 130, 78]).toContain(code);
          if (code === 0) break;
          if (signal === 'SIGINT') expect(await originals(local.dir, names)).toEqual(before);
        }
        // Whatever was left: the next run finishes it, and uninstall gives everything back.
        const last = await local.cli(['adopt', '--write', '--yes']);
        expect([0, 78], told(last)).toContain(last.code);
        await local.must(['verify']);
        await local.must(['uninstall', '--yes']);
        expect(await originals(local.dir, names)).toEqual(before);
      },
    );
  });

  test('another’s file is read for a new broker in a folder, and stays as it is', async () => {
    const { local: old } = await living(sandbox);
    const fresh = localBroker(sandbox);
    const before = await treeOf(old.dir);
    await fresh.must(['adopt', join(old.dir, 'mosquitto.conf'), '--write', '--yes']);
    expect(changed(before, await treeOf(old.dir))).toEqual([]);
    await fresh.must(['verify']);
    await fresh.must(['uninstall', '--yes']);
  });
});
