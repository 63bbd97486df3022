import { msg } from '../i18n/messages.ts';
import { codeText } from './probe/codes.ts';
import { deniedHere } from './probe/denied-here.ts';
import { withSession } from './probe/open.ts';
import type { Target } from './probe/targets.ts';
import { oneTargetPerListener, topicsSeen } from './probe/targets.ts';
import type { Try } from './probe/tries.ts';
import { combine, machineText, tryAll } from './probe/tries.ts';
import type { Check, CheckContext, Properties } from './types.ts';

/** Seconds; a broker counts them down while it holds the message. */
const expiry = 120;

/** What an MQTT 5 message carries beside its payload arrives with it, unchanged (MQTT 5 §3.3.2.3). */
export const messagesProperties: Check = {
  id: 'messages.properties',
  group: 'messages',
  severity: 'low',
  title: msg('checks.messages-properties.title'),
  needs: ['broker', 'login'],
  async run(context) {
    const targets = oneTargetPerListener(context).filter(({ version }) => version === 5);
    if (targets.length === 0)
      return { status: 'skip', message: msg('checks.messages-properties.no-version') };
    const tries = await tryAll(targets, async (target): Promise<Try> => {
      const topic = `${context.topicPrefix}/rw/${context.nonce()}`;
      const made = await carry(context, target, topic).catch(
        (error: unknown): Try => ({ status: 'fail', seen: machineText(error) }),
      );
      if (made.status !== 'fail') return made;
      const denied = await deniedHere(context, target, topic);
      return denied === null ? made : { status: 'skip', seen: denied };
    });
    return combine(tries, {
      pass: msg('checks.messages-properties.pass', { tries: tries.length }),
      fail: msg('checks.messages-properties.fail'),
      skip: msg('checks.messages.unproven'),
      fix: msg('checks.messages.fix'),
    });
  },
};

async function carry(context: CheckContext, target: Target, topic: string): Promise<Try> {
  const used = await withSession(context, target, 'properties', async (session): Promise<Try> => {
    const payload = context.nonce();
    const sent = {
      userProperties: { 'mqtt-setup': context.nonce() },
      contentType: 'text/plain',
      responseTopic: `${topic}/answer`,
      correlationData: context.nonce(),
      messageExpiry: expiry,
      isText: true,
    };
    const [granted, code] = await Promise.all([
      session.subscribe(topic, 1),
      session.publish(topic, payload, { qos: 1, properties: sent }),
    ]);
    if ((granted[0] ?? 0x80) >= 0x80)
      return { status: 'fail', seen: `SUBACK ${codeText(granted[0] ?? 0x80)}` };
    if (code >= 0x80) return { status: 'fail', seen: `publish refused: ${codeText(code)}` };
    const topics = topicsSeen(target, topic);
    const back = await session.waitFor(
      (one) => one.payload === payload && topics.includes(one.topic),
      context.timeoutMs,
    );
    if (back === null) return { status: 'fail', seen: `not delivered in ${context.timeoutMs} ms` };
    const changed = differences(sent, back.properties ?? {});
    return changed.length === 0
      ? { status: 'pass', seen: 'as they were sent' }
      : { status: 'fail', seen: changed.join(', ') };
  });
  return used.ok ? used.value : { status: 'skip', seen: used.seen };
}

/** What did not come as it was sent, by the names of the standard. */
function differences(sent: Required<Properties>, came: Properties): string[] {
  const rows: [name: string, sent: unknown, came: unknown][] = [
    ['User Property', sent.userProperties['mqtt-setup'], came.userProperties?.['mqtt-setup']],
    ['Content Type', sent.contentType, came.contentType],
    ['Response Topic', sent.responseTopic, came.responseTopic],
    ['Correlation Data', sent.correlationData, came.correlationData],
    ['Payload Format Indicator', sent.isText, came.isText],
  ];
  const left = came.messageExpiry;
  return [
    ...rows.filter(([, one, other]) => one !== other).map(([name, , other]) => said(name, other)),
    // It has been counted down, or not yet; never up, and never to nothing where it has just been sent.
    ...(left !== undefined && left > 0 && left <= sent.messageExpiry
      ? []
      : [said('Message Expiry Interval', left)]),
  ];
}

function said(name: string, came: unknown): string {
  return came === undefined ? `${name}: did not come` : `${name}: came as ${JSON.stringify(came)}`;
}
