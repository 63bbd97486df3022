import { byPassword } from '../../checks/context.ts';
import type { CheckContext, CheckReport, Credentials } from '../../checks/types.ts';
import { type Message, msg } from '../../i18n/messages.ts';

type Result = Pick<CheckReport, 'status' | 'message'> & { evidence?: string[] };

/** So many logins are tried at most: each costs the broker milliseconds of its only thread. */
export const provenLogins = 50;

/**
 * That every password known in this run opens the broker. Of a removed account no password is known, and any other would
 * be refused whether the name exists or not: nothing is asked about it that could not fail. Of many logins some are
 * tried, spread over all of them.
 */
export async function proveAccounts(
  context: CheckContext,
  logins: readonly Credentials[],
): Promise<CheckReport[]> {
  const [endpoint] = byPassword(context).endpoints;
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
  const known = spread(logins).map((credentials) => async (): Promise<CheckReport> => {
    const name = credentials.username;
    const outcome = await ask(credentials);
    const ok = outcome === 'accepted';
    return report('accounts.login', msg('cli.proof.login', { name }), {
      status: ok ? 'pass' : 'fail',
      message: ok ? msg('cli.proof.loginOk', { name }) : msg('cli.proof.loginFailed', { name }),
      evidence: [`${endpoint.host}:${endpoint.port} ${outcome}`],
    });
  });
  return Promise.all(known.map(timed));
}

function spread(logins: readonly Credentials[]): readonly Credentials[] {
  if (logins.length <= provenLogins) return logins;
  return Array.from(
    { length: provenLogins },
    (_, index) => logins[Math.floor((index * (logins.length - 1)) / (provenLogins - 1))],
  ).filter((login) => login !== undefined);
}

async function timed(check: () => Promise<CheckReport>): Promise<CheckReport> {
  const started = performance.now();
  const result = await check();
  return { ...result, milliseconds: Math.round(performance.now() - started) };
}

function report(id: string, title: Message, result: Result): CheckReport {
  return { id, group: 'auth', severity: 'critical', title, ...result, milliseconds: 0 };
}
