import { assumedDistro, defaultVersion, distroOf } from '../distros/index.ts';
import type { Layout } from '../distros/layout.ts';
import type { HostReader } from '../host/types.ts';
import { localMosquitto } from './local-broker.ts';
import { versionOf } from './mosquitto.ts';
import { gatherPlatform } from './os-release.ts';
import { queryInstalled } from './packages.ts';

/** The broker's version: the installed one's, else that which the distribution brings; null where nothing is known. */
export async function brokerVersion(host: HostReader, layout: Layout): Promise<string | null> {
  const platform = await gatherPlatform(host);
  const distro = distroOf(platform.distro) ?? assumedDistro;
  if (layout.mode === 'local')
    return (
      (await localMosquitto(host, layout.cache ?? layout.state, distro)).version ??
      defaultVersion(platform.distro)
    );
  const { broker } = distro.packages;
  const rows = await queryInstalled(host, [broker]);
  const installed = rows?.find(({ name, status }) => name === broker && /^[a-z][iWt]/.test(status));
  return versionOf(installed?.version ?? null, null, defaultVersion(platform.distro)).version;
}
