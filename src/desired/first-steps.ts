import type { Resource } from '../engine/types.ts';
import { msg } from '../i18n/messages.ts';
import { certbotCommand } from '../tls/acme.ts';
import type { Wanted } from './desire.ts';

/**
 * What is done before everything else, since the rest is made from it: openssl, and the certificate from an ACME
 * authority. It stays, like every package, where the rest is taken back.
 */
export function firstSteps({ certificateWork, spec }: Pick<Wanted, 'certificateWork' | 'spec'>): Resource[] {
  const secure = spec.listeners.flatMap(({ tls }) => (tls === null ? [] : [tls]));
  const usesOwn = secure.some(
    (tls) => tls.from === 'own' || (tls.clients !== null && tls.client_ca === null),
  );
  const acme = secure.some((tls) => tls.from === 'acme') ? spec.acme : null;
  return [
    ...(usesOwn || certificateWork?.own != null ? [tool('openssl', 'tls.why.openssl')] : []),
    ...(acme === null ? [] : [tool('certbot', 'tls.why.certbot')]),
    ...(acme === null || certificateWork?.acme == null
      ? []
      : [
          {
            kind: 'command',
            id: 'acme.order',
            subject: acme.domains.join(', '),
            why: msg('tls.why.acme'),
            action: {
              type: 'exec',
              argv: certbotCommand(acme, spec.certificates),
              timeoutMs: 5 * 60_000,
              network: true,
            },
            early: true,
          } satisfies Resource,
        ]),
  ];
}

function tool(name: string, why: 'tls.why.openssl' | 'tls.why.certbot'): Resource {
  return { kind: 'packages', id: `packages.${name}`, names: [name], early: msg(why) };
}
