import { isIP } from 'node:net';

/** Is this an IP address? What has not the look of one is not held against Node's long expression for IPv6, dear at a start. */
export function isAddress(text: string): boolean {
  return /^[\d.]+$|:/.test(text) && isIP(text) !== 0;
}

/** What a certificate can be for: an address, or a name as the DNS has them (RFC 1123), its first part perhaps `*`. */
export function isServerName(text: string): boolean {
  if (isAddress(text)) return !text.includes('%');
  const plain = text.startsWith('*.') ? text.slice(2) : text;
  return (
    plain.length <= 253 &&
    /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?)*$/i.test(plain) &&
    // What looks like an address and is none.
    !/^[\d.]+$/.test(plain)
  );
}
