import { msg } from '../i18n/messages.ts';
import { traitsOf } from '../mosquitto/traits.ts';
import { parseVersion } from '../mosquitto/version.ts';
import { withSession } from './probe/open.ts';
import type { Target } from './probe/targets.ts';
import { isTls, oneTargetPerListener } from './probe/targets.ts';
import type { Try } from './probe/tries.ts';
import { combine, machineText, tryAll } from './probe/tries.ts';
import type { Check, CheckContext } from './types.ts';

/** Bytes: with a limit above it, trying the limit would be a burden on the broker. */
const largestTried = 8 * 1024 * 1024;

/**
 * A packet of the largest size is taken, one byte more ends the connection. It goes to a topic that the probe account
 * may not write to: the broker reads it whole, answers, and gives it to nobody.
 */
export const messagesLarge: Check = {
  id: 'messages.large',
  group: 'messages',
  severity: 'low',
  title: msg('checks.messages-large.title'),
  needs: ['machine', 'broker', 'probe'],
  async run(context) {
    const limit = context.spec?.limits.packet_size;
    if (limit === undefined) return { status: 'skip', message: msg('checks.run.needs-spec') };
    if (limit > largestTried)
      return { status: 'skip', message: msg('checks.messages-large.high', { limit }) };
    const { limitsWebsocketPackets } = traitsOf(parseVersion(context.facts?.mosquitto.version ?? ''));
    const limited = context.endpoints.filter(
      ({ transport }) => limitsWebsocketPackets || (transport !== 'ws' && transport !== 'wss'),
    );
    // The limit is the whole broker's: where it can be tried without TLS, nobody's long packets are at risk (below).
    const plain = limited.filter((endpoint) => !isTls(endpoint));
    const endpoints = plain.length > 0 ? plain : limited;
    if (endpoints.length === 0) return { status: 'skip', message: msg('checks.messages-large.websockets') };
    const tries = await tryAll(
      oneTargetPerListener({ ...context, endpoints }),
      async (target): Promise<Try> => {
        const taken = await sendInPeace(context, target, limit);
        if (taken.end === 'no login') return { status: 'skip', seen: taken.seen };
        if (taken.end === 'refused') return { status: 'fail', seen: `${limit} bytes: ${taken.seen}` };
        const more = await send(context, target, limit + 1);
        if (more.end === 'no login') return { status: 'skip', seen: more.seen };
        if (more.end === 'taken') return { status: 'fail', seen: `${limit + 1} bytes: taken` };
        return { status: 'pass', seen: `${limit} bytes taken, ${limit + 1} refused (${more.seen})` };
      },
    );
    return combine(tries, {
      pass: msg('checks.messages-large.pass', { limit }),
      fail: msg('checks.messages-large.fail', { limit }),
      skip: msg('checks.messages.unproven'),
      fix: msg('checks.messages-large.fix'),
    });
  },
};

/** What became of one packet; without a login nothing is proven either way. */
interface Sent {
  end: 'taken' | 'refused' | 'no login';
  seen: string;
}

/** Tries once more where the connection was lost: by TLS that may have been somebody else's fault (`isTls`). */
async function sendInPeace(context: CheckContext, target: Target, bytes: number): Promise<Sent> {
  const sent = await send(context, target, bytes);
  return sent.end === 'refused' && isTls(target.endpoint) ? send(context, target, bytes) : sent;
}

/** Publishes with a packet of `bytes`, as the broker counts: answered, or the connection was ended. */
async function send(context: CheckContext, target: Target, bytes: number): Promise<Sent> {
  const topic = `${context.topicPrefix}/ro/${context.nonce()}`;
  const payload = 'x'.repeat(payloadBytes(bytes, topic, target.version));
  try {
    const used = await withSession(context, target, 'large', (session) =>
      session.publish(topic, payload, { qos: 1 }),
    );
    return used.ok ? { end: 'taken', seen: '' } : { end: 'no login', seen: used.seen };
  } catch (error) {
    return { end: 'refused', seen: machineText(error) };
  }
}

/**
 * What is left of a PUBLISH of `bytes` for the payload. The broker counts the first byte and what follows the remaining
 * length, not the remaining length itself (measured on 2.0.11, 2.0.21 and 2.1.2).
 */
function payloadBytes(bytes: number, topic: string, version: 4 | 5): number {
  const packetId = 2;
  const properties = version === 5 ? 1 : 0;
  return bytes - 1 - 2 - Buffer.byteLength(topic) - packetId - properties;
}
