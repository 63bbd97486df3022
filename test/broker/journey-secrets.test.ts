import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { describeCli } from '../helpers/cli-describe.ts';
import { hookFor } from '../helpers/cli-hook.ts';
import { localBroker, verified } from '../helpers/cli-journey.ts';
import { secretFile } from '../helpers/cli-mqtt.ts';
import { lookAtFiles, spy } from '../helpers/cli-spy.ts';
import { treeOf } from '../helpers/cli-tree.ts';
import { freePort } from '../helpers/mosquitto.ts';

const canaries = [1, 2, 3, 4, 5].map((n) => `Kanarienvogel-${n}-singt`);
const [first = '', second = '', third = '', fourth = '', fifth = ''] = canaries;

describeCli('passwords', (sandbox) => {
  const local = localBroker(sandbox);
  let said = '';
  const run = async (
    args: string[],
    options: { input?: string; env?: Record<string, string> } = {},
    code = 0,
  ) => {
    const result = await local.cli(args, options);
    expect(result.code, `${args.join(' ')}\n${result.stderr}`).toBe(code);
    said += result.stdout + result.stderr;
  };

  test('are in no command line, no environment, no file but the clients’ own 0600 one, and no output', async () => {
    const port = `${await freePort()}`;
    const file = await secretFile(sandbox, `${second}\n`);
    const talk = ['--verbose', '--explain', '--debug'];
    const add = (name: string): string[] => ['add-user', name, '--role', 'both', '--topic', 'x/#', ...talk];
    const seen = await spy(canaries, local.dir, async () => {
      await run(['install', '--port', port, '--yes', '--password-file', '-', ...talk], {
        input: `${first}\n`,
      });
      await run([...add('bob'), '--password-file', file]);
      await run([...add('eve'), '--password-env', 'SECRET', '--json'], { env: { SECRET: third } });
      await run(['set-password', 'bob', '--password-file', '-', '--dry-run'], { input: fourth });
      await run(['set-password', 'bob', '--password-file', '-', ...talk], { input: fourth });
      // A failure tells nothing either.
      await run([...add('a:b'), '--password-file', '-'], { input: fifth }, 64);
      await run(['set-password', 'nobody', '--password-env', 'SECRET'], { env: { SECRET: fifth } }, 64);
      await run(['verify', ...talk]);
    });
    expect(seen.rounds).toBeGreaterThan(20);
    expect([...seen.leaks]).toEqual([]);
    const smoke = ['.mqtt-setup/smoke/mosquitto_pub', '.mqtt-setup/smoke/mosquitto_sub'];
    expect([...seen.files].filter((path) => !smoke.includes(path))).toEqual([]);
    for (const canary of canaries) expect(said).not.toContain(canary);
    const after = { rounds: 0, leaks: new Set<string>(), files: new Set<string>() };
    await lookAtFiles(canaries, local.dir, after);
    expect([...after.files]).toEqual([]);
    expect(await local.verify()).toEqual(verified);
  });

  test('not even their hashes are shown, or readable by others', async () => {
    const passwd = await readFile(`${local.dir}/passwd`, 'utf8');
    const hashes = [...passwd.matchAll(/\$7\$\S+/g)].map(([hash]) => hash);
    expect(hashes.length).toBe(4);
    const result = await local.cli(
      ['set-password', 'eve', '--password-file', '-', '--dry-run', '--verbose'],
      {
        input: fifth,
      },
    );
    expect(result.stdout + result.stderr + said).not.toContain('$7$');
    const seen = { rounds: 0, leaks: new Set<string>(), files: new Set<string>() };
    await lookAtFiles(hashes, local.dir, seen);
    // The generations are what `rollback` needs, and as closed as the file itself.
    const files = [...seen.files].filter((file) => !/^\.mqtt-setup\/generations\/\d+\.jsonl$/.test(file));
    expect({ files, leaks: [...seen.leaks] }).toEqual({ files: ['passwd'], leaks: [] });
    const shared = [...(await treeOf(local.dir))].filter(
      ([, about]) => !/^(file 600|folder 700) /.test(about),
    );
    expect(shared).toEqual([]);
  });

  test('a run that is killed leaves none, in its journal neither', async () => {
    const hook = await hookFor(sandbox);
    for (const at of [10, 16, 22, 26, 30, 34]) {
      const other = localBroker(sandbox);
      const args = ['install', '--port', `${await freePort()}`, '--yes', '--password-file', '-'];
      await other.cli(args, { input: first, env: hook.env('SIGKILL', at) });
      const seen = { rounds: 0, leaks: new Set<string>(), files: new Set<string>() };
      await lookAtFiles(canaries, other.dir, seen);
      expect([...seen.files], `killed at ${at}`).toEqual([]);
      const shared = [...(await treeOf(other.dir))].filter(
        ([, about]) => !/^(file 600|folder 700) /.test(about),
      );
      expect(shared, `killed at ${at}`).toEqual([]);
    }
  });

  test('a generous umask opens nothing', async () => {
    const open = localBroker(sandbox);
    const args = ['install', '--local', open.dir, '--port', `${await freePort()}`, '--yes'];
    await sandbox.run(['sh', '-c', 'umask 0; exec "$@"', 'sh', ...sandbox.words(args)]);
    expect(await open.verify()).toEqual(verified);
    const shared = [...(await treeOf(open.dir))].filter(
      ([, about]) => !/^(file 600|folder 700) /.test(about),
    );
    expect(shared).toEqual([]);
  });
});
