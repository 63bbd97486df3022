import type { IConnectPacket } from 'mqtt-packet';
import type { Connect, ConnectOptions, ConnectResult } from '../checks/types.ts';
import { MqttSession } from './mqtt/session.ts';
import { openStream, wireErrors } from './mqtt/wire.ts';

/** Packets larger than this are of no use to a probe; a broker that speaks MQTT 5 is told so. */
const maximumPacketSize = 256 * 1024;

/**
 * Opens a connection, says CONNECT and tells what came back. Never throws and never takes longer than `timeoutMs`:
 * whatever answers (nothing, garbage, a web server, TLS) becomes an outcome. Only 'accepted' leaves a socket open.
 */
export const connect: Connect = async (options) => {
  const start = performance.now();
  const opened = await openStream(options);
  if (!opened.ok) return notOpened(options, opened.error);
  const session = new MqttSession(opened.stream, options.protocolVersion, options.timeoutMs);
  const left = Math.max(1, options.timeoutMs - (performance.now() - start));
  const result = await session.handshake(connectPacket(options), left).then(
    (code): ConnectResult => (code === 0 ? { outcome: 'accepted', session } : { outcome: 'refused', code }),
    (error: unknown): ConnectResult => noConnack(seen(error)),
  );
  if (result.outcome !== 'accepted') session.drop();
  return result;
};

function connectPacket(options: ConnectOptions): IConnectPacket {
  const { protocolVersion, clientId, credentials, cleanStart = true, sessionExpiry, will } = options;
  return {
    cmd: 'connect',
    protocolId: 'MQTT',
    protocolVersion,
    clientId,
    clean: cleanStart,
    // No ping is ever sent: a probe is gone by then. 0 would be refused where the broker sets max_keepalive.
    keepalive: 30,
    ...(credentials && {
      username: credentials.username,
      password: Buffer.from(credentials.password.reveal()),
    }),
    ...(will && { will: { ...will, payload: Buffer.from(will.payload), retain: false } }),
    ...(protocolVersion === 5 && {
      properties: {
        maximumPacketSize,
        ...(sessionExpiry !== undefined && { sessionExpiryInterval: sessionExpiry }),
      },
    }),
  };
}

/** A plain connection that is reset while it is being made was there: the broker wanted none of it. */
function notOpened({ endpoint }: ConnectOptions, error: string): ConnectResult {
  const reset = (endpoint.transport === 'tcp' || endpoint.transport === 'unix') && error === 'ECONNRESET';
  return reset ? { outcome: 'closed' } : { outcome: 'unreachable', error };
}

function seen(error: unknown): string {
  return error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
}

function noConnack(reason: string): ConnectResult {
  if (reason === 'closed' || reason.startsWith('DISCONNECT')) return { outcome: 'closed' };
  return { outcome: 'unreachable', error: reason === 'no CONNACK' ? wireErrors.silent : reason };
}
