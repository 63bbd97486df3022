import { type Message, msg } from '../i18n/messages.ts';
import { shown } from '../shown.ts';
import { addressProblem, canonicalAddress, isLoopback } from './addresses.ts';
import { nearest } from './suggest.ts';
import type { Listener } from './types.ts';

export type Bind = Listener['bind'];

export const bindWords = ['all', 'loopback'] as const;

export interface BindProblem {
  message: Message;
  fix?: Message;
}

/** Why one word given for `bind` cannot be used; null where it can. `alone`: the words `all` and `loopback` may stand here. */
export function bindProblem(text: string, alone: boolean): BindProblem | null {
  if (isBindWord(text)) return alone ? null : { message: msg('spec.bind.mixed', { word: text }) };
  const message = addressProblem(text);
  if (message === null) return null;
  const word = nearest(text, bindWords);
  if (word !== null) {
    return {
      message: msg('spec.bind.unknown', { word: shown(text) }),
      fix: msg('spec.did-you-mean', { word }),
    };
  }
  return { message };
}

export function isBindWord(text: string): text is (typeof bindWords)[number] {
  return bindWords.some((word) => word === text);
}

/** Does it reach this machine alone? */
export function isLocalBind(bind: Bind): boolean {
  return bind === 'loopback' || (bind !== 'all' && bind.every(isLoopback));
}

export function sameBind(a: Bind, b: Bind): boolean {
  return [...sockets(a)].toSorted().join(' ') === [...sockets(b)].toSorted().join(' ');
}

/** Would both want the same socket? IPv6 sockets of the broker never take IPv4 (IPV6_V6ONLY). */
export function listenersOverlap(a: Listener, b: Listener): boolean {
  if (a.socket !== null || b.socket !== null || a.port !== b.port) return false;
  if (a.interface !== null && b.interface !== null) return a.interface === b.interface;
  const mine = listenerSockets(a);
  const theirs = listenerSockets(b);
  return (
    [...mine].some((address) => covered(address, theirs)) ||
    [...theirs].some((address) => covered(address, mine))
  );
}

function covered(address: string, by: ReadonlySet<string>): boolean {
  return by.has(address) || by.has(address.includes(':') ? '::' : '0.0.0.0');
}

/** An interface may have any address; which ones is known only on the machine. */
function listenerSockets({ bind, family, interface: card }: Listener): Set<string> {
  const wanted = card === null ? sockets(bind) : new Set(['some IPv4 address', 'some::address']);
  const isOther = (address: string): boolean =>
    family !== null && (family === 'ipv6') !== address.includes(':');
  return new Set([...wanted].filter((address) => !isOther(address)));
}

function sockets(bind: Bind): Set<string> {
  if (bind === 'all') return new Set(['0.0.0.0', '::']);
  if (bind === 'loopback') return new Set(['127.0.0.1', '::1']);
  return new Set(bind.map((address) => canonicalAddress(address) ?? address));
}
