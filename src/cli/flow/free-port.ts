import { fail } from '../../errors.ts';
import type { Facts } from '../../facts/types.ts';
import type { HostReader } from '../../host/types.ts';
import { msg } from '../../i18n/messages.ts';

/** The first port from `from` up that nobody listens on, loopback or elsewhere. */
export async function freePort(host: HostReader, { network }: Facts, from: number): Promise<number> {
  const taken = new Set(network.listening.map((socket) => socket.port));
  for (let port = from; port < from + 1000; port += 1) {
    if (!taken.has(port) && (await host.portIsFree(port, '127.0.0.1'))) return port;
  }
  throw fail('no', msg('cli.noFreePort', { from, to: from + 999 }));
}
