import { readFile, rm, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeCli } from '../helpers/cli-describe.ts';
import { failure, localBroker, verified } from '../helpers/cli-journey.ts';
import { clientsOf, secretFile } from '../helpers/cli-mqtt.ts';
import { changed, type Tree, treeOf } from '../helpers/cli-tree.ts';
import { json } from '../helpers/host-cli.ts';
import { freePort } from '../helpers/mosquitto.ts';
import { randomFrom } from '../helpers/random.ts';

const historyJson = z.object({
  current: z.number().nullable(),
  generations: z.array(
    z.object({
      number: z.number(),
      command: z.string(),
      message: z.string().nullable(),
      overwritten: z.array(z.object({ path: z.string() })),
    }),
  ),
});

/** What a generation is of: the files of the broker and its declarations, not what the state says about runs. */
async function brokerTree(dir: string): Promise<Tree> {
  const tree = await treeOf(dir, { strict: false });
  for (const path of tree.keys())
    if (/^(?:\.mqtt-setup\/(?:generations|records|lock|broker\.|cache)|data|log|\.$)/.test(path))
      tree.delete(path);
  return tree;
}

describeCli('generations', (sandbox) => {
  const local = localBroker(sandbox);
  const trees = new Map<number, Tree>();

  async function note(): Promise<void> {
    const { current } = json(historyJson, await local.must(['history', '--json']));
    trees.set(current ?? 0, await brokerTree(local.dir));
  }

  // Half of them where minutes are counted.
  const states = process.env['CI'] ? 11 : 21;

  test('twenty random changes, and each state comes back exactly', { timeout: 240_000 }, async () => {
    const random = randomFrom();
    await local.install('--port', `${await freePort()}`);
    await note();
    const users = new Set<string>();
    const pick = <T>(all: readonly T[]): T => all[random.below(all.length)] as T;
    const changes: (() => Promise<readonly string[]>)[] = [
      async () => {
        const name = `user${trees.size}`;
        users.add(name);
        return [
          'add-user',
          name,
          '--role',
          pick(['both', 'publisher', 'subscriber']),
          '--topic',
          `${name}/#`,
          '--generate',
        ];
      },
      async () => ['set-password', pick(['owner', ...users]), '--generate'],
      async () => {
        const name = [...users].at(random.below(users.size)) ?? '';
        users.delete(name);
        return ['remove-user', name];
      },
      async () => ['install', '--port', `${await freePort()}`],
      async () => {
        const file = `${local.dir}/broker.yaml`;
        await writeFile(file, `${await readFile(file, 'utf8')}# change ${trees.size}\n`);
        return ['apply'];
      },
    ];
    while (trees.size < states) {
      const change = users.size === 0 ? changes[0] : pick(changes);
      const words = (await change?.()) ?? [];
      await local.must([...words, '--yes', '-m', `step ${trees.size}`]);
      await note();
    }
    for (const [number, tree] of trees) {
      await local.must(['rollback', `${number}`, '--yes']);
      expect(changed(tree, await brokerTree(local.dir)), `generation ${number}, seed ${random.seed}`).toEqual(
        [],
      );
    }
    expect(await local.verify()).toMatchObject({ ...verified, failed: [] });
  });

  test('history says who did what and why, and keeps as many as it is told', async () => {
    const { generations, current } = json(historyJson, await local.must(['history', '--json']));
    expect(generations.length).toBeLessThanOrEqual(30);
    expect(generations.at(-1)?.number).toBe(current);
    expect(generations.at(-1)?.message).toMatch(/^back to generation \d+$/);
    await local.must(['history', '--keep', '3']);
    const left = json(historyJson, await local.must(['history', '--json'])).generations;
    expect(left.map(({ number }) => number)).toEqual(generations.slice(-3).map(({ number }) => number));
    expect(failure(await local.cli(['rollback', '1', '--json']), 65).code).toBe('generations.missing');
    expect(failure(await local.cli(['rollback', '0', '--json']), 64).code).toBe('generations.number');
  });

  test('what somebody wrote by hand is shown, refused, and kept where it is overwritten', async () => {
    const conf = `${local.dir}/mosquitto.conf`;
    const before = await readFile(conf, 'utf8');
    await writeFile(conf, `${before}# my own words\n`);
    const shown = await local.unchanged(['diff']);
    expect(shown.stdout).toContain('+# my own words');
    expect((await local.unchanged(['diff', '--detailed-exitcode'])).code).toBe(2);
    for (const command of ['plan', 'apply']) {
      const refused = await local.unchanged([command, '--no-input']);
      expect(refused.code).toBe(78);
      expect(refused.stderr).toContain('+# my own words');
    }
    const port = await freePort();
    expect(failure(await local.unchanged(['install', '--port', `${port}`, '--json']), 78).code).toBe(
      'preflight.drift',
    );
    await local.must(['install', '--port', `${port}`, '--yes', '--overwrite-drift']);
    const last = json(historyJson, await local.must(['history', '--json'])).generations.at(-1);
    expect(last?.overwritten).toEqual([expect.objectContaining({ path: conf })]);
    const kept = await local.must(['history', `${last?.number}`, '--show', conf]);
    expect(kept.stdout).toBe(`${before}# my own words\n`);
  });

  test('rollback mends what is declared, even where it cannot be read any more', async () => {
    const spec = `${local.dir}/broker.yaml`;
    const before = await readFile(spec, 'utf8');
    await writeFile(spec, 'listeners: [');
    expect((await local.unchanged(['plan'])).code).toBe(65);
    const { current } = json(historyJson, await local.must(['history', '--json']));
    await local.must(['rollback', `${current}`, '--yes']);
    expect(await readFile(spec, 'utf8')).toBe(before);
    const { generations } = json(historyJson, await local.must(['history', '--json']));
    expect(generations.at(-1)?.overwritten).toEqual([expect.objectContaining({ path: spec })]);
  });

  test('an old password opens the broker again, and the newer one does not', async () => {
    const port = await freePort();
    await local.install('--port', `${port}`);
    const [first, second] = ['the first of two words', 'the second of two words'];
    for (const [index, password] of [first, second].entries()) {
      const words =
        index === 0 ? ['add-user', 'twice', '--role', 'both', '--topic', 't/#'] : ['set-password', 'twice'];
      await local.must([...words, '--password-file', await secretFile(sandbox, password), '--yes']);
    }
    await local.must(['rollback', '--yes']);
    const login = async (password: string): Promise<number> =>
      (await (await clientsOf(sandbox, port, { name: 'twice', password })).publish('t/x', 'hello')).code;
    expect(await login(first)).toBe(0);
    expect(await login(second)).not.toBe(0);
  });

  test.each<[string, (file: string) => Promise<void>]>([
    ['cut off', async (file) => writeFile(file, (await readFile(file)).subarray(0, 700))],
    ['garbage', async (file) => writeFile(file, '\0\0')],
  ])('a generation that is damaged is said so, and not used: %s', async (_name, damage) => {
    const { current } = json(historyJson, await local.must(['history', '--json']));
    const file = `${local.dir}/.mqtt-setup/generations/${String(current).padStart(6, '0')}.jsonl`;
    const whole = await readFile(file);
    await damage(file);
    expect(failure(await local.unchanged(['rollback', `${current}`, '--json']), 65).code).toBe(
      'generations.damaged',
    );
    expect((await local.unchanged(['history'])).code).toBe(0);
    await writeFile(file, whole);
  });

  test('one that was made for another version of the broker is made anew for this one', async () => {
    const { current } = json(historyJson, await local.must(['history', '--json']));
    const file = `${local.dir}/.mqtt-setup/generations/${String(current).padStart(6, '0')}.jsonl`;
    const whole = await readFile(file, 'utf8');
    await writeFile(file, whole.replace('"mosquitto":"2.0.11"', '"mosquitto":"2.1.2"'));
    await local.must(['install', '--port', `${await freePort()}`, '--yes']);
    await local.must(['rollback', `${current}`, '--yes']);
    expect(await local.verify()).toMatchObject({ ...verified, failed: [] });
  });

  test('generations that are gone are no reason to stop, and no number is given twice', async () => {
    const { current } = json(historyJson, await local.must(['history', '--json']));
    await rm(`${local.dir}/.mqtt-setup/generations`, { recursive: true });
    expect(json(historyJson, await local.must(['history', '--json'])).generations).toEqual([]);
    expect(failure(await local.unchanged(['rollback', '--json']), 65).code).toBe('generations.noEarlier');
    await local.must(['install', '--port', `${await freePort()}`, '--yes']);
    const after = json(historyJson, await local.must(['history', '--json']));
    expect(after.generations.map(({ number }) => number)).toEqual([(current ?? 0) + 1]);
  });
});
