import { defaultVersion } from '../distros/index.ts';
import type { Distro } from '../distros/types.ts';
import { pluginFolders } from '../distros/unpacked.ts';
import type { HostReader } from '../host/types.ts';
import { upstreamVersion } from './packages.ts';
import type { MosquittoFact, PackagesFact, PlatformFact } from './types.ts';

/**
 * The machine's mosquitto. Before it is installed its version is what apt would install, else what the release is
 * known to bring, so that one plan is right on the first run.
 */
export async function systemMosquitto(
  host: HostReader,
  distro: Distro,
  platform: PlatformFact,
  packages: PackagesFact | null,
): Promise<MosquittoFact> {
  const { broker } = distro.packages;
  const [binary, client] = await Promise.all([
    host.stat(distro.binary),
    host.stat(`${distro.clients}/mosquitto_pub`),
  ]);
  return {
    ...versionOf(
      packages?.installed[broker] ?? null,
      packages?.candidate[broker] ?? null,
      defaultVersion(platform.distro),
    ),
    binary: binary === null ? null : distro.binary,
    libraries: [],
    clients: client === null ? null : distro.clients,
    plugins: await pluginFolder(host, '', platform.arch),
  };
}

/** The folder that is there, else the one that will be. */
export async function pluginFolder(host: HostReader, root: string, arch: string): Promise<string> {
  const folders = pluginFolders(root, arch);
  const stats = await Promise.all(folders.map((folder) => host.stat(folder)));
  return folders.find((_, index) => stats[index] !== null) ?? folders[0] ?? `${root}/usr/lib/mosquitto`;
}

/** The first of three that is known, each a package version or an upstream one. */
export function versionOf(
  installed: string | null,
  candidate: string | null,
  known: string | null,
): Pick<MosquittoFact, 'version' | 'source'> {
  if (installed !== null) return { version: upstreamVersion(installed), source: 'installed' };
  if (candidate !== null) return { version: upstreamVersion(candidate), source: 'candidate' };
  return { version: known, source: known === null ? 'unknown' : 'distribution' };
}
