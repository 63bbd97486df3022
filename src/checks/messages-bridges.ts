import { msg } from '../i18n/messages.ts';
import { type TestRoute, testRoutes } from '../spec/bridge-test.ts';
import type { Bridge } from '../spec/types.ts';
import { byPassword } from './context.ts';
import { outcomeText, withSession } from './probe/open.ts';
import { everyTarget, type Target } from './probe/targets.ts';
import { combine, machineText, type Try } from './probe/tries.ts';
import type { Check, CheckContext, Session } from './types.ts';

/** A message goes through both brokers, each way that a bridge carries its `test_topic`. */
export const messagesBridges: Check = {
  id: 'messages.bridges',
  group: 'messages',
  severity: 'medium',
  title: msg('checks.messages-bridges.title'),
  needs: ['broker', 'login', 'probe'],
  concerns: ({ spec }) => tested(spec).length > 0,
  async run(context) {
    const tries = await Promise.all(tested(context.spec).map((bridge) => cross(context, bridge)));
    return combine(tries.flat(), {
      pass: msg('checks.messages-bridges.pass', { tries: tries.flat().length }),
      fail: msg('checks.messages-bridges.fail'),
      skip: msg('checks.messages-bridges.skip'),
      fix: msg('checks.messages-bridges.fix'),
    });
  },
};

function tested(spec: CheckContext['spec']): Bridge[] {
  return (spec?.bridges ?? []).filter(({ test_topic }) => test_topic !== null);
}

async function cross(context: CheckContext, bridge: Bridge): Promise<Try[]> {
  const { name } = bridge;
  const unproven = (seen: string): Try[] => [{ status: 'skip', seen: `${name}: ${seen}` }];
  // A mount point would give the topic another name here.
  const here = everyTarget(byPassword(context)).find(({ endpoint }) => endpoint.mountPoint === undefined);
  if (here === undefined || context.connectBeyond === undefined) return unproven('nowhere to look from');
  try {
    const beyond = await context.connectBeyond(bridge);
    if (beyond.outcome === 'refused') return unproven(`beyond: ${outcomeText(beyond)}`);
    if (beyond.outcome !== 'accepted')
      return [{ status: 'fail', seen: `${name}: beyond: ${outcomeText(beyond)}` }];
    return await through(context, bridge, here, beyond.session);
  } catch (error) {
    return unproven(machineText(error));
  }
}

async function through(
  context: CheckContext,
  bridge: Bridge,
  target: Target,
  there: Session,
): Promise<Try[]> {
  try {
    const used = await withSession(context, target, 'bridge', (here) =>
      walk(context, bridge, { here, there }),
    );
    return used.ok ? used.value : [{ status: 'skip', seen: `${bridge.name}: ${used.seen}` }];
  } finally {
    await there.end();
  }
}

async function walk(context: CheckContext, bridge: Bridge, ends: Ends): Promise<Try[]> {
  const tries: Try[] = [];
  for (const route of testRoutes(bridge)) {
    const { status, seen } = await send(context, route, ends);
    tries.push({ status, seen: `${bridge.name} ${arrow(route)}: ${seen}` });
  }
  return tries;
}

type Ends = Record<TestRoute['from'], Session>;

const arrow = ({ from, here, there }: TestRoute): string =>
  from === 'here' ? `${here} to ${there} beyond` : `${there} beyond to ${here}`;

/**
 * What is not shown to the very account that sent it there proves nothing about the bridge: the broker beyond may grant
 * its login no more than one direction, and drops the rest without a word.
 */
async function send({ nonce, timeoutMs }: CheckContext, route: TestRoute, ends: Ends): Promise<Try> {
  const [control, payload] = [nonce(), nonce()];
  const arrives = async (session: Session, text: string): Promise<boolean> =>
    (await session.waitFor((message) => message.payload === text, timeoutMs)) !== null;
  await ends.here.subscribe(route.here, 1);
  await ends.there.subscribe(route.there, 1);
  await ends.there.publish(route.there, control, { qos: 1 });
  if (!(await arrives(ends.there, control)))
    return { status: 'skip', seen: 'the login beyond may not both read and write there' };
  const far = route.from === 'here' ? 'there' : 'here';
  const sent = route.from === 'there' ? control : payload;
  if (route.from === 'here') await ends.here.publish(route.here, payload, { qos: 1 });
  return (await arrives(ends[far], sent))
    ? { status: 'pass', seen: 'arrived' }
    : { status: 'fail', seen: `not delivered in ${timeoutMs} ms` };
}
