import type { Received } from '../checks/types.ts';

/** How many topics are shown. */
const most = 8;
/** So many topics are counted: a client that makes new ones without end must not fill our memory. */
const known = 10_000;

export interface BusyTopics {
  filter: string;
  topics: readonly { topic: string; count: number }[];
}

/** Counts messages by topic over the last `ticks` calls of `add`. What was retained is no traffic and not counted. */
export class TopicCounts {
  readonly #past: Map<string, number>[] = [];
  readonly #ticks: number;

  constructor(ticks: number) {
    this.#ticks = ticks;
  }

  add(messages: readonly Pick<Received, 'topic' | 'retain'>[]): void {
    const now = new Map<string, number>();
    for (const { topic, retain } of messages) {
      const count = now.get(topic);
      if (!retain && (count !== undefined || now.size < known)) now.set(topic, (count ?? 0) + 1);
    }
    this.#past.push(now);
    if (this.#past.length > this.#ticks) this.#past.shift();
  }

  /** The busiest first; those that are as busy as each other by their names. */
  top(): BusyTopics['topics'] {
    const sums = new Map<string, number>();
    for (const tick of this.#past)
      for (const [topic, count] of tick) sums.set(topic, (sums.get(topic) ?? 0) + count);
    return [...sums]
      .map(([topic, count]) => ({ topic, count }))
      .sort((a, b) => b.count - a.count || (a.topic < b.topic ? -1 : 1))
      .slice(0, most);
  }
}
