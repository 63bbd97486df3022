import { chown, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeCli } from '../helpers/cli-describe.ts';
import { localBroker, verified } from '../helpers/cli-journey.ts';
import { json } from '../helpers/host-cli.ts';
import { freePort } from '../helpers/mosquitto.ts';

const planJson = z.object({
  permissions: z.array(
    z.object({
      user: z.string().nullable(),
      topic: z.string(),
      access: z.string(),
      before: z.boolean(),
      after: z.boolean(),
    }),
  ),
  disconnects: z.union([z.literal('everybody'), z.array(z.string())]).nullable(),
});

/** Here there are access tests, which the other journeys have not. */
const provenToo = { ...verified, skipped: verified.skipped.filter((id) => id !== 'access.tests') };

describeCli('access tests', (sandbox) => {
  const local = localBroker(sandbox);
  const spec = join(local.dir, 'broker.yaml');
  let port = 0;

  async function declare(...lines: string[]): Promise<void> {
    const text = [
      'version: 1',
      'profile: local',
      `listeners: [{ port: ${port} }]`,
      'roles:',
      "  sensor: { publish: ['weather/{user}/#'], subscribe: ['weather/{user}/set'], deny: ['weather/{user}/secret'] }",
      "  reader: { subscribe: ['weather/#'], deny: ['weather/+/secret'] }",
      'everyone: { subscribe: [public/#] }',
      ...lines,
      '',
    ].join('\n');
    await writeFile(spec, text);
    await chown(spec, sandbox.user.uid, sandbox.user.gid);
  }

  const tests = [
    'tests:',
    '  - roof can publish weather/roof/temp',
    '  - roof cannot publish weather/roof/secret',
    '  - roof cannot publish weather/cellar/temp',
    '  - roof can read weather/roof/set',
    '  - roof cannot read weather/roof/temp',
    '  - screen can read weather/roof/temp',
    '  - screen cannot read weather/roof/secret',
    '  - screen cannot publish weather/roof/temp',
    '  - everyone can read public/notice',
    '  - everyone cannot publish public/notice',
    '  - anonymous cannot connect',
  ];

  test('hold by what is declared and by what arrives', async () => {
    port = await freePort();
    await local.install('--port', `${port}`);
    await declare();
    await local.must(['apply', '--yes']);
    for (const [name, role] of [
      ['roof', 'sensor'],
      ['cellar', 'sensor'],
      ['screen', 'reader'],
    ] as const)
      await local.must(['add-user', name, '--role', role, '--generate']);
    // The owner may do everything, so what is said of everyone is said without the owner.
    await local.must(['remove-user', 'owner', '--yes']);
    await declare(...tests);
    await local.must(['apply', '--yes']);
    expect(await local.verify()).toEqual(provenToo);
    const report = await local.must(['verify', '--only', 'access.tests', '--json']);
    expect(report.stdout).toContain('roof can publish weather/roof/temp: delivered');
    expect(report.stdout).toContain('screen cannot read weather/roof/secret: not delivered');
  });

  test('no stand-in may touch what the person it stands for may', async () => {
    const acl = await readFile(join(local.dir, 'acl'), 'utf8');
    const section = acl.split('user mqtt-setup-as-roof\n')[1]?.split('\n\n')[0] ?? '';
    expect(
      section.split('\n').every((line) => line.includes(' mqtt-setup/probe/as/mqtt-setup-as-roof/')),
    ).toBe(true);
  });

  test('one that does not hold stops the apply, at its line, before anything is touched', async () => {
    await declare(
      ...tests,
      '  - screen can publish weather/roof/temp',
      '  - anonymous can connect',
      '  - scren can connect',
    );
    const refused = await local.unchanged(['apply', '--yes']);
    expect(refused.code).toBe(65);
    expect(refused.stderr).toMatch(
      /broker\.yaml:20:5[\s\S]*"screen can publish weather\/roof\/temp" does not hold/,
    );
    expect(refused.stderr).toMatch(/broker\.yaml:21:5[\s\S]*"anonymous can connect"/);
    const checked = await local.unchanged(['check', '--json']);
    expect(checked.code).toBe(1);
    expect(checked.stdout).toContain('"declared.access-test"');
    expect((await local.unchanged(['check', '--format', 'sarif'])).stdout).toContain('declared.access-test');
    expect(refused.stderr).toMatch(/broker\.yaml:22:5[\s\S]*no account "scren"[\s\S]*"screen"/);
  });

  test.each([
    ['roof may publish x', 'is no access test'],
    ['roof can publish', 'the topic is missing'],
    ['roof can connect x', 'connecting has no topic'],
    ['roof can read weather/#', 'without "+" and "#"'],
  ])('%s is refused with its reason', async (line, words) => {
    await declare('tests:', `  - ${line}`);
    const refused = await local.unchanged(['plan']);
    expect(refused.code).toBe(65);
    expect(refused.stderr).toContain('broker.yaml:9:5');
    expect(refused.stderr).toContain(words);
  });

  test('a broker that does otherwise than what is declared fails loudly', async () => {
    await declare(...tests);
    await local.must(['apply', '--yes']);
    const file = join(local.dir, 'acl');
    const acl = await readFile(file, 'utf8');
    const line = 'topic deny mqtt-setup/probe/as/mqtt-setup-as-roof/weather/roof/secret\n';
    expect(acl).toContain(line);
    await writeFile(file, acl.replace(line, ''));
    process.kill(local.pid(), 'SIGHUP');
    await expect
      .poll(async () => (await local.verify('--only', 'access.tests')).failed.join(), { timeout: 10_000 })
      .toMatch(
        /access\.tests.*otherwise than what is declared.*roof cannot publish weather\/roof\/secret: delivered/,
      );
    expect((await local.verify()).failed.join()).toContain('files.written');
    const drift = await local.cli(['plan']);
    expect(drift.code).toBe(78);
    await local.must(['apply', '--yes', '--overwrite-drift']);
    expect(await local.verify()).toEqual(provenToo);
  });

  test('plan says in words who may do more and less, and whom it disconnects', async () => {
    await declare(...tests);
    const text = await readFile(spec, 'utf8');
    await writeFile(
      spec,
      text
        .replace("publish: ['weather/{user}/#']", "publish: ['weather/{user}/#', cmd/#]")
        .replace("subscribe: ['weather/#']", "subscribe: ['weather/roof/#']"),
    );
    const plan = await local.unchanged(['plan']);
    expect(plan.stdout).toContain('2 more users may publish to cmd/# (roof, cellar)');
    expect(plan.stdout).toContain('screen may no longer read weather/#');
    expect(plan.stdout).toContain('The broker reloads; nobody is disconnected.');
    const data = json(planJson, await local.unchanged(['plan', '--json']));
    expect(data.permissions).toContainEqual({
      user: 'roof',
      topic: 'cmd/#',
      access: 'publish',
      before: false,
      after: true,
    });
    expect(data.disconnects).toEqual([]);
    const gone = json(planJson, await local.cli(['remove-user', 'cellar', '--dry-run', '--json']));
    expect(gone.disconnects).toEqual(['cellar']);
    const french = await local.unchanged(['plan', '--lang', 'fr']);
    expect(french.stdout).toContain('2 utilisateurs de plus peuvent publier sous cmd/#');
  });
});
