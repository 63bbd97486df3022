import { once } from 'node:events';
import { connect as connectTcp, isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ConnectOptions } from '../../checks/types.ts';

/** The error codes of the opening that are ours; all others are Node's (ECONNREFUSED, CERT_HAS_EXPIRED …). */
export const wireErrors = {
  /** Nothing answered in time. */
  timeout: 'ETIMEDOUT',
  /** A web server that knows no websockets. */
  http: 'EHTTP',
  /** The other side speaks TLS, we did not. */
  tls: 'ETLS',
  /** Bytes that are no MQTT. */
  foreign: 'ENOTMQTT',
  /** The connection stands, but no CONNACK came in time. */
  silent: 'ENOCONNACK',
} as const;

export type Opened = { ok: true; stream: Duplex } | { ok: false; error: string };

/**
 * Opens the byte stream to an endpoint, without Nagle's delay: an acknowledgement held back costs 40 ms a packet.
 * Never throws; gives up after `timeoutMs` with ETIMEDOUT. TLS and websockets are loaded only when they are used.
 */
export async function openStream(options: ConnectOptions): Promise<Opened> {
  const { transport } = options.endpoint;
  if (transport === 'unix')
    return settle(connectTcp({ path: options.endpoint.host }), 'connect', options.timeoutMs);
  if (transport === 'tcp') return settle(connectTcp(address(options)), 'connect', options.timeoutMs);
  if (transport === 'tls') {
    const { connect } = await import('node:tls');
    return settle(
      connect({ ...address(options), ...tlsOptions(options) }),
      'secureConnect',
      options.timeoutMs,
    );
  }
  const { openWebSocket } = await import('./websocket.ts');
  return openWebSocket(options, tlsOptions(options));
}

function address({ endpoint }: ConnectOptions): { host: string; port: number; noDelay: true } {
  return { host: endpoint.host, port: endpoint.port, noDelay: true };
}

export interface TlsOptions {
  servername?: string;
  ca?: string;
  cert?: string;
  key?: string;
  ALPNProtocols?: string[];
  rejectUnauthorized: boolean;
}

function tlsOptions({ endpoint, tls = {} }: ConnectOptions): TlsOptions {
  const { insecure = false, alpn, ...files } = tls;
  // A server name that is an address is forbidden by RFC 6066.
  const name = isIP(endpoint.host) === 0 ? { servername: endpoint.host } : {};
  const application = alpn === undefined ? {} : { ALPNProtocols: [alpn] };
  return { ...name, ...files, ...application, rejectUnauthorized: !insecure };
}

async function settle(stream: Duplex, ready: string, timeoutMs: number): Promise<Opened> {
  // Stays for the life of the stream: an error without a listener would end the process.
  stream.on('error', () => {});
  try {
    await once(stream, ready, { signal: AbortSignal.timeout(timeoutMs) });
    return { ok: true, stream };
  } catch (error) {
    stream.destroy();
    return { ok: false, error: errorCode(error) };
  }
}

/** The code of a network error; ETIMEDOUT for an abort by the clock. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'EUNKNOWN';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return wireErrors.timeout;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
