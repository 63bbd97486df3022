import { judgeTests, type Verdict } from '../access/judge.ts';
import { Hidden } from '../hidden.ts';
import { msg } from '../i18n/messages.ts';
import { oldest, parseVersion } from '../mosquitto/version.ts';
import { type TestIdentity, testIdentities } from '../spec/test-identities.ts';
import { byPassword } from './context.ts';
import { arrival, outcomeText } from './probe/open.ts';
import { machineText } from './probe/tries.ts';
import type { Check, CheckContext, CheckResult, Credentials, Endpoint, Session } from './types.ts';

/** What one access test came to, at the broker. */
interface Asked {
  text: string;
  status: 'pass' | 'fail' | 'skip';
  seen: string;
}

/**
 * The access tests of broker.yaml: by what is declared, and by what arrives. Whoever a test names has a stand-in with the
 * same rules below a folder of its own, so that nobody's topics are touched and nobody's password is needed. Where the
 * declared rights and the broker disagree, that is a failure by itself.
 */
export const accessTests: Check = {
  id: 'access.tests',
  group: 'access',
  severity: 'critical',
  title: msg('checks.access-tests.title'),
  needs: ['broker', 'login', 'probe'],
  async run(context) {
    const { spec, accounts, facts, credentials } = context;
    if (spec === null || accounts === null || credentials === null)
      return { status: 'skip', message: msg('checks.run.needs-spec') };
    if (spec.tests.length === 0) return { status: 'skip', message: msg('checks.access-tests.none') };
    const version = parseVersion(facts?.mosquitto.version ?? '') ?? oldest;
    const verdicts = judgeTests(spec, accounts, version);
    const broken = verdicts.filter(({ against }) => against.length > 0);
    if (broken.length > 0)
      return {
        status: 'fail',
        message: msg('checks.access-tests.declared', { count: broken.length }),
        evidence: broken.map(({ test, against }) => `${test.text}: not so for ${against.join(', ')}`),
        fix: msg('access.test.fix'),
      };
    const endpoint = byPassword(context).endpoints.find(({ mountPoint }) => mountPoint === undefined);
    if (endpoint === undefined) return { status: 'skip', message: msg('checks.access.unproven') };
    const identities = testIdentities(spec, accounts);
    return result(await askAll(context, endpoint, verdicts, identities, credentials), verdicts.length);
  },
};

async function askAll(
  context: CheckContext,
  endpoint: Endpoint,
  verdicts: readonly Verdict[],
  identities: readonly TestIdentity[],
  probe: Credentials,
): Promise<Asked[]> {
  return Promise.all(
    identities.map(async (identity) => {
      const own = verdicts.filter(
        ({ test }) => isAbout(test.subject, identity) && isAskable(test.topic, test.action),
      );
      return own.length === 0 ? [] : askOne(context, endpoint, identity, probe, own);
    }),
  ).then((asked) => asked.flat());
}

function isAbout(subject: Verdict['test']['subject'], { account }: TestIdentity): boolean {
  return subject.kind === 'account'
    ? subject.name === account
    : subject.kind === 'anonymous' && account === null;
}

/** A `$` at the start means something only at the start. */
function isAskable(topic: string, action: string): boolean {
  return action !== 'connect' && !topic.startsWith('$');
}

/** All tests about one person, on two connections: the person's stand-in and the probe, who sees everything there. */
async function askOne(
  context: CheckContext,
  endpoint: Endpoint,
  identity: TestIdentity,
  probe: Credentials,
  verdicts: readonly Verdict[],
): Promise<Asked[]> {
  const login = { username: identity.name, password: new Hidden(probe.password.reveal()) };
  const opened = await Promise.all([login, probe].map((one) => open(context, endpoint, one)));
  const [own, all] = opened.map((one) => (one.outcome === 'accepted' ? one.session : null));
  try {
    if (own == null || all == null) {
      const seen = opened.map(outcomeText).join('; ');
      return verdicts.map(({ test }) => ({
        text: test.text,
        status: 'fail',
        seen: `${identity.name}: ${seen}`,
      }));
    }
    return await ask(context, identity, own, all, verdicts);
  } catch (error) {
    return verdicts.map(({ test }) => ({ text: test.text, status: 'fail', seen: machineText(error) }));
  } finally {
    await Promise.all([own?.end(), all?.end()]);
  }
}

function open(context: CheckContext, endpoint: Endpoint, credentials: Credentials) {
  return context.connect({
    endpoint,
    protocolVersion: 4,
    clientId: `mqtt-setup-verify-tests-${context.nonce().slice(0, 12)}`,
    credentials,
    timeoutMs: context.timeoutMs,
  });
}

/**
 * Both subscribe, both publish, then each waits for a message that is allowed for sure: the broker handles what one
 * connection sends in its order, so that what has not come by then does not come.
 */
async function ask(
  context: CheckContext,
  { prefix }: TestIdentity,
  own: Session,
  all: Session,
  verdicts: readonly Verdict[],
): Promise<Asked[]> {
  const topics = [...new Set(verdicts.map(({ test }) => prefix + test.topic))];
  // QoS 0: nothing waits for an acknowledgement, however many messages there are.
  await Promise.all([all.subscribe(`${prefix}#`, 0), ...topics.map((topic) => own.subscribe(topic, 0))]);
  const [fromOwn, fromAll] = [context.nonce(), context.nonce()];
  await Promise.all([
    ...topics.map((topic) => own.publish(topic, fromOwn, { qos: 1 })),
    ...topics.map((topic) => all.publish(topic, fromAll, { qos: 1 })),
  ]);
  const fences = [context.nonce(), context.nonce()] as const;
  await all.publish(`${prefix}fence`, fences[0], { qos: 1 });
  await arrival(context, all, fences[0]);
  // What the stand-in was sent is out before the answer to its own last message.
  await own.publish(`${prefix}fence`, fences[1], { qos: 1 });
  const arrived = (session: Session, payload: string, topic: string): boolean =>
    session.received().some((message) => message.payload === payload && message.topic === topic);
  return verdicts.map(({ test }) => {
    const topic = prefix + test.topic;
    const can = test.action === 'publish' ? arrived(all, fromOwn, topic) : arrived(own, fromAll, topic);
    return {
      text: test.text,
      status: can === test.can ? 'pass' : 'fail',
      seen: can ? 'delivered' : 'not delivered',
    };
  });
}

function result(asked: readonly Asked[], count: number): CheckResult {
  const failed = asked.filter(({ status }) => status === 'fail');
  if (failed.length > 0)
    return {
      status: 'fail',
      message: msg('checks.access-tests.disagree', { count: failed.length }),
      evidence: failed.map(({ text, seen }) => `${text}: ${seen}`),
      fix: msg('checks.access.fix'),
    };
  return {
    status: 'pass',
    message: msg('checks.access-tests.pass', { count, asked: asked.length }),
    evidence: asked.map(({ text, seen }) => `${text}: ${seen}`),
  };
}
