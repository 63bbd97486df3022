import { createHash, createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import type { PemFact } from '../lint/types.ts';

const nothing: PemFact = { publicKey: null, subject: '', notBefore: null, notAfter: null, fault: 'not-pem' };

/** Reads the first certificate of a PEM file (the broker's own, where a chain follows). Never throws. */
export function certificateFact(text: string): PemFact {
  try {
    const certificate = new X509Certificate(text);
    return {
      publicKey: fingerprint(certificate.publicKey),
      subject: certificate.subject.replaceAll('\n', ', '),
      notBefore: Date.parse(certificate.validFrom),
      notAfter: Date.parse(certificate.validTo),
      fault: null,
    };
  } catch {
    return nothing;
  }
}

/** Of a private key only what it has in common with its certificate is kept. Never throws. */
export function keyFact(text: string): PemFact {
  try {
    return { ...nothing, publicKey: fingerprint(createPublicKey(createPrivateKey(text))), fault: null };
  } catch (error) {
    const isEncrypted =
      /ENCRYPTED/.test(text) && (error as NodeJS.ErrnoException).code !== 'ERR_OSSL_UNSUPPORTED';
    return { ...nothing, fault: isEncrypted ? 'encrypted' : 'not-pem' };
  }
}

/** Does OpenSSL, as Node brings it, know at least one of these? It refuses a list only where it knows none. */
export function isCipherList(text: string): boolean {
  if (text === '') return true;
  try {
    createSecureContext({ ciphers: text });
    return true;
  } catch {
    return false;
  }
}

function fingerprint(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}
