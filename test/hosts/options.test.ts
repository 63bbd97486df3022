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
    test('has the version that was asked about', () => {
      const logs = [...(answers.get(release)?.values() ?? [])].flat().map(({ started }) => started.log);
      const versions = new Set(logs.flatMap((log) => /version (\S+) starting/.exec(log)?.slice(1) ?? []));
      expect([...versions]).toEqual([upstream[release]]);
    });

    test.each([...options.values()])('$name', ({ name, plugin }) => {
      const found = answers.get(release)?.get(name) ?? [];
      // Plugins that the release does not bring cannot be asked.
      if (plugin === null) expect(found).not.toEqual([]);
      expect(found.flatMap(difference)).toEqual([]);
    });
  });
});

/** Where the broker does something else than the table says: both, the file, and what the broker said. */
function difference({ asked, started }: Answer): string[] {
  const says = asked.runs ? 'runs' : `ends with ${refused}`;
  const does = started.runs ? 'runs' : `ends with ${started.code}`;
  const noticed = isNotice.test(started.log);
  const isRight = says === does && (asked.notice === null || asked.notice === noticed);
  const notice = asked.notice === null ? '' : `, notice: ${noticed}`;
  return isRight ? [] : [`${asked.what}: ${does}${notice}\n${asked.conf}${started.log}`];
}
