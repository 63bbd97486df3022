import type { Resource } from '../engine/types.ts';
import type { Facts } from '../facts/types.ts';
import { msg } from '../i18n/messages.ts';
import type { Wanted } from './desire.ts';

/**
 * What is done before everything else, since the rest is made from it: openssl, and the certificate from an ACME
 * authority. It stays, like every package, where the rest is taken back.
 */
export function firstSteps({ certificateWork, spec }: Wanted, _facts: Facts): Resource[] {
  const usesOwn = spec.listeners.some(
    ({ tls }) => tls !== null && (tls.from === 'own' || (tls.clients !== null && tls.client_ca === null)),
  );
  return usesOwn || certificateWork?.own != null
    ? [{ kind: 'packages', id: 'packages.openssl', names: ['openssl'], early: msg('tls.why.openssl') }]
    : [];
}
