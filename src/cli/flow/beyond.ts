import { join } from 'node:path';
import type { ConnectResult } from '../../checks/types.ts';
import { systemTrust } from '../../desired/conf/bridges.ts';
import { AppError } from '../../errors.ts';
import { Hidden } from '../../hidden.ts';
import { connect } from '../../host/mqtt.ts';
import type { HostReader } from '../../host/types.ts';
import type { Bridge } from '../../spec/types.ts';
import { passwordIn } from './bridge-passwords.ts';
import { bridgePem } from './bridge-pem.ts';
import { nonce } from './nonce.ts';

/**
 * Connects at the other broker of a bridge with the bridge's login and certificate, at the first of its addresses that
 * answers. Throws an AppError where its password cannot be read.
 */
export async function connectBeyond(
  host: HostReader,
  bridge: Bridge,
  timeoutMs: number,
): Promise<ConnectResult> {
  const { name, remotes, username, password_file, tls, protocol } = bridge;
  const password = password_file === null ? '' : await passwordIn(host, bridge, password_file);
  if (typeof password !== 'string') throw new AppError('input', [password]);
  const pem =
    tls === null
      ? {}
      : await bridgePem(host, { ...tls, ca: tls.ca ?? join(systemTrust, 'ca-certificates.crt') });
  let result: ConnectResult = { outcome: 'closed' };
  for (const remote of remotes) {
    const [address = '', port = ''] = remote.split(':');
    result = await connect({
      endpoint: {
        listener: name,
        host: address,
        port: Number(port),
        transport: tls === null ? 'tcp' : 'tls',
      },
      protocolVersion: protocol === 'mqttv50' ? 5 : 4,
      clientId: `mqtt-setup-verify-beyond-${nonce().slice(0, 12)}`,
      ...(username === null ? {} : { credentials: { username, password: new Hidden(password) } }),
      timeoutMs,
      tls: {
        ...pem,
        ...(tls?.alpn == null ? {} : { alpn: tls.alpn }),
      },
    });
    if (result.outcome === 'accepted' || result.outcome === 'refused') return result;
  }
  return result;
}
