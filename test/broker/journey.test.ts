import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeCli } from '../helpers/cli-describe.ts';
import { idleJson, localBroker, verified } from '../helpers/cli-journey.ts';
import { type Clients, clientsOf, secretFile } from '../helpers/cli-mqtt.ts';
import { changed, treeOf } from '../helpers/cli-tree.ts';
import { applyJson, json, planJson, told, usersJson } from '../helpers/host-cli.ts';
import { freePort } from '../helpers/mosquitto.ts';

const serviceJson = z.object({
  ok: z.boolean(),
  running: z.boolean(),
  pid: z.number().nullable(),
  changed: z.boolean().optional(),
});

/** One broker and its life, in this order: each test goes on where the one before it ended. */
describeCli('a broker in a folder, from nothing and back', (sandbox) => {
  const local = localBroker(sandbox);
  const passwords = {
    sensor: 'Sonde "17" &<>\'`=\\ é',
    reader: 'lecteur du toit 18',
    pair: 'beide Seiten 19',
  };
  let port = 0;
  let owner: Clients;

  test('plan and --dry-run show it all and touch nothing', async () => {
    port = await freePort();
    const plan = await local.unchanged(['plan', '--port', `${port}`, '--detailed-exitcode', '--json']);
    expect(plan.code).toBe(2);
    expect(json(planJson, plan).changes).not.toEqual([]);
    const dry = await local.unchanged(['install', '--port', `${port}`, '--dry-run']);
    expect(dry.code).toBe(0);
    expect(dry.stdout).toContain(`+listener ${port} 127.0.0.1`);
    expect(await treeOf(local.dir)).toEqual(new Map());
  });

  test('without --yes, where nobody can be asked, nothing is done', async () => {
    expect((await local.unchanged(['install'])).code).toBe(64);
    expect(await treeOf(local.dir)).toEqual(new Map());
  });

  test('install makes the owner’s password, says it once, and it opens the broker', async () => {
    const done = await local.install('--port', `${port}`);
    expect(done.listeners).toEqual([{ name: 'mqtt', url: `mqtt://127.0.0.1:${port}` }]);
    expect(done.credentials).toHaveLength(1);
    const [{ username, password } = { username: '', password: '' }] = done.credentials;
    expect({ username, length: password.length }).toEqual({ username: 'owner', length: 24 });
    owner = await clientsOf(sandbox, port, { name: username, password });
    expect((await owner.publish('home/hall', 'bonjour', '-r')).code).toBe(0);
    expect(await owner.read('home/hall', 1)).toEqual(['bonjour']);
    const stranger = await clientsOf(sandbox, port, null);
    expect((await stranger.publish('home/hall', 'me too', '-r')).code).not.toBe(0);
  });

  test('install again, apply and plan find nothing to do', async () => {
    for (const again of [
      ['install', '--yes', '--json'],
      ['install', '--json'],
      ['apply', '--yes', '--json'],
    ]) {
      const done = json(idleJson, await local.unchanged(again));
      expect(done).toMatchObject({
        ok: true,
        changes: [],
        restarted: false,
        reloaded: false,
        credentials: [],
      });
    }
    expect((await local.unchanged(['plan', '--detailed-exitcode'])).code).toBe(0);
    expect((await local.unchanged(['apply', '--dry-run', '--detailed-exitcode'])).code).toBe(0);
    const told = await local.unchanged(['install', '--yes']);
    expect(told.stdout).toContain('Nothing to do');
    expect(told.stdout).toContain(`${local.dir}/mosquitto.conf says what it should`);
  });

  test('verify proves it, and skips only what a folder has not', async () => {
    expect(await local.verify()).toEqual(verified);
    expect(await local.verify()).toEqual(verified);
  });

  test('accounts are added while the broker stays up', async () => {
    const pid = local.pid();
    const roles = { sensor: 'publisher', reader: 'subscriber', pair: 'both' };
    for (const [name, role] of Object.entries(roles)) {
      const file = await secretFile(sandbox, `${passwords[name as keyof typeof passwords]}\n`);
      const args = [
        'add-user',
        name,
        '--role',
        role,
        '--topic',
        'weather/#',
        '--password-file',
        file,
        '--json',
      ];
      const dry = json(planJson, await local.unchanged([...args, '--dry-run']));
      expect(dry.changes).not.toEqual([]);
      expect(json(applyJson, await local.must(args))).toMatchObject({ restarted: false, reloaded: true });
      expect((await local.unchanged(args)).code).toBe(64);
    }
    expect(local.pid()).toBe(pid);
    const { users } = json(usersJson, await local.unchanged(['list-users', '--json']));
    expect(users.map(({ name, roles, topics }) => [name, ...roles, ...topics])).toEqual([
      ['owner', 'both', '#'],
      ['sensor', 'publisher', 'weather/#'],
      ['reader', 'subscriber', 'weather/#'],
      ['pair', 'both', 'weather/#'],
    ]);
    expect(await local.verify()).toEqual(verified);
  });

  test('each may do what its role says, by delivery', async () => {
    const as = (name: keyof typeof passwords): Promise<Clients> =>
      clientsOf(sandbox, port, { name, password: passwords[name] });
    const [sensor, reader, pair] = [await as('sensor'), await as('reader'), await as('pair')];
    for (const [name, clients] of Object.entries({ sensor, reader, pair })) {
      await clients.publish(`weather/${name}`, `in ${name}`, '-r');
      await clients.publish(`garage/${name}`, `out ${name}`, '-r');
    }
    // One more than there are, so that one too many would show.
    const [all, read, both, none] = await Promise.all([
      owner.read('#', 4, 1),
      reader.read('#', 3, 1),
      pair.read('weather/#', 3, 1),
      sensor.read('#', 1, 1),
    ]);
    expect(all.sort()).toEqual(['bonjour', 'in pair', 'in sensor']);
    expect(read.sort()).toEqual(['in pair', 'in sensor']);
    expect(both.sort()).toEqual(['in pair', 'in sensor']);
    expect(none).toEqual([]);
  });

  test('set-password: the old one is refused, the new one works', async () => {
    const pid = local.pid();
    const fresh = 'lecteur du toit 20';
    await local.must(['set-password', 'reader', '--password-env', 'NEW', '--json'], { env: { NEW: fresh } });
    const old = await clientsOf(sandbox, port, { name: 'reader', password: passwords.reader });
    const now = await clientsOf(sandbox, port, { name: 'reader', password: fresh });
    expect(await old.read('weather/#', 1, 1)).toEqual([]);
    expect(await now.read('weather/#', 1)).toHaveLength(1);
    expect(local.pid()).toBe(pid);
    // A password that it has already is nothing to do.
    const same = await local.unchanged(['set-password', 'reader', '--password-file', '-', '--json'], {
      input: `${fresh}\n`,
    });
    expect(json(applyJson, same).changes).toEqual([]);
  });

  test('remove-user ends the account’s connections', async () => {
    const pair = await clientsOf(sandbox, port, { name: 'pair', password: passwords.pair });
    const listening = pair.listen('weather/#');
    await new Promise((later) => setTimeout(later, 200));
    await local.must(['remove-user', 'pair', '--json']);
    // mosquitto_sub comes back by itself after a second, and gives up when it is refused.
    expect((await listening.done).stderr).toContain('Connection Refused');
    expect((await local.unchanged(['remove-user', 'pair', '--json'])).code).toBe(64);
    expect(await local.verify()).toEqual(verified);
  });

  test('stop, start, restart, status and logs', async () => {
    const say = async (word: string, code = 0) => {
      const result = await local.cli([word, '--json']);
      expect(result.code, told(result)).toBe(code);
      return json(serviceJson, result);
    };
    const pid = local.pid();
    expect(await say('status')).toMatchObject({ ok: true, running: true, pid });
    expect(await say('start')).toMatchObject({ running: true, pid, changed: false });
    expect(await say('stop')).toMatchObject({ running: false, changed: true });
    expect(sandbox.brokers(local.dir)).toEqual([]);
    expect(await say('stop')).toMatchObject({ running: false, changed: false });
    expect(await say('status', 1)).toMatchObject({ ok: false, running: false, pid: null });
    expect(await say('restart')).toMatchObject({ running: true, changed: true, pid: local.pid() });
    const second = local.pid();
    expect(await say('restart')).toMatchObject({ running: true, changed: true, pid: local.pid() });
    expect(local.pid()).not.toBe(second);
    const logs = await local.unchanged(['logs', '-n', '200']);
    expect(logs.stdout).toMatch(/mosquitto version \S+ running/);
    expect((await local.cli(['logs', '-n', 'x'])).code).toBe(64);
    expect(await local.verify()).toEqual(verified);
    expect(await owner.read('home/hall', 1)).toEqual(['bonjour']);
  });

  test('a port changed by hand in broker.yaml moves the listener, and comments live', async () => {
    const spec = `${local.dir}/broker.yaml`;
    port = await freePort();
    const text = await readFile(spec, 'utf8');
    await writeFile(spec, `# mine\n${text.replace(/port: \d+/, `port: ${port} # chosen by me`)}`);
    expect((await local.unchanged(['plan', '--detailed-exitcode'])).code).toBe(2);
    expect((await local.unchanged(['apply', '--dry-run', '--detailed-exitcode'])).code).toBe(2);
    const done = json(applyJson, await local.must(['apply', '--yes', '--json']));
    expect(done).toMatchObject({ restarted: true });
    expect(await local.verify()).toEqual(verified);
    expect(json(idleJson, await local.unchanged(['apply', '--yes', '--json'])).changes).toEqual([]);

    port = await freePort();
    await local.install('--port', `${port}`);
    const kept = await readFile(spec, 'utf8');
    expect(kept).toContain('# mine\n');
    expect(kept).toContain(`port: ${port} # chosen by me`);
    expect(
      json(applyJson, await local.unchanged(['install', '--port', `${port}`, '--json'])).changes,
    ).toEqual([]);
    expect(await local.verify()).toEqual(verified);
  });

  test('uninstall keeps and names what was changed by hand, and takes the rest', async () => {
    await writeFile(`${local.dir}/notes.txt`, 'mine');
    const spec = await readFile(`${local.dir}/broker.yaml`, 'utf8');
    await writeFile(`${local.dir}/broker.yaml`, `${spec}# and this\n`);
    expect((await local.unchanged(['uninstall', '--dry-run'])).stdout).toContain('acl');
    const gone = await local.must(['uninstall', '--yes', '--json']);
    expect(JSON.parse(gone.stdout)).toMatchObject({ ok: true, kept: [`${local.dir}/broker.yaml`] });
    expect(sandbox.brokers(local.dir)).toEqual([]);
    const left = [...(await treeOf(local.dir)).keys()].filter(
      (path) => !/^(\.mqtt-setup|data|log)(\/|$)/.test(path),
    );
    expect(left.sort()).toEqual(['.', 'broker.yaml', 'notes.txt']);
    const again = await local.unchanged(['uninstall', '--yes', '--json']);
    expect(JSON.parse(again.stdout)).toMatchObject({ ok: true, changes: [] });
  });
});

describeCli('a folder that somebody uses already', (sandbox) => {
  test('install and uninstall --purge leave it as it was', async () => {
    const local = localBroker(sandbox);
    await sandbox.run(['mkdir', '-m', '750', local.dir]);
    await sandbox.run(['sh', '-c', 'mkdir photos && echo 1 > photos/a.jpg && ln -s photos/a.jpg b'], {
      cwd: local.dir,
    });
    const before = await treeOf(local.dir);
    await local.install('--port', `${await freePort()}`, '--user', 'alice', '--generate');
    expect(await local.verify()).toEqual(verified);
    await local.must(['uninstall', '--purge', '--yes']);
    const after = await treeOf(local.dir);
    // Entries came and went.
    for (const tree of [before, after]) tree.set('.', (tree.get('.') ?? '').split(' ').slice(0, 3).join(' '));
    expect(changed(before, after)).toEqual([]);
  });

  test('a folder that install made goes with uninstall --purge', async () => {
    const local = localBroker(sandbox, `${sandbox.folder()}/deep er/é`);
    await local.install('--port', `${await freePort()}`);
    expect(await local.verify()).toEqual(verified);
    await local.must(['uninstall', '--purge', '--yes']);
    expect(await treeOf(local.dir)).toEqual(new Map());
  });

  test('without a port, one that is free is taken', async () => {
    const [one, two] = [localBroker(sandbox), localBroker(sandbox)];
    const [first] = (await one.install()).listeners;
    const [second] = (await two.install()).listeners;
    expect(second?.url).not.toBe(first?.url);
    expect(await one.verify()).toEqual(verified);
    expect(await two.verify()).toEqual(verified);
  });
});
