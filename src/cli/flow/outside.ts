import type { Outside } from '../../audit/outside.ts';
import { isTls } from '../../checks/probe/targets.ts';
import { runChecks } from '../../checks/run.ts';
import type { CheckContext, ConnectResult, Credentials, Endpoint } from '../../checks/types.ts';
import { fail } from '../../errors.ts';
import { Hidden } from '../../hidden.ts';
import { addressOf } from '../../host/resolve.ts';
import { msg } from '../../i18n/messages.ts';
import { mqttPort } from '../../spec/profiles.ts';
import type { Call } from '../context.ts';
import { nonce } from './nonce.ts';
import { remoteContext } from './verify-remote.ts';

/** So many wrong logins are tried in a row: enough to see whether anybody minds, too few to be an attack. */
const guessed = 5;

/** What a stranger sees of the broker that this call names. Nothing is left there: no message is published. Throws 69. */
export async function outsideOf(call: Call): Promise<Outside> {
  const context = await remoteContext(call);
  const [endpoint] = context.endpoints;
  if (endpoint === undefined) throw fail('usage', msg('checks.run.needs-broker'));
  const anonymous = await knock(context, endpoint, null);
  if (anonymous.outcome === 'unreachable' && isNobodyThere(anonymous.error))
    throw fail(
      'unreachable',
      msg('audit.outside.nobody', { door: printEndpoint(endpoint), error: anonymous.error }),
    );
  const banner = anonymous.outcome === 'accepted' ? await versionIn(anonymous, context.timeoutMs) : null;
  const started = performance.now();
  const answers: ConnectResult[] = [];
  for (let tries = 0; tries < guessed; tries += 1) answers.push(await knock(context, endpoint, madeUp()));
  const milliseconds = performance.now() - started;
  const answered = answers.filter(({ outcome }) => outcome !== 'unreachable');
  const report = isTls(endpoint) ? await runChecks(context, { only: ['tls'] }) : null;
  return {
    door: printEndpoint(endpoint),
    address: await addressOf(endpoint.host),
    isEncrypted: isTls(endpoint),
    anonymous: isIn(anonymous),
    stranger: answers[0] === undefined ? null : isIn(answers[0]),
    plainBeside: isTls(endpoint) ? await plainBeside(context, endpoint) : null,
    banner,
    guesses: answered.length < guessed ? null : { tries: guessed, milliseconds },
    tls: (report?.checks ?? []).map(({ id, status, evidence = [] }) => ({ id, status, evidence })),
  };
}

/** Whoever has no certificate where one is asked for is sent away in TLS itself. */
function isIn(result: ConnectResult): boolean | null {
  if (result.outcome !== 'unreachable') return result.outcome === 'accepted';
  return /CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE/.test(result.error) ? false : null;
}

/** A certificate that we have not is an answer, too: somebody is there. */
function isNobodyThere(error: string): boolean {
  return /^(ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EHTTP|ENOTMQTT|ETLS)$/.test(
    error,
  );
}

function madeUp(): Credentials {
  return { username: `mqtt-setup-audit-${nonce().slice(0, 8)}`, password: new Hidden(nonce()) };
}

async function knock(
  context: CheckContext,
  endpoint: Endpoint,
  credentials: Credentials | null,
): Promise<ConnectResult> {
  const result = await context.connect({
    endpoint,
    protocolVersion: 4,
    clientId: `mqtt-setup-audit-${nonce().slice(0, 12)}`,
    timeoutMs: context.timeoutMs,
    ...(credentials === null ? {} : { credentials }),
  });
  if (result.outcome === 'accepted' && credentials !== null) await result.session.end();
  return result;
}

/** What the broker publishes of itself, if it lets a stranger read that. */
async function versionIn(
  { session }: Extract<ConnectResult, { outcome: 'accepted' }>,
  timeoutMs: number,
): Promise<string | null> {
  const topic = '$SYS/broker/version';
  try {
    await session.subscribe(topic, 0);
    return (await session.waitFor((one) => one.topic === topic, Math.min(timeoutMs, 1500)))?.payload ?? null;
  } catch {
    // It does not let strangers subscribe: then it does not tell them either.
    return null;
  } finally {
    await session.end();
  }
}

async function plainBeside(context: CheckContext, endpoint: Endpoint): Promise<boolean> {
  const plain: Endpoint = { listener: endpoint.host, host: endpoint.host, port: mqttPort, transport: 'tcp' };
  const result = await knock(context, plain, madeUp());
  return result.outcome === 'accepted' || result.outcome === 'refused';
}

function printEndpoint({ host, port }: Endpoint): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
