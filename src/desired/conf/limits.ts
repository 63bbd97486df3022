import type { Limits, Spec } from '../../spec/types.ts';
import { maybe, type Section, type Setting, setting } from './types.ts';

/** The limits of the whole broker: `explain` says of each what it does. */
export function limitsSection({ limits, throughput, sys_interval }: Spec): Section {
  const line = (keyword: string, key: keyof Limits): Setting[] =>
    maybe(keyword, limits[key], ['limits', key]);
  return {
    title: 'How much, how many, how long.',
    lines: [
      ...line('max_packet_size', 'packet_size'),
      ...line('max_inflight_messages', 'inflight_messages'),
      ...line('max_inflight_bytes', 'inflight_bytes'),
      ...line('max_queued_messages', 'queued_messages'),
      ...line('max_queued_bytes', 'queued_bytes'),
      ...line('queue_qos0_messages', 'queue_qos0'),
      ...line('max_keepalive', 'keepalive'),
      ...line('memory_limit', 'memory'),
      ...line('global_max_connections', 'connections'),
      ...line('global_max_clients', 'clients'),
      ...maybe('persistent_client_expiration', span(limits.session_expiry), ['limits', 'session_expiry']),
      ...line('retain_available', 'retained'),
      ...maybe('sys_interval', sys_interval, ['sys_interval']),
      // Without it, small messages may wait up to 40 ms.
      ...(throughput ? [] : [setting('set_tcp_nodelay', true, ['throughput'])]),
    ],
  };
}

/** In whole days where it can be, else in hours. */
function span(hours: number | null): string | null {
  if (hours === null) return null;
  return hours % 24 === 0 ? `${hours / 24}d` : `${hours}h`;
}
