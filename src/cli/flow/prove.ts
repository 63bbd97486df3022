import { endpointsOf } from '../../checks/context.ts';
import { runChecks } from '../../checks/run.ts';
import type {
  CheckReport,
  ConnectOptions,
  Credentials,
  Endpoint,
  HandshakeOptions,
  Report,
} from '../../checks/types.ts';
import type { Facts } from '../../facts/types.ts';
import { Hidden } from '../../hidden.ts';
import { connect } from '../../host/mqtt.ts';
import { handshake } from '../../host/tls.ts';
import { probeAccount, probePrefix } from '../../spec/probe.ts';
import { accountRules } from '../../spec/roles.ts';
import type { Account, Bridge, Spec } from '../../spec/types.ts';
import type { Call } from '../context.ts';
import { connectBeyond } from './beyond.ts';
import { foundIn } from './certificates.ts';
import { lenient } from './lenient.ts';
import { nonce } from './nonce.ts';
import { proveAccounts } from './prove-accounts.ts';
import { smokeTest } from './smoke.ts';
import type { Decision } from './types.ts';

/** 'full': the smoke test and every check; 'accounts': that passwords work, the removed are refused and rights hold. */
export type Proof = 'full' | 'accounts';

/** PEM; empty where there is none. */
export type ClientCertificate = { cert: string; key: string } | { cert?: never; key?: never };

interface Proven {
  /** The machine before the change; the same facts where nothing was changed. */
  facts: Facts;
  spec: Spec;
  decision: Decision;
  probePassword: string;
}

export const defaultTimeoutMs = 5000;

/** Asks the broker itself whether what was wanted is so. */
export async function prove(call: Call, facts: Facts, before: Proven, proof: Proof): Promise<Report> {
  const { spec, decision, probePassword } = before;
  const probe = { username: probeAccount, password: new Hidden(probePassword) };
  const context = checkContext(call, facts, spec, decision.accounts, probe);
  const extra = [
    ...(proof === 'full' && spec.limits.retained !== false
      ? [await smokeTest(call, facts, context.endpoints, talker(decision, spec) ?? probe)]
      : []),
    ...(await proveAccounts(context, logins(decision))),
  ];
  const report = await runChecks(
    context,
    // What asks the broker to write its database stays away from the first minute of somebody's broker.
    proof === 'full' ? { skip: ['persistence'] } : { only: ['auth', 'access', 'service.active'] },
  );
  return withExtra(lenient(report, before.facts.service, facts.service), extra);
}

export function checkContext(
  call: Call,
  facts: Facts,
  spec: Spec,
  accounts: readonly Account[],
  probe: Credentials | null,
  own: ClientCertificate = probeCertificate(facts),
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
    connectBeyond: (bridge: Bridge) => connectBeyond(call.host, bridge, defaultTimeoutMs),
    // On this machine: whether others would trust the certificate is another question, of another check.
    connect: (options: ConnectOptions) =>
      connect({ ...options, tls: { insecure: true, ...(options.endpoint.client === undefined ? {} : own) } }),
    handshake: (endpoint: Endpoint, options: HandshakeOptions) =>
      handshake(endpoint, { ...options, ...(endpoint.client === undefined ? {} : own) }),
  };
}

/** What our own CA gave the probe account, where a listener asks for a certificate. */
function probeCertificate(facts: Facts): ClientCertificate {
  const { probe, probeKey } = foundIn(facts);
  return probe === null || probeKey === null ? {} : { cert: probe, key: probeKey };
}

/** Somebody who may do everything and whose password this run knows: others might rightly be refused. */
export function talker(
  decision: Pick<Decision, 'accounts' | 'secrets'>,
  spec: Pick<Spec, 'roles' | 'everyone'>,
): Credentials | undefined {
  const mayAll = decision.accounts.filter((account) =>
    accountRules(account, spec).some(({ access, filter }) => access === 'readwrite' && filter === '#'),
  );
  return logins(decision).find(({ username }) => mayAll.some(({ name }) => name === username));
}

/** The people whose password this run knows. */
export function logins({ accounts, secrets }: Pick<Decision, 'accounts' | 'secrets'>): Credentials[] {
  return accounts.flatMap(({ name }) => {
    const secret = secrets.get(name);
    return secret === undefined ? [] : [{ username: name, password: secret.password }];
  });
}

function withExtra(report: Report, extra: CheckReport[]): Report {
  const summary = { ...report.summary };
  for (const { status } of extra) summary[status] += 1;
  return {
    ...report,
    checks: [...extra, ...report.checks],
    summary,
    ok: summary.fail === 0 && summary.pass > 0,
    milliseconds: report.milliseconds + extra.reduce((sum, check) => sum + check.milliseconds, 0),
  };
}
