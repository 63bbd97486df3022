import type { Version } from '../mosquitto/version.ts';
import { reservedPrefix } from '../spec/names.ts';
import { disconnectedBy } from './disconnects.ts';
import { type PermissionChange, permissionChanges } from './permissions.ts';

/** What a plan means for people. */
export interface Consequences {
  permissions: PermissionChange[];
  /** A restart disconnects everybody; null where the broker neither restarts nor reloads, or does not run. */
  disconnects: 'everybody' | string[] | null;
  /** What a restart costs; null where none is planned, or where the broker does not say. */
  price: Price | null;
}

/** What a broker that runs would lose or have to get back. */
export interface Price {
  /** Connected clients. */
  clients: number;
  /** Sessions that are kept for clients which are offline. */
  offline: number;
  /** Stored messages: retained, and queued for others. */
  messages: number;
  /** When the database was last written, ISO 8601; null where there is none. */
  saved: string | null;
  /** Does it outlive the restart? */
  keeps: boolean;
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
    price: null,
  };
}
