import { endpointsOf } from '../../checks/context.ts';
import { runChecks } from '../../checks/run.ts';
import type { CheckReport, Credentials, Report } from '../../checks/types.ts';
import type { Facts } from '../../facts/types.ts';
import { Hidden } from '../../hidden.ts';
import { connect } from '../../host/mqtt.ts';
import { probeAccount, probePrefix } from '../../spec/probe.ts';
import { accountRules } from '../../spec/roles.ts';
import type { Account, Spec } from '../../spec/types.ts';
import type { Call } from '../context.ts';
import type { Decision } from './converge.ts';
import { nonce } from './nonce.ts';
import { proveAccounts } from './prove-accounts.ts';
import { smokeTest } from './smoke.ts';

/** 'full': the smoke test and every check; 'accounts': that passwords work, the removed are refused and rights hold. */
export type Proof = 'full' | 'accounts';

interface Proven {
  spec: Spec;
  decision: Decision;
  probePassword: string;
}

export const defaultTimeoutMs = 5000;

/** Asks the broker itself whether what was wanted is so. */
export async function prove(
  call: Call,
  facts: Facts,
  { spec, decision, probePassword }: Proven,
  proof: Proof,
): Promise<Report> {
  const probe = { username: probeAccount, password: new Hidden(probePassword) };
  const context = checkContext(call, facts, spec, decision.accounts, probe);
  const extra = [
    ...(proof === 'full' ? [await smokeTest(call, facts, context.endpoints, talker(decision) ?? probe)] : []),
    ...(await proveAccounts(context, logins(decision))),
  ];
  const report = await runChecks(
    context,
    proof === 'full' ? {} : { only: ['auth', 'access', 'service.active'] },
  );
  return withExtra(report, extra);
}

export function checkContext(
  call: Call,
  facts: Facts,
  spec: Spec,
  accounts: readonly Account[],
  probe: Credentials | null,
) {
  return {
    facts,
    spec,
    accounts,
    host: call.host,
    endpoints: endpointsOf(spec, facts),
    credentials: probe,
    isProbeAccount: probe !== null,
    topicPrefix: probePrefix,
    nonce,
    timeoutMs: defaultTimeoutMs,
    connect,
  };
}

/** Somebody who may do everything and whose password this run knows: others might rightly be refused. */
export function talker(decision: Pick<Decision, 'accounts' | 'secrets'>): Credentials | undefined {
  const mayAll = decision.accounts.filter((account) =>
    accountRules(account).some(({ access, filter }) => access === 'readwrite' && filter === '#'),
  );
  return logins(decision).find(({ username }) => mayAll.some(({ name }) => name === username));
}

/** The people whose password this run knows. */
function logins({ accounts, secrets }: Pick<Decision, 'accounts' | 'secrets'>): Credentials[] {
  return accounts.flatMap(({ name }) => {
    const secret = secrets.get(name);
    return secret === undefined ? [] : [{ username: name, password: secret.password }];
  });
}

function withExtra(report: Report, extra: CheckReport[]): Report {
  const summary = { ...report.summary };
  for (const { status } of extra) summary[status] += 1;
  return {
    checks: [...extra, ...report.checks],
    summary,
    ok: summary.fail === 0 && summary.pass > 0,
    milliseconds: report.milliseconds + extra.reduce((sum, check) => sum + check.milliseconds, 0),
  };
}
