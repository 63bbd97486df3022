import type { Spec } from './types.ts';

/** Descriptors that the broker uses beside its clients: log, database, listeners, epoll, bridges. */
export const ownDescriptors = 24;

/** How many clients the spec allows at once; null where it sets no limit. */
export function declaredClients({ listeners, limits }: Spec): number | null {
  const each = listeners.map((listener) => listener.max_connections);
  const sum = each.every((one) => one !== null) ? each.reduce((all, one) => all + one, 0) : null;
  if (sum === null || limits.connections === null) return sum ?? limits.connections;
  return Math.min(sum, limits.connections);
}
