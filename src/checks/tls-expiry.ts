import { msg } from '../i18n/messages.ts';
import { certificateFact, readCertificates } from '../tls/certificate.ts';
import { daysLeft, shake, speaksTls, tlsEndpoints } from './probe/tls.ts';
import { combine, type Try } from './probe/tries.ts';
import type { Check, CheckContext, Endpoint } from './types.ts';

/** What is left of a certificate that nobody has renewed with two weeks to go is likely to pass too. */
const usualMs = 14 * 86_400_000;

/** Every certificate of the chain is good today, and for as long as was asked (`--cert-within`). */
export const tlsExpiry: Check = {
  id: 'tls.expiry',
  group: 'tls',
  severity: 'high',
  title: msg('checks.tls-expiry.title'),
  needs: ['broker'],
  concerns: speaksTls,
  async run(context) {
    const looks = await Promise.all(tlsEndpoints(context).map((endpoint) => look(context, endpoint)));
    const least = Math.min(...looks.flatMap(({ left }) => left));
    const days = Number.isFinite(least) ? daysLeft(least) : 0;
    return combine(looks, {
      pass: msg('checks.tls-expiry.pass', { days }),
      fail: msg('checks.tls-expiry.fail'),
      warn: msg('checks.tls-expiry.soon', { days }),
      skip: msg('checks.tls.unproven'),
      fix: msg('checks.tls-expiry.fix'),
    });
  },
};

async function look(context: CheckContext, endpoint: Endpoint): Promise<Try & { left: number[] }> {
  const result = await shake(context, endpoint);
  const place = `${endpoint.listener} ${endpoint.host}:${endpoint.port}`;
  if (!result.ok) return { status: 'skip', seen: `${place}: ${result.error}`, left: [] };
  const now = context.host.now().getTime();
  const facts = result.chain.flatMap((pem) => readCertificates(pem) ?? []).map(certificateFact);
  const left = facts.map(({ notAfter }) => notAfter - now);
  const early = facts.find(({ notBefore }) => notBefore > now);
  const first = facts.toSorted((a, b) => a.notAfter - b.notAfter)[0];
  if (first === undefined) return { status: 'skip', seen: `${place}: no certificate`, left };
  const seen = `${place}: "${first.name}" until ${new Date(first.notAfter).toISOString()}`;
  if (early !== undefined)
    return {
      status: 'fail',
      seen: `${place}: "${early.name}" from ${new Date(early.notBefore).toISOString()} on`,
      left,
    };
  const least = first.notAfter - now;
  const within = context.certWithinMs ?? null;
  if (least <= 0 || (within !== null && least < within)) return { status: 'fail', seen, left };
  return { status: within === null && least < usualMs ? 'warn' : 'pass', seen, left };
}
