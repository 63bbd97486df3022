import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasOpenssl, selfSigned } from '../helpers/certificate.ts';
import { describeCli } from '../helpers/cli-describe.ts';
import { failure } from '../helpers/cli-journey.ts';
import { json, told, verifyJson } from '../helpers/host-cli.ts';
import { type Broker, startMosquitto } from '../helpers/mosquitto.ts';

/** Any MQTT broker by its URL, as an address for the whole question. */
describeCli('verify -L', (sandbox) => {
  let broker: Broker | undefined;
  let folder = '';
  const env = { PW: 'a good password' };

  beforeAll(async () => {
    if (!hasOpenssl) return;
    folder = await mkdtemp(join(tmpdir(), 'mqtt-setup-url-'));
    await chmod(folder, 0o755);
    selfSigned(folder);
    await chmod(`${folder}/key.pem`, 0o644);
    broker = await startMosquitto({
      conf: `allow_anonymous false\npassword_file DIR/passwd\nset_tcp_nodelay true\nlistener PORT 127.0.0.1\ncertfile ${folder}/cert.pem\nkeyfile ${folder}/key.pem\n`,
      passwd: { 'ali@ce': 'a good password' },
    });
  });
  afterAll(async () => {
    await broker?.stop();
    if (folder !== '') await rm(folder, { recursive: true });
  });

  const verify = (...args: string[]) =>
    sandbox.cli(['verify', '--json', '-L', `mqtts://ali%40ce@localhost:${broker?.port}`, ...args], { env });

  test.skipIf(!hasOpenssl)('asks over TLS whom the URL names', async () => {
    const result = await verify('--password-env', 'PW', '--cafile', `${folder}/cert.pem`);
    const { checks, ok } = json(verifyJson, result);
    expect(ok, told(result)).toBe(true);
    const passed = checks.filter(({ status }) => status === 'pass').map(({ id }) => id);
    expect(passed).toEqual(
      expect.arrayContaining(['connect.reach', 'auth.anonymous', 'messages.properties']),
    );
  });

  test.skipIf(!hasOpenssl)(
    'trusts no certificate that nobody vouches for, unless it is told to',
    async () => {
      const result = await verify('--password-env', 'PW');
      expect(result.code, told(result)).toBe(1);
      expect(result.stdout).toContain('ETLS');
      expect((await verify('--password-env', 'PW', '--insecure')).code).toBe(0);
    },
  );

  test.skipIf(!hasOpenssl)('takes the topic from the URL, and refuses what is none', async () => {
    const at = `mqtts://ali%40ce@localhost:${broker?.port}`;
    const more = ['--password-env', 'PW', '--insecure', '--only', 'messages.qos0'];
    const run = (url: string) => sandbox.cli(['verify', '--json', '-L', url, ...more], { env });
    expect((await run(`${at}/here/and/there`)).code).toBe(0);
    failure(await run(`${at}/here/%23/there`), 64);
    failure(await run('gopher://localhost'), 64);
    failure(await run('mqtt://'), 64);
  });
});
