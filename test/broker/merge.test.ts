import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { describeCli } from '../helpers/cli-describe.ts';
import { failure, localBroker, verified } from '../helpers/cli-journey.ts';
import { clientsOf } from '../helpers/cli-mqtt.ts';
import { json, planJson, usersJson } from '../helpers/host-cli.ts';
import { freePort } from '../helpers/mosquitto.ts';

describeCli('adopt --merge', (sandbox) => {
  const local = localBroker(sandbox);
  const [passwd, acl, conf, spec] = ['passwd', 'acl', 'mosquitto.conf', 'broker.yaml'].map(
    (name) => `${local.dir}/${name}`,
  ) as [string, string, string, string];
  const owner = { name: 'alice', password: 'Kanarienvogel 11' };
  let port = 0;

  async function merge(): Promise<void> {
    expect(failure(await local.unchanged(['apply', '--yes', '--json']), 78).code).toBe('preflight.drift');
    await local.must(['adopt', '--merge', '--yes']);
    expect(json(planJson, await local.unchanged(['plan', '--json'])).changes).toEqual([]);
    expect(await local.verify()).toMatchObject({ ...verified, failed: [] });
  }

  const mosquittoPasswd = (...args: string[]) =>
    sandbox.run([`${sandbox.broker.bin}/bin/mosquitto_passwd`, ...args], { env: sandbox.broker.env });

  test('an account that mosquitto_passwd added stays, with its password and the rights of its own', async () => {
    port = await freePort();
    await local.must(
      ['install', '--port', `${port}`, '--user', owner.name, '--password-file', '-', '--yes'],
      {
        input: owner.password,
      },
    );
    await local.must([
      'add-user',
      'roof',
      '--role',
      'publisher',
      '--topic',
      'weather/#',
      '--generate',
      '--yes',
    ]);
    expect((await mosquittoPasswd('-b', passwd, 'byhand', 'By hand 4711')).code).toBe(0);
    await appendFile(acl, '\nuser byhand\ntopic read weather/#\n');
    await merge();
    const { users } = json(usersJson, await local.must(['list-users', '--json']));
    expect(users).toContainEqual(
      expect.objectContaining({ name: 'byhand', roles: ['subscriber'], topics: ['weather/#'] }),
    );
    const clients = await clientsOf(sandbox, port, { name: 'byhand', password: 'By hand 4711' });
    const alice = await clientsOf(sandbox, port, owner);
    await alice.publish('weather/now', 'sun', '-r');
    expect(await clients.read('weather/now', 1)).toEqual(['sun']);
  });

  test('another password stays, and an account that was taken out is gone', async () => {
    expect((await mosquittoPasswd('-b', passwd, 'byhand', 'Another 4712')).code).toBe(0);
    expect((await mosquittoPasswd('-D', passwd, 'roof')).code).toBe(0);
    await merge();
    const { users } = json(usersJson, await local.must(['list-users', '--json']));
    expect(users.map(({ name }) => name)).toEqual(['alice', 'byhand']);
    const clients = await clientsOf(sandbox, port, { name: 'byhand', password: 'Another 4712' });
    expect(await clients.read('weather/now', 1)).toEqual(['sun']);
  });

  test('settings go into broker.yaml, whose comments stay', async () => {
    await writeFile(spec, `${await readFile(spec, 'utf8')}# a word of mine\n`);
    await local.must(['apply', '--yes']);
    const text = await readFile(conf, 'utf8');
    await writeFile(
      conf,
      `sys_interval 33\n${text.replace(/^max_inflight_messages .*$/m, 'max_inflight_messages 7')}`,
    );
    await merge();
    const merged = await readFile(spec, 'utf8');
    expect(merged).toContain('# a word of mine');
    expect(merged).toMatch(/sys_interval: 33s?/);
    expect(await readFile(conf, 'utf8')).toContain('sys_interval 33');
  });

  test('what cannot be declared is named with its line, and nothing is changed', async () => {
    const text = await readFile(conf, 'utf8');
    await writeFile(conf, `${text}allow_duplicate_messages true\nno_such_option 1\n`);
    const { problems } = failure(await local.unchanged(['adopt', '--merge', '--yes', '--json']), 78);
    expect(problems.some(({ place }) => place?.file === conf && (place.line ?? 0) > 5)).toBe(true);
    await writeFile(conf, text);
  });
});
