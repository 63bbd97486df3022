import { existsSync } from 'node:fs';
import { chown, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { describeCli } from '../helpers/cli-describe.ts';
import { clientsOf } from '../helpers/cli-mqtt.ts';
import { json, told } from '../helpers/host-cli.ts';

const templates = join(import.meta.dirname, '../../templates/ci');
const gitlabJob = z.object({ mqtt: z.object({ script: z.array(z.string()) }) });
const githubJob = z.object({
  jobs: z.object({ test: z.object({ steps: z.array(z.object({ run: z.string().optional() })) }) }),
});

/** The commands of each ready job, in order. */
async function commands(name: string): Promise<string[]> {
  const file: unknown = parse(await readFile(join(templates, name), 'utf8'));
  if (name === 'gitlab.yml') return gitlabJob.parse(file).mqtt.script;
  return githubJob.parse(file).jobs.test.steps.flatMap(({ run }) => run ?? []);
}

describeCli('the ready jobs', (sandbox) => {
  test.each(['github.yml', 'gitlab.yml'])('%s: every step does what it says', async (name) => {
    const cwd = sandbox.folder();
    await mkdir(cwd);
    await chown(cwd, sandbox.user.uid, sandbox.user.gid);
    const env = {
      MQTT_PASSWORD: 'a password of the job',
      GITHUB_ACTIONS: name === 'github.yml' ? 'true' : '',
    };
    const steps = await commands(name);
    expect(steps.length).toBeGreaterThanOrEqual(4);
    for (const step of steps.slice(0, -1)) {
      const words = step.match(/'[^']*'|\S+/g)?.map((word) => word.replaceAll("'", '')) ?? [];
      expect(words.slice(0, 3)).toEqual(['npx', '--yes', 'mqtt-setup']);
      const done = await sandbox.run(sandbox.words(words.slice(3)), { cwd, env });
      expect(done.code, `${step}\n${told(done)}`).toBe(0);
      expect(done.stdout + done.stderr).not.toContain(env.MQTT_PASSWORD);
    }
    expect(existsSync(join(cwd, 'mqtt.xml'))).toBe(true);
    const status = json(
      z.object({ listeners: z.array(z.object({ url: z.string() })) }),
      await sandbox.run(sandbox.words(['status', '--local', './broker', '--json']), { cwd }),
    );
    const port = Number(new URL(status.listeners[0]?.url ?? '').port);
    const ci = await clientsOf(sandbox, port, { name: 'ci', password: env.MQTT_PASSWORD });
    expect((await ci.publish('ci/x', 'from the tests', '-r')).code).toBe(0);
    expect(await ci.read('ci/x', 1)).toEqual(['from the tests']);
    const stop = (steps.at(-1) ?? '').split(' ').slice(3);
    expect((await sandbox.run(sandbox.words(stop), { cwd })).code).toBe(0);
  });
});
