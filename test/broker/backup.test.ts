import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeCli } from '../helpers/cli-describe.ts';
import { failure, localBroker, verified } from '../helpers/cli-journey.ts';
import { clientsOf, secretFile } from '../helpers/cli-mqtt.ts';
import { changed, treeOf } from '../helpers/cli-tree.ts';
import { json } from '../helpers/host-cli.ts';
import { freePort } from '../helpers/mosquitto.ts';

const backupJson = z.object({
  store: z.object({ bytes: z.number() }).nullable(),
  generations: z.array(z.number()),
});

describeCli('backup and restore', (sandbox) => {
  const local = localBroker(sandbox);
  const file = `${sandbox.home}/broker.backup`;
  const owner = { name: 'alice', password: 'Kanarienvogel 11' };
  let port = 0;

  test('everything is in one closed file, and the broker goes on', async () => {
    port = await freePort();
    await local.must(
      ['install', '--port', `${port}`, '--user', owner.name, '--password-file', '-', '--yes'],
      {
        input: owner.password,
      },
    );
    const clients = await clientsOf(sandbox, port, owner);
    expect((await clients.publish('home/hall', 'bonjour', '-r')).code).toBe(0);
    const pid = local.pid();
    const made = json(backupJson, await local.must(['backup', file, '--json']));
    expect(made.store?.bytes).toBeGreaterThan(64);
    expect(made.generations).toEqual([1]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(local.pid()).toBe(pid);
    expect(failure(await local.cli(['backup', file, '--json']), 64).code).toBe('users.out.exists');
    expect((await local.unchanged(['backup', file, '--check'])).code).toBe(0);
  });

  test('on the same machine: what came later goes, what was there comes back', async () => {
    await local.must(['add-user', 'later', '--role', 'both', '--topic', 'x/#', '--generate', '--yes']);
    const clients = await clientsOf(sandbox, port, owner);
    await clients.publish('home/hall', 'au revoir', '-r');
    await clients.publish('home/new', 'late', '-r');
    await local.unchanged(['restore', file, '--dry-run']);
    await local.must(['restore', file, '--yes']);
    expect((await local.must(['list-users'])).stdout).not.toContain('later');
    expect(await clients.read('home/hall', 1)).toEqual(['bonjour']);
    expect(await clients.read('home/new', 1, 1)).toEqual([]);
    expect(await local.verify()).toEqual(verified);
  });

  test('on a bare one: users, retained messages and history', async () => {
    const other = localBroker(sandbox);
    await local.must(['stop']);
    await other.must(['restore', file, '--yes']);
    const clients = await clientsOf(sandbox, port, owner);
    expect(await clients.read('home/hall', 1)).toEqual(['bonjour']);
    expect(await other.verify()).toEqual(verified);
    const { generations } = json(
      z.object({ generations: z.array(z.object({ number: z.number() })) }),
      await other.must(['history', '--json']),
    );
    expect(generations.map(({ number }) => number)).toEqual([1, 2]);
    await other.must(['stop']);
    await local.must(['start']);
  });

  test('with a passphrase: it opens with it and with no other', async () => {
    const sealed = `${sandbox.home}/sealed.backup`;
    const right = await secretFile(sandbox, 'a long passphrase');
    const wrong = await secretFile(sandbox, 'another passphrase');
    await local.must(['backup', sealed, '--password-file', right]);
    expect((await readFile(sealed)).includes('alice')).toBe(false);
    await local.unchanged(['backup', sealed, '--check', '--password-file', right]);
    for (const args of [
      ['backup', sealed, '--check'],
      ['restore', sealed, '--yes'],
    ]) {
      const failed = await local.unchanged([...args, '--json', '--password-file', wrong]);
      expect(failure(failed, 65).code).toBe('backup.passphrase');
      expect(failure(await local.unchanged([...args, '--json']), 64).code).toBe('backup.needsPassphrase');
    }
    const short = await secretFile(sandbox, 'short');
    const refused = await local.unchanged(['backup', `${sealed}2`, '--json', '--password-file', short]);
    expect(failure(refused, 65).code).toBe('backup.short');
  });

  test.each<[string, (whole: Buffer) => Buffer, string]>([
    ['cut off', (whole) => whole.subarray(0, whole.length / 2), 'backup.damaged'],
    [
      'a bit is not as it was',
      (whole) =>
        Buffer.concat([whole.subarray(0, 200), Buffer.from([whole[200] ?? 0 ^ 4, 7]), whole.subarray(202)]),
      'backup.damaged',
    ],
    ['empty', () => Buffer.alloc(0), 'backup.foreign'],
    ['a text', () => Buffer.from('listener 1883\n'), 'backup.foreign'],
  ])('a file that is none changes nothing: %s', async (_name, damage, code) => {
    const bad = `${sandbox.home}/bad.backup`;
    await writeFile(bad, damage(await readFile(file)));
    for (const args of [
      ['restore', bad, '--yes'],
      ['backup', bad, '--check'],
    ])
      expect(failure(await local.unchanged([...args, '--json']), 65).code).toBe(code);
    await rm(bad);
  });

  test('a restore that cannot be proven gives everything back, the database too', async () => {
    const clients = await clientsOf(sandbox, port, owner);
    await clients.publish('home/hall', 'kept', '-r');
    const taken = await freePort();
    await local.must(['install', '--port', `${taken}`, '--yes']);
    // Somebody else has the port that the backup wants.
    const server = (await import('node:net')).createServer().listen(port, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const before = await treeOf(local.dir, { strict: false });
    const failed = await local.cli(['restore', file, '--yes', '--json']);
    expect(failed.code).not.toBe(0);
    const left = changed(before, await treeOf(local.dir, { strict: false }));
    // The broker that was stopped for its database is another process now.
    expect(left.filter((line) => !line.includes('broker.pid'))).toEqual([]);
    await new Promise((resolve) => server.close(resolve));
    expect(await (await clientsOf(sandbox, taken, owner)).read('home/hall', 1)).toEqual(['kept']);
  });
});
