import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandRows } from '../../../src/cli/commands/registry.ts';
import { withAnswers } from '../../../src/cli/flow/answers.ts';
import { sameCommand } from '../../../src/cli/flow/same-command.ts';
import { localLayout } from '../../../src/distros/layout.ts';
import { AppError } from '../../../src/errors.ts';
import { loadAnswers } from '../../../src/spec/answers.ts';
import { callOf } from '../../helpers/call.ts';

async function fileOf(text: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'mqtt-setup-answers-')), 'answers.yaml');
  await writeFile(file, text);
  return file;
}

describe('--answers', () => {
  test('says what no flag says; a flag answers for its whole group', async () => {
    const file = await fileOf(
      'profile: lan\nport: 1884\nuser: alice\npassword_file: secret.txt\ncert: a.pem\nkey: b.pem\n',
    );
    const folder = file.replace(/\/[^/]*$/, '');
    const plain = await withAnswers(callOf({ options: { answers: file, bind: [] } }));
    expect(plain.options).toMatchObject({
      profile: 'lan',
      port: '1884',
      user: 'alice',
      passwordFile: `${folder}/secret.txt`,
      cert: `${folder}/a.pem`,
    });
    const flags = { answers: file, port: '1885', generate: true, acme: true, domain: ['mqtt.example'] };
    const { options } = await withAnswers(callOf({ options: flags }));
    expect(options).toEqual({ ...flags, profile: 'lan', user: 'alice' });
    const key = await withAnswers(callOf({ options: { answers: file, key: 'other.pem' } }));
    expect(key.options).toMatchObject({ cert: `${folder}/a.pem`, key: 'other.pem' });
  });

  test('may be said by the environment, and an empty variable says nothing', async () => {
    const file = await fileOf('user: alice\n');
    expect((await withAnswers(callOf({ env: { MQTT_SETUP_ANSWERS: file } }))).options).toEqual({
      user: 'alice',
    });
    expect((await withAnswers(callOf({ env: { MQTT_SETUP_ANSWERS: '' } }))).options).toEqual({});
  });

  test('a file that is not there is an error', async () => {
    const call = callOf({ options: { answers: '/nowhere/answers.yaml' } });
    await expect(withAnswers(call)).rejects.toThrow(AppError);
  });

  test('every flag of install that says what is wanted has its answer', () => {
    const flags = (commandRows.find(({ name }) => name === 'install')?.options ?? [])
      .map((row) => /--([a-z-]+)/.exec(row.flags)?.[1] ?? '')
      .filter((flag) => !['answers', 'overwrite-drift', 'message'].includes(flag));
    const key = (flag: string): string => (flag === 'name' ? 'names' : flag.replaceAll('-', '_'));
    for (const flag of flags)
      expect(() => loadAnswers(`${key(flag)}: {}`, 'f', (p) => p), flag).not.toThrow(/unknown/);
  });
});

describe('the same without questions', () => {
  const layout = localLayout('/srv/my broker');
  const options = { local: '/srv/my broker', name: ['a.example', 'b.example'], firewall: true };

  test.each([
    [{}, false, '--generate'],
    [{}, true, '--password-file secret.txt'],
    [{ passwordFile: '/home/it is' }, false, "--password-file '/home/it is'"],
    [{ passwordEnv: 'PW' }, false, '--password-env PW'],
  ])('%j', (more, isTyped, password) => {
    const call = callOf({ options: { ...options, ...more } });
    const changes = { profile: 'lan' as const, port: 1884, bind: ['127.0.0.1', '::1'] };
    expect(sameCommand(call, layout, changes, { name: 'alice', isTyped })).toBe(
      `mqtt-setup install --profile lan --user alice ${password} --port 1884 --bind 127.0.0.1 --bind ::1 --name a.example --name b.example --firewall --yes --local '/srv/my broker'`,
    );
  });
});
