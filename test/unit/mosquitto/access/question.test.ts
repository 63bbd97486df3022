import { expect, test } from 'vitest';
import { filterFault, sharedFilter, topicFault } from '../../../../src/mosquitto/access/question.ts';
import { isSlip } from '../../../../src/mosquitto/access/slip.ts';

const deep = (slashes: number): string => Array.from({ length: slashes + 1 }, () => 'a').join('/');

test.each([
  ['a/b', null],
  ['/', null],
  ['$SYS/x', null],
  ['é/日本', null],
  [deep(200), null],
  ['', 'empty'],
  ['a/+', 'wildcard'],
  ['a#', 'wildcard'],
  ['a\tb', 'control'],
  ['a\0', 'control'],
  ['\ud800', 'control'],
  [deep(201), 'deep'],
  ['a'.repeat(65_535), null],
  ['a'.repeat(65_536), 'long'],
])('a topic %j', (topic, fault) => expect(topicFault(topic)).toBe(fault));

test.each([
  ['a/#', null],
  ['+/+', null],
  ['#', null],
  ['a#', 'filter'],
  ['a/#/b', 'filter'],
  ['a+', 'filter'],
  ['$share/g/a/#', null],
  ['$share/g/#/a', 'filter'],
  ['$share', 'share'],
  ['$share/g', 'share'],
  ['$share//a', 'share'],
  ['$share/g+/a', 'share'],
  ['$sharex/a', null],
])('a filter %j', (filter, fault) => expect(filterFault(filter)).toBe(fault));

test('a shared subscription has a group and a filter', () => {
  expect(sharedFilter('$share/g/a/#')).toEqual({ group: 'g', filter: 'a/#' });
  expect(sharedFilter('a/$share/b')).toBeNull();
});

test.each([
  ['home', 'hoem', true],
  ['home', 'hme', true],
  ['home', 'homes', true],
  ['home', 'hone', true],
  ['home', 'home', false],
  ['home', 'hemo', false],
  ['ab', 'ac', false],
  ['home', 'house', false],
])('%s and %s', (one, other, isNear) => expect(isSlip(one, other)).toBe(isNear));
