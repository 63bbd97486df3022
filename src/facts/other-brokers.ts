import { basename } from 'node:path';
import type { HostReader } from '../host/types.ts';
import { isInContainer, parseCmdline, readText } from './process.ts';

/** A mosquitto that runs on this machine. */
export interface OtherBroker {
  pid: number;
  argv: string[];
}

/** Every mosquitto of this machine but the one with `pid`; those in containers read other files and are not meant. */
export async function gatherOtherBrokers(host: HostReader, pid: number | null): Promise<OtherBroker[]> {
  const pids = ((await host.list('/proc')) ?? []).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    pids.map(async (one): Promise<OtherBroker[]> => {
      const argv = parseCmdline((await readText(host, `/proc/${one}/cmdline`)) ?? '');
      if (one === pid || basename(argv[0] ?? '') !== 'mosquitto') return [];
      return (await isInContainer(host, one)) ? [] : [{ pid: one, argv }];
    }),
  );
  return found.flat();
}
