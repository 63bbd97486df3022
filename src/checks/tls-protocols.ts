import { msg } from '../i18n/messages.ts';
import { openTlsEndpoints, shake, speaksTls } from './probe/tls.ts';
import { combine, type Try } from './probe/tries.ts';
import type { Check, CheckContext, Endpoint, HandshakeOptions } from './types.ts';

/** What nobody should be able to talk a listener into. `@SECLEVEL=0`: else our own library would refuse first. */
const weak: readonly { name: string; status: 'fail' | 'warn'; with: Omit<HandshakeOptions, 'timeoutMs'> }[] =
  [
    {
      name: 'TLS 1.1 or older',
      status: 'fail',
      with: { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' },
    },
    {
      name: 'keys exchanged without forward secrecy',
      status: 'warn',
      with: { maxVersion: 'TLSv1.2', ciphers: 'kRSA:!aNULL:!eNULL' },
    },
    {
      name: 'ciphers without authentication of what they encrypt (CBC)',
      status: 'warn',
      with: {
        maxVersion: 'TLSv1.2',
        ciphers: 'ECDHE+SHA1:ECDHE+SHA256:ECDHE+SHA384:!AESGCM:!CHACHA20:!AESCCM',
      },
    },
  ];

/** Old versions and weak ciphers are refused. */
export const tlsProtocols: Check = {
  id: 'tls.protocols',
  group: 'tls',
  severity: 'medium',
  title: msg('checks.tls-protocols.title'),
  needs: ['broker'],
  concerns: (context) => speaksTls(context) && openTlsEndpoints(context).length > 0,
  async run(context) {
    const tries = await Promise.all(openTlsEndpoints(context).map((endpoint) => look(context, endpoint)));
    return combine(tries, {
      pass: msg('checks.tls-protocols.pass'),
      fail: msg('checks.tls-protocols.fail'),
      warn: msg('checks.tls-protocols.weak'),
      skip: msg('checks.tls.unproven'),
      fix: msg('checks.tls-protocols.fix'),
    });
  },
};

async function look(context: CheckContext, endpoint: Endpoint): Promise<Try> {
  const place = `${endpoint.listener} ${endpoint.host}:${endpoint.port}`;
  // Where nothing speaks TLS at all, that everything is refused means nothing.
  const usual = await shake(context, endpoint);
  if (!usual.ok) return { status: 'skip', seen: `${place}: ${usual.error}` };
  const taken = await Promise.all(
    weak.map(async (one) => {
      const result = await shake(context, endpoint, one.with);
      return result.ok ? [{ ...one, cipher: `${result.protocol} ${result.cipher}` }] : [];
    }),
  );
  const found = taken.flat();
  if (found.length === 0) return { status: 'pass', seen: `${place}: refused` };
  const status = found.some((one) => one.status === 'fail') ? 'fail' : 'warn';
  return { status, seen: `${place}: ${found.map(({ name, cipher }) => `${name} (${cipher})`).join(', ')}` };
}
