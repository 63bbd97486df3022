import { isIP } from 'node:net';

/** What a certificate can be for: an address, or a name as the DNS has them (RFC 1123), its first part perhaps `*`. */
export function isServerName(text: string): boolean {
  if (isIP(text) !== 0) return !text.includes('%');
  const plain = text.startsWith('*.') ? text.slice(2) : text;
  return (
    plain.length <= 253 &&
    /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?)*$/i.test(plain) &&
    // What looks like an address and is none.
    !/^[\d.]+$/.test(plain)
  );
}
