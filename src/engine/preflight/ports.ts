import type { Facts, NetworkFact } from '../../facts/types.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import type { Listener, Spec } from '../../spec/types.ts';
import { canonicalAddress, isWildcard } from './addresses.ts';
import type { Intent, PreflightProblem } from './types.ts';

type Socket = NetworkFact['listening'][number];

/**
 * No port that a listener needs is held by a process other than our broker. Whoever only looks at a broker that might
 * be taken over needs none.
 */
export function portProblems(
  facts: Facts,
  spec: Spec,
  { taken: adopted, changes }: Intent,
): PreflightProblem[] {
  if (adopted !== undefined && !changes) return [];
  const taken = spec.listeners.flatMap((listener) =>
    facts.network.listening.filter((socket) => collides(listener, socket) && !isOurs(facts, socket)),
  );
  // One process usually holds a port in both families.
  const once = new Map(taken.map((socket) => [`${socket.port} ${socket.pid}`, socket]));
  return [...once.values()].map((socket): PreflightProblem => {
    const { port, pid, process } = socket;
    if (pid === null) {
      return {
        exit: 'no',
        message: msg('preflight.portTaken', { port }),
        fix: msg('preflight.portTakenFix', { port }),
      };
    }
    const name = process ?? '?';
    const message = msg('preflight.portTakenBy', { port, process: name, pid });
    const isBroker = name === 'mosquitto';
    const fix =
      isBroker && adopted !== undefined
        ? msg('preflight.adoptedRuns', { pid })
        : isBroker
          ? msg('preflight.secondBroker', { pid })
          : msg('preflight.portFix', { process: name, pid });
    return { exit: 'no', message, fix };
  });
}

/** Other brokers on other ports disturb nobody, but whoever asks why a client sees nothing wants to know of them. */
export function otherBrokerNotes(facts: Facts, spec: Spec): Message[] {
  const others = facts.network.listening.filter(
    (socket) =>
      socket.process === 'mosquitto' &&
      !isOurs(facts, socket) &&
      !spec.listeners.some((listener) => collides(listener, socket)),
  );
  const once = new Map(others.map((socket) => [`${socket.port} ${socket.pid}`, socket]));
  return [...once.values()].map(({ port, pid }) => msg('preflight.otherBroker', { port, pid: pid ?? 0 }));
}

/** Where the holder cannot be seen, a running broker of ours is taken for it: it usually is. */
function isOurs({ service }: Facts, socket: Socket): boolean {
  return service.running && (socket.pid === null || socket.pid === service.pid);
}

function collides(listener: Listener, socket: Socket): boolean {
  const { family, port } = listener;
  if (listener.socket !== null || port !== socket.port) return false;
  if (family !== null && (family === 'ipv6') !== socket.address.includes(':') && socket.address !== '::')
    return false;
  if (listener.bind === 'all' || isWildcard(socket.address)) return true;
  const wanted = listener.bind === 'loopback' ? ['127.0.0.1', '::1'] : listener.bind;
  return wanted.some(
    (address) => isWildcard(address) || canonicalAddress(address) === canonicalAddress(socket.address),
  );
}
