import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeCli } from '../helpers/cli-describe.ts';
import { failure, localBroker } from '../helpers/cli-journey.ts';
import { json } from '../helpers/host-cli.ts';
import { freePort } from '../helpers/mosquitto.ts';

const auditJson = z.object({
  ok: z.boolean(),
  score: z.number(),
  checks: z.array(z.object({ id: z.string(), status: z.string(), severity: z.string().nullable() })),
});

describeCli('audit of a broker in a folder', (sandbox) => {
  const local = localBroker(sandbox);

  test('where there is no broker it says so, and gives no score', async () => {
    expect(failure(await local.cli(['audit', '--json']), 69).code).toBe('audit.noBroker');
  });

  test('a broker of this machine alone has 100, and loses them by what is done to it', async () => {
    await local.install('--profile', 'local', '--port', `${await freePort()}`);
    expect(json(auditJson, await local.must(['audit', '--json']))).toMatchObject({ ok: true, score: 100 });
    const policy = `${local.dir}-policy.json`;
    await writeFile(policy, (await local.must(['audit', '--make-policy'])).stdout);
    await local.must(['audit', '--policy', policy]);
    await writeFile(`${policy}.bad`, '{"schemaVersion":1,"score":90,"hold":["no.rule"]}');
    expect(failure(await local.cli(['audit', '--policy', `${policy}.bad`, '--json']), 65).code).toBe(
      'audit.policy.unknown',
    );
    const passwd = `${local.dir}/passwd`;
    const before = await readFile(passwd, 'utf8');
    await writeFile(passwd, `${before}typed:by hand\n`);
    const worse = await local.unchanged(['audit', '--json']);
    expect(worse.code).toBe(1);
    const { checks, score } = json(auditJson, worse);
    expect(score).toBeLessThanOrEqual(50);
    expect(checks).toContainEqual(expect.objectContaining({ id: 'passwd.plaintext', status: 'fail' }));
    const breached = await local.unchanged(['audit', '--policy', policy, '--fail-on', 'critical', '--json']);
    expect(breached.code).toBe(1);
    expect(json(auditJson, breached).checks.filter(({ id }) => id === 'policy')).toHaveLength(2);
    expect((await local.cli(['audit', '--fail-on', 'grave'])).code).toBe(64);
  });
});
