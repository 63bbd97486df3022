import type { X509Certificate } from 'node:crypto';
import type { Problem } from '../errors.ts';
import { msg } from '../i18n/messages.ts';
import { certificateFact, isPair, isSignedBy, readCertificates, readKey } from './certificate.ts';

/** A file of the owner's, read. */
export interface PemFile {
  path: string;
  data: Buffer;
}

/** What the owner names for one listener. */
export interface ForeignPair {
  certificate: PemFile;
  key: PemFile;
  /** Whom clients trust, where the owner says so. */
  ca: PemFile | null;
}

/** The certificate with its chain, and the key, each without anything that stands beside it in its file. */
export interface Copies {
  certificate: string;
  key: string;
}

const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/**
 * Everything that would keep the broker from starting with this pair, or its clients from accepting it. `now`:
 * milliseconds since the epoch. Empty where it is good.
 */
export function pairProblems(
  { certificate, key, ca }: ForeignPair,
  now: number,
  role: 'server' | 'client' = 'server',
): Problem[] {
  const chain = certificatesIn(certificate);
  const secret = keyIn(key);
  const trusted = ca === null ? null : certificatesIn(ca);
  const problems = [
    ...(Array.isArray(chain) ? chainProblems(certificate.path, chain, now, role) : [chain]),
    ...('problem' in secret ? [secret.problem] : []),
    ...(trusted !== null && !Array.isArray(trusted) ? [trusted] : []),
  ];
  if (isExchanged(certificate, key)) return [{ message: msg('tls.file.swapped') }, ...problems];
  if (!Array.isArray(chain) || 'problem' in secret) return problems;
  const [leaf] = chain;
  const last = chain.at(-1);
  if (leaf !== undefined && !isPair(leaf, secret.key))
    problems.push({
      message: msg('tls.file.notPair', { certificate: certificate.path, key: key.path }),
      place: { file: key.path },
    });
  if (ca !== null && Array.isArray(trusted) && last !== undefined && !leadsTo(last, trusted))
    problems.push({ message: msg('tls.file.notSigned', { path: certificate.path, ca: ca.path }) });
  return problems;
}

/** What is copied of a pair without problems. */
export function copiesOf({ certificate, key }: ForeignPair): Copies {
  const chain = certificatesIn(certificate);
  const secret = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----/.exec(
    key.data.toString('latin1'),
  );
  if (!Array.isArray(chain) || secret === null) throw new Error('copies of a pair that has problems');
  return { certificate: chain.map(String).join(''), key: `${secret[0].replaceAll('\r\n', '\n')}\n` };
}

/** What is wrong with a file of certificates by which clients are judged. */
export function authorityProblems(file: PemFile, now: number): Problem[] {
  const all = certificatesIn(file);
  if (!Array.isArray(all)) return [all];
  return all.flatMap((one) => {
    const fact = certificateFact(one);
    if (!fact.isAuthority)
      return [
        { message: msg('tls.file.notCa', { path: file.path, name: fact.name }), place: { file: file.path } },
      ];
    return dateProblems(file.path, one, now);
  });
}

export function listProblems(file: PemFile): Problem[] {
  return file.data.includes('-----BEGIN X509 CRL-----')
    ? []
    : [{ message: msg('tls.file.crl', { path: file.path }), place: { file: file.path } }];
}

function certificatesIn({ path, data }: PemFile): X509Certificate[] | Problem {
  const place = { file: path };
  const text = data.toString('latin1');
  if (text.includes('-----BEGIN CERTIFICATE-----') || text.includes('-----BEGIN TRUSTED CERTIFICATE-----'))
    return readCertificates(text) ?? { message: msg('tls.file.broken', { path }), place };
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text))
    return { message: msg('tls.file.isKey', { path }), place };
  if (text.includes('-----BEGIN CERTIFICATE')) return { message: msg('tls.file.broken', { path }), place };
  // DER starts with a SEQUENCE; PKCS#12's first element is the number 3.
  if (data[0] === 0x30 && data[1] === 0x82) {
    const isStore = data[4] === 0x02 && data[5] === 0x01 && data[6] === 0x03;
    if (isStore)
      return {
        message: msg('tls.file.pkcs12', { path }),
        place,
        fix: msg('cli.runThis', { command: `openssl pkcs12 -in ${path} -nokeys -out certificate.pem` }),
      };
    return {
      message: msg('tls.file.der', { path }),
      place,
      fix: msg('cli.runThis', { command: `openssl x509 -inform DER -in ${path} -out certificate.pem` }),
    };
  }
  return { message: msg('tls.file.none', { path }), place };
}

function keyIn({ path, data }: PemFile) {
  const place = { file: path };
  const text = data.toString('latin1');
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
    const key = readKey(text);
    if (key === 'encrypted')
      return {
        problem: {
          message: msg('tls.file.encrypted', { path }),
          place,
          fix: msg('cli.runThis', { command: `openssl pkey -in ${path} -out key.pem` }),
        },
      };
    return key === null ? { problem: { message: msg('tls.file.noKey', { path }), place } } : { key };
  }
  if (text.includes('-----BEGIN CERTIFICATE-----'))
    return { problem: { message: msg('tls.file.isCertificate', { path }), place } };
  if (data[0] === 0x30)
    return {
      problem: {
        message: msg('tls.file.der', { path }),
        place,
        fix: msg('cli.runThis', { command: `openssl pkey -inform DER -in ${path} -out key.pem` }),
      },
    };
  return { problem: { message: msg('tls.file.noKey', { path }), place } };
}

function isExchanged(certificate: PemFile, key: PemFile): boolean {
  return (
    /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(certificate.data.toString('latin1')) &&
    !certificate.data.includes('-----BEGIN CERTIFICATE-----') &&
    key.data.includes('-----BEGIN CERTIFICATE-----')
  );
}

/** Authentication of servers and of clients (RFC 5280 §4.2.1.12). */
const purposeOf = { server: '1.3.6.1.5.5.7.3.1', client: '1.3.6.1.5.5.7.3.2' } as const;

function chainProblems(
  path: string,
  chain: readonly X509Certificate[],
  now: number,
  role: 'server' | 'client',
): Problem[] {
  const place = { file: path };
  const [leaf] = chain;
  if (leaf === undefined) return [];
  const fact = certificateFact(leaf);
  const problems: Problem[] = [];
  // A single self-signed certificate is its own CA, which many tutorials make: clients can be told to trust it.
  if (fact.isAuthority && chain.length > 1)
    problems.push({
      message: msg('tls.file.authority', { path, name: fact.name }),
      place,
      fix: msg('tls.file.orderFix'),
    });
  else if (fact.isAuthority && !isSignedBy(leaf, leaf))
    problems.push({ message: msg('tls.file.authority', { path, name: fact.name }), place });
  chain.slice(0, -1).forEach((one, index) => {
    const next = chain[index + 1];
    if (next === undefined || isSignedBy(one, next)) return;
    const { name, issuer } = certificateFact(one);
    problems.push({
      message: msg('tls.file.order', { path, name, issuer }),
      place,
      fix: msg('tls.file.orderFix'),
    });
  });
  if (role === 'server' && leaf.subjectAltName === undefined)
    problems.push({ message: msg('tls.file.noNames', { path }), place });
  // Node calls the purposes of the extension so.
  const purposes: readonly string[] | undefined = leaf.keyUsage;
  if (purposes !== undefined && !purposes.includes(purposeOf[role]) && !purposes.includes('2.5.29.37.0'))
    problems.push({ message: msg(`tls.file.purpose.${role}`, { path }), place });
  for (const what of chain.flatMap(weakness))
    problems.push({ message: msg('tls.file.weak', { path, what }), place });
  return [...problems, ...chain.flatMap((one) => dateProblems(path, one, now))];
}

function dateProblems(path: string, one: X509Certificate, now: number): Problem[] {
  const { notBefore, notAfter } = certificateFact(one);
  const place = { file: path };
  if (notAfter <= now) return [{ message: msg('tls.file.ended', { path, until: day(notAfter) }), place }];
  if (notBefore > now)
    return [
      {
        message: msg('tls.file.early', { path, from: day(notBefore), now: new Date(now).toISOString() }),
        place,
        fix: msg('tls.file.earlyFix'),
      },
    ];
  return [];
}

/** Object identifiers of signatures that OpenSSL's security level 1 or 2 refuses, as they stand in DER. */
const weakSignatures: readonly [string, string][] = [
  ['2a864886f70d010104', 'MD5'],
  ['2a864886f70d010105', 'SHA-1'],
  ['2a8648ce3d0401', 'SHA-1'],
];

function weakness(one: X509Certificate): string[] {
  const { key } = certificateFact(one);
  const small = key.type === 'rsa' && key.bits < 2048 ? [`RSA ${key.bits}`] : [];
  // Nobody checks how a root has signed itself.
  if (isSignedBy(one, one)) return small;
  const hex = one.raw.toString('hex');
  // At the very end, before the bits of the signature, and once more within what is signed.
  return [...small, ...weakSignatures.flatMap(([oid, name]) => (hex.split(oid).length > 2 ? [name] : []))];
}

function leadsTo(last: X509Certificate, trusted: readonly X509Certificate[]): boolean {
  return trusted.some((one) => one.fingerprint256 === last.fingerprint256 || isSignedBy(last, one));
}
