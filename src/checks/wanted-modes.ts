import type { Facts } from '../facts/types.ts';
import type { Spec } from '../spec/types.ts';
import { listenerPlaces, ownPlaces } from '../tls/places.ts';

export interface WantedMode {
  path: string;
  kind: 'file' | 'directory';
  owner: string;
  /** Null where the group does not matter, because it has no rights. */
  group: string | null;
  /** Bits that may be set … */
  most: number;
  /** … and bits that have to be. */
  least: number;
  /** May the path be missing? */
  optional: boolean;
}

/**
 * Who owns what, and who may read it. On the machine: the configuration is read by the broker after it has dropped
 * its rights, so everybody may read it and it holds no secret; password and ACL file as mosquitto:mosquitto 0600 are
 * the only choice that no version warns about. In a folder of one's own: the user alone.
 */
export function wantedModes({ layout, user }: Facts, spec: Spec | null): WantedMode[] {
  const local = layout.mode === 'local';
  const ours = local ? { owner: user.name, group: null } : { owner: 'root', group: 'root' };
  const broker = local ? ours : { owner: 'mosquitto', group: 'mosquitto' };
  const open = local ? { most: 0o600, least: 0o400 } : { most: 0o644, least: 0o444 };
  const holdsPassword = !local && spec?.bridges.some((bridge) => bridge.password_file !== null) === true;
  const secret = { most: 0o600, least: 0o400 };
  const file = { kind: 'file', optional: false } as const;
  const tls = ownPlaces(layout);
  const copies = (spec?.listeners ?? []).flatMap((listener) =>
    listener.tls === null ? [] : [listenerPlaces(layout, listener).key],
  );
  const keys: WantedMode[] = [
    ...[...new Set([tls.serverKey, ...copies])].map((path) => ({
      path,
      ...file,
      ...broker,
      ...secret,
      optional: true,
    })),
    ...[tls.authorityKey, tls.probeKey].map((path) => ({
      path,
      ...file,
      ...ours,
      ...secret,
      optional: true,
    })),
  ];
  return [
    {
      path: layout.conf,
      ...file,
      ...ours,
      ...(holdsPassword ? { group: 'mosquitto', most: 0o640, least: 0o440 } : open),
    },
    { path: layout.passwd, ...file, ...broker, ...secret },
    { path: layout.acl, ...file, ...broker, ...secret },
    { path: layout.spec, ...file, ...ours, ...open, least: 0o400, optional: true },
    { path: layout.accounts, ...file, ...ours, ...secret, optional: true },
    { path: layout.probe, ...file, ...ours, ...secret, optional: true },
    ...keys,
    { path: layout.state, kind: 'directory', ...ours, most: 0o700, least: 0o700, optional: true },
  ];
}
