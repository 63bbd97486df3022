import { expect, test } from 'vitest';
import { testRoutes } from '../../../src/spec/bridge-test.ts';
import type { BridgeTopic } from '../../../src/spec/types.ts';

const topic = (
  filter: string,
  direction: BridgeTopic['direction'],
  local = '',
  remote = '',
): BridgeTopic => ({
  filter,
  direction,
  qos: 0,
  local_prefix: local,
  remote_prefix: remote,
});

test('goes each way that a topic of the bridge goes, under its name at either end', () => {
  const routes = testRoutes({
    test_topic: 'home/test/x',
    topics: [
      topic('test/+', 'out', 'home/', 'site1/'),
      topic('home/#', 'in'),
      topic('#', 'both', '', 'later/'),
    ],
  });
  expect(routes).toEqual([
    { from: 'here', here: 'home/test/x', there: 'site1/test/x' },
    { from: 'there', here: 'home/test/x', there: 'home/test/x' },
  ]);
});

test('goes nowhere where no topic covers it', () => {
  const topics = [topic('test/+', 'out', 'home/'), topic('other/#', 'both')];
  expect(testRoutes({ test_topic: 'test/x', topics })).toEqual([]);
  expect(testRoutes({ test_topic: 'home/test/x/y', topics })).toEqual([]);
  expect(testRoutes({ test_topic: null, topics })).toEqual([]);
});
