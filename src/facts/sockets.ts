import { endianness } from 'node:os';
import type { HostReader } from '../host/types.ts';
import { processName, readText } from './process.ts';

/** A listening TCP socket of /proc/net/tcp or tcp6. */
export interface ListeningSocket {
  /** In the usual notation: 127.0.0.1, ::1, 0.0.0.0, ::. */
  address: string;
  port: number;
  inode: number;
  uid: number;
}

/** Parses /proc/net/tcp or /proc/net/tcp6 (proc(5)); only sockets in state 0A, LISTEN. */
export function parseTcp(text: string, order: 'LE' | 'BE' = endianness()): ListeningSocket[] {
  return text.split('\n').flatMap((line) => {
    const fields = line.trim().split(/\s+/);
    const [, local = '', , state, , , , uid, , inode] = fields;
    const [address = '', port = ''] = local.split(':');
    if (state !== '0A') return [];
    return [
      {
        address: addressOf(address, order),
        port: Number.parseInt(port, 16),
        inode: Number(inode),
        uid: Number(uid),
      },
    ];
  });
}

/** Paths of listening Unix sockets in /proc/net/unix: flag 0x10000 is SO_ACCEPTCON (net/unix/af_unix.c). */
export function parseUnix(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const [, flags = '', path = ''] =
      /^[0-9a-f]+: [0-9A-F]+ [0-9A-F]+ ([0-9A-F]+) \S+ \S+ +\d+ (\/.*)$/.exec(line) ?? [];
    return (Number.parseInt(flags, 16) & 0x10000) === 0 ? [] : [path];
  });
}

/** The kernel prints each 32-bit word of an address in the byte order of the processor. */
function addressOf(hex: string, order: 'LE' | 'BE'): string {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => {
    const pairs = word.match(/../g) ?? [];
    return order === 'LE' ? pairs.reverse() : pairs;
  });
  if (bytes.length === 4) return bytes.map((byte) => Number.parseInt(byte, 16)).join('.');
  const groups = Array.from({ length: 8 }, (_, i) => `${bytes[2 * i] ?? ''}${bytes[2 * i + 1] ?? ''}`);
  // The URL parser knows the canonical short form of an IPv6 address (RFC 5952).
  return new URL(`http://[${groups.join(':')}]/`).hostname.slice(1, -1);
}

/** Listening sockets of both families; the second is false where the kernel has no IPv6. */
export async function listeningSockets(
  host: HostReader,
): Promise<{ sockets: ListeningSocket[]; ipv6: boolean }> {
  const [tcp, tcp6] = await Promise.all([readText(host, '/proc/net/tcp'), readText(host, '/proc/net/tcp6')]);
  return { sockets: [...parseTcp(tcp ?? ''), ...parseTcp(tcp6 ?? '')], ipv6: tcp6 !== null };
}

/** Socket inodes that a process holds; null where we may not look or it is gone. */
export async function socketInodes(host: HostReader, pid: number): Promise<Set<number> | null> {
  const names = await host.list(`/proc/${pid}/fd`);
  if (names === null) return null;
  const links = await Promise.all(names.map((name) => host.readLink(`/proc/${pid}/fd/${name}`)));
  return new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link ?? '')?.[1] ?? []).map(Number));
}

/**
 * Who holds each of these sockets, by inode. Processes are looked through one after another, the newest first, until
 * every socket has its holder; those of other users stay unknown to an ordinary user.
 */
export async function socketHolders(
  host: HostReader,
  inodes: ReadonlySet<number>,
  likely: number | null,
): Promise<Map<number, { pid: number; process: string | null }>> {
  const holders = new Map<number, { pid: number; process: string | null }>();
  if (inodes.size === 0) return holders;
  const pids = ((await host.list('/proc')) ?? []).filter((name) => /^\d+$/.test(name)).map(Number);
  const ordered = [
    ...(likely === null ? [] : [likely]),
    ...pids.filter((pid) => pid !== likely).sort((a, b) => b - a),
  ];
  for (const pid of ordered) {
    const held = await socketInodes(host, pid);
    const ours = [...(held ?? [])].filter((inode) => inodes.has(inode) && !holders.has(inode));
    if (ours.length > 0) {
      const process = await processName(host, pid);
      for (const inode of ours) holders.set(inode, { pid, process });
    }
    if (holders.size === inodes.size) break;
  }
  return holders;
}
