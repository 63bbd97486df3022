import type { ConfTree, Owned, PathFact } from './types.ts';

export type Broker = NonNullable<ConfTree['broker']>;
const bits = { read: 4, write: 2, enter: 1 } as const;

/** May the broker's user do that there, by owner, group and mode? Lists of more rights (ACLs of the file system) are not known here. */
export function may(broker: Broker, thing: Owned, what: keyof typeof bits): boolean {
  if (broker.uid === 0) return true;
  const shift = thing.uid === broker.uid ? 6 : broker.gids.includes(thing.gid) ? 3 : 0;
  return ((thing.mode >> shift) & bits[what]) !== 0;
}

/** What keeps the broker from reading (or writing) what is there: a folder on the way, or the thing itself; null for nothing. */
export function obstacle(broker: Broker, fact: PathFact, what: 'read' | 'write'): Owned | null {
  const folder = fact.folders.find((one) => !may(broker, one, 'enter'));
  if (folder !== undefined) return folder;
  if (fact.kind === 'missing' || fact.kind === 'unseen') return null;
  return may(broker, fact, what) ? null : fact;
}

export function octal(mode: number): string {
  return mode.toString(8).padStart(4, '0');
}
