import type { Acme, Certificates } from '../spec/types.ts';

/** Where certbot keeps the certificate of a domain. */
const liveFolder = '/etc/letsencrypt/live';

/** The newest certificate and key that certbot has for the first domain: links, which it moves at each renewal. */
export function acmeFiles(acme: Acme | null): { certificate: string; key: string } {
  const folder = `${liveFolder}/${certificateName(acme)}`;
  return { certificate: `${folder}/fullchain.pem`, key: `${folder}/privkey.pem` };
}

function certificateName(acme: Acme | null): string {
  return (acme?.domains[0] ?? '').toLowerCase().replace(/^\*\./, '');
}

/**
 * The command that fetches it: certbot answers the authority on port 80 by itself, for a moment, now and whenever its
 * own timer renews. A key of RSA unless another one is wanted: certbot's own default, P-256, shuts small devices out.
 */
export function certbotCommand(
  { domains, email, server }: Acme,
  { key }: Pick<Certificates, 'key'>,
): string[] {
  return [
    'certbot',
    'certonly',
    '--non-interactive',
    '--agree-tos',
    '--standalone',
    '--preferred-challenges',
    'http',
    '--keep-until-expiring',
    '--cert-name',
    certificateName({ domains, email, server }),
    ...(key === 'rsa'
      ? ['--key-type', 'rsa', '--rsa-key-size', '2048']
      : ['--key-type', 'ecdsa', '--elliptic-curve', 'secp256r1']),
    ...(email === null ? ['--register-unsafely-without-email'] : ['--email', email]),
    ...(server === null ? [] : ['--server', server]),
    ...domains.flatMap((domain) => ['-d', domain.toLowerCase()]),
  ];
}
