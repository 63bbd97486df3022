import { msg } from '../i18n/messages.ts';
import { certificateFact } from '../tls/certificate.ts';
import { leafOf, openTlsEndpoints, shake, speaksTls } from './probe/tls.ts';
import { combine, type Try } from './probe/tries.ts';
import type { Check, CheckContext, Endpoint } from './types.ts';

/**
 * Would a small device connect? Tasmota on an ESP8266 (BearSSL, cut down) speaks TLS 1.2 with this one cipher, a key of
 * RSA up to 2048 bits and SHA-256 alone; whoever lets it in lets in every ESP32 (mbedTLS) and all of Arduino's
 * libraries. Asked by a handshake that offers no more than that.
 */
export const tlsDevices: Check = {
  id: 'tls.devices',
  group: 'tls',
  severity: 'low',
  title: msg('checks.tls-devices.title'),
  needs: ['broker'],
  concerns: (context) => speaksTls(context) && openTlsEndpoints(context).length > 0,
  async run(context) {
    const tries = await Promise.all(openTlsEndpoints(context).map((endpoint) => look(context, endpoint)));
    return combine(tries, {
      pass: msg('checks.tls-devices.pass'),
      fail: msg('checks.tls-devices.some'),
      warn: msg('checks.tls-devices.some'),
      skip: msg('checks.tls.unproven'),
      fix: msg('checks.tls-devices.fix'),
    });
  },
};

const tasmota = {
  minVersion: 'TLSv1.2',
  maxVersion: 'TLSv1.2',
  ciphers: 'ECDHE-RSA-AES128-GCM-SHA256',
  curves: 'P-256',
  signatures: 'RSA+SHA256',
} as const;

/** An ESP32 knows more: keys on the curve P-256, and longer ones of RSA. */
const esp32 = {
  minVersion: 'TLSv1.2',
  maxVersion: 'TLSv1.2',
  ciphers:
    'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384',
  curves: 'P-256:P-384',
} as const;

async function look(context: CheckContext, endpoint: Endpoint): Promise<Try> {
  const place = `${endpoint.listener} ${endpoint.host}:${endpoint.port}`;
  const usual = await shake(context, endpoint);
  if (!usual.ok) return { status: 'skip', seen: `${place}: ${usual.error}` };
  const [small, larger] = await Promise.all([
    shake(context, endpoint, tasmota),
    shake(context, endpoint, esp32),
  ]);
  const leaf = leafOf(usual);
  const key = leaf === undefined ? null : certificateFact(leaf).key;
  const isLong = key?.type === 'rsa' && key.bits > 2048;
  if (small.ok && !isLong)
    return { status: 'pass', seen: `${place}: Tasmota (ESP8266), ESP32: ${small.cipher}` };
  const why = key?.type === 'ec' ? `key ${key.curve}` : isLong ? `key RSA ${key.bits}` : 'TLS 1.2 refused';
  return {
    status: 'warn',
    seen: `${place}: Tasmota (ESP8266): no (${why}); ESP32: ${larger.ok ? 'yes' : 'no'}`,
  };
}
