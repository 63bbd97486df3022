import type { Acme } from '../../spec/types.ts';

/** Where certbot keeps the certificate of a domain. */
const liveFolder = '/etc/letsencrypt/live';

/** The newest certificate and key that certbot has for the first domain. */
export function acmePlaces(acme: Acme | null): { certificate: string; key: string } {
  const folder = `${liveFolder}/${certificateName(acme)}`;
  return { certificate: `${folder}/fullchain.pem`, key: `${folder}/privkey.pem` };
}

export function certificateName(acme: Acme | null): string {
  return (acme?.domains[0] ?? '').toLowerCase().replace(/^\*\./, '');
}
