import { endpointsOf } from '../../checks/context.ts';
import type { Facts } from '../../facts/types.ts';
import type { Spec } from '../../spec/types.ts';

const schemes = { tcp: 'mqtt', tls: 'mqtts', ws: 'ws', wss: 'wss', unix: 'mqtt+unix' } as const;

/** Where clients connect, by listener; the address the network knows comes before loopback where there is one. */
export function listenerUrls(facts: Facts, spec: Spec): { name: string; url: string }[] {
  return spec.listeners.map((listener) => {
    const endpoints = endpointsOf({ ...spec, listeners: [listener] }, facts);
    if (listener.socket !== null) return { name: listener.name, url: `mqtt+unix://${listener.socket}` };
    const best = endpoints.find(({ host }) => host !== '127.0.0.1' && host !== '::1') ?? endpoints[0];
    const host = best === undefined ? '127.0.0.1' : best.host.includes(':') ? `[${best.host}]` : best.host;
    return { name: listener.name, url: `${schemes[best?.transport ?? 'tcp']}://${host}:${listener.port}` };
  });
}
