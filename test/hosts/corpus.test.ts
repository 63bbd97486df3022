import { expect, test } from 'vitest';
import { corpus } from '../cases/corpus/corpus.ts';
import { askBrokers } from '../helpers/broker-trees.ts';
import { differences } from '../helpers/corpus-compare.ts';
import { jobOf, layOut, placed } from '../helpers/corpus-jobs.ts';
import { type Prediction, predict } from '../helpers/corpus-predict.ts';
import type { Job } from '../helpers/corpus-types.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import { versionOf } from '../helpers/lint.ts';
import { hasTurn } from '../helpers/turns.ts';

/** The brokers of Debian as the judges of all that we say of a file: whether it starts, and what it then does. */

const releases = [
  ['bookworm', '2.0.11'],
  ['trixie', '2.0.21'],
  ['forky', '2.1.2'],
] as const;

const cases = corpus.map(placed);

/** What the one who looks must know beforehand. */
function knownOf(prediction: Prediction | undefined): Pick<Job, 'transports' | 'files' | 'flush'> {
  if (prediction === undefined) return { transports: {}, files: [], flush: false };
  const { transports, pidFiles, log } = prediction;
  const files = [...pidFiles, ...(log.file === null ? [] : [log.file])];
  return { transports, files, flush: log.isBuffered };
}

describeHosts('the corpus', () => {
  test('has more than three hundred files', () => {
    expect(cases.length).toBeGreaterThan(300);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  const names = releases.map(([name]) => name);

  test.concurrent.each(releases)(
    '%s (%s) does what we say',
    async (release, text) => {
      const mine = cases.filter((_, index) => hasTurn(index, release, names));
      const version = versionOf(text);
      const predictions = await Promise.all(mine.map((one) => predict(one, version)));
      const jobs = mine.map((one, index) => jobOf(one, knownOf(predictions[index])));
      const observations = await askBrokers(release, (folder) => layOut(mine, folder), jobs);
      const wrong = mine.flatMap((one, index) => {
        const [prediction, observation] = [predictions[index], observations[index]];
        if (prediction === undefined || observation === undefined) return [`${one.name}: no answer`];
        return differences(one, prediction, observation, release);
      });
      expect(wrong).toEqual([]);
      // The first time, the brokers' trees have to be made.
    },
    600_000,
  );
});
