import type { HostReader } from '../host/types.ts';
import { readText } from './process.ts';
import { listeningSockets, parseUnix, socketHolders } from './sockets.ts';
import type { NetworkFact } from './types.ts';

/** Does /proc/net/if_inet6 list ::1? */
export function hasIpv6Loopback(text: string): boolean {
  return /^0{31}1 /m.test(text);
}

/**
 * Addresses and listening sockets. Looking for the processes behind sockets is the dearest question of all, so
 * `ports` narrows it to the ports that matter (null: all of them), and `likely`, the broker's pid, is asked first.
 */
export async function gatherNetwork(
  host: HostReader,
  ports: readonly number[] | null,
  likely: number | null,
): Promise<NetworkFact> {
  const [{ sockets, ipv6 }, inet6, unix] = await Promise.all([
    listeningSockets(host),
    readText(host, '/proc/net/if_inet6'),
    readText(host, '/proc/net/unix'),
  ]);
  const wanted = sockets.filter((socket) => ports === null || ports.includes(socket.port));
  const holders = await socketHolders(host, new Set(wanted.map((socket) => socket.inode)), likely);
  return {
    ipv6Loopback: hasIpv6Loopback(inet6 ?? ''),
    ipv6,
    addresses: host.addresses(),
    unix: [...new Set(parseUnix(unix ?? ''))],
    listening: sockets.map(({ address, port, inode }) => ({
      address,
      port,
      pid: holders.get(inode)?.pid ?? null,
      process: holders.get(inode)?.process ?? null,
    })),
  };
}
