import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { execa } from 'execa';

/** Where apt inside a machine finds its way out; nothing else in there can reach a network. */
export const aptDoorUrl = 'http://127.0.0.1:3142';

/** Lines of this machine's apt configuration that say how its package source must be spoken to. */
export async function machineAptSettings(): Promise<string[]> {
  const { stdout } = await execa('apt-config', ['dump']);
  const wanted = /^Acquire::(Check-(Valid-Until|Date)|https?::(CaInfo|Verify-Peer|Verify-Host)) "[^"]+";$/;
  return stdout
    .split('\n')
    .filter((line) => wanted.test(line))
    .map((line) => line.slice(0, -1));
}

export interface AptDoor {
  close(): Promise<void>;
}

/**
 * Lets apt in a machine that has loopback only reach the package source: a proxy of ours in the machine's network
 * namespace that hands each connection, through a socket file, to one on the outside. So every machine has a port
 * 1883 of its own, and its broker is never seen on the network around us.
 */
export async function openAptDoor(pid1: number, folder: string): Promise<AptDoor> {
  const path = join(folder, 'apt.sock');
  await rm(path, { force: true });
  const machineProxy = await aptProxy();
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => forward(incoming, outgoing, machineProxy));
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(path);
  await once(server, 'listening');
  const inside = spawn(
    'setpriv',
    ['--pdeathsig', 'KILL', 'nsenter', '-t', String(pid1), '-n', process.execPath, '-e', insideDoor, path],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(inside.stdout, 'data');
  return {
    async close() {
      await end(inside);
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const insideDoor = `
const net = require('node:net');
const path = process.argv[1];
net.createServer((outer) => {
  const inner = net.connect(path);
  for (const s of [inner, outer]) s.on('error', () => { inner.destroy(); outer.destroy(); });
  outer.pipe(inner).pipe(outer);
}).listen(3142, '127.0.0.1', () => console.log('open'));
`;

function forward(incoming: IncomingMessage, outgoing: ServerResponse, proxy: URL | null): void {
  const url = incoming.url ?? '';
  const target = proxy
    ? { host: proxy.hostname, port: proxy.port || 80, path: url }
    : { host: new URL(url).hostname, port: new URL(url).port || 80, path: new URL(url).pathname };
  const onward = request(
    { ...target, method: incoming.method ?? 'GET', headers: incoming.headers },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.on('error', (error) => {
    if (!outgoing.headersSent) outgoing.writeHead(502, { 'content-type': 'text/plain' });
    outgoing.end(String(error));
  });
  incoming.pipe(onward);
}

async function aptProxy(): Promise<URL | null> {
  const { stdout } = await execa('apt-config', ['shell', 'PROXY', 'Acquire::http::Proxy']);
  const value = /^PROXY='(.+)'$/m.exec(stdout)?.[1] ?? process.env.http_proxy;
  return value && value !== 'DIRECT' ? new URL(value) : null;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
