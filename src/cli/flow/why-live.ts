import { codeText } from '../../checks/probe/codes.ts';
import type { Endpoint } from '../../checks/types.ts';
import type { Patient } from '../../doctor/patient.ts';
import type { DoorAnswer, Obstacle, WhyQuestion } from '../../doctor/why/types.ts';
import { connect } from '../../host/mqtt.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import { hasCertificate, printDoor } from '../../lint/doors.ts';
import { lineIn } from '../../lint/view.ts';
import type { Call } from '../context.ts';
import { nonce } from './nonce.ts';
import { defaultTimeoutMs } from './prove.ts';

/**
 * What the broker says to that login at that listener; null where it cannot be asked from here: a certificate or a
 * key of the client would be needed. It comes under a client id of ours: the user's own would throw that client out.
 */
export async function askDoor(
  call: Call,
  patient: Patient,
  { door, mayLogIn }: DoorAnswer,
  { user, password }: WhyQuestion,
): Promise<{ obstacle: Obstacle } | { note: Message; mayLogIn: boolean } | null> {
  const endpoint = endpointOf({ door });
  if (endpoint === null || password === null) return null;
  const result = await connect({
    endpoint,
    protocolVersion: 4,
    clientId: `mqtt-setup-why-${nonce().slice(0, 12)}`,
    credentials: { username: user, password },
    timeoutMs: defaultTimeoutMs,
    tls: { insecure: true },
  });
  if (result.outcome === 'accepted') {
    await result.session.end();
    const note = mayLogIn === false ? msg('doctor.why.live.acceptedAnyway') : msg('doctor.why.live.accepted');
    return { note, mayLogIn: true };
  }
  const code =
    result.outcome === 'refused'
      ? codeText(result.code)
      : result.outcome === 'closed'
        ? 'closed'
        : result.error;
  if (result.outcome === 'unreachable')
    return mayLogIn === false
      ? null
      : {
          obstacle: obstacle(
            'broker.unreachable',
            msg('doctor.why.live.unreachable', { code }),
            call,
            patient,
          ),
        };
  if (mayLogIn === false) return { note: msg('doctor.why.live.refusedToo', { code }), mayLogIn: false };
  return {
    obstacle: {
      ...obstacle('broker.refuses', msg('doctor.why.live.refused', { code }), call, patient),
      weight: 'stops',
    },
  };
}

function obstacle(id: string, message: Message, { self }: Call, { manner }: Patient): Obstacle {
  return {
    id,
    weight: 'may-stop',
    message,
    evidence: [],
    fix: msg('doctor.why.live.refusedFix'),
    commands: [`${self} doctor${manner.suffix}`],
  };
}

/** Where a client of this machine reaches it. */
function endpointOf({ door }: Pick<DoorAnswer, 'door'>): Endpoint | null {
  const { block, listener } = door;
  const { port, address } = listener;
  const isBarred = lineIn(block, 'psk_hint') !== null || lineIn(block, 'require_certificate') !== null;
  if (isBarred) return null;
  if (port === 0)
    return address === null ? null : { host: address, port: 0, transport: 'unix', listener: address };
  const host = address === null || address === 'loopback' || address === 'localhost' ? '127.0.0.1' : address;
  const isSocket = lineIn(block, 'protocol')?.value === 'websockets';
  const plain = isSocket ? ('ws' as const) : ('tcp' as const);
  const secure = isSocket ? ('wss' as const) : ('tls' as const);
  return { host, port, transport: hasCertificate(block) ? secure : plain, listener: printDoor(door) };
}
