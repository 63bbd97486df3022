import { debian } from './debian.ts';
import type { Distro } from './types.ts';

/** Register a family of distributions here. */
const distros: readonly Distro[] = [debian];

/** What an os-release file says of itself, as far as it matters here. */
interface Release {
  id: string;
  like: readonly string[];
  versionId: string;
  codename: string;
}

/** The family that covers a release, by its ID or any of its ID_LIKE; null for one we do not know. */
export function distroOf(release: Pick<Release, 'id' | 'like'>): Distro | null {
  const names = [release.id, ...release.like];
  return distros.find((distro) => names.some((name) => distro.ids.includes(name))) ?? null;
}

/**
 * The mosquitto that a release is known to bring (upstream version), by codename or else by number; null where
 * neither is in the table. A derivative's UBUNTU_CODENAME is expected in `codename` already.
 */
export function defaultVersion(release: Release): string | null {
  const distro = distroOf(release);
  if (distro === null) return null;
  const codename = distro.codenames[`${release.id} ${release.versionId}`] ?? release.codename;
  return distro.versions[release.codename] ?? distro.versions[codename] ?? null;
}

/** Where things are taken to be on a distribution that we do not know. */
export const assumedDistro: Distro = debian;
