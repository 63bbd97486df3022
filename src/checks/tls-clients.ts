import { msg } from '../i18n/messages.ts';
import { knock, outcomeText } from './probe/open.ts';
import { combine, type Try } from './probe/tries.ts';
import type { Check, CheckContext, Endpoint } from './types.ts';

/** Where a certificate is asked for, nobody comes in without one. */
export const tlsClients: Check = {
  id: 'tls.clients',
  group: 'tls',
  severity: 'critical',
  title: msg('checks.tls-clients.title'),
  needs: ['broker'],
  concerns: (context) => demanding(context).length > 0,
  async run(context) {
    const tries = await Promise.all(demanding(context).map((endpoint) => look(context, endpoint)));
    return combine(tries, {
      pass: msg('checks.tls-clients.pass'),
      fail: msg('checks.tls-clients.fail'),
      skip: msg('checks.tls.unproven'),
      fix: msg('checks.tls-clients.fix'),
    });
  },
};

function demanding({ everyEndpoint, endpoints }: CheckContext): Endpoint[] {
  const seen = new Set<string>();
  return (everyEndpoint ?? endpoints).filter(
    ({ client, closed, listener }) =>
      (client !== undefined || closed === true) && !seen.has(listener) && seen.add(listener),
  );
}

async function look(context: CheckContext, endpoint: Endpoint): Promise<Try> {
  const { client: _client, ...plain } = endpoint;
  const result = await knock(context, { endpoint: plain, version: 4 }, 'no-certificate', context.credentials);
  const seen = `${endpoint.listener} ${endpoint.host}:${endpoint.port}: ${outcomeText(result)}`;
  if (result.outcome === 'accepted') {
    await result.session.end();
    return { status: 'fail', seen };
  }
  // A CONNACK of any kind: TLS itself let us through, whoever may be let in behind it.
  if (result.outcome === 'refused') return { status: 'fail', seen };
  // The broker ends the handshake, or the connection right behind it; who is not there proves nothing.
  const isAbsent =
    result.outcome === 'unreachable' && /^E(CONNREFUSED|TIMEDOUT|HOSTUNREACH)$/.test(result.error);
  return { status: isAbsent ? 'skip' : 'pass', seen };
}
