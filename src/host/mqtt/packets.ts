import type { Duplex } from 'node:stream';
import type { Packet } from 'mqtt-packet';
import { generate, parser, writeToStream } from 'mqtt-packet';
import { errorCode, wireErrors } from './wire.ts';

/** Bytes of an unfinished packet that we keep before we take the other side for hostile: 8 MiB. */
export const maxBuffered = 8 * 1024 * 1024;

/** How long a peer may take to close after our goodbye. */
const lingerMs = 250;

export interface PacketEvents {
  packet(packet: Packet): void;
  /** Once, when nothing more will come: 'closed', or an error code. */
  end(reason: string): void;
}

export interface Packets {
  send(packet: Packet): void;
  /** Sends a last packet, lets the peer close, and closes for good. Never throws. */
  finish(last: Packet): Promise<void>;
  /** Closes at once. */
  drop(): void;
}

/** Turns a stream of bytes into MQTT packets, whatever the other side may be. */
export function packetsOver(stream: Duplex, protocolVersion: 4 | 5, events: PacketEvents): Packets {
  // The cache costs 50 ms and 18 MB at the first packet, for a probe that sends a handful.
  writeToStream.cacheNumbers = false;
  const incoming = parser({ protocolVersion });
  let ended = false;
  let first = true;

  const end = (reason: string): void => {
    if (ended) return;
    ended = true;
    stream.destroy();
    events.end(reason);
  };
  incoming.on('packet', (packet) => {
    if (!ended) events.packet(packet);
  });
  incoming.on('error', () => end(wireErrors.foreign));
  stream.on('data', (bytes: Buffer) => {
    if (ended) return;
    const foreign = first ? recognise(bytes) : null;
    first = false;
    if (foreign !== null) return end(foreign);
    try {
      if (incoming.parse(bytes) > maxBuffered) end(wireErrors.foreign);
    } catch {
      end(wireErrors.foreign);
    }
  });
  stream.on('error', (error) => end(isHangUp(error) ? 'closed' : errorCode(error)));
  stream.on('end', () => end('closed'));
  stream.on('close', () => end('closed'));
  // Gone before we could listen: its events are past.
  if (stream.destroyed || stream.readableEnded) setImmediate(() => end('closed'));

  return {
    send(packet) {
      // One write a packet: one segment.
      if (!ended) stream.write(generate(packet, { protocolVersion }));
    },
    async finish(last) {
      if (!ended && !stream.destroyed) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, lingerMs);
          stream.once('close', () => {
            clearTimeout(timer);
            resolve();
          });
          stream.end(generate(last, { protocolVersion }));
        });
      }
      end('closed');
    },
    drop: () => end('closed'),
  };
}

/** Well-known strangers, by their first bytes. */
function recognise(bytes: Buffer): string | null {
  if (bytes.subarray(0, 5).toString('latin1') === 'HTTP/') return wireErrors.http;
  // A TLS record: alert or handshake, version 3.x.
  return (bytes[0] === 0x15 || bytes[0] === 0x16) && bytes[1] === 3 ? wireErrors.tls : null;
}

function isHangUp(error: unknown): boolean {
  return ['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_WRITE_AFTER_END'].includes(
    errorCode(error),
  );
}
