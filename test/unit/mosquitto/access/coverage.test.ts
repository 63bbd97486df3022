import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageFor } from '../../../../src/mosquitto/access/coverage.ts';
import { decide } from '../../../../src/mosquitto/access/decide.ts';
import { overlap } from '../../../../src/mosquitto/access/overlap.ts';
import { rulesOfLines } from '../../../../src/mosquitto/access/rules.ts';
import { coversTopic, isTopicFilter } from '../../../../src/mosquitto/filters.ts';
import { parseAcl } from '../../../../src/mosquitto/formats/acl.ts';
import { versionOf } from '../../../helpers/lint.ts';

const filter = fc
  .tuple(
    fc.array(fc.constantFrom('a', 'b', '+', '%u'), { maxLength: 3 }),
    fc.constantFrom<string[][]>([], [], ['#']),
  )
  .map(([levels, end]) => [...levels, ...end].join('/'))
  .filter((text) => text !== '' && isTopicFilter(text));
const plain = filter.filter((text) => !text.includes('%u'));

/** Every topic of four levels and fewer out of two words that rules know and one that none does. */
const topics = ['a', 'b', 'z'].flatMap((one) => below(one, 3));

function below(topic: string, levels: number): string[] {
  if (levels === 0) return [topic];
  return [topic, ...['a', 'b', 'z'].flatMap((level) => below(`${topic}/${level}`, levels - 1))];
}

const access = fc.constantFrom('read', 'deny', 'readwrite');
const line = fc.oneof(
  fc.tuple(fc.constant('topic'), access, plain),
  fc.tuple(fc.constant('pattern'), access, filter),
);
const acl = fc
  .array(line, { maxLength: 8 })
  .map((lines) => ['user a', ...lines.map((words) => words.join(' '))].join('\n'));

test.each(['2.0.11', '2.1.2'])('a filter is answered as all of its topics are, in %s', (text) => {
  const version = versionOf(text);
  fc.assert(
    fc.property(acl, plain, (lines, asked) => {
      const rules = rulesOfLines(parseAcl(lines));
      const client = { name: 'a', clientId: null };
      const covered = topics.filter((topic) => coversTopic(asked, topic));
      const allowed = covered.filter((topic) => decide(rules, client, 'read', topic, version).allowed);
      const { extent, parts } = coverageFor(rules, client, version)('read', asked);
      const expected = allowed.length === 0 ? 'none' : allowed.length === covered.length ? 'all' : 'some';
      expect(extent).toBe(expected);
      // What is allowed is allowed by a part that is named, and what a part denies is denied.
      for (const topic of covered) {
        const named = parts.filter((part) => coversTopic(part.filter, topic));
        if (allowed.includes(topic)) expect(named.some((part) => part.allowed)).toBe(true);
      }
    }),
    { numRuns: 2000, seed: 7 },
  );
});

test('two filters overlap where a topic is covered by both', () => {
  fc.assert(
    fc.property(plain, plain, (one, other) => {
      const both = overlap(one, other);
      const expected = topics.filter((topic) => coversTopic(one, topic) && coversTopic(other, topic));
      expect(both === null ? [] : topics.filter((topic) => coversTopic(both, topic))).toEqual(expected);
    }),
    { numRuns: 1000, seed: 7 },
  );
});

test.each([
  ['several filters together', 'topic read a\ntopic read a/+\ntopic read a/+/#', 'a/#', 'all'],
  ['one depth is missing', 'topic read a\ntopic read a/+/+/#', 'a/#', 'some'],
  ['an own rule lifts what a pattern denies', 'topic read a/#\npattern deny a/b', 'a/#', 'all'],
  ['a wildcard covers nothing that starts with $', 'topic read #', '$SYS/#', 'none'],
  ['nobody writes below $SYS', 'topic write $SYS/#', '$SYS/broker/x', 'none', 'write'],
  ['but the state of bridges', 'topic write $SYS/#', '$SYS/broker/connection/+/state', 'all', 'write'],
  ['which is some of it', 'topic write $SYS/#', '$SYS/#', 'some', 'write'],
  ['no message has a topic for shared subscriptions', 'topic read $share/#', '$share/#', 'none'],
] as const)('%s', (_, lines, asked, extent, access: 'read' | 'write' = 'read') => {
  const rules = rulesOfLines(parseAcl(`user a\n${lines}`));
  const cover = coverageFor(rules, { name: 'a', clientId: null }, versionOf('2.0.21'));
  expect(cover(access, asked).extent).toBe(extent);
});
