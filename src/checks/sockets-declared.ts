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
    const open = facts.network.listening
      .filter((one) => one.pid === pid)
      .map(({ address, port }) => socketText(canonical(address), port));
    const blind = facts.network.listening.some((one) => one.pid === null);
    if (open.length === 0 && blind) return { status: 'skip', message: msg('checks.sockets-declared.blind') };

    const extra = [...new Set(open)].filter((socket) => !declared.has(socket));
    const missing = [...declared].filter(([socket]) => !open.includes(socket));
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

function declaredSockets(spec: Spec, facts: Facts): Map<string, { listener: string; port: number }> {
  return new Map(
    spec.listeners.flatMap((listener) =>
      boundAddresses(listener, facts.network).map((address) => [
        socketText(address, listener.port),
        { listener: listener.name, port: listener.port },
      ]),
    ),
  );
}

/** Who sits on the port that the broker should have. */
function holder(facts: Facts, brokerPid: number, port: number): string {
  const other = facts.network.listening.find((one) => one.port === port && one.pid !== brokerPid);
  return other === undefined
    ? ''
    : `; the port is held by ${other.process ?? 'another process'} (pid ${other.pid ?? 'unknown'})`;
}
