import { describe, expect, it } from 'vitest';
import { options as english } from '../../../../src/i18n/en/options.ts';
import { options as french } from '../../../../src/i18n/fr/options.ts';
import { acceptsValue } from '../../../../src/mosquitto/options/accepts.ts';
import { everyValue, valueIn } from '../../../../src/mosquitto/options/by-version.ts';
import { groups, isKnownIn, type Option, options } from '../../../../src/mosquitto/options/registry.ts';
import type { ByVersion } from '../../../../src/mosquitto/options/types.ts';
import { compareVersions, parseVersion, type Version } from '../../../../src/mosquitto/version.ts';

const rows = [...options.values()];

function version(text: string): Version {
  const parsed = parseVersion(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

const isBefore = (one: string, other: string): boolean => compareVersions(version(one), version(other)) < 0;

/** Every column that differs from version to version, with the versions in which it changes. */
function changes(option: Option): string[][] {
  const { value, again, effect, contents, alone } = option;
  const words = everyValue(value).flatMap(({ value: type }) =>
    type.kind === 'words' || type.kind === 'log-dest' ? [type.words] : [],
  );
  const columns: ByVersion<unknown>[] = [value, option.default, again, effect, contents, alone, ...words];
  return columns.map((column) => everyValue(column).flatMap(({ since }) => (since === null ? [] : [since])));
}

describe('the options table', () => {
  it('has every name once', () => {
    const names = Object.values(groups).flatMap(({ rows: own }) => Object.keys(own));
    expect(names).toEqual([...new Set(names)]);
    expect(names.length).toBe(options.size);
    expect(names.length).toBeGreaterThan(150);
  });

  it('names in other columns are options too', () => {
    const named = rows.flatMap(({ sameAs, deprecated }) => [sameAs, deprecated?.by ?? null]);
    expect(named.filter((name) => name !== null && !options.has(name))).toEqual([]);
  });

  it('has its versions in order', () => {
    const wrong = rows.filter((option) => {
      const { since, removed, deprecated } = option;
      const isDisordered = changes(option).some((list) =>
        list.some((one, i) => i > 0 && !isBefore(list[i - 1] ?? '', one)),
      );
      const isLate = changes(option)
        .flat()
        .some((one) => isBefore(one, since));
      const isGone = removed !== null && !isBefore(since, removed);
      const isEarly = deprecated !== null && isBefore(deprecated.since, since);
      const isSilent =
        deprecated?.noticeSince !== undefined && isBefore(deprecated.noticeSince, deprecated.since);
      return isDisordered || isLate || isGone || isEarly || isSilent;
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('says in both languages what each does, and where there is something to beware of, what', () => {
    for (const texts of [english, french]) {
      expect(Object.keys(texts).toSorted()).toEqual([...options.keys()].toSorted());
      const wrong = rows.filter(({ name, beware }) => 'trap' in texts[name] !== (beware !== null));
      expect(wrong.map(({ name }) => name)).toEqual([]);
    }
  });

  it('gives a listener’s options, and no others, a way to stand alone', () => {
    expect(rows.filter(({ scope, alone }) => (scope === 'listener') !== (alone !== null))).toEqual([]);
  });

  it('has defaults that could be written, but for the two that only silence gives', () => {
    const wrong = ['2.0.11', '2.0.21', '2.1.2'].flatMap((text) =>
      rows.filter((option) => {
        const preset = valueIn(option.default, version(text));
        return (
          isKnownIn(option, version(text)) && preset !== null && !acceptsValue(option, preset, version(text))
        );
      }),
    );
    expect([...new Set(wrong.map(({ name }) => name))]).toEqual([
      'max_packet_size',
      'retain_expiry_interval',
    ]);
  });
});
