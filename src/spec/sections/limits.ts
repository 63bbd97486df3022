import { count, duration, flag, formed, mapping, orNone, size } from '../fields.ts';
import { parseDuration } from '../quantities.ts';

/** The largest packet that MQTT knows: 4 bytes of length, 7 bits each, and the 5 bytes before. */
export const largestPacket = 268_435_460;

/** The broker keeps numbers of this kind in 31 bits. */
const most = 2_147_483_647;

/**
 * As good as no limit. Not 0: with it, 2.0 ends the connection of every client whose message of QoS 1 or 2 is denied
 * (measured on 2.0.11 and 2.0.21).
 */
export const mostQueued = 1_000_000_000;

const year = 366 * 86_400;

/** The broker counts in hours, days, weeks … */
const wholeHours = formed(
  duration(3600, 20 * year).refine((value) => {
    const seconds = parseDuration(value);
    return seconds !== null && seconds % 3600 === 0;
  }),
  { kind: 'hours', min: 3600, max: 20 * year },
);

export const limitsSchema = mapping({
  packet_size: orNone(size(1024, largestPacket)).optional(),
  inflight_messages: count(0, 65_535).optional(),
  inflight_bytes: size(0, most).optional(),
  queued_messages: orNone(count(1, mostQueued)).optional(),
  queued_bytes: orNone(size(1, most)).optional(),
  queue_qos0: flag().optional(),
  keepalive: duration(30, 65_535).optional(),
  memory: size(1_000_000, most).optional(),
  connections: count(1, most).optional(),
  clients: count(1, most).optional(),
  session_expiry: orNone(wholeHours).optional(),
  retained: flag().optional(),
});
