import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { describeCli } from '../helpers/cli-describe.ts';
import { localBroker } from '../helpers/cli-journey.ts';
import { type Clients, clientsOf, secretFile } from '../helpers/cli-mqtt.ts';
import { json, told, verifyJson } from '../helpers/host-cli.ts';
import { freePort } from '../helpers/mosquitto.ts';
import { Pki } from '../helpers/pki.ts';

/** A site and a cloud, each a broker of ours; the site's bridge goes over TLS and knows the cloud's CA. */
describeCli('a bridge over TLS', (sandbox) => {
  const [cloud, site] = [localBroker(sandbox), localBroker(sandbox)];
  const word = 'a word for the link 17';
  let ports: { cloud: number; secure: number; strict: number; site: number };
  let readers: { cloud: Clients; site: Clients };

  beforeAll(async () => {
    ports = {
      cloud: await freePort(),
      secure: await freePort(),
      strict: await freePort(),
      site: await freePort(),
    };
    const credentials = [];
    for (const [broker, port] of [
      [cloud, ports.cloud],
      [site, ports.site],
    ] as const)
      credentials.push((await broker.install('--port', `${port}`)).credentials[0]?.password ?? '');
    const [ofCloud = '', ofSite = ''] = credentials;
    readers = {
      cloud: await clientsOf(sandbox, ports.cloud, { name: 'owner', password: ofCloud }),
      site: await clientsOf(sandbox, ports.site, { name: 'owner', password: ofSite }),
    };
    await writeFile(
      join(cloud.dir, 'broker.yaml'),
      `version: 1
profile: local
listeners:
  - {name: mqtt, port: ${ports.cloud}}
  - {name: mqtts, port: ${ports.secure}, tls: own}
  - {name: strict, port: ${ports.strict}, tls: {clients: identity}}
`,
    );
    await cloud.must(['apply', '--yes']);
    await cloud.must([
      'add-user',
      'link',
      '--role',
      'both',
      '--topic',
      'site/#',
      '--password-file',
      await secretFile(sandbox, word),
    ]);
  });

  const authority = () => join(cloud.dir, 'certs/mqtt-setup-ca.crt');
  const declare = async (remote: string, more: string): Promise<void> =>
    writeFile(
      join(site.dir, 'broker.yaml'),
      `version: 1
profile: local
listeners:
  - {name: mqtt, port: ${ports.site}}
bridges:
  - name: cloud
    remote: ${remote}
    topics:
      - {filter: 'site/#', direction: both, qos: 1}
${more}`,
    );

  test('whom it cannot trust is told before anything is changed', async () => {
    const secret = await secretFile(sandbox, word);
    const login = `    username: link\n    password_file: ${secret}\n`;
    await declare(`localhost:${ports.secure}`, `${login}    tls: {ca: ${join(site.dir, 'nowhere.pem')}}\n`);
    const missing = await site.cli(['apply', '--yes']);
    expect(missing.code, told(missing)).toBe(65);
    expect(missing.stderr).toMatch(/broker\.yaml:\d+[\s\S]*nowhere\.pem|nowhere\.pem[\s\S]*broker\.yaml:\d+/);
    // Another CA's word counts nothing for the cloud.
    const pki = new Pki();
    const stranger = join(sandbox.home, 'stranger.pem');
    await writeFile(stranger, pki.authority.certificate);
    pki.remove();
    await declare(`localhost:${ports.secure}`, `${login}    tls: {ca: ${stranger}}\n`);
    const strange = await site.cli(['apply', '--yes']);
    expect(strange.code, told(strange)).toBe(65);
    expect(strange.stderr).toContain(`localhost:${ports.secure}`);
  });

  test('carries messages both ways, and verify sees it stand', async () => {
    const secret = await secretFile(sandbox, word);
    await declare(
      `localhost:${ports.secure}`,
      `    username: link\n    password_file: ${secret}\n    tls: {ca: ${authority()}}\n`,
    );
    await site.must(['apply', '--yes']);
    expect((await site.verify()).failed).toEqual([]);
    await readers.site.publish('site/up', 'from the site', '-r');
    expect(await readers.cloud.read('site/up', 1)).toEqual(['from the site']);
    await readers.cloud.publish('site/down', 'from the cloud', '-r');
    expect(await readers.site.read('site/down', 1)).toEqual(['from the cloud']);
  });

  test('shows a certificate of its own where one is asked for', async () => {
    const folder = join(sandbox.home, 'link');
    await cloud.must(['tls', 'client', 'link', '--out', folder]);
    await declare(
      `localhost:${ports.strict}`,
      `    tls: {ca: ${authority()}, certificate: ${join(folder, 'link.crt')}, key: ${join(folder, 'link.key')}}\n`,
    );
    await site.must(['apply', '--yes']);
    expect((await site.verify()).failed).toEqual([]);
    await readers.site.publish('site/again', 'by certificate', '-r');
    expect(await readers.cloud.read('site/again', 1)).toEqual(['by certificate']);
  });

  test('a message of verify’s own crosses it both ways, or it says where not', async () => {
    const secret = await secretFile(sandbox, word);
    const crossing = async (...args: string[]) => {
      const run = await site.cli(['verify', '--json', '--only', 'messages.bridges', ...args]);
      return json(verifyJson, run).checks.find(({ id }) => id === 'messages.bridges');
    };
    const login = `    username: link\n    password_file: ${secret}\n    tls: {ca: ${authority()}}\n`;
    await declare(`localhost:${ports.secure}`, `${login}    test_topic: elsewhere/test\n`);
    const astray = await site.cli(['apply', '--yes']);
    expect(astray.code, told(astray)).toBe(65);
    expect(astray.stderr).toMatch(/broker\.yaml:\d+[\s\S]*elsewhere\/test/);

    await declare(`localhost:${ports.secure}`, `${login}    test_topic: site/mqtt-setup-test\n`);
    await site.must(['apply', '--yes']);
    expect(await crossing()).toMatchObject({ status: 'pass' });

    // The broker as it would be had somebody taken the topic out of the bridge.
    const conf = join(site.dir, 'mosquitto.conf');
    const before = await readFile(conf, 'utf8');
    await writeFile(conf, before.replace('topic site/# both', 'topic other/# both'));
    await site.must(['stop']);
    await site.must(['start']);
    expect(await crossing('--timeout', '2')).toMatchObject({ status: 'fail' });
    await writeFile(conf, before);
    await site.must(['stop']);
    await site.must(['start']);

    // A login that may not read there proves nothing about the bridge.
    const args = ['--role', 'publisher', '--topic', 'site/#', '--password-file', secret];
    await cloud.must(['add-user', 'oneway', ...args]);
    await declare(
      `localhost:${ports.secure}`,
      `${login.replace('link', 'oneway')}    test_topic: site/mqtt-setup-test\n`,
    );
    await site.must(['apply', '--yes']);
    expect(await crossing('--timeout', '2')).toMatchObject({ status: 'skip' });
  });

  test('that the other broker is gone fails verify, and takes no change back', async () => {
    await cloud.must(['stop']);
    const gone = await site.verify('--timeout', '1');
    expect(gone.failed.join()).toContain('connect.bridges');
    const applied = await site.cli(['add-user', 'guest', '--generate', '--yes']);
    expect(applied.code, told(applied)).toBe(0);
    await site.must(['stop']);
    await site.must(['start']);
    await declare(`localhost:${ports.cloud}`, '    username: link\n');
    const moved = await site.cli(['apply', '--yes']);
    expect(moved.code, told(moved)).toBe(0);
    expect(moved.stderr).toContain(`cloud to localhost:${ports.cloud}: state 0`);
    await cloud.must(['start']);
  });
});
