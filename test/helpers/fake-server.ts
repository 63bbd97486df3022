import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';

/** A TCP server on a free loopback port that does to each connection what the test says. */
export async function fakeServer(
  onConnection: (socket: Socket) => void,
  make: (onConnection: (socket: Socket) => void) => Server = createServer,
): Promise<{ port: number; open(): number; [Symbol.asyncDispose](): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = make((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    onConnection(socket);
    // Whoever does not read never learns that the other side has gone.
    socket.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: portOf(server),
    open: () => sockets.size,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The TCP port that a listening server has been given. */
export function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
