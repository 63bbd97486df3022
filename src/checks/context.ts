import type { Facts, NetworkFact } from '../facts/types.ts';
import type { Listener, Spec } from '../spec/types.ts';
import type { Endpoint } from './types.ts';

/** Every address of this machine's broker that a check should try, each listener's first one being the nearest. */
export function endpointsOf(spec: Spec, { network }: Pick<Facts, 'network'>): Endpoint[] {
  return spec.listeners.flatMap((listener) =>
    reachable(listener, network).map((host) => ({
      listener: listener.name,
      host,
      port: listener.port,
      transport: 'tcp' as const,
    })),
  );
}

function reachable({ bind }: Listener, network: NetworkFact): string[] {
  const loopback = network.ipv6Loopback ? ['127.0.0.1', '::1'] : ['127.0.0.1'];
  if (bind === 'loopback') return loopback;
  if (bind === 'all') return [...loopback, ...outward(network)];
  // An address that means "any" cannot be dialled.
  return bind.map((address) => (address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address));
}

/** One address by which the network knows this machine, IPv4 first; none where it has only itself. */
function outward({ addresses }: NetworkFact): string[] {
  const usable = addresses.filter(({ internal, address }) => !internal && !/^fe[89ab]/i.test(address));
  const best = usable.find(({ family }) => family === 4) ?? usable[0];
  return best === undefined ? [] : [best.address];
}

/** The one address of a broker that is looked at from outside. */
export function remoteEndpoint(
  host: string,
  port: number,
  transport: Endpoint['transport'] = 'tcp',
): Endpoint {
  return { listener: host, host, port, transport };
}
