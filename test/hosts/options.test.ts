import { beforeAll, describe, expect, test } from 'vitest';
import { type Option, options } from '../../src/mosquitto/options/registry.ts';
import { parseVersion, type Version } from '../../src/mosquitto/version.ts';
import { brokerReleases, type Started, startEach } from '../helpers/broker-trees.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import type { Release } from '../helpers/host-tree.ts';
import { casesOf, type OptionCase } from './option-cases.ts';
import { prepare } from './option-samples.ts';

/** The whole options table, asked of the real packages row by row. */

const upstream: Readonly<Record<Release, string>> = {
  bullseye: '2.0.11',
  bookworm: '2.0.11',
  trixie: '2.0.21',
  forky: '2.1.2',
};

/** The broker's exit code for a configuration that it will not read. */
const refused = 3;

const isNotice = /deprecated|no longer (available|required)|recommended to replace/;

type Asked = OptionCase & { option: string };

interface Answer {
  asked: Asked;
  started: Started;
}

/** Files that a broker might say no to, one after the other; each with what the table says of it. */
function questions(version: Version): Asked[] {
  return [...options.values()].flatMap((option: Option) =>
    casesOf(option, version).map((one) => ({ ...one, option: option.name })),
  );
}

describeHosts('the options table', () => {
  const answers = new Map<Release, Map<string, Answer[]>>();

  beforeAll(async () => {
    await Promise.all(
      brokerReleases.map(async (release) => {
        const version = parseVersion(upstream[release]);
        if (version === null) throw new Error(release);
        const asked = questions(version);
        const all = await startEach(
          release,
          asked.map(({ conf }) => conf),
          prepare,
        );
        const byOption = new Map<string, Answer[]>();
        for (const [index, one] of asked.entries()) {
          const started = all[index];
          if (started === undefined) throw new Error(`${release}: no answer to ${one.option} ${one.what}`);
          byOption.set(one.option, [...(byOption.get(one.option) ?? []), { asked: one, started }]);
        }
        answers.set(release, byOption);
      }),
    );
  });

  describe.each(brokerReleases)('%s', (release) => {
    test.each([...options.keys()])('%s', (name) => {
      const wrong = (answers.get(release)?.get(name) ?? []).flatMap(({ asked, started }) => {
        const says = asked.runs ? 'runs' : `ends with ${refused}`;
        const does = started.runs ? 'runs' : `ends with ${started.code}`;
        const noticed = isNotice.test(started.log);
        const notice = asked.notice === null || asked.notice === noticed ? '' : `notice: ${noticed}`;
        return says === does && notice === ''
          ? []
          : [`${asked.what}: ${does}, not ${says} ${notice}\n${asked.conf}${started.log}`];
      });
      expect(wrong).toEqual([]);
    });
  });
});
