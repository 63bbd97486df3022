import { appendFile, readFile, stat, writeFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { describeCli } from '../helpers/cli-describe.ts';
import { failure, type Local, localBroker } from '../helpers/cli-journey.ts';
import { told } from '../helpers/host-cli.ts';
import { freePort } from '../helpers/mosquitto.ts';

describeCli('doctor --bundle', (sandbox) => {
  let local: Local;
  const secrets = ['a good long password', 'hunter2-of-the-bridge'];
  const env = { LAMP: secrets[0] ?? '' };
  let count = 0;

  /** Packs, and answers what it wrote. */
  async function bundle(): Promise<string> {
    count += 1;
    const path = `${local.dir}/../bundle-${count}.md`;
    const result = await local.cli(['doctor', '--bundle', path]);
    expect(result.code, told(result)).toBe(0);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    return readFile(path, 'utf8');
  }

  beforeAll(async () => {
    local = localBroker(sandbox);
    await local.install('--port', `${await freePort()}`);
    await local.must(
      ['add-user', 'lamp', '--role', 'publisher', '--topic', 'a/#', '--password-env', 'LAMP'],
      { env },
    );
  });

  test('holds what others need, and no secret', async () => {
    const text = await bundle();
    for (const word of [
      '## Findings',
      '## Configuration',
      '## Log',
      'mosquitto.conf',
      'topic write a/#',
      'lamp:‹secret',
      'broker.yaml',
    ])
      expect(text).toContain(word);
    const [passwd, probe] = await Promise.all([
      readFile(`${local.dir}/passwd`, 'utf8'),
      readFile(`${local.dir}/.mqtt-setup/probe`, 'utf8'),
    ]);
    const hashes = passwd.split('\n').flatMap((line) =>
      line
        .split('$')
        .slice(1)
        .filter((part) => part.length > 15),
    );
    for (const secret of [...hashes, probe.trim(), ...secrets]) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/\$7\$/);
  });

  test('has one token for one secret, wherever it stands', async () => {
    const conf = `${local.dir}/mosquitto.conf`;
    const log = `${local.dir}/log/mosquitto.log`;
    const before = await readFile(conf, 'utf8');
    const said = await readFile(log, 'utf8');
    const [, secret = ''] = secrets;
    await appendFile(conf, `connection up\naddress 127.0.0.1:1\ntopic # out\nremote_password ${secret}\n`);
    const basic = Buffer.from(`up:${secret}`).toString('base64');
    await appendFile(log, `1: Error: ${secret} and ${encodeURIComponent(secret)} and ${basic}\n`);
    try {
      const text = await bundle();
      expect(text).not.toContain(secret);
      expect(text).not.toContain(basic);
      const [, token = 'none'] = /remote_password (‹secret \d+›)/.exec(text) ?? [];
      expect(text).toMatch(new RegExp(`Error: ${token} and ${token} and `));
    } finally {
      await writeFile(conf, before);
      await writeFile(log, said);
    }
  });

  test('writes over nothing, and needs a path', async () => {
    const path = `${local.dir}/../bundle-1.md`;
    const before = await readFile(path);
    failure(await local.cli(['doctor', '--json', '--bundle', path]), 64);
    expect(await readFile(path)).toEqual(before);
    failure(await local.cli(['doctor', '--json', '--bundle', '']), 64);
    failure(await local.cli(['doctor', '--json', '--bundle', `${local.dir}/none/x.md`]), 1);
  });

  test('leaves everything as it is', async () => {
    await local.unchanged(['doctor', '--bundle', `${local.dir}/../bundle-left.md`]);
  });
});
