import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { hasOpenssl, selfSigned } from '../helpers/certificate.ts';
import { describeCli } from '../helpers/cli-describe.ts';
import { failure, localBroker, verified } from '../helpers/cli-journey.ts';
import { changed, treeOf } from '../helpers/cli-tree.ts';
import { json, told } from '../helpers/host-cli.ts';
import { freePort } from '../helpers/mosquitto.ts';

const rehearsed = z.object({ ok: z.literal(true), checks: z.number() });

/** What a run that was stopped before the swap may not have touched: all but the lock and the folder's own times. */
async function untouched(dir: string, what: () => Promise<unknown>): Promise<void> {
  const before = await treeOf(dir, { strict: false });
  await what();
  expect(changed(before, await treeOf(dir, { strict: false }))).toEqual([]);
}

describeCli('the rehearsal', (sandbox) => {
  const local = localBroker(sandbox);
  const spec = `${local.dir}/broker.yaml`;

  test('every change is tried by the broker before anything live changes', async () => {
    await local.install('--port', `${await freePort()}`);
    const added = await local.must([
      'add-user',
      'roof',
      '--role',
      'both',
      '--topic',
      'roof/#',
      '--generate',
      '--yes',
    ]);
    expect(added.stderr).toMatch(/tried beforehand: .* \d+ questions/);
    expect(json(rehearsed, await local.unchanged(['rehearse', '--json'])).checks).toBeGreaterThan(5);
  });

  test.runIf(hasOpenssl)('a key that is not the certificate’s is found before the swap', async () => {
    const [ours, others] = [`${local.dir}/certs`, `${local.dir}/others`];
    for (const folder of [ours, others]) {
      await mkdir(folder);
      selfSigned(folder);
      await sandbox.run(['true']);
    }
    const before = await readFile(spec, 'utf8');
    const pid = local.pid();
    const extra = `    extra:\n      - certfile ${ours}/cert.pem\n      - keyfile ${others}/key.pem\n`;
    await writeFile(spec, before.replace(/( {4}bind: loopback\n)/, `$1${extra}`));
    await untouched(local.dir, async () => {
      const result = await local.cli(['apply', '--yes', '--json']);
      expect(failure(result, 1).code, told(result)).toBe('shadow.failed.candidate');
    });
    expect(local.pid()).toBe(pid);
    await writeFile(spec, before);
  });

  test.each<[string, string, string]>([
    ['a value that the broker refuses', 'mosquitto.conf', 'protocol pigeon\n'],
    ['an ACL line that is none', 'acl', 'topic sometimes home/#\n'],
    ['everybody is let in', 'mosquitto.conf', 'allow_anonymous true\n'],
    [
      'a listener beside ours, open to everybody',
      'mosquitto.conf',
      'per_listener_settings true\nlistener 29999 127.0.0.1\nallow_anonymous true\n',
    ],
    ['an option that there is not', 'mosquitto.conf', 'allow_anonymus false\n'],
  ])('what somebody wrote by hand is tried too: %s', async (_name, file, line) => {
    const path = `${local.dir}/${file}`;
    const before = await readFile(path, 'utf8');
    await appendFile(path, line);
    const pid = local.pid();
    const result = await local.unchanged(['rehearse', '--json']);
    expect(failure(result, 1).problems, told(result)).not.toEqual([]);
    expect(local.pid()).toBe(pid);
    await writeFile(path, before);
    expect(await local.verify()).toMatchObject({ ...verified, failed: [] });
  });
});

describeCli('apply --confirm', (sandbox) => {
  const local = localBroker(sandbox);
  const spec = `${local.dir}/broker.yaml`;

  async function edit(): Promise<string> {
    const before = await readFile(spec, 'utf8');
    await writeFile(spec, before.replace('profile: local', `profile: local\nsys_interval: 7s`));
    return before;
  }

  test('stays where somebody confirms it, and nothing else is done meanwhile', async () => {
    await local.install('--port', `${await freePort()}`);
    const before = await edit();
    const applied = await local.must(['apply', '--yes', '--confirm', '1min']);
    expect(applied.stderr).toContain('confirm');
    expect(failure(await local.cli(['add-user', 'x', '--generate', '--yes', '--json']), 75).code).toBe(
      'confirm.waiting',
    );
    await local.must(['confirm']);
    expect(failure(await local.cli(['confirm', '--json']), 1).code).toBe('confirm.none');
    expect(await readFile(`${local.dir}/mosquitto.conf`, 'utf8')).toContain('sys_interval 7');
    await writeFile(spec, before);
    await local.must(['apply', '--yes']);
  });

  test('goes back by itself when nobody does', { timeout: 60_000 }, async () => {
    const conf = await readFile(`${local.dir}/mosquitto.conf`, 'utf8');
    const before = await edit();
    await local.must(['apply', '--yes', '--confirm', '10s']);
    expect(await readFile(`${local.dir}/mosquitto.conf`, 'utf8')).toContain('sys_interval 7');
    for (let tries = 0; tries < 150; tries += 1) {
      if ((await readFile(`${local.dir}/mosquitto.conf`, 'utf8')) === conf) break;
      await sleep(200);
    }
    expect(await readFile(`${local.dir}/mosquitto.conf`, 'utf8')).toBe(conf);
    for (let tries = 0; tries < 50 && sandbox.brokers(local.dir).length !== 1; tries += 1) await sleep(100);
    await sleep(500);
    await writeFile(spec, before);
    expect((await local.verify('--retry-for', '5s')).failed).toEqual([]);
    expect(failure(await local.cli(['confirm', '--json']), 1).code).toBe('confirm.none');
  });

  test('goes back at once on request', async () => {
    const conf = await readFile(`${local.dir}/mosquitto.conf`, 'utf8');
    await edit();
    await local.must(['apply', '--yes', '--confirm', '1h']);
    await local.must(['recover']);
    expect(await readFile(`${local.dir}/mosquitto.conf`, 'utf8')).toBe(conf);
  });

  test.each(['', '0', '9s', '2d', 'soon', '60'])('a time that is none is said so: %s', async (time) => {
    expect(failure(await local.unchanged(['apply', '--yes', '--json', '--confirm', time]), 64).code).toBe(
      'confirm.time',
    );
  });
});
