import type { Resource } from '../../engine/types.ts';
import type { WouldBe } from '../../facts/overlay.ts';

/** The files that these resources bring or take away, by path: for looking at the machine as it would be. */
export function wouldBe(resources: readonly Resource[]): Map<string, WouldBe> {
  return new Map(
    resources.flatMap((resource): [string, WouldBe][] => {
      if (resource.kind === 'file') return [[resource.path, resource]];
      return resource.kind === 'absent' ? [[resource.path, null]] : [];
    }),
  );
}
