import { expect, test } from 'vitest';
import { TopicCounts } from '../../../src/report/busiest.ts';

const of = (topic: string, retain = false) => ({ topic, retain });

test('messages are counted by topic, the busiest first, and retained ones are no traffic', () => {
  const counts = new TopicCounts(3);
  expect(counts.top()).toEqual([]);
  counts.add([of('b'), of('a'), of('c'), of('a'), of('kept', true)]);
  expect(counts.top()).toEqual([
    { topic: 'a', count: 2 },
    { topic: 'b', count: 1 },
    { topic: 'c', count: 1 },
  ]);
});

test('what is older than the ticks is forgotten', () => {
  const counts = new TopicCounts(2);
  counts.add([of('old')]);
  counts.add([of('new')]);
  counts.add([of('new')]);
  expect(counts.top()).toEqual([{ topic: 'new', count: 2 }]);
  counts.add([]);
  counts.add([]);
  expect(counts.top()).toEqual([]);
});

test('new topics without end are no more than it can keep, and eight are shown', () => {
  const counts = new TopicCounts(1);
  const many = Array.from({ length: 12_000 }, (_, i) => of(`topic/${i}`));
  counts.add([...many, ...many]);
  const top = counts.top();
  expect(top).toHaveLength(8);
  expect(top.every(({ count }) => count === 2)).toBe(true);
});
