import { compareVersions, oldest, parseVersion, type Version } from '../version.ts';
import type { ByVersion, Changing, VersionText } from './types.ts';

/** The value that holds in `version`; an unknown version (null) counts as the oldest. */
export function valueIn<T>(by: ByVersion<T>, version: Version | null): T {
  if (!isChanging(by)) return by;
  let value = by.first;
  for (const [since, next] of Object.entries(by.from)) if (isSince(version, since)) value = next;
  return value;
}

/** All values that it has had, oldest first. */
export function everyValue<T>(by: ByVersion<T>): { since: VersionText | null; value: T }[] {
  if (!isChanging(by)) return [{ since: null, value: by }];
  const later = Object.entries(by.from).map(([since, value]) => ({ since: since as VersionText, value }));
  return [{ since: null, value: by.first }, ...later];
}

/** Is `version` at least this one? */
export function isSince(version: Version | null, since: string): boolean {
  const wanted = parseVersion(since);
  return wanted !== null && compareVersions(version ?? oldest, wanted) >= 0;
}

function isChanging<T>(by: ByVersion<T>): by is Changing<T> {
  return typeof by === 'object' && by !== null && 'first' in by && 'from' in by;
}
