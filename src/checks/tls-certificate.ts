import { msg } from '../i18n/messages.ts';
import { certificateFact, readCertificates } from '../tls/certificate.ts';
import { declaredOf, leafOf, shake, speaksTls, tlsEndpoints } from './probe/tls.ts';
import { combine, type Try } from './probe/tries.ts';
import type { Check, CheckContext, Endpoint } from './types.ts';

/**
 * What a listener shows is what it should show: on its own machine the certificate that is on disk (a broker goes on
 * with the old one where nobody told it), trusted by those whom its clients trust; from outside, a certificate for the
 * name that was dialled.
 */
export const tlsCertificate: Check = {
  id: 'tls.certificate',
  group: 'tls',
  severity: 'high',
  title: msg('checks.tls-certificate.title'),
  needs: ['broker'],
  concerns: speaksTls,
  async run(context) {
    const tries = await Promise.all(tlsEndpoints(context).map((endpoint) => look(context, endpoint)));
    return combine(tries, {
      pass: msg('checks.tls-certificate.pass', { count: tries.length }),
      fail: msg('checks.tls-certificate.fail'),
      warn: msg('checks.tls-certificate.unknown'),
      skip: msg('checks.tls.unproven'),
      fix: msg('checks.tls-certificate.fix'),
    });
  },
};

/** On its own machine a listener is dialled by an address that its certificate need not name. */
const ofTheName = 'ERR_TLS_CERT_ALTNAME_INVALID';

/** Trust that depends on whom the looker trusts, and nobody said. */
const unknownSigner = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

async function look(context: CheckContext, endpoint: Endpoint): Promise<Try> {
  const declared = await declaredOf(context, endpoint);
  const result = await shake(context, endpoint, declared?.ca == null ? {} : { ca: declared.ca });
  const place = `${endpoint.listener} ${endpoint.host}:${endpoint.port}`;
  if (!result.ok) return { status: 'fail', seen: `${place}: ${result.error}` };
  const leaf = leafOf(result);
  if (leaf === undefined) return { status: 'fail', seen: `${place}: no certificate` };
  const { name, issuer, fingerprint } = certificateFact(leaf);
  const what = `"${name}" of "${issuer}", ${result.protocol}, ${result.cipher}`;
  if (declared !== null) {
    const [onDisk] = declared.certificate === null ? [] : (readCertificates(declared.certificate) ?? []);
    if (onDisk !== undefined && onDisk.fingerprint256 !== fingerprint)
      return {
        status: 'fail',
        seen: `${place}: shows serial ${leaf.serialNumber}, and ${declared.path} has ${onDisk.serialNumber}`,
      };
  }
  const { distrust } = result;
  const isNamed = context.facts !== null && distrust === ofTheName;
  if (distrust === null || isNamed) return { status: 'pass', seen: `${place}: ${what}` };
  const isOpen =
    context.insecure === true ||
    (context.facts !== null && declared?.ca == null && unknownSigner.has(distrust));
  return { status: isOpen ? 'warn' : 'fail', seen: `${place}: ${what}: ${distrust}` };
}
