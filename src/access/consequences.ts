import type { Version } from '../mosquitto/version.ts';
import { reservedPrefix } from '../spec/names.ts';
import { disconnectedBy } from './disconnects.ts';
import { type PermissionChange, permissionChanges } from './permissions.ts';

/** What a plan means for people. */
export interface Consequences {
  permissions: PermissionChange[];
  /** A restart disconnects everybody; null where the broker neither restarts nor reloads, or does not run. */
  disconnects: 'everybody' | string[] | null;
}

/** Both files of the broker, as text; '' where there is none. */
interface Files {
  acl: string;
  passwd: string;
}

/** `interruption`: what the plan does to a running broker. Pure. */
export function consequencesOf(
  before: Files,
  after: Files,
  interruption: 'restart' | 'reload' | null,
  version: Version,
): Consequences {
  const isOurs = (name: string): boolean => name.startsWith(reservedPrefix);
  return {
    permissions: permissionChanges(before.acl, after.acl, version, isOurs),
    disconnects:
      interruption === 'restart'
        ? 'everybody'
        : interruption === 'reload'
          ? disconnectedBy(before.passwd, after.passwd, isOurs)
          : null,
  };
}
