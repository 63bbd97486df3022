import { isAddress } from '../spec/server-names.ts';
import type { Issued } from './issued.ts';

/** What is to be signed. */
export interface Request {
  kind: 'authority' | 'server' | 'client';
  /** The common name, without anything that openssl's configuration could read otherwise. */
  name: string;
  /** For a server: names and addresses. */
  names: readonly string[];
  key: 'rsa' | 'p256';
  /** Upper-case hexadecimal, an even number of digits. */
  serial: string;
  notBefore: Date;
  notAfter: Date;
}

/** What openssl is called with, in a folder of its own, and the files that it finds there beside keys and certificates. */
export interface OpensslRun {
  files: Record<string, string>;
  commands: string[][];
}

/** Files of the folder: the CA's certificate and key, the new key, and what comes out. */
export const opensslFiles = {
  authority: 'ca.crt',
  authorityKey: 'ca.key',
  key: 'new.key',
  certificate: 'new.crt',
  crl: 'crl.pem',
} as const;

/**
 * A certificate signed by the CA, or by its own key. `openssl ca` is the one command that every version has and that
 * takes a first day (so that a device whose clock is a little late trusts it, too), a serial number and extensions.
 */
export function signing(request: Request): OpensslRun {
  const isAuthority = request.kind === 'authority';
  const ca = ['openssl', 'ca', '-batch', '-notext', '-config', 'openssl.cnf'];
  return {
    files: {
      'openssl.cnf': configuration(request),
      'index.txt': '',
      serial: `${request.serial}\n`,
    },
    commands: [
      ['openssl', 'req', '-new', '-config', 'openssl.cnf', '-key', opensslFiles.key, '-out', 'new.csr'],
      [
        ...ca,
        ...(isAuthority ? ['-selfsign', '-keyfile', opensslFiles.key] : []),
        '-in',
        'new.csr',
        '-out',
        opensslFiles.certificate,
        '-extensions',
        'extensions',
        '-startdate',
        time(request.notBefore),
        '-enddate',
        time(request.notAfter),
      ],
    ],
  };
}

/** The list of what was revoked, signed by the CA. It never ends: a list that has ended would shut everybody out. */
export function revocationList(issued: readonly Issued[], number: number, days: number): OpensslRun {
  const lines = issued.flatMap(({ serial, notAfter, revoked, name }) =>
    revoked === undefined
      ? []
      : [
          `R\t${shortTime(new Date(notAfter))}\t${shortTime(new Date(revoked))}\t${serial}\tunknown\t/CN=${name}\n`,
        ],
  );
  const hex = number.toString(16).toUpperCase();
  return {
    files: {
      'openssl.cnf': configuration(null),
      'index.txt': lines.join(''),
      crlnumber: `${hex.length % 2 === 0 ? hex : `0${hex}`}\n`,
    },
    commands: [
      [
        'openssl',
        'ca',
        '-gencrl',
        '-config',
        'openssl.cnf',
        '-crldays',
        String(days),
        '-out',
        opensslFiles.crl,
      ],
    ],
  };
}

function configuration(request: Request | null): string {
  const isAuthority = request?.kind === 'authority';
  return [
    '[ca]',
    'default_ca = ours',
    '[ours]',
    'database = index.txt',
    'serial = serial',
    'crlnumber = crlnumber',
    'new_certs_dir = .',
    `certificate = ${isAuthority ? opensslFiles.certificate : opensslFiles.authority}`,
    `private_key = ${isAuthority ? opensslFiles.key : opensslFiles.authorityKey}`,
    'default_md = sha256',
    'policy = names',
    'unique_subject = no',
    'copy_extensions = none',
    '[names]',
    'commonName = supplied',
    ...requestHead,
    ...(request === null ? [] : certificateSections(request)),
    '',
  ].join('\n');
}

const requestHead = [
  '[req]',
  'prompt = no',
  'utf8 = yes',
  'string_mask = utf8only',
  'distinguished_name = subject',
];

/** The same for `openssl req` and `openssl x509`, as a person would use them: names and purposes, and no more. */
export function requestText(request: Pick<Request, 'kind' | 'name' | 'names' | 'key'>): string {
  return [...requestHead, ...certificateSections(request), ''].join('\n');
}

/** What `openssl ca` needs to know to write a list of what was revoked. */
export function revocationText(): string {
  return configuration(null);
}

function certificateSections(request: Pick<Request, 'kind' | 'name' | 'names' | 'key'>): string[] {
  return [
    '[subject]',
    `CN = ${request.name}`,
    '[extensions]',
    ...extensions(request),
    ...alternatives(request),
  ];
}

function extensions({ kind, key, names }: Pick<Request, 'kind' | 'key' | 'names'>): string[] {
  const identifiers = ['subjectKeyIdentifier = hash', 'authorityKeyIdentifier = keyid'];
  if (kind === 'authority')
    return [
      'basicConstraints = critical, CA:TRUE, pathlen:0',
      'keyUsage = critical, keyCertSign, cRLSign',
      'subjectKeyIdentifier = hash',
    ];
  return [
    'basicConstraints = critical, CA:FALSE',
    // The exchange of keys by RSA alone is refused by our ciphers; some old stacks look for the bit all the same.
    `keyUsage = critical, digitalSignature${key === 'rsa' ? ', keyEncipherment' : ''}`,
    `extendedKeyUsage = ${kind === 'server' ? 'serverAuth' : 'clientAuth'}`,
    ...identifiers,
    ...(names.length > 0 ? ['subjectAltName = @alternatives'] : []),
  ];
}

function alternatives({ names }: Pick<Request, 'names'>): string[] {
  if (names.length === 0) return [];
  return [
    '[alternatives]',
    ...names.map((name, index) => `${!isAddress(name) ? 'DNS' : 'IP'}.${index + 1} = ${name}`),
  ];
}

/** GeneralizedTime, whole seconds. */
function time(date: Date): string {
  return `${date
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replace(/[-:T]/g, '')}Z`;
}

/** UTCTime, which ends in 2049; openssl's register takes the longer form as well. */
function shortTime(date: Date): string {
  return date.getUTCFullYear() < 2050 ? time(date).slice(2) : time(date);
}
