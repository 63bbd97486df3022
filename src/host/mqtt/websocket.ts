import { createWebSocketStream, WebSocket } from 'ws';
import type { ConnectOptions } from '../../checks/types.ts';
import { maxBuffered } from './packets.ts';
import type { Opened, TlsOptions } from './wire.ts';
import { errorCode, wireErrors } from './wire.ts';

/** Opens a websocket with the subprotocol `mqtt` and shows it as a stream of bytes. Never throws. */
export function openWebSocket({ endpoint, timeoutMs }: ConnectOptions, tls: TlsOptions): Promise<Opened> {
  const scheme = endpoint.transport === 'wss' ? 'wss' : 'ws';
  const host = endpoint.host.includes(':') ? `[${endpoint.host}]` : endpoint.host;
  const socket = new WebSocket(`${scheme}://${host}:${endpoint.port}${endpoint.path ?? '/mqtt'}`, ['mqtt'], {
    perMessageDeflate: false,
    maxPayload: maxBuffered,
    ...tls,
  });
  return new Promise((resolve) => {
    const stream = createWebSocketStream(socket);
    const give = (answer: Opened): void => {
      clearTimeout(timer);
      if (!answer.ok) stream.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => give({ ok: false, error: wireErrors.timeout }), timeoutMs);
    stream.on('error', (error) => give({ ok: false, error: errorCode(error) }));
    socket.on('unexpected-response', () => give({ ok: false, error: wireErrors.http }));
    socket.on('open', () => give({ ok: true, stream }));
  });
}
