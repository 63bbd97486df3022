import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accessConf, accessJobs } from '../helpers/access-cases.ts';
import { hold } from '../helpers/access-compare.ts';
import type { AccessAnswer } from '../helpers/access-types.ts';
import { askInTree } from '../helpers/broker-trees.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import { versionOf } from '../helpers/lint.ts';

/** The brokers of Debian as the judges of what we say about rights, by what arrives: never by what is acknowledged. */

const releases = [
  ['bookworm', '2.0.11'],
  ['trixie', '2.0.21'],
  ['forky', '2.1.2'],
] as const;

/** Another seed, or more files, for a longer look: MQTT_SETUP_TEST_SEED, MQTT_SETUP_TEST_FILES. */
const seed = Number(process.env.MQTT_SETUP_TEST_SEED ?? 4);
const files = Number(process.env.MQTT_SETUP_TEST_FILES ?? 80);
const jobs = accessJobs(files, seed);

async function layOut(folder: string): Promise<void> {
  for (const [index, { acl }] of jobs.entries()) {
    const dir = join(folder, `${index}`);
    await mkdir(dir);
    await writeFile(join(dir, 'acl'), acl, { mode: 0o600 });
    await writeFile(join(dir, 'mosquitto.conf'), accessConf(1883, `/mnt/rw/${index}`));
  }
}

describeHosts('rights', () => {
  test.concurrent.each(releases)('%s (%s) grants what we say', async (release, version) => {
    const answers = (await askInTree(release, 'access-probe', layOut, jobs)) as AccessAnswer[][];
    const held = jobs.map((job, index) => hold(job, answers[index] ?? [], versionOf(version)));
    const sum = (count: (one: (typeof held)[number]) => number): number =>
      held.reduce((total, one) => total + count(one), 0);
    const cases = sum((one) => one.cases);
    const allowed = sum((one) => one.allowed);
    expect(
      held.flatMap(({ disagreements }, index) => disagreements.map((text) => `${index}: ${text}`)),
    ).toEqual([]);
    expect(cases).toBeGreaterThan(5000);
    // A generator whose rules meet nothing would prove nothing.
    expect(allowed / cases).toBeGreaterThan(0.1);
    process.stderr.write(`${release}: ${cases} questions about rights, ${allowed} answered with yes\n`);
  });
});
