import { readCertificates } from '../../tls/certificate.ts';
import { listenerPlaces, ownPlaces } from '../../tls/places.ts';
import type { CheckContext, Endpoint, HandshakeOptions, HandshakeResult } from '../types.ts';
import { isTls } from './targets.ts';

/** The first address of each listener that speaks TLS: what is shown does not depend on the address. */
export function tlsEndpoints({ everyEndpoint, endpoints }: CheckContext): Endpoint[] {
  const seen = new Set<string>();
  return (everyEndpoint ?? endpoints).filter(
    (endpoint) => isTls(endpoint) && !seen.has(endpoint.listener) && seen.add(endpoint.listener),
  );
}

/** Those of them where our handshake can succeed: TLS 1.2 ends at once where a certificate is wanted that we have not. */
export function openTlsEndpoints(context: CheckContext): Endpoint[] {
  return tlsEndpoints(context).filter(({ closed }) => closed !== true);
}

/** Is there anything that a check of TLS could look at? */
export function speaksTls(context: CheckContext): boolean {
  return context.handshake !== undefined && tlsEndpoints(context).length > 0;
}

export async function shake(
  { handshake, timeoutMs }: CheckContext,
  endpoint: Endpoint,
  options: Omit<HandshakeOptions, 'timeoutMs'> = {},
): Promise<HandshakeResult> {
  return handshake === undefined
    ? { ok: false, error: 'EUNKNOWN' }
    : handshake(endpoint, { timeoutMs, ...options });
}

/** What the machine has for a listener: the certificate that it should show, and whom its clients trust. */
export interface Declared {
  path: string;
  certificate: string | null;
  /** Null: those whom every system trusts. */
  ca: string | null;
}

/** Null where the broker is looked at from outside, or the listener's certificate is not ours to know. */
export async function declaredOf(context: CheckContext, endpoint: Endpoint): Promise<Declared | null> {
  const { facts, spec, host } = context;
  const listener = spec?.listeners.find(({ name }) => name === endpoint.listener);
  const tls = listener?.tls;
  if (facts === null || listener === undefined || tls == null) return null;
  const path = listenerPlaces(facts.layout, listener).certificate;
  const text = async (at: string): Promise<string | null> => {
    const read = await host.read(at, { followLinks: true });
    return read.ok ? read.data.toString('utf8') : null;
  };
  const own = await text(path);
  const trusted = tls.from === 'own' ? ownPlaces(facts.layout).published : tls.ca;
  return { path, certificate: own, ca: trusted === null ? null : await text(trusted) };
}

/** Hours and days as people count them, from milliseconds. */
export function daysLeft(ms: number): number {
  return Math.floor(ms / 86_400_000);
}

/** The server's own certificate of a handshake. */
export function leafOf(result: HandshakeResult & { ok: true }) {
  return readCertificates(result.chain[0] ?? '')?.[0];
}
