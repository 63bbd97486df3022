import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from '../../checks/types.ts';
import { exitCodes } from '../../errors.ts';
import { gather } from '../../facts/gather.ts';
import { type BrokerNumbers, renderStatus } from '../../report/status.ts';
import { probeNumbers } from '../../spec/probe.ts';
import type { Call } from '../context.ts';
import { topicWatch } from './busy-topics.ts';
import { layoutOf } from './layout.ts';
import { numberIn, numbersSession, probePassword } from './numbers.ts';
import { listenForSignals } from './signals.ts';
import { statusView } from './status-view.ts';

const everyMs = 2000;
const ticksAMinute = 60_000 / everyMs;

/** So many values fit beside the numbers on a screen of 60 columns. */
const most = 20;

/**
 * The status again and again, until Ctrl-C: a page that is drawn anew in a terminal, one after the other elsewhere, one
 * JSON object a line with --json. One connection of the probe stays open for it, so that watching fills no log.
 */
export async function watch(call: Call): Promise<number> {
  const topics = await topicWatch(call, ticksAMinute);
  const signals = listenForSignals();
  const { signal } = signals;
  const before: BrokerNumbers[] = [];
  let session: Session | null = null;
  let numbers: BrokerNumbers | null = null;
  try {
    while (!signal.aborted) {
      const facts = await gather(call.host, layoutOf(call));
      session = await stillThere(session);
      session ??= await opened(call, facts);
      numbers = session === null ? null : numbersIn(session, numbers);
      if (numbers !== null) before.push(numbers);
      if (before.length > most) before.shift();
      const { view } = await statusView(call, facts, numbers);
      draw(call, { ...view, busiest: (await topics?.next(facts)) ?? null }, before);
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    }
    return exitCodes.ok;
  } finally {
    await session?.end();
    await topics?.end();
    signals.close();
  }
}

async function opened(call: Call, facts: Parameters<typeof numbersSession>[1]): Promise<Session | null> {
  const session = await numbersSession(call, facts, probePassword(facts));
  if (session === null) return null;
  for (const topic of Object.values(probeNumbers)) await session.subscribe(topic, 0);
  await session.waitFor(({ topic }) => topic === probeNumbers.sent, 500);
  return session;
}

/** A word now and then keeps the connection, and tells when it is lost. */
async function stillThere(session: Session | null): Promise<Session | null> {
  if (session === null) return null;
  try {
    await session.ping();
    return session;
  } catch {
    session.drop();
    return null;
  }
}

/** What has come since `before`; the broker sends only what has changed. */
function numbersIn(session: Session, before: BrokerNumbers | null): BrokerNumbers {
  const arrived = session.take();
  const last = (name: keyof BrokerNumbers): number | null => {
    const found = arrived.findLast(({ topic }) => topic === probeNumbers[name]);
    return found === undefined ? (before?.[name] ?? null) : numberIn(found.payload);
  };
  return {
    clients: last('clients'),
    offline: last('offline'),
    messages: last('messages'),
    received: last('received'),
    sent: last('sent'),
  };
}

function draw(call: Call, view: Parameters<typeof renderStatus>[0], before: readonly BrokerNumbers[]): void {
  const { out, t, style } = call;
  if (call.json) {
    out.result(
      JSON.stringify({
        at: call.host.now().toISOString(),
        running: view.running,
        numbers: view.numbers,
        ...(view.busiest ? { topics: view.busiest.topics } : {}),
      }),
    );
    return;
  }
  const page = renderStatus(view, t, style, before);
  // From the upper left corner, and what is left of the last page below goes.
  out.prose(process.stdout.isTTY === true ? `\u001b[H\u001b[2J${page}` : `${page}\n`);
}
