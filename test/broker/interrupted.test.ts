import { spawnSync } from 'node:child_process';
import { access, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { describeCli } from '../helpers/cli-describe.ts';
import { hookFor } from '../helpers/cli-hook.ts';
import { failure, type Local, localBroker, verified } from '../helpers/cli-journey.ts';
import { clientsOf } from '../helpers/cli-mqtt.ts';
import type { Sandbox } from '../helpers/cli-sandbox.ts';
import { changed, treeOf } from '../helpers/cli-tree.ts';
import { applyJson, json, told, usersJson } from '../helpers/host-cli.ts';
import { freePort } from '../helpers/mosquitto.ts';

/** Every change is a moment where a run can end; all of them take minutes, so that every few stand for the rest. */
const every = Number(process.env['MQTT_SETUP_TEST_EVERY_KILL'] ?? 12);

/** How many changes a run makes. */
async function countChanges(sandbox: Sandbox, local: Local, args: readonly string[]): Promise<number> {
  const hook = await hookFor(sandbox);
  await local.must(args, { env: hook.env('count', 0) });
  return Number(await readFile(hook.file, 'utf8'));
}

/** Owner, mode and kind of everything; what the broker itself writes is left out. */
async function shape(dir: string): Promise<string[]> {
  const tree = await treeOf(dir, { strict: false });
  return (
    [...tree]
      // A run that was killed and one that mends it are two generations, or one.
      .filter(([path]) => !/^(?:(log|data)\/|\.mqtt-setup\/generations)/.test(path))
      .map(([path, about]) => `${path} ${about.split(' ').slice(0, 3).join(' ')}`)
      .sort()
  );
}

describeCli('kill -9, and then the same command once more', (sandbox) => {
  test('install converges from wherever it was cut off', async () => {
    const hook = await hookFor(sandbox);
    const port = `${await freePort()}`;
    const install = ['install', '--port', port, '--yes'];
    const undisturbed = localBroker(sandbox);
    const changes = await countChanges(sandbox, undisturbed, install);
    expect(changes).toBeGreaterThan(40);
    const wanted = await shape(undisturbed.dir);
    await undisturbed.must(['stop']);
    for (let at = 1; at <= changes; at += every) {
      const local = localBroker(sandbox);
      const killed = await local.cli(install, { env: hook.env('SIGKILL', at) });
      expect(killed.code, `at ${at}: ${told(killed)}`).toBe(137);
      const again = await local.cli([...install, '--json']);
      expect(again.code, `after ${at}: ${told(again)}`).toBe(0);
      expect(json(applyJson, again).ok).toBe(true);
      expect(await shape(local.dir), `after ${at}`).toEqual(wanted);
      local.pid();
      await local.must(['stop']);
    }
  });

  test('add-user loses nobody, and whoever is listed can log in', async () => {
    const hook = await hookFor(sandbox);
    const local = localBroker(sandbox);
    const port = await freePort();
    const owner = { name: 'alice', password: 'Kanarienvogel 11' };
    await local.must(
      ['install', '--port', `${port}`, '--user', owner.name, '--password-file', '-', '--yes'],
      {
        input: owner.password,
      },
    );
    const wanted = await shape(local.dir);
    const args = (name: string): string[] => ['add-user', name, '--topic', 'x/#', '--role', 'both'];
    const changes = await countChanges(sandbox, local, [...args('counted'), '--generate']);
    for (let at = 1; at <= changes; at += every) {
      const user = { name: `user${at}`, password: `Passwort von ${at}` };
      const killed = await local.cli([...args(user.name), '--password-file', '-'], {
        input: user.password,
        env: hook.env('SIGKILL', at),
      });
      expect(killed.code, `at ${at}: ${told(killed)}`).toBe(137);
      await local.must(['apply', '--yes']);
      expect(await shape(local.dir), `after ${at}`).toEqual(wanted);
      const { users } = json(usersJson, await local.must(['list-users', '--json']));
      expect(users.map(({ name }) => name)).toEqual(expect.arrayContaining(['alice', 'counted']));
      const listed = users.some(({ name }) => name === user.name);
      const [old, fresh] = [await clientsOf(sandbox, port, owner), await clientsOf(sandbox, port, user)];
      expect((await old.publish('x/1', 'a')).code).toBe(0);
      expect((await fresh.publish('x/1', 'b')).code === 0, `${user.name} after ${at}`).toBe(listed);
    }
    expect(await local.verify()).toEqual(verified);
  });
});

describeCli('SIGINT and SIGTERM while the machine is being changed', (sandbox) => {
  const rows = [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 143],
  ] as const;

  test.each(rows)(
    '%s ends a first install with %i, and nothing but the log of a broker is left',
    async (signal, code) => {
      const hook = await hookFor(sandbox);
      const local = localBroker(sandbox);
      const install = ['install', '--port', `${await freePort()}`, '--yes', '--json'];
      for (const at of [15, 30, 50]) {
        const stopped = await local.cli(install, { env: hook.env(signal, at) });
        failure(stopped, code);
        expect(sandbox.brokers(local.dir)).toEqual([]);
        const left = [...(await treeOf(local.dir)).keys()].filter(
          (path) => !/^(log|\.)(\/mosquitto.log)?$/.test(path),
        );
        expect(left, `after ${at}`).toEqual([]);
      }
    },
  );

  test.each(rows)(
    '%s ends a change of a running broker with %i, and all is as before',
    async (signal, code) => {
      const hook = await hookFor(sandbox);
      const local = localBroker(sandbox);
      await local.install('--port', `${await freePort()}`);
      const other = `${await freePort()}`;
      const before = await treeOf(local.dir, { strict: false });
      for (const at of [10, 28]) {
        const stopped = await local.cli(['install', '--port', other, '--yes', '--json'], {
          env: hook.env(signal, at),
        });
        failure(stopped, code);
        const after = await treeOf(local.dir, { strict: false });
        // Where the broker had been restarted already, it was restarted once more.
        for (const tree of [before, after])
          for (const path of ['.mqtt-setup/broker.pid', 'data/mosquitto.db']) tree.delete(path);
        expect(changed(before, after), `after ${at}`).toEqual([]);
      }
      expect(await local.verify()).toEqual(verified);
    },
  );
});

describeCli('what stands in the way', (sandbox) => {
  test('a second run at the same time: 75, and it names the first', async () => {
    const hook = await hookFor(sandbox);
    const local = localBroker(sandbox);
    const args = ['install', '--port', `${await freePort()}`, '--yes', '--json', '--local', local.dir];
    const first = sandbox.begin(args, { env: hook.env('stall', 20) });
    await until(() => access(hook.file));
    const second = failure(await sandbox.cli(args), 75);
    expect(second.message).toContain(`pid ${first.pid},`);
    expect(second.message).toContain('mqtt-setup install');
    failure(await local.cli(['add-user', 'bob', '--generate', '--json']), 75);
    await rm(hook.file);
    expect((await first.done).code).toBe(0);
    expect(json(applyJson, await local.unchanged(['install', '--yes', '--json'])).changes).toEqual([]);
  });

  test('two at once, without any help: exactly one broker, and whoever lost may try again', async () => {
    const local = localBroker(sandbox);
    const args = ['install', '--port', `${await freePort()}`, '--yes', '--json'];
    const codes = (await Promise.all([local.cli(args), local.cli(args)])).map(({ code }) => code);
    expect([
      [0, 0],
      [0, 75],
    ]).toContainEqual(codes.sort((a, b) => a - b));
    local.pid();
    expect(json(applyJson, await local.unchanged(args)).changes).toEqual([]);
  });

  test('a port that another process has: it is named', async () => {
    const port = await freePort();
    const script = `require('net').createServer().listen(${port}, '127.0.0.1', () => console.log('up'))`;
    const holder = sandbox.start([process.execPath, '-e', script]);
    try {
      const local = localBroker(sandbox);
      await until(async () => expect(await isOpen(port)).toBe(true));
      const { code, message, hint } = failure(
        await local.cli(['install', '--port', `${port}`, '--yes', '--json']),
        1,
      );
      expect(code).toBe('preflight.portTakenBy');
      expect(message).toContain(`(process ${holder.pid})`);
      expect(hint).toContain('--port');
      expect(await treeOf(local.dir)).toEqual(new Map());
      const fine = localBroker(sandbox);
      await fine.install('--port', `${await freePort()}`);
      const spec = await readFile(`${fine.dir}/broker.yaml`, 'utf8');
      await writeFile(`${fine.dir}/broker.yaml`, spec.replace(/port: \d+/, `port: ${port}`));
      failure(await fine.unchanged(['apply', '--yes', '--json']), 1);
      await writeFile(`${fine.dir}/broker.yaml`, spec);
      expect(await fine.verify()).toEqual(verified);
    } finally {
      process.kill(holder.pid, 'SIGKILL');
      await holder.done;
    }
  });

  test('a port that a process of another user has', async (context) => {
    if (sandbox.user.uid === process.getuid?.()) context.skip('there is no other user here');
    const port = await freePort();
    const server = createServer();
    await new Promise<void>((up) => server.listen(port, '127.0.0.1', up));
    try {
      const local = localBroker(sandbox);
      const { code, hint } = failure(await local.cli(['install', '--port', `${port}`, '--yes', '--json']), 1);
      expect({ code, hint }).toMatchObject({
        code: 'preflight.portTaken',
        hint: expect.stringContaining(`${port}`),
      });
      expect(await treeOf(local.dir)).toEqual(new Map());
    } finally {
      await new Promise((done) => server.close(done));
    }
  });
});

describeCli('a full disk', (sandbox) => {
  const root = process.getuid?.() === 0;

  async function small(options: string, work: (local: Local) => Promise<void>): Promise<void> {
    const dir = sandbox.folder();
    await sandbox.run(['mkdir', dir]);
    const { uid, gid } = sandbox.user;
    const mounted = spawnSync('mount', [
      '-t',
      'tmpfs',
      '-o',
      `uid=${uid},gid=${gid},mode=700,${options}`,
      'tmpfs',
      dir,
    ]);
    expect(mounted.stderr.toString()).toBe('');
    const local = localBroker(sandbox, dir);
    try {
      await work(local);
    } finally {
      await local.cli(['stop']);
      spawnSync('umount', ['-l', dir]);
    }
  }

  /** Leaves room for so many new files. */
  async function fill(dir: string, spare: number): Promise<void> {
    const script = `i=0; while touch fill.$i; do i=$((i+1)); done 2>/dev/null; seq -f fill.%.0f 0 ${spare - 1} | xargs -r rm`;
    await sandbox.run(['sh', '-c', script], { cwd: dir });
  }

  const canMount = root && spawnSync('unshare', ['-m', 'true']).status === 0;
  if (!canMount) process.stderr.write('skipped: a small file system can only be mounted by root\n');

  describe.skipIf(!canMount)('as a small file system', () => {
    test('is seen before anything is written', () =>
      small('size=200k', async (local) => {
        const { code, message } = failure(await local.unchanged(['install', '--yes', '--json']), 1);
        expect(code).toBe('preflight.space');
        expect(message).toContain(local.dir);
      }));

    test('in the middle of an install: it is named, and nothing half-written stays', async () => {
      for (const inodes of [6, 11, 17, 25])
        await small(`size=64m,nr_inodes=${inodes}`, async (local) => {
          const { problems } = failure(await local.cli(['install', '--yes', '--json']), 1);
          expect(problems[0]?.message, `${inodes}`).toContain('ENOSPC');
          const left = [...(await treeOf(local.dir)).keys()];
          expect(
            left.filter((path) => !/^(log|\.)(\/mosquitto.log)?$/.test(path)),
            `${inodes}`,
          ).toEqual([]);
        });
    });

    test('in the middle of a change: the old files are whole, and the broker goes on', () =>
      small('size=64m,nr_inodes=60', async (local) => {
        const port = await freePort();
        await local.install('--port', `${port}`);
        const before = await treeOf(local.dir);
        const pid = local.pid();
        for (const spare of [0, 3, 8]) {
          await fill(local.dir, spare);
          const { problems } = failure(await local.cli(['add-user', 'bob', '--generate', '--json']), 1);
          expect(problems[0]?.message, `${spare} to spare`).toContain('ENOSPC');
          await sandbox.run(['sh', '-c', 'rm -f fill.*'], { cwd: local.dir });
          expect(changed(before, await treeOf(local.dir)), `${spare} to spare`).toEqual([]);
        }
        expect(local.pid()).toBe(pid);
        expect(await local.verify()).toEqual(verified);
      }));
  });
});

async function until(look: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await look();
      return;
    } catch (error) {
      if (tries > 200) throw error;
      await sleep(25);
    }
  }
}

async function isOpen(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((settle) => {
    server.once('error', () => settle(true));
    server.listen(port, '127.0.0.1', () => server.close(() => settle(false)));
  });
}
