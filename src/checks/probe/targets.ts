import type { CheckContext, Endpoint } from '../types.ts';

/** One address under one version of the protocol: the smallest thing a check of the broker looks at. */
export interface Target {
  endpoint: Endpoint;
  version: 4 | 5;
}

const versions = [4, 5] as const;

/** Every address under each version that is let in there. */
export function everyTarget({ endpoints, protocolVersions = versions }: CheckContext): Target[] {
  return endpoints.flatMap((endpoint) =>
    protocolVersions
      .filter((version) => endpoint.versions?.includes(version) ?? true)
      .map((version) => ({ endpoint, version })),
  );
}

/** The first address of each listener under each version: rights and delivery do not depend on the address. */
export function oneTargetPerListener(context: CheckContext): Target[] {
  const seen = new Set<string>();
  const endpoints = context.endpoints.filter(({ listener }) => !seen.has(listener) && seen.add(listener));
  return everyTarget({ ...context, endpoints });
}

/**
 * By TLS the broker can take the error of one client for that of another, who was in the middle of a packet, and end the
 * wrong connection: "application data after close notify" (measured on 2.0.11; upstream's issue 2633). So a connection
 * that is lost there is no proof of anything until it is lost twice.
 */
export function isTls({ transport }: Endpoint): boolean {
  return transport === 'tls' || transport === 'wss';
}

/** For evidence: `lan 127.0.0.1:1883 MQTT 3.1.1`. A broker looked at from outside has no name for its listener. */
export function label({ endpoint, version }: Target): string {
  if (endpoint.transport === 'unix')
    return `${endpoint.listener} ${endpoint.host} MQTT ${version === 4 ? '3.1.1' : '5'}`;
  const host = endpoint.host.includes(':') ? `[${endpoint.host}]` : endpoint.host;
  const transport = endpoint.transport === 'tcp' ? '' : ` ${endpoint.transport}`;
  const name = endpoint.listener === endpoint.host ? '' : `${endpoint.listener} `;
  return `${name}${host}:${endpoint.port}${transport} MQTT ${version === 4 ? '3.1.1' : '5'}`;
}

/** A topic as the client may see it again: 2.0.11 leaves the mount point before it. */
export function topicsSeen({ endpoint: { mountPoint } }: Target, topic: string): string[] {
  return mountPoint === undefined ? [topic] : [topic, mountPoint + topic];
}
