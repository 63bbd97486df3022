import { isLocalBind } from './binds.ts';
import type { Spec } from './types.ts';

/** TCP ports that others are to reach; an ACME authority asks on port 80, at each renewal again. */
export function outwardPorts({ listeners }: Pick<Spec, 'listeners'>): number[] {
  const outward = listeners.filter(
    ({ socket, bind, interface: card }) =>
      socket === null && card !== 'lo' && (card !== null || !isLocalBind(bind)),
  );
  const asked = outward.some(({ tls }) => tls?.from === 'acme') ? [80] : [];
  return [...new Set([...outward.map(({ port }) => port), ...asked])];
}
