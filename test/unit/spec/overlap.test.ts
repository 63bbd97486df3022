import { expect, test } from 'vitest';
import { deniedTopics, filtersOverlap } from '../../../src/spec/overlap.ts';
import { noRights } from '../../../src/spec/rights.ts';
import { Twins } from '../../../src/spec/twins.ts';

test.each<[one: string, other: string, overlaps: boolean]>([
  ['a/b', 'a/b', true],
  ['a/b', 'a/c', false],
  ['a/#', 'a', true],
  ['a/#', 'a/b/c', true],
  ['a/#', 'b', false],
  ['a/+/c', 'a/b/#', true],
  ['a/+', 'a', false],
  ['+/x', 'a/+', true],
  ['+/x', 'a/+/c', false],
  ['#', '$SYS/#', false],
  ['$SYS/#', '$SYS/broker', true],
  ['#', 'a', true],
])('%s and %s', (one, other, overlaps) => {
  expect(filtersOverlap(one, other)).toBe(overlaps);
  expect(filtersOverlap(other, one)).toBe(overlaps);
});

test('topics that a role, or everybody, is denied', () => {
  const spec = {
    roles: { reader: { ...noRights, subscribe: ['{topics}'], deny: ['home/{user}/secret/#'] } },
    everyone: { ...noRights, deny: ['cmd/#', 'x/{client}'] },
  };
  const account = { name: 'bob', roles: ['reader'], topics: ['home/#', 'cmd/lamp', 'weather'] };
  expect(deniedTopics(account, spec)).toEqual([
    { topic: 'home/#', denied: 'home/bob/secret/#' },
    { topic: 'cmd/lamp', denied: 'cmd/#' },
  ]);
});

test('names that differ in nothing but letters’ case', () => {
  const twins = new Twins(['Alice', 'Zoé']);
  expect([twins.of('alice'), twins.of('Alice'), twins.of('ZOE\u0301'), twins.of('bob')]).toEqual([
    'Alice',
    null,
    'Zoé',
    null,
  ]);
});
