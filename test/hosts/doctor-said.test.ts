import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recipes } from '../cases/doctor/recipes/registry.ts';
import type { Recipe } from '../cases/doctor/recipes/types.ts';
import { record } from '../helpers/doctor-recorder.ts';
import { causesIn, releases, versions } from '../helpers/doctor-said.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import { hasTurn } from '../helpers/turns.ts';

type Release = keyof typeof versions;

const folder = join(import.meta.dirname, '../cases/doctor/said');
/** Some recipes only: starts of their names, by blanks. */
const only = (process.env['MQTT_SETUP_RECIPES'] ?? '').split(' ');
const isRecording = process.env['MQTT_SETUP_RECORD'] === '1';

const mostTries = 3;

/** What is wrong with what brokers say and with the recordings of it, by recipe. */
async function hear(release: Release, mine: readonly Recipe[]): Promise<Map<string, string>> {
  const recordings = await record(release, mine);
  const wrong = new Map<string, string>();
  for (const { name, causes, or, varies } of mine) {
    const { log = '', code = -1 } = recordings.get(name) ?? {};
    const file = join(folder, `${name}.${versions[release]}.log`);
    if (isRecording) {
      await mkdir(folder, { recursive: true });
      await writeFile(file, `# exit ${code}\n${log}`);
    }
    const [live, kept] = [causesIn(log), causesIn(await readFile(file, 'utf8'))];
    const expected = (or?.[release] ?? causes).toSorted();
    // A broker that waits for others says more, or less, from time to time.
    const isAsEver = name.startsWith('healthy')
      ? live.causes.length === 0
      : varies === true || expected.every((id) => live.causes.includes(id));
    if (!isAsEver || live.unknown.length > 0)
      wrong.set(name, `${name}: exit ${code}, ${JSON.stringify(live)}\n${log.slice(0, 2000)}`);
    else if (JSON.stringify(kept) !== JSON.stringify({ causes: expected, unknown: [] }))
      wrong.set(name, `${name}: the recording is another: ${JSON.stringify(kept)}`);
  }
  return wrong;
}

/**
 * The recordings in `test/cases/doctor/said/` are what brokers say today: each recipe is started anew and must be
 * recognised as its recording is. With MQTT_SETUP_RECORD=1 they are written anew.
 */
describeHosts('what broken brokers say', () => {
  // Most of it is waiting: all three at once.
  test.concurrent.each(releases)(
    'is recognised: %s',
    async (release) => {
      const mine = recipes.filter(
        (recipe, index) =>
          (isRecording
            ? (recipe.releases ?? releases).includes(release)
            : hasTurn(index, release, recipe.releases ?? releases)) &&
          only.some((start) => recipe.name.startsWith(start)),
      );
      // On a busy machine a broker may be ended before it has said everything: then it is asked again, alone.
      let left: readonly Recipe[] = mine;
      let wrong: string[] = [];
      for (let tries = 0; tries < mostTries && left.length > 0; tries += 1) {
        const heard = await hear(release, left);
        left = left.filter(({ name }) => heard.has(name));
        wrong = [...heard.values()];
      }
      expect(wrong.join('\n')).toBe('');
    },
    600_000,
  );
});
