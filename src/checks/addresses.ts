import type { NetworkFact } from '../facts/types.ts';
import type { Listener } from '../spec/types.ts';

/** The addresses a listener should hold on this machine, as the kernel lists them. */
export function boundAddresses(listener: Listener, network: NetworkFact): string[] {
  const { bind, family, interface: card } = listener;
  if (card !== null) return addressesOfInterface(listener, network);
  const both = (v4: string, v6: string, hasV6: boolean): string[] =>
    (hasV6 ? [v4, v6] : [v4]).filter(
      (address) => family === null || (family === 'ipv6') === address.includes(':'),
    );
  if (bind === 'all') return both('0.0.0.0', '::', network.ipv6);
  if (bind === 'loopback') return both('127.0.0.1', '::1', network.ipv6Loopback);
  return bind.map(canonical);
}

/** One address of each family, the first that is not link-local: what the broker takes of an interface (measured). */
export function addressesOfInterface(
  { interface: card, family }: Pick<Listener, 'interface' | 'family'>,
  { addresses }: NetworkFact,
): string[] {
  const own = addresses.filter((one) => one.interface === card && !/^fe[89ab]/i.test(one.address));
  return ([4, 6] as const).flatMap((version) => {
    if (family !== null && family !== `ipv${version}`) return [];
    const first = own.find((one) => one.family === version);
    return first === undefined ? [] : [canonical(first.address)];
  });
}

/** One spelling for each address: IPv6 in its shortest form (RFC 5952), without a zone. */
export function canonical(address: string): string {
  const [plain = ''] = address.split('%');
  if (!plain.includes(':')) return plain;
  try {
    return new URL(`http://[${plain}]/`).hostname.slice(1, -1);
  } catch {
    return plain.toLowerCase();
  }
}

/** `1.2.3.4:1883`, `[::1]:1883`; a Unix socket, which has no port, is its path. */
export function socketText(address: string, port: number): string {
  if (port === 0) return address;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
