/**
 * Is it an address that the internet does not route: RFC 1918, RFC 6598, link-local, unique local (RFC 4193), loopback?
 */
export function isPrivate(address: string): boolean {
  const bare = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (bare.includes(':')) return /^(?:::1$|fe[89ab]|f[cd])/i.test(bare);
  const [a = 0, b = 0] = bare.split('.').map(Number);
  return (
    a === 10 ||
    a === 127 ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b < 128)
  );
}
