/** A listener as far as it takes to find the one that it corresponds to. */
export interface Doors {
  name: string;
  doors: readonly string[];
  protocol: string;
}

export interface Pairing<T> {
  /** Listeners that share a door, or of which one has taken the other's place (`isMoved`). */
  pairs: { before: T; after: T; isMoved: boolean }[];
  gone: T[];
  come: T[];
}

/**
 * Which listener of one configuration is which of the other: those with a door in common. Of the rest the only ones on
 * their port, and then the only ones left, count as moved.
 */
export function pairListeners<T extends Doors>(before: readonly T[], after: readonly T[]): Pairing<T> {
  const pairs: Pairing<T>['pairs'] = before.flatMap((one) =>
    after
      .filter((other) => sharesDoor(one, other))
      .map((other) => ({ before: one, after: other, isMoved: false })),
  );
  let gone = before.filter((one) => !pairs.some((pair) => pair.before === one));
  let come = after.filter((one) => !pairs.some((pair) => pair.after === one));
  const move = (one: T | undefined, other: T | undefined): void => {
    if (one === undefined || other === undefined) return;
    pairs.push({ before: one, after: other, isMoved: true });
    gone = gone.filter((left) => left !== one);
    come = come.filter((left) => left !== other);
  };
  for (const one of gone) {
    const isLike = (other: T): boolean => portOf(other) === portOf(one) && other.protocol === one.protocol;
    if (gone.filter(isLike).length === 1 && come.filter(isLike).length === 1) move(one, come.find(isLike));
  }
  if (gone.length === 1 && come.length === 1 && gone[0]?.protocol === come[0]?.protocol)
    move(gone[0], come[0]);
  return { pairs, gone, come };
}

function sharesDoor(one: Doors, other: Doors): boolean {
  return one.doors.some((door) => other.doors.includes(door));
}

function portOf({ name }: Doors): string {
  return name.slice(name.lastIndexOf(':') + 1);
}
