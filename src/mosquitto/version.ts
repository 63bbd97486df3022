/** An upstream version of mosquitto. */
export interface Version {
  major: number;
  minor: number;
  patch: number;
}

/** The oldest release that is looked after. */
export const oldest: Version = { major: 2, minor: 0, patch: 11 };

/** The first release whose default listener stays on loopback and which refuses a certificate without its key. */
export const defaultListenerFixed: Version = { major: 2, minor: 0, patch: 12 };

/** The first release that skips a line which starts with a NUL byte, and does not take it for the end of the file. */
export const nulSkipped: Version = { major: 2, minor: 0, patch: 12 };

/** The first release known to pass over blanks in the base64 of a password's hash (measured on 2.0.21). */
export const blanksInHashes: Version = { major: 2, minor: 0, patch: 21 };

/** The first release that honours `allow_anonymous false` where no listener is declared (measured on 2.0.21). */
export const localAnonymousFixed: Version = { major: 2, minor: 0, patch: 21 };

/** From here on a repeated path option is no longer fatal, and a broken password or ACL file stops the broker. */
export const version21: Version = { major: 2, minor: 1, patch: 0 };

/** Reads a Debian package version or an upstream one: `2.0.11-1.2+deb12u2`, `1:2.1.2-3`, `2.0.21`. Null for anything else. */
export function parseVersion(text: string): Version | null {
  const found = /^(?:\d+:)?(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?(?![\d.])/.exec(text.trim());
  if (found === null) return null;
  return { major: Number(found[1]), minor: Number(found[2]), patch: Number(found[3] ?? 0) };
}

/** Negative where `a` is older than `b`, positive where it is newer, else 0. */
export function compareVersions(a: Version, b: Version): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
}

/** Is `version` at least `wanted`? An unknown version (null) counts as the oldest. */
export function isAtLeast(version: Version | null, wanted: Version): boolean {
  return version !== null && compareVersions(version, wanted) >= 0;
}

/** Do websockets go on showing the certificate that they started with, though the broker reloads? (facts §9) */
export function keepsWebsocketCertificate(version: Version | null): boolean {
  return !isAtLeast(version, version21);
}
