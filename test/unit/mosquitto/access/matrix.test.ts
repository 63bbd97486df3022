import { expect, test } from 'vitest';
import { matrix, matrixRows, whoReaches } from '../../../../src/mosquitto/access/matrix.ts';
import { rulesOfLines } from '../../../../src/mosquitto/access/rules.ts';
import { parseAcl } from '../../../../src/mosquitto/formats/acl.ts';
import { versionOf } from '../../../helpers/lint.ts';

const version = versionOf('2.0.21');
const rules = rulesOfLines(
  parseAcl(`topic read news
user a
topic readwrite own/a/#
topic deny own/a/x
user b
topic readwrite own/b/#
topic deny own/b/x
user own
topic readwrite own/own/#
topic deny own/own/x
user other
topic write a/#
pattern read in/%u/%c
`),
);
const people = [...matrix(rules, [...rules.users.keys(), 'nobody'], version)];

test('who reaches the same below the own name is one group', () => {
  const groups = people.map(({ user, group }) => [user, group]);
  expect(groups).toEqual([
    ['a', 0],
    ['b', 0],
    ['own', 1],
    ['other', 2],
    ['nobody', 3],
    [null, -1],
    [null, -2],
  ]);
});

test('each line has the real name', () => {
  expect([...matrixRows(people)].map((row) => Object.values(row).join(' '))).toEqual([
    'user a own/a/# some some',
    'user a own/a/x none none',
    'user b own/b/# some some',
    'user b own/b/x none none',
    'user own own/own/# some some',
    'user own own/own/x none none',
    'user other a/# all none',
    'anonymous  news none all',
    'everyone  in/{user}/{client} none all',
  ]);
});

test('who reaches one topic, or some of a filter', () => {
  const all = { names: [...rules.users.keys()], anonymous: true, others: true };
  const who = (topic: string): unknown[] =>
    [...whoReaches(rules, all, topic, version)].map(({ who: kind, user, reach }) => [
      user ?? kind,
      reach[0]?.publish,
      reach[0]?.subscribe,
    ]);
  expect(who('own/a/y')).toEqual([['a', 'all', 'all']]);
  expect(who('news')).toEqual([['anonymous', 'none', 'all']]);
  expect(who('own/b/#')).toEqual([['b', 'some', 'some']]);
  expect(who('in/+/x')).toEqual([]);
});

test('a name that is spelt out in a pattern, or that patterns cannot take, is like no other', () => {
  const special = rulesOfLines(
    parseAcl('user a\ntopic read x/a\nuser b\ntopic read x/b\npattern deny x/b\n'),
  );
  const found = [...matrix(special, ['a', 'b', 'c+'], version)].filter(({ who }) => who === 'user');
  expect(new Set(found.map(({ group }) => group)).size).toBe(3);
});
