import { type Message, msg } from '../i18n/messages.ts';
import { shown } from '../shown.ts';

const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]\d|\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]\d|\d)$/;

/** Why `text` cannot be an address to listen on; null for a plain IPv4 or IPv6 address. */
export function addressProblem(text: string): Message | null {
  const address = shown(text);
  if (text === '' || /\s/u.test(text)) return msg('spec.address.blank', { address });
  if (text.includes('%')) return msg('spec.address.zone', { address });
  if (/[[\]]/.test(text)) return msg('spec.address.brackets', { address });
  if (text.includes('/')) return msg('spec.address.range', { address });
  const canonical = canonicalAddress(text);
  if (canonical === null) return msg('spec.address.form', { address });
  if (/^::ffff:[0-9a-f]+:[0-9a-f]+$/.test(canonical)) return msg('spec.address.mapped', { address });
  return /^fe[89ab][0-9a-f]:/.test(canonical) ? msg('spec.address.link-local', { address }) : null;
}

/** One spelling for each address (`0:0::1` is `::1`); null where it is none. */
export function canonicalAddress(text: string): string | null {
  if (ipv4.test(text)) return text;
  if (!/^[0-9a-fA-F:.]+$/.test(text) || !text.includes(':')) return null;
  try {
    return new URL(`http://[${text}]`).hostname.slice(1, -1);
  } catch {
    return null;
  }
}

/** 127.0.0.0/8 and ::1. */
export function isLoopback(address: string): boolean {
  const canonical = canonicalAddress(address);
  return canonical === '::1' || (canonical !== null && ipv4.test(canonical) && canonical.startsWith('127.'));
}
