import type { CheckContext, CheckReport, Credentials } from '../../checks/types.ts';
import { Hidden } from '../../hidden.ts';
import { type Message, msg } from '../../i18n/messages.ts';

type Result = Pick<CheckReport, 'status' | 'message'> & { evidence?: string[] };

/**
 * That every password known in this run opens the broker, and that a removed name does not exist for it any more. A
 * removed account's password is not known, so what is asked is whether the password file still knows the name: that
 * is settled by the file's content (checked by files.written) and by the reload, after which any password is refused.
 */
export async function proveAccounts(
  context: CheckContext,
  logins: readonly Credentials[],
  removed: readonly string[],
): Promise<CheckReport[]> {
  const [endpoint] = context.endpoints;
  if (endpoint === undefined) return [];
  const ask = async (credentials: Credentials): Promise<string> => {
    const answer = await context.connect({
      endpoint,
      protocolVersion: 4,
      clientId: `mqtt-setup-login-${context.nonce().slice(0, 8)}`,
      credentials,
      timeoutMs: context.timeoutMs,
    });
    if (answer.outcome === 'accepted') await answer.session.end();
    return answer.outcome;
  };
  const known = logins.map((credentials) => async (): Promise<CheckReport> => {
    const name = credentials.username;
    const outcome = await ask(credentials);
    const ok = outcome === 'accepted';
    return report('accounts.login', msg('cli.proof.login', { name }), {
      status: ok ? 'pass' : 'fail',
      message: ok ? msg('cli.proof.loginOk', { name }) : msg('cli.proof.loginFailed', { name }),
      evidence: [`${endpoint.host}:${endpoint.port} ${outcome}`],
    });
  });
  const gone = removed.map((name) => async (): Promise<CheckReport> => {
    const outcome = await ask({ username: name, password: new Hidden(context.nonce()) });
    const ok = outcome === 'refused' || outcome === 'closed';
    return report('accounts.removed', msg('cli.proof.removed', { name }), {
      status: ok ? 'pass' : 'fail',
      message: ok ? msg('cli.proof.removedOk', { name }) : msg('cli.proof.removedFailed', { name }),
      evidence: [`${endpoint.host}:${endpoint.port} ${outcome}`],
    });
  });
  return Promise.all([...known, ...gone].map(timed));
}

async function timed(check: () => Promise<CheckReport>): Promise<CheckReport> {
  const started = performance.now();
  const result = await check();
  return { ...result, milliseconds: Math.round(performance.now() - started) };
}

function report(id: string, title: Message, result: Result): CheckReport {
  return { id, group: 'auth', severity: 'critical', title, ...result, milliseconds: 0 };
}
