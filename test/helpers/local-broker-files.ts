import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Layout, localLayout } from '../../src/distros/layout.ts';
import { localService } from '../../src/distros/service.ts';
import { unpackedTree } from '../../src/distros/unpacked.ts';
import { performService } from '../../src/host/init/index.ts';
import { realHost } from '../../src/host/real.ts';
import type { ServiceRef } from '../../src/host/types.ts';
import { freePort } from './mosquitto.ts';

type DirectRef = Extract<ServiceRef, { init: 'none' }>;

/** A folder with a broker's configuration in it, and the service that would run it. */
export interface BrokerFolder {
  layout: Layout;
  ref: DirectRef;
  port: number;
  configure(more: string): Promise<void>;
  /** Ends what runs there and deletes the folder. */
  remove(): Promise<void>;
}

/** `root` holds an unpacked mosquitto: usr/sbin/mosquitto and its libraries. */
export async function brokerFolder(root: string): Promise<BrokerFolder> {
  const dir = await mkdtemp(join(tmpdir(), 'broker a b-'));
  // Only when somebody else is to run it must they be able to pass.
  await chmod(dir, 0o755);
  const layout = localLayout(dir);
  const tree = unpackedTree(root.replace(/\/root$/, ''), process.arch);
  const ref = localService(`${root}/usr/sbin/mosquitto`, tree.libraries, layout) as DirectRef;
  const port = await freePort();
  for (const folder of [layout.state, layout.data, join(dir, 'log')]) await mkdir(folder, { mode: 0o700 });
  const configure = (more: string): Promise<void> =>
    // Only root's broker gives up its rights: it may keep them here, where nobody else could reach its files.
    writeFile(
      layout.conf,
      `listener ${port} 127.0.0.1\nlog_dest file ${layout.log}\nuser ${realHost().user.name}\n${more}`,
    );
  await configure('allow_anonymous true\n');
  return {
    layout,
    ref,
    port,
    configure,
    async remove() {
      await performService(realHost(), 'stop', ref);
      await rm(dir, { recursive: true, force: true });
    },
  };
}
