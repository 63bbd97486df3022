import type { NetworkFact } from '../facts/types.ts';
import type { Listener } from '../spec/types.ts';

/** The addresses a listener should hold on this machine, as the kernel lists them. */
export function boundAddresses({ bind }: Listener, network: NetworkFact): string[] {
  if (bind === 'all') return network.ipv6 ? ['0.0.0.0', '::'] : ['0.0.0.0'];
  if (bind === 'loopback') return network.ipv6Loopback ? ['127.0.0.1', '::1'] : ['127.0.0.1'];
  return bind.map(canonical);
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

/** `1.2.3.4:1883`, `[::1]:1883`. */
export function socketText(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
