import { readFileSync } from 'node:fs';
import { connect } from 'node:net';

const listening = '0A';

/** What listens in the network around us: `127.0.0.1:1883`, `[::]:1883`, or the path of a Unix socket; sorted. */
export async function openSockets(tree: string): Promise<string[]> {
  const table = (name: string): string[][] =>
    readFileSync(`${tree}/proc/self/net/${name}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/ +/));
  const found = new Set<string>();
  for (const [, local = '', , state] of table('tcp')) if (state === listening) found.add(ipv4(local));
  for (const [, local = '', , state] of table('tcp6')) if (state === listening) found.add(ipv6(local));
  // Flags of a socket that accepts connections: __SO_ACCEPTCON.
  for (const [, , , flags, , , , path] of table('unix'))
    if (flags === '00010000' && path !== undefined && path.startsWith('/')) found.add(path);
  const ports = [...found].flatMap((socket) => /^\[::\]:(\d+)$/.exec(socket)?.slice(1) ?? []);
  for (const port of ports) {
    const other = `0.0.0.0:${port}`;
    if (!found.has(other) && (await answers(Number(port)))) found.add(other);
  }
  return [...found].toSorted();
}

/** A socket for IPv6 may be there for IPv4 too. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const settle = (result: boolean): void => {
      socket.destroy();
      resolve(result);
    };
    socket.on('connect', () => settle(true));
    socket.on('error', () => settle(false));
  });
}

/** `0100007F:075B`: bytes of the address from the last to the first. */
function ipv4(text: string): string {
  const [address = '', port = ''] = text.split(':');
  const bytes = address.match(/../g)?.toReversed() ?? [];
  return `${bytes.map((byte) => Number.parseInt(byte, 16)).join('.')}:${Number.parseInt(port, 16)}`;
}

/** Four words, each with its bytes from the last to the first. Only `::` and `::1` are written short. */
function ipv6(text: string): string {
  const [address = '', port = ''] = text.split(':');
  const hex = (address.match(/.{8}/g) ?? []).map((word) => word.match(/../g)?.toReversed().join('')).join('');
  const groups = (hex.match(/.{4}/g) ?? []).map((group) => Number.parseInt(group, 16).toString(16));
  const short = groups
    .join(':')
    .replace(/^(0:){7}/, '::')
    .replace(/^::0$/, '::');
  return `[${short}]:${Number.parseInt(port, 16)}`;
}
