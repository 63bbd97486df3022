import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { isAddress } from '../spec/server-names.ts';

/** What is said of a certificate: to people, in JSON, and to the rules that judge it. */
export interface CertificateFact {
  /** The common name; empty where there is none. */
  name: string;
  /** Names and addresses of its subjectAltName. */
  names: string[];
  /** Who signed it, by common name. */
  issuer: string;
  /** Upper-case hexadecimal. */
  serial: string;
  /** SHA-256 of the certificate, pairs of digits with colons between them, as openssl prints it. */
  fingerprint: string;
  /** Milliseconds since the epoch. */
  notBefore: number;
  notAfter: number;
  isAuthority: boolean;
  key: { type: 'rsa'; bits: number } | { type: 'ec'; curve: string } | { type: 'other' };
}

/** The certificates of a PEM file in their order; null where one cannot be read, or there is none. */
export function readCertificates(text: string): X509Certificate[] | null {
  const blocks = text.match(
    /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[\s\S]*?-----END (?:TRUSTED )?CERTIFICATE-----/g,
  );
  if (blocks === null) return null;
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch {
    return null;
  }
}

export function certificateFact(one: X509Certificate): CertificateFact {
  return {
    name: commonName(one.subject),
    names: namesOf(one),
    issuer: commonName(one.issuer),
    serial: one.serialNumber,
    fingerprint: one.fingerprint256,
    notBefore: Date.parse(one.validFrom),
    notAfter: Date.parse(one.validTo),
    isAuthority: one.ca,
    key: keyOf(one.publicKey),
  };
}

/** A private key: 'encrypted' where it asks for a passphrase, null where it is none. */
export function readKey(text: string): KeyObject | 'encrypted' | null {
  try {
    return createPrivateKey(text);
  } catch {
    return /ENCRYPTED/.test(text) ? 'encrypted' : null;
  }
}

/** Does this private key belong to this certificate? */
export function isPair(certificate: X509Certificate, key: KeyObject): boolean {
  return createPublicKey(key).equals(certificate.publicKey);
}

/** Has `authority` signed it? */
export function isSignedBy(certificate: X509Certificate, authority: X509Certificate): boolean {
  return certificate.checkIssued(authority) && certificate.verify(authority.publicKey);
}

/** Would a client that dials this name, or address, take the certificate? */
export function isFor(certificate: X509Certificate, name: string): boolean {
  // For a wildcard of ours: it is in the list, word for word.
  if (name.startsWith('*.')) return namesOf(certificate).includes(name);
  return !isAddress(name)
    ? certificate.checkHost(name, { subject: 'never' }) !== undefined
    : certificate.checkIP(name) !== undefined;
}

/** `DNS:a, IP Address:192.0.2.1`; a name with an odd character stands in quotes, and is none that we read. */
function namesOf({ subjectAltName }: X509Certificate): string[] {
  return (subjectAltName ?? '').split(', ').flatMap((part) => {
    const [, name] = /^(?:DNS|IP Address):([^"]+)$/.exec(part) ?? [];
    return name === undefined ? [] : [shortAddress(name)];
  });
}

/** OpenSSL prints IPv6 addresses in capital letters and without `::`. */
function shortAddress(text: string): string {
  return text.includes(':') && URL.canParse(`http://[${text}]/`)
    ? new URL(`http://[${text}]/`).hostname.slice(1, -1)
    : text;
}

function commonName(subject: string): string {
  return /^CN=(.*)$/m.exec(subject)?.[1] ?? '';
}

function keyOf(key: KeyObject): CertificateFact['key'] {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details = {} } = key;
  if (type === 'rsa') return { type: 'rsa', bits: details.modulusLength ?? 0 };
  return type === 'ec' ? { type: 'ec', curve: details.namedCurve ?? '' } : { type: 'other' };
}
