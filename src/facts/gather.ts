import { assumedDistro, distroOf } from '../distros/index.ts';
import type { Layout } from '../distros/layout.ts';
import { localService, systemService } from '../distros/service.ts';
import { unpackedTree } from '../distros/unpacked.ts';
import type { HostReader } from '../host/types.ts';
import { gatherFiles, gatherIncluded } from './files.ts';
import { gatherFree, writtenFolders } from './free.ts';
import { gatherInit } from './init.ts';
import { localMosquitto } from './local-broker.ts';
import { systemMosquitto } from './mosquitto.ts';
import { gatherNetwork } from './network.ts';
import { gatherPlatform } from './os-release.ts';
import { gatherPackages } from './packages.ts';
import { gatherRecords } from './records.ts';
import { gatherService } from './service.ts';
import type { Facts, InitFact, MosquittoFact, PackagesFact, PlatformFact, ServiceFact } from './types.ts';

export interface GatherOptions {
  /** Only the processes behind these ports are looked up; default all of them, which is dearer. */
  ports?: readonly number[];
  /** What was found a moment ago: a file that has not been touched since is not read again. */
  seen?: Facts['files'];
}

/**
 * Reads the machine, changing nothing. Works as any user; what may not be read is said so in the fact. On a machine
 * where all is well it runs dpkg-query and `systemctl show` (elsewhere policy-rc.d, where there is one) and no more.
 */
export async function gather(host: HostReader, layout: Layout, options: GatherOptions = {}): Promise<Facts> {
  const [core, included, records] = await Promise.all([
    layout.mode === 'local' ? gatherLocal(host, layout) : gatherSystem(host, layout),
    gatherIncluded(host, layout),
    gatherRecords(host, layout),
  ]);
  const installing = core.mosquitto.binary === null || core.mosquitto.clients === null;
  const [files, network, free] = await Promise.all([
    gatherFiles(host, layout, included, options.seen),
    gatherNetwork(host, options.ports ?? null, core.service.pid),
    gatherFree(host, writtenFolders(layout, installing)),
  ]);
  const user = { uid: host.user.uid, name: host.user.name };
  return { schemaVersion: 1, layout, user, ...core, network, files, included, free, ...records };
}

interface Core {
  platform: PlatformFact;
  init: InitFact;
  packages: PackagesFact | null;
  mosquitto: MosquittoFact;
  service: ServiceFact;
}

async function gatherSystem(host: HostReader, layout: Layout): Promise<Core> {
  const platformSoon = gatherPlatform(host);
  const [platform, packages, { init, service }] = await Promise.all([
    platformSoon,
    platformSoon.then((platform) => gatherPackages(host, distroOf(platform.distro) ?? assumedDistro)),
    gatherInit(host).then(async (init) => {
      const distro = distroOf((await platformSoon).distro) ?? assumedDistro;
      return { init, service: await gatherService(host, systemService(init.kind, distro, layout)) };
    }),
  ]);
  const distro = distroOf(platform.distro) ?? assumedDistro;
  return {
    platform,
    init,
    packages,
    mosquitto: await systemMosquitto(host, distro, platform, packages),
    service,
  };
}

/** A broker in a folder is ours to keep running, whatever the machine's init; packages of the machine do not matter. */
async function gatherLocal(host: HostReader, layout: Layout): Promise<Core> {
  const platform = await gatherPlatform(host);
  const distro = distroOf(platform.distro) ?? assumedDistro;
  const mosquitto = await localMosquitto(host, layout.cache ?? layout.state, distro);
  // Before a broker has been fetched the command line names the tree that it will be in, so that the plan is right.
  const coming = unpackedTree(layout.cache ?? layout.state, platform.arch);
  const ref =
    mosquitto.binary === null
      ? localService(coming.binary, coming.libraries, layout)
      : localService(mosquitto.binary, mosquitto.binary === coming.binary ? mosquitto.libraries : [], layout);
  const service = await gatherService(host, ref);
  return { platform, init: { kind: 'none', startForbidden: false }, packages: null, mosquitto, service };
}
