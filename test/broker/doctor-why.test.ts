import { readFile, writeFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { describeCli } from '../helpers/cli-describe.ts';
import { failure, type Local, localBroker } from '../helpers/cli-journey.ts';
import { told } from '../helpers/host-cli.ts';
import { freePort } from '../helpers/mosquitto.ts';

const whyJson = z.object({
  schemaVersion: z.literal(1),
  command: z.literal('doctor'),
  ok: z.boolean(),
  user: z.string(),
  listeners: z
    .array(
      z.object({
        listener: z.string(),
        mayLogIn: z.boolean().nullable(),
        obstacles: z.array(
          z.object({
            id: z.string(),
            message: z.string(),
            evidence: z.array(z.string()),
            commands: z.array(z.string()),
          }),
        ),
        notes: z.array(z.object({ id: z.string(), message: z.string() })),
        rights: z.array(z.object({ text: z.string() })).nullable(),
      }),
    )
    .min(1),
});

describeCli('doctor --why', (sandbox) => {
  let local: Local;
  let conf: string;
  let passwd: string;
  let original: string;
  const env = { RIGHT: 'a good long password', WRONG: 'another long password' };
  const password = (which: 'right' | 'wrong') => ['--password-env', which.toUpperCase()];

  /** Of every listener of this broker. */
  async function why(...args: string[]) {
    const result = await local.cli(['doctor', '--json', '--why', ...args], { env });
    expect([0, 1], told(result)).toContain(result.code);
    const answer = whyJson.parse(JSON.parse(result.stdout));
    expect(result.code).toBe(answer.ok ? 0 : 1);
    return answer;
  }

  /** Ids of what stands in the way, and whether it is let in, at the first listener. */
  async function short(...args: string[]) {
    const [first] = (await why(...args)).listeners;
    return { mayLogIn: first?.mayLogIn, ids: first?.obstacles.map(({ id }) => id) };
  }

  beforeAll(async () => {
    local = localBroker(sandbox);
    await local.install('--port', `${await freePort()}`);
    conf = `${local.dir}/mosquitto.conf`;
    passwd = `${local.dir}/passwd`;
    await local.must(['add-user', 'lamp', '--role', 'publisher', '--topic', 'a/#', ...password('right')], {
      env,
    });
    original = await readFile(conf, 'utf8');
  });

  test('lets in who may come in, and the broker says the same', async () => {
    const answer = await why('lamp', ...password('right'));
    expect(answer.ok).toBe(true);
    const [first] = answer.listeners;
    expect(first?.mayLogIn).toBe(true);
    expect(first?.notes.map(({ id }) => id)).toContain('broker.asked');
    expect(first?.rights?.map(({ text }) => text)).toEqual(['topic write a/#']);
  });

  test('names a wrong password, and does not repeat it', async () => {
    const result = await local.cli(['doctor', '--why', 'lamp', ...password('wrong')], { env });
    expect(result.code).toBe(1);
    expect(result.stdout).toContain('password.wrong');
    expect(result.stdout).toContain('set-password lamp');
    expect(told(result)).not.toContain('another long password');
    expect(told(result)).not.toMatch(/\$7\$/);
  });

  test('says what it cannot know', async () => {
    expect(await short('lamp')).toEqual({ mayLogIn: null, ids: [] });
    const result = await local.cli(['doctor', '--why', 'lamp']);
    expect(result.stdout).toContain('with the right password');
    expect(result.stdout).toContain('--password-file');
  });

  test.each([
    ['Lamp', 'but lamp: small and capital letters differ'],
    ['lammp', 'did you mean lamp'],
    ['lamp ', 'blanks around a name count'],
    ['nobody-like-that', 'has no user'],
    ['a:b', 'colon'],
  ])('knows no %s', async (name, words) => {
    const [first] = (await why(name)).listeners;
    expect(first?.mayLogIn).toBe(false);
    expect(first?.obstacles[0]?.message).toContain(words);
  });

  test('knows an account that is declared and not written yet', async () => {
    const before = await readFile(passwd, 'utf8');
    await writeFile(
      passwd,
      before
        .split('\n')
        .filter((line) => !line.startsWith('lamp:'))
        .join('\n'),
    );
    try {
      expect(await short('lamp')).toEqual({ mayLogIn: false, ids: ['user.not-applied', 'reload.needed'] });
    } finally {
      await writeFile(passwd, before);
    }
  });

  test('tells a broker that goes by what it read earlier', async () => {
    const before = await readFile(passwd, 'utf8');
    await writeFile(passwd, before.replace(/^lamp:.*$/m, 'lamp:$7$101$AAAAAAAAAAAAAAAA$AAAA'));
    try {
      const answer = await why('lamp', ...password('right'));
      expect(JSON.stringify(answer)).toContain('by what it read earlier');
    } finally {
      await writeFile(passwd, before);
    }
  });

  test('knows the trap of listeners that have settings of their own', async () => {
    await writeFile(conf, `per_listener_settings true\n${original}\nlistener 20999 127.0.0.1\n`);
    try {
      const answer = await why('lamp', '--listener', '20999');
      expect(answer.listeners).toHaveLength(1);
      expect(answer.listeners[0]).toMatchObject({ listener: '127.0.0.1:20999', mayLogIn: false });
      expect(answer.listeners[0]?.obstacles.map(({ id }) => id)).toContain('passwords.elsewhere');
    } finally {
      await writeFile(conf, original);
    }
  });

  test('refuses questions that mean nothing', async () => {
    expect(
      failure(await local.cli(['doctor', '--json', '--why', 'lamp', '--listener', '7']), 64).message,
    ).toContain('there are:');
    expect(failure(await local.cli(['doctor', '--json', '--listener', '7']), 64).message).toContain('--why');
    expect(failure(await local.cli(['doctor', '--json', '--why', '']), 64).message).toContain(
      'name of a user',
    );
    expect(failure(await local.cli(['doctor', '--json', '--why', 'lamp', '--fix']), 64).message).toContain(
      '--fix',
    );
  });

  test('speaks French', async () => {
    const result = await local.cli(['doctor', '--why', 'Lamp', '--lang', 'fr']);
    expect(result.stdout).toContain('minuscules');
  });

  test('writes nothing, and leaves the broker alone', async () => {
    await local.unchanged(['doctor', '--why', 'lamp', ...password('right')], { env });
  });
});
