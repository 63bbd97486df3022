import type { Facts } from '../facts/types.ts';
import { msg } from '../i18n/messages.ts';
import type { Spec } from '../spec/types.ts';
import { boundAddresses, canonical, socketText } from './addresses.ts';
import type { Check } from './types.ts';

/** The broker listens exactly where the spec says: nowhere else, and nowhere less. */
export const socketsDeclared: Check = {
  id: 'sockets.declared',
  group: 'sockets',
  severity: 'critical',
  title: msg('checks.sockets-declared.title'),
  needs: ['machine'],
  async run({ facts, spec }) {
    if (facts === null || spec === null) return { status: 'skip', message: msg('checks.run.needs-spec') };
    const { pid } = facts.service;
    if (pid === null) return { status: 'skip', message: msg('checks.service-loaded.stopped') };
    const declared = declaredSockets(spec, facts);
    const tcp = facts.network.listening
      .filter((one) => one.pid === pid)
      .map(({ address, port }) => socketText(canonical(address), port));
    // Whose a Unix socket is cannot be seen: that it listens is all that is asked.
    const paths = spec.listeners.flatMap(({ socket }) => socket ?? []);
    const open = [...tcp, ...facts.network.unix.filter((path) => paths.includes(path))];
    const blind = facts.network.listening.some((one) => one.pid === null);
    if (tcp.length === 0 && blind) return { status: 'skip', message: msg('checks.sockets-declared.blind') };

    const extra = [...new Set(open)].filter((socket) => !declared.has(socket));
    const missing = [...declared].filter(
      ([socket, { covered }]) => !open.includes(socket) && !open.includes(covered),
    );
    if (extra.length === 0 && missing.length === 0) {
      return {
        status: 'pass',
        message: msg('checks.sockets-declared.pass', { sockets: [...declared.keys()].join(', ') }),
      };
    }
    return {
      status: 'fail',
      message: msg('checks.sockets-declared.fail'),
      evidence: [
        ...extra.map((socket) => `${socket}: open, not declared`),
        ...missing.map(
          ([socket, { listener, port }]) =>
            `${socket}: declared by ${listener}, not open${holder(facts, pid, port)}`,
        ),
      ],
      fix: msg('checks.sockets-declared.fix'),
    };
  },
};

interface Declared {
  listener: string;
  port: number;
  /** Another socket that serves this one too, or nothing. */
  covered: string;
}

function declaredSockets(spec: Spec, facts: Facts): Map<string, Declared> {
  return new Map(
    spec.listeners.flatMap((listener) => {
      const { name, port, protocol, socket } = listener;
      const addresses = socket === null ? boundAddresses(listener, facts.network) : [socket];
      return addresses.map((address) => {
        // The websockets library of 2.0.11 serves both families by one socket.
        const covered = protocol === 'websockets' && address === '0.0.0.0' ? socketText('::', port) : '';
        return [socketText(address, port), { listener: name, port, covered }] as const;
      });
    }),
  );
}

/** Who sits on the port that the broker should have. */
function holder(facts: Facts, brokerPid: number, port: number): string {
  const other = facts.network.listening.find((one) => one.port === port && one.pid !== brokerPid);
  return other === undefined
    ? ''
    : `; the port is held by ${other.process ?? 'another process'} (pid ${other.pid ?? 'unknown'})`;
}
