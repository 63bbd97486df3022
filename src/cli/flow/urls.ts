import { endpointsOf } from '../../checks/context.ts';
import type { Facts } from '../../facts/types.ts';
import type { Spec } from '../../spec/types.ts';

const schemes = { tcp: 'mqtt', tls: 'mqtts', ws: 'ws', wss: 'wss', unix: 'mqtt+unix' } as const;

/** Where clients connect, by listener; the address the network knows comes before loopback where there is one. */
export function listenerUrls(facts: Facts, spec: Spec): { name: string; url: string }[] {
  return spec.listeners.map((listener) => {
    const endpoints = endpointsOf({ ...spec, listeners: [listener] }, facts);
    if (listener.socket !== null) return { name: listener.name, url: `mqtt+unix://${listener.socket}` };
    const named = nameOf(listener, spec);
    if (named !== null)
      return {
        name: listener.name,
        url: `${schemes[endpoints[0]?.transport ?? 'tls']}://${named}:${listener.port}`,
      };
    const best = endpoints.find(({ host }) => host !== '127.0.0.1' && host !== '::1') ?? endpoints[0];
    const host = best === undefined ? '127.0.0.1' : best.host.includes(':') ? `[${best.host}]` : best.host;
    return { name: listener.name, url: `${schemes[best?.transport ?? 'tcp']}://${host}:${listener.port}` };
  });
}

/** A certificate that was declared for a name is accepted under that name: so it is dialled by it. */
function nameOf({ tls, bind }: Spec['listeners'][number], { acme, certificates }: Spec): string | null {
  if (tls === null || bind === 'loopback') return null;
  const name =
    tls.from === 'acme' ? acme?.domains[0] : tls.from === 'own' ? certificates.names[0] : undefined;
  return name === undefined || name.startsWith('*') ? null : name.includes(':') ? `[${name}]` : name;
}
