import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { describeCli } from '../helpers/cli-describe.ts';
import { failure, localBroker, verified } from '../helpers/cli-journey.ts';
import { secretFile } from '../helpers/cli-mqtt.ts';
import { treeOf } from '../helpers/cli-tree.ts';
import { json, planJson, usersJson } from '../helpers/host-cli.ts';
import { freePort } from '../helpers/mosquitto.ts';

describeCli('a file of answers', (sandbox) => {
  test('is an install without questions, and flags win over it', async () => {
    const local = localBroker(sandbox);
    const port = await freePort();
    const password = await secretFile(sandbox, 'Kanarienvogel 42\n');
    const file = `${sandbox.home}/answers.yaml`;
    await writeFile(file, `profile: local\nport: 1884\nuser: alice\npassword_file: ${password}\n`);
    const args = ['--answers', file, '--port', `${port}`];
    const plan = await local.unchanged(['plan', ...args, '--json']);
    expect(json(planJson, plan).changes).not.toEqual([]);
    const done = await local.install(...args);
    expect(done.credentials).toEqual([]);
    expect(done.listeners).toEqual([{ name: 'mqtt', url: `mqtt://127.0.0.1:${port}` }]);
    const { users } = json(usersJson, await local.unchanged(['list-users', '--json']));
    expect(users.map(({ name }) => name)).toEqual(['alice']);
    expect(await local.verify()).toEqual(verified);
    const env = { MQTT_SETUP_ANSWERS: file };
    await local.unchanged(['install', '--yes', '--port', `${port}`], { env });
    await local.must(['uninstall', '--purge', '--yes']);
  });

  test('tells all that is wrong in it, with file, line and column, before anything is made', async () => {
    const local = localBroker(sandbox);
    const file = `${sandbox.home}/wrong.yaml`;
    await writeFile(file, 'profil: lan\nport: 80\npassword: swordfish\n');
    const result = await local.cli(['install', '--yes', '--json', '--answers', file]);
    const { problems } = failure(result, 65);
    expect(problems.map(({ place }) => place)).toEqual([
      { file, line: 1, column: 1 },
      { file, line: 2, column: 7 },
      { file, line: 3, column: 1 },
    ]);
    expect(problems[0]?.hint).toContain('profile');
    expect(result.stdout).not.toContain('swordfish');
    expect(await treeOf(local.dir)).toEqual(new Map());
  });
});
