import type { Facts, NetworkFact } from '../facts/types.ts';
import type { Listener, Spec } from '../spec/types.ts';
import { addressesOfInterface } from './addresses.ts';
import type { CheckContext, Endpoint } from './types.ts';

/** Every address of this machine's broker that a check should try, each listener's first one being the nearest. */
export function endpointsOf(spec: Spec, { network }: Pick<Facts, 'network'>): Endpoint[] {
  return spec.listeners.flatMap((listener) =>
    reachable(listener, network).map((host) => ({
      listener: listener.name,
      host,
      port: listener.port,
      transport: transportOf(listener),
      ...(listener.max_qos === 1 ? { maxQos: 1 as const } : {}),
      ...(listener.mount_point === null ? {} : { mountPoint: listener.mount_point }),
      ...versionsOf(listener),
      ...(listener.anonymous ? { anonymous: true as const } : {}),
      ...clientOf(listener),
    })),
  );
}

/** Our own CA has given the probe a certificate; another one has not. */
function clientOf({ tls, extra }: Listener): Pick<Endpoint, 'client' | 'closed' | 'isOwn'> {
  if (tls === null)
    return extra.some((line) => /^require_certificate +true$/.test(line)) ? { closed: true } : {};
  const own = tls.from === 'own' ? { isOwn: true as const } : {};
  if (tls.clients === null) return own;
  return {
    ...own,
    client: tls.clients === 'password' ? 'both' : 'name',
    ...(tls.client_ca === null ? {} : { closed: true as const }),
  };
}

/** Without the places where a client's certificate decides who it is: a name and a password mean nothing there. */
export function byPassword<T extends Pick<CheckContext, 'endpoints'>>(context: T): T {
  return {
    ...context,
    endpoints: context.endpoints.filter(({ client, closed }) => client !== 'name' && closed !== true),
  };
}

/** What `accept_protocol_versions` (from 2.1 on) lets in; 3, which is MQTT 3.1, is not tried. */
function versionsOf({ extra }: Listener): Pick<Endpoint, 'versions'> {
  const line = extra.findLast((one) => one.startsWith('accept_protocol_versions '));
  if (line === undefined) return {};
  const said = line.slice(line.indexOf(' ')).split(',');
  return {
    versions: ([4, 5] as const).filter((version) => said.some((one) => one.trim() === String(version))),
  };
}

/** A certificate makes it TLS, as it does for the broker. */
function transportOf({ socket, protocol, tls, extra }: Listener): Endpoint['transport'] {
  if (socket !== null) return 'unix';
  const isTls = tls !== null || extra.some((line) => line.startsWith('certfile '));
  if (protocol === 'websockets') return isTls ? 'wss' : 'ws';
  return isTls ? 'tls' : 'tcp';
}

function reachable(listener: Listener, network: NetworkFact): string[] {
  const { bind, family, interface: card, socket } = listener;
  if (socket !== null) return [socket];
  if (card !== null) return addressesOfInterface(listener, network);
  const isOther = (address: string): boolean =>
    family !== null && (family === 'ipv6') !== address.includes(':');
  const loopback = network.ipv6Loopback ? ['127.0.0.1', '::1'] : ['127.0.0.1'];
  if (bind === 'loopback') return loopback.filter((address) => !isOther(address));
  if (bind === 'all') return [...loopback, ...outward(network)].filter((address) => !isOther(address));
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
