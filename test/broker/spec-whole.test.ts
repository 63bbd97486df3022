import { chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeCli } from '../helpers/cli-describe.ts';
import { type Local, localBroker, verified } from '../helpers/cli-journey.ts';
import { clientsOf, secretFile } from '../helpers/cli-mqtt.ts';
import type { Sandbox } from '../helpers/cli-sandbox.ts';
import { freePort } from '../helpers/mosquitto.ts';

async function declare(sandbox: Sandbox, local: Local, text: string): Promise<void> {
  await mkdir(local.dir, { recursive: true });
  const file = join(local.dir, 'broker.yaml');
  await writeFile(file, text);
  for (const path of [local.dir, file]) await chown(path, sandbox.user.uid, sandbox.user.gid);
}

describeCli('a broker with all that broker.yaml can say', (sandbox) => {
  const local = localBroker(sandbox);
  let ports: number[] = [];

  test('is installed, and every check passes on every kind of listener', async () => {
    ports = [await freePort(), await freePort(), await freePort()];
    const [plain, web, garden] = ports;
    await declare(
      sandbox,
      local,
      `version: 1
profile: local
listeners:
  - { name: mqtt, port: ${plain}, bind: loopback, max_connections: 200, max_topic_alias: 20 }
  - { name: web, protocol: websockets, port: ${web}, bind: loopback, family: ipv4 }
  - { name: pipe, socket: ${local.dir}/mqtt.sock }
  - { name: garden, port: ${garden}, bind: [127.0.0.1], mount_point: garden/, max_qos: 1 }
roles:
  sensor: { publish: ['weather/{user}/#'], subscribe: ['weather/{user}/set'], deny: ['weather/{user}/secret'] }
everyone: { subscribe: [public/#], publish: ['clients/{client}/state'] }
anonymous: { subscribe: [public/#] }
limits: { packet_size: 1 MiB, keepalive: 10 min, session_expiry: 36 h, queue_qos0: true }
log: { types: [error, warning, notice, information], connections: false }
persistence: { autosave: { changes: 1000 } }
sys_interval: 5s
throughput: true
extra: [upgrade_outgoing_qos true]
`,
    );
    const done = await local.install();
    expect(done.listeners.map(({ url }) => url.split(':')[0])).toEqual(['mqtt', 'ws', 'mqtt+unix', 'mqtt']);
    expect(await local.verify()).toEqual(verified);
  });

  test('a role of one’s own is what it says, and nobody’s name is in it', async () => {
    const login = { name: 'roof', password: 'a long pass word 1' };
    const secret = await secretFile(sandbox, login.password);
    await local.must(['add-user', 'roof', '--role', 'sensor', '--password-file', secret]);
    const owner = await clientsOf(sandbox, ports[0] ?? 0, null);
    expect(await owner.read('weather/#', 1, 1)).toEqual([]);
    const roof = await clientsOf(sandbox, ports[0] ?? 0, login);
    const quiet = async (topic: string): Promise<string> =>
      (await roof.publish(topic, 'x', '-V', '5')).stderr.trim();
    expect(await quiet('weather/roof/temp')).toBe('');
    expect(await quiet('weather/roof/secret')).toContain('Not authorized');
    expect(await quiet('weather/other/temp')).toContain('Not authorized');
  });

  test('who gives no name reads what is public, and nothing else', async () => {
    const stranger = await clientsOf(sandbox, ports[0] ?? 0, null);
    const refused = await stranger.publish('public/x', 'x', '-V', '5');
    expect(refused.stderr).toContain('Not authorized');
    expect((await local.verify('--only', 'auth')).code).toBe(0);
  });

  test('a spec that takes the strangers’ access back closes the broker to them', async () => {
    await declare(
      sandbox,
      local,
      `version: 1\nprofile: local\nlisteners: [{ port: ${ports[0]} }]\nroles: { sensor: { publish: [a] } }\n`,
    );
    await local.must(['apply', '--yes']);
    const stranger = await clientsOf(sandbox, ports[0] ?? 0, null);
    expect((await stranger.publish('public/x', 'x')).code).not.toBe(0);
    expect(await local.verify()).toEqual(verified);
  });

  test('a role that somebody has cannot go', async () => {
    await declare(sandbox, local, `version: 1\nprofile: local\nlisteners: [{ port: ${ports[0]} }]\n`);
    const refused = await local.unchanged(['apply', '--yes']);
    expect(refused.code).toBe(65);
    expect(refused.stderr).toContain('"sensor"');
  });

  test('a socket never takes the place of a file, and its folder must be there', async () => {
    const precious = join(local.dir, 'precious.txt');
    await writeFile(precious, 'mine');
    const refusal = async (socket: string): Promise<string> => {
      await declare(
        sandbox,
        local,
        `version: 1\nprofile: local\nroles: { sensor: { publish: [a] } }\nlisteners:\n  - { port: ${ports[0]} }\n  - { socket: ${socket} }\n`,
      );
      const refused = await local.unchanged(['apply', '--yes']);
      expect(refused.code).toBe(65);
      return refused.stderr;
    };
    expect(await refusal(precious)).toMatch(/broker\.yaml:6:15[\s\S]*would delete it/);
    expect(await refusal(`${local.dir}/passwd`)).toContain('would delete it');
    expect(await refusal(`${local.dir}/gone/x.sock`)).toContain(`mkdir -p ${local.dir}/gone`);
    expect(await readFile(precious, 'utf8')).toBe('mine');
  });
});

describeCli('a bridge', (sandbox) => {
  const cloud = localBroker(sandbox);
  const home = localBroker(sandbox);
  const site = { name: 'site1', password: 'bridge  pass word' };

  test('carries messages to another broker, with the password of a file', async () => {
    const port = await freePort();
    await cloud.install('--port', `${port}`);
    const secret = await secretFile(sandbox, `${site.password}\n`);
    await cloud.must(['add-user', site.name, '--role', 'both', '--topic', '#', '--password-file', secret]);

    const own = await freePort();
    await declare(
      sandbox,
      home,
      `version: 1
profile: local
listeners: [{ port: ${own} }]
bridges:
  - name: cloud
    remote: 127.0.0.1:${port}
    topics:
      - { filter: 'home/#', direction: out, qos: 1, remote_prefix: site1/ }
      - { filter: 'cmd/#', direction: in, qos: 1 }
    username: ${site.name}
    password_file: ${secret}
`,
    );
    const done = await home.install();
    const [owner = { username: '', password: '' }] = done.credentials;
    const here = await clientsOf(sandbox, own, { name: owner.username, password: owner.password });
    const there = await clientsOf(sandbox, port, site);
    await expect
      .poll(
        async () => {
          await here.publish('home/hall', 'out', '-r');
          return there.read('site1/home/hall', 1, 1);
        },
        { timeout: 20_000 },
      )
      .toEqual(['out']);
    await there.publish('cmd/light', 'in', '-r');
    expect(await here.read('cmd/light', 1)).toEqual(['in']);
    expect(await home.verify()).toEqual(verified);
  });

  test('shows no password, in a plan or anywhere', async () => {
    const again = await secretFile(sandbox, 'another secret 2\n');
    const text = `version: 1\nprofile: local\nbridges: [{ name: cloud, remote: 127.0.0.1:1, topics: [{ filter: a, direction: in }], username: a, password_file: ${again} }]\n`;
    await declare(sandbox, home, text);
    const plan = await home.cli(['plan', '--port', `${await freePort()}`]);
    const all = plan.stdout + plan.stderr;
    expect(all).toMatch(
      /-remote_password \[hidden [0-9a-f]{4}\]\n[\s\S]*\+remote_password \[hidden [0-9a-f]{4}\]/,
    );
    expect(all).not.toContain('another secret');
    expect(all).not.toContain(site.password);
  });

  test.each([
    ['that is not there', '/nowhere/secret', 'is not there'],
    ['that is a folder', '/etc', 'cannot be read as a password'],
    ['that everybody may read', '/etc/hostname', 'everybody on this machine may read it'],
  ])('a password file %s is refused, with its place', async (_what, file, words) => {
    const text = `version: 1\nprofile: local\nbridges:\n  - name: cloud\n    remote: 127.0.0.1:1\n    topics: [{ filter: a, direction: in }]\n    username: a\n    password_file: ${file}\nlisteners: [{ port: ${await freePort()} }]\n`;
    await declare(sandbox, home, text);
    const refused = await home.unchanged(['apply', '--yes']);
    expect(refused.code, refused.stderr).toBe(65);
    expect(refused.stderr).toContain('broker.yaml:8:20');
    expect(refused.stderr).toContain(words);
  });
});
