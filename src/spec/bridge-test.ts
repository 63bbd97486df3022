import { coversTopic } from '../mosquitto/filters.ts';
import type { Bridge } from './types.ts';

/** One way of the test message: where it sets out, and what its topic is called at either end. */
export interface TestRoute {
  from: 'here' | 'there';
  here: string;
  there: string;
}

/** The ways that a bridge carries its test topic, at most one each way; none where no topic of the bridge covers it. */
export function testRoutes({ test_topic: here, topics }: Pick<Bridge, 'test_topic' | 'topics'>): TestRoute[] {
  if (here === null) return [];
  const carried = topics.flatMap(({ filter, direction, local_prefix, remote_prefix }) => {
    if (!here.startsWith(local_prefix)) return [];
    const rest = here.slice(local_prefix.length);
    return coversTopic(filter, rest) ? [{ direction, there: remote_prefix + rest }] : [];
  });
  return (['here', 'there'] as const).flatMap((from) => {
    const wanted = from === 'here' ? 'out' : 'in';
    const way = carried.find(({ direction }) => direction === wanted || direction === 'both');
    return way === undefined ? [] : [{ from, here, there: way.there }];
  });
}
