import { type Message, msg } from '../i18n/messages.ts';
import type { Door } from '../lint/doors.ts';
import { lineIn } from '../lint/view.ts';
import { firstWord } from '../mosquitto/formats/conf.ts';
import type { Traits } from '../mosquitto/traits.ts';
import { addressProblem } from '../spec/addresses.ts';
import { portProblem } from '../spec/ports.ts';
import type { SpecInput } from '../spec/schema.ts';
import { listenerSchema } from '../spec/sections/listeners.ts';

type Where = Pick<
  NonNullable<SpecInput['listeners']>[number],
  'port' | 'bind' | 'family' | 'interface' | 'socket'
>;

/** Where a listener is in the words of broker.yaml, or why it cannot be said there. */
export type Place = Where | { why: Message };

export function placeOf(door: Door, traits: Traits): Place {
  const { port, address, protocol } = door.listener;
  if (protocol === 'http_api') return { why: msg('adopt.http-api') };
  if (!['', 'mqtt', 'websockets'].includes(protocol)) return { why: msg('adopt.value', { key: 'protocol' }) };
  const isWeb = protocol === 'websockets';
  if (port === 0) {
    if (isWeb) return { why: msg('spec.rule.socket-protocol') };
    return said({ socket: address ?? '' }, msg('adopt.value', { key: 'socket' }));
  }
  const why = portProblem(String(port));
  if (why !== null) return { why };
  const { card, family } = narrowing(door);
  const hasCard = card !== null && address === null && (!isWeb || traits.bindsWebsocketsToInterface);
  if (hasCard)
    return said(
      { port, interface: card, ...(family === null ? {} : { family }) },
      msg('adopt.value', { key: 'interface' }),
    );
  const bind = bindOf(address);
  if (bind === null) return { why: msg('adopt.address', { address: address ?? '' }) };
  const isOther = address !== null && !['loopback', 'localhost'].includes(address);
  if (isOther && family !== null && (family === 'ipv6') !== address.includes(':'))
    return { why: msg('adopt.family', { address, family }) };
  const wanted = address === '0.0.0.0' ? 'ipv4' : address === '::' ? 'ipv6' : family;
  // It answers over IPv4 all the same.
  const isUnheeded = isWeb && !traits.bindsWebsockets && bind === 'all' && wanted === 'ipv6';
  const isWord = bind === 'all' || bind === 'loopback';
  return { port, bind, ...(wanted !== null && isWord && !isUnheeded ? { family: wanted } : {}) };
}

/** What the listener keeps to, beside its address. */
function narrowing({ block }: Door): { card: string | null; family: 'ipv4' | 'ipv6' | null } {
  const domain = firstWord(lineIn(block, 'socket_domain')?.value ?? '');
  return {
    card: lineIn(block, 'bind_interface')?.value ?? null,
    family: domain === 'ipv4' || domain === 'ipv6' ? domain : null,
  };
}

function bindOf(address: string | null): string | null {
  if (address === null || address === '0.0.0.0' || address === '::') return 'all';
  if (address === 'loopback' || address === 'localhost') return 'loopback';
  return addressProblem(address) === null ? address : null;
}

/** What is right by the schema of broker.yaml, and was UTF-8. */
function said(where: Where, why: Message): Place {
  const isText = !JSON.stringify(where).includes('\uFFFD');
  return isText && listenerSchema.safeParse(where).success ? where : { why };
}
