import type { Distro } from '../distros/types.ts';
import { parseManifest, unpackedTree } from '../distros/unpacked.ts';
import type { HostReader } from '../host/types.ts';
import { pluginFolder } from './mosquitto.ts';
import { queryInstalled, upstreamVersion } from './packages.ts';
import { readText } from './process.ts';
import type { MosquittoFact } from './types.ts';

/**
 * The mosquitto for a broker in a folder: the machine's where it is installed, each of broker and clients else from
 * what was unpacked in the cache.
 */
export async function localMosquitto(
  host: HostReader,
  cache: string,
  distro: Distro,
): Promise<MosquittoFact> {
  const { broker, clients } = distro.packages;
  const tree = unpackedTree(cache, process.arch);
  const [systemBroker, systemClient, manifestText] = await Promise.all([
    host.stat(distro.binary),
    host.stat(`${distro.clients}/mosquitto_pub`),
    readText(host, `${tree.root}/${tree.manifestName}`),
  ]);
  const unpacked = parseManifest(manifestText ?? '');
  const clientFolder = systemClient !== null ? distro.clients : clients in unpacked ? tree.clients : null;
  const libraries = Object.keys(unpacked).length === 0 ? [] : tree.libraries;
  if (systemBroker !== null) {
    const installed =
      (await queryInstalled(host, [broker]))?.find((row) => row.name === broker)?.version ?? '';
    const version = upstreamVersion(installed);
    const source = version === null ? 'unknown' : 'installed';
    const plugins = await pluginFolder(host, '', process.arch);
    return { version, source, binary: distro.binary, libraries, clients: clientFolder, plugins };
  }
  const version = upstreamVersion(unpacked[broker] ?? '');
  const plugins = await pluginFolder(host, tree.root, process.arch);
  return version === null
    ? { version, source: 'unknown', binary: null, libraries, clients: clientFolder, plugins }
    : { version, source: 'installed', binary: tree.binary, libraries, clients: clientFolder, plugins };
}
