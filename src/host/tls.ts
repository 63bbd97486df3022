import { isIP } from 'node:net';
import { checkServerIdentity, connect, type DetailedPeerCertificate } from 'node:tls';
import type { Handshake } from '../checks/types.ts';
import { errorCode, wireErrors } from './mqtt/wire.ts';

/**
 * Opens TLS to an endpoint, looks at what the server shows and closes again. Never throws, and never takes longer than
 * `timeoutMs`. Whether the chain is trusted is told, not demanded.
 */
export const handshake: Handshake = (endpoint, { timeoutMs, ca, ciphers, curves, signatures, ...more }) =>
  new Promise((resolve) => {
    const socket = connect({
      host: endpoint.host,
      port: endpoint.port,
      ...(isIP(endpoint.host) === 0 ? { servername: endpoint.host } : {}),
      rejectUnauthorized: false,
      ...more,
      ...(ca === undefined ? {} : { ca }),
      ...(ciphers === undefined ? {} : { ciphers }),
      ...(curves === undefined ? {} : { ecdhCurve: curves }),
      ...(signatures === undefined ? {} : { sigalgs: signatures }),
    });
    const timer = setTimeout(() => give({ ok: false, error: wireErrors.timeout }), timeoutMs);
    const give = (result: Awaited<ReturnType<Handshake>>): void => {
      clearTimeout(timer);
      // With a good-bye: a connection that just breaks off stands in the broker's log as an error.
      if (result.ok) socket.end(() => socket.destroy());
      else socket.destroy();
      resolve(result);
    };
    socket.on('error', (error) => give({ ok: false, error: errorCode(error) }));
    socket.on('close', () => give({ ok: false, error: 'ECONNRESET' }));
    socket.once('secureConnect', () => {
      const peer = socket.getPeerCertificate(true);
      const untrusted = socket.authorized ? null : (socket.authorizationError as Error | string | null);
      const misnamed = checkServerIdentity(endpoint.host, peer);
      give({
        ok: true,
        protocol: socket.getProtocol() ?? '',
        cipher: socket.getCipher().name,
        chain: chainOf(peer),
        distrust:
          untrusted !== null
            ? codeOf(untrusted)
            : misnamed === undefined
              ? null
              : 'ERR_TLS_CERT_ALTNAME_INVALID',
      });
    });
  });

function codeOf(error: Error | string): string {
  if (typeof error === 'string') return error;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

/** Node links each certificate to the one that signed it, the last to itself. */
function chainOf(first: DetailedPeerCertificate): string[] {
  const chain: string[] = [];
  const seen = new Set<string>();
  let at: DetailedPeerCertificate | undefined = first;
  while (at?.raw !== undefined && !seen.has(at.fingerprint256)) {
    seen.add(at.fingerprint256);
    const lines = at.raw.toString('base64').match(/.{1,64}/g) ?? [];
    chain.push(`-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`);
    at = at.issuerCertificate;
  }
  return chain;
}
