import { appendFile, mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeCli } from '../helpers/cli-describe.ts';
import { failure, type Local, localBroker, verified } from '../helpers/cli-journey.ts';
import { json, verifyJson } from '../helpers/host-cli.ts';
import { freePort } from '../helpers/mosquitto.ts';

const deep = ['persistence.restart', 'service.survives'];

describeCli('what survives a restart of the broker', (sandbox) => {
  let local: Local;

  const statuses = async (...args: string[]): Promise<Record<string, string>> => {
    const { checks } = json(verifyJson, await local.cli(['verify', '--json', ...args]));
    return Object.fromEntries(checks.map(({ id, status }) => [id, status]));
  };
  const told = async (...args: string[]): Promise<string> => (await local.cli(['verify', ...args])).stdout;

  beforeAll(async () => {
    local = localBroker(sandbox);
    await local.install('--port', `${await freePort()}`);
  });

  test('is on disk, and nothing of ours stays there', async () => {
    expect(await statuses('--only', 'persistence')).toEqual({ 'persistence.saved': 'pass' });
    expect((await readFile(`${local.dir}/data/mosquitto.db`)).toString('latin1')).not.toContain('probe');
  });

  test('is asked for after everything else, with one restart', async () => {
    const before = local.pid();
    expect(await local.verify('--deep')).toEqual(verified);
    expect(local.pid()).not.toBe(before);
    expect((await readFile(`${local.dir}/log/mosquitto.log`, 'utf8')).match(/ terminating$/gm)).toHaveLength(
      1,
    );
    expect(await local.verify()).toEqual(verified);
    expect((await readFile(`${local.dir}/data/mosquitto.db`)).toString('latin1')).not.toContain('probe');
  });

  test('is never asked for by itself', async () => {
    const before = local.pid();
    const all = await statuses();
    for (const id of deep) expect(all).not.toHaveProperty(id);
    expect(await statuses('--deep', '--dry-run', '--only', deep.join(','))).toEqual({
      'persistence.restart': 'skip',
      'service.survives': 'skip',
    });
    expect(await told('--only', 'service.survives')).toContain('--deep');
    expect(local.pid()).toBe(before);
  });

  test('cannot be asked of a broker elsewhere', async () => {
    const result = await sandbox.cli(['verify', '--json', '--deep', '-h', '127.0.0.1', '-p', '1']);
    expect(failure(result, 64).message).toContain('--deep');
  });

  describe('fails', () => {
    test('where the broker cannot write its database', async () => {
      // It writes there first, whoever it is.
      const obstacle = `${local.dir}/data/mosquitto.db.new`;
      await mkdir(obstacle);
      try {
        const said = await told('--only', 'persistence', '--timeout', '1');
        expect(said).toContain('not written in 1000 ms');
        expect(said).toMatch(/data: owner \S+ \(uid \d+\), mode 0700; the broker runs as uid \d+/);
        expect(await statuses('--deep', '--only', 'persistence.restart')).toEqual({
          'persistence.restart': 'fail',
        });
        // The restart is left out where something is wrong already.
        const pid = local.pid();
        expect(await statuses('--deep', '--only', 'persistence,service', '--timeout', '1')).toMatchObject({
          'persistence.saved': 'fail',
          'persistence.restart': 'skip',
          'service.survives': 'skip',
        });
        expect(local.pid()).toBe(pid);
      } finally {
        await rmdir(obstacle);
      }
      expect(await statuses('--only', 'persistence')).toEqual({ 'persistence.saved': 'pass' });
    });

    test('where the broker comes back at another port', async () => {
      const conf = `${local.dir}/mosquitto.conf`;
      const text = await readFile(conf, 'utf8');
      const port = await freePort();
      await appendFile(conf, `listener ${port} 127.0.0.1\n`);
      const said = await told('--deep', '--only', 'service.survives');
      await writeFile(conf, text);
      expect(said).toContain(`127.0.0.1:${port}: not open before`);
      expect(await statuses('--deep', '--only', 'service.survives')).toEqual({ 'service.survives': 'fail' });
      expect(await statuses('--deep', '--only', 'service.survives')).toEqual({ 'service.survives': 'pass' });
    });

    test('where it does not come back at all, with its own words', async () => {
      const conf = `${local.dir}/mosquitto.conf`;
      await appendFile(conf, 'nonsense true\n');
      const said = await told('--deep', '--only', 'service.survives,persistence.restart');
      expect(said.match(/nonsense/g)?.length).toBeGreaterThanOrEqual(2);
      expect(await local.cli(['verify'])).toMatchObject({ code: 1 });
      await local.must(['apply', '--yes', '--overwrite-drift']);
    });
  });

  test('is left out where nothing is to be kept', async () => {
    const spec = `${local.dir}/broker.yaml`;
    await appendFile(spec, 'persistence:\n  enabled: false\n');
    await local.must(['apply', '--yes']);
    const said = await told('--deep', '--only', 'persistence');
    expect(said).toMatch(/mosquitto\.conf:\d+/);
    expect(await statuses('--deep', '--only', 'persistence')).toEqual({
      'persistence.saved': 'skip',
      'persistence.restart': 'skip',
    });
  });
});
