import { AppError, type Problem } from '../../errors.ts';
import { handshake } from '../../host/tls.ts';
import { msg } from '../../i18n/messages.ts';
import type { SpecFile } from '../../spec/load.ts';
import type { Call } from '../context.ts';
import { bridgePem } from './bridge-pem.ts';

const withinMs = 5000;

/** Whom the other side is, by the words of Node: sure to fail for the broker too. */
const untrusted =
  /^(ERR_TLS_CERT_ALTNAME_INVALID|CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)$/;

/**
 * Looks at the brokers to which bridges go by TLS, before anything is changed. Throws 65 where a bridge could not trust
 * what is shown there; who cannot be reached now is only noted, since the bridge goes on trying.
 */
export async function lookAtRemotes(call: Call, file: SpecFile): Promise<void> {
  const problems: Problem[] = [];
  for (const [index, { name, remotes, tls }] of file.spec.bridges.entries()) {
    if (tls === null) continue;
    const pem = await bridgePem(call.host, tls);
    for (const remote of remotes) {
      const [host = '', port = ''] = remote.split(':');
      const result = await handshake(
        { listener: name, host, port: Number(port), transport: 'tls' },
        { timeoutMs: withinMs, ...pem },
      );
      const wrong = result.ok ? result.distrust : result.error;
      if (wrong === null) continue;
      // Node and the system need not trust the same: what is left to the system is the broker's to judge.
      if (result.ok && untrusted.test(wrong) && tls.ca !== null)
        problems.push({
          message: msg('tls.remote.untrusted', { bridge: name, remote, reason: wrong }),
          place: file.placeOf(['bridges', index, 'tls']),
          fix: msg('tls.remote.fix'),
        });
      else
        call.out.note(
          `${call.errorStyle.yellow('!')} ${call.t(msg(result.ok ? 'tls.remote.untrusted' : 'tls.remote.away', { bridge: name, remote, reason: wrong }))}`,
        );
    }
  }
  if (problems.length > 0) throw new AppError('input', problems);
}
