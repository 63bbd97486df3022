import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { describeCli } from '../helpers/cli-describe.ts';
import { localBroker } from '../helpers/cli-journey.ts';
import { told } from '../helpers/host-cli.ts';
import { freePort } from '../helpers/mosquitto.ts';

const status = z.object({
  running: z.boolean(),
  numbers: z.record(z.string(), z.number().nullable()).nullable(),
  change: z.object({ number: z.number(), command: z.string() }).nullable(),
  drift: z.array(z.string()),
});

describeCli('the state of a broker', (sandbox) => {
  const local = localBroker(sandbox);
  beforeAll(async () => {
    await local.install('--port', `${await freePort()}`);
  });

  const seen = async () => status.parse(JSON.parse((await local.cli(['status', '--json'])).stdout));

  test('has the broker’s own numbers, and who changed it last', async () => {
    // What it counts of a minute comes with its second tick.
    const patience = Date.now() + 30_000;
    let now = await seen();
    while ((now.numbers?.['received'] ?? 0) === 0 && Date.now() < patience) {
      await sleep(250);
      now = await seen();
    }
    expect(now).toMatchObject({ running: true, change: { number: 1, command: 'install' }, drift: [] });
    expect(now.numbers?.['clients']).toBeGreaterThanOrEqual(0);
    expect(now.numbers?.['received']).toBeGreaterThan(0);
  });

  test('is told again and again to whoever watches, until Ctrl-C', async () => {
    const running = sandbox.begin(['status', '--watch', '--json', '--local', local.dir]);
    await sleep(5000);
    process.kill(running.pid, 'SIGINT');
    const result = await running.done;
    expect(result.code, told(result)).toBe(0);
    const lines = result.stdout
      .trim()
      .split('\n')
      .map((line) => z.object({ at: z.string(), running: z.boolean() }).parse(JSON.parse(line)));
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines.every(({ running: runs }) => runs)).toBe(true);
    // Watching leaves nobody behind.
    expect((await local.cli(['verify', '--only', 'connect'])).code).toBe(0);
  });

  test('counts topics with an account that may read them', async () => {
    const env = { PW: 'the way to the roof' };
    await local.must(['add-user', 'reader', '--role', 'both', '--topic', 'home/#', '--password-env', 'PW'], {
      env,
    });
    const words = ['status', '--watch', '--local', local.dir, '--topics', 'home/#', '--password-env', 'PW'];
    const lines = sandbox.begin([...words, '--json', '-u', 'reader'], { env });
    const page = sandbox.begin([...words, '--lang', 'en', '-u', 'reader'], { env });
    await sleep(2500);
    const port =
      /^listener (\d+)/m.exec(await readFile(join(local.dir, 'mosquitto.conf'), 'utf8'))?.[1] ?? '';
    const login = ['-h', '127.0.0.1', '-p', port, '-u', 'reader', '-P', env.PW];
    const sent = await sandbox.run(
      [`${sandbox.broker.bin}/bin/mosquitto_pub`, ...login, '-t', 'home/kitchen', '--repeat', '5', '-m', 'x'],
      { env: sandbox.broker.env },
    );
    expect(sent.code, sent.stderr).toBe(0);
    await sleep(4000);
    for (const { pid } of [lines, page]) process.kill(pid, 'SIGINT');
    const result = await lines.done;
    expect(result.code, told(result)).toBe(0);
    const last = z
      .object({ topics: z.unknown() })
      .parse(JSON.parse(result.stdout.trim().split('\n').at(-1) ?? ''));
    expect(last.topics).toEqual([{ topic: 'home/kitchen', count: 5 }]);
    expect((await page.done).stdout).toContain('    5  home/kitchen');
  });

  test('refuses topics without an account, without --watch, and with a password that is wrong', async () => {
    const env = { PW: 'not the way to the roof' };
    expect((await local.cli(['status', '--topics', 'home/#'])).code).toBe(64);
    expect((await local.cli(['status', '--watch', '--topics', 'home/#'])).code).toBe(64);
    const words = [
      'status',
      '--watch',
      '--topics',
      'home/#',
      '--lang',
      'en',
      '-u',
      'reader',
      '--password-env',
      'PW',
    ];
    const refused = await local.cli(words, { env });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('does not let reader in');
  });

  test('names what somebody has changed by hand', async () => {
    await appendFile(join(local.dir, 'acl'), '# by hand\n');
    expect((await seen()).drift).toEqual([join(local.dir, 'acl')]);
    const words = await local.cli(['status', '--lang', 'en']);
    expect(words.stdout).toContain('changed by hand');
    expect(words.stdout).toMatch(/\$ .* diff --local/);
  });

  test('is 1 where it does not run, with what comes next', async () => {
    await local.cli(['stop']);
    const result = await local.cli(['status', '--lang', 'fr']);
    expect(result.code).toBe(1);
    expect(result.stdout).toContain('pourquoi il ne tourne pas');
  });
});
