import { levelsOverlap } from '../spec/overlap.ts';
import type { Rights } from '../spec/types.ts';

/** Pairs of filters that are compared; more are not worth the time. */
const most = 2_000_000;

/**
 * Where a rule of a user's own allows what a pattern denies, the broker goes by the user's; with us, what is denied to
 * everybody comes first. Finds the patterns of which that makes a difference, each with a user it makes it for.
 */
export class Overlaps {
  readonly #own: [name: string, filters: string[]][];

  constructor(users: ReadonlyMap<string, Rights>, anonymous: Rights) {
    this.#own = [...users, ['', anonymous] as const].map(([name, { publish, subscribe }]) => [
      name,
      [...new Set([...publish, ...subscribe])],
    ]);
  }

  of(denied: readonly { line: number; filter: string }[]): { line: number; name: string }[] {
    let compared = 0;
    return denied.flatMap(({ line, filter }) => {
      for (const [name, filters] of this.#own) {
        if (name === '' && filter.includes('{user}')) continue;
        const own = filter.replaceAll('{user}', () => name).split('/');
        compared += filters.length;
        if (compared > most || filters.some((one) => levelsOverlap(own, one.split('/'))))
          return [{ line, name }];
      }
      return [];
    });
  }
}
