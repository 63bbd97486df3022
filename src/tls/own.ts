import type { X509Certificate } from 'node:crypto';
import { type Message, msg } from '../i18n/messages.ts';
import { isFor, isPair, isSignedBy, readCertificates, readKey } from './certificate.ts';

/** Texts of the files of our own CA and of what it has signed; null where there is none. */
export interface Found {
  authority: string | null;
  authorityKey: string | null;
  server: string | null;
  serverKey: string | null;
  probe: string | null;
  probeKey: string | null;
  revoked: string | null;
  /** The register of what was signed. */
  issued: string | null;
}

/** What is wanted of our own CA. */
export interface Needs {
  /** Names and addresses of the server's certificate; null where no listener shows one of ours. */
  server: readonly string[] | null;
  /** Does a listener ask for certificates that our CA has signed? */
  clients: boolean;
  /** Is the CA wanted by itself: before any listener has use for it? */
  authority: boolean;
  /** The common name of the probe's certificate. */
  probeName: string;
  key: 'rsa' | 'p256';
  /** For how long it is good, in days. */
  days: number;
}

/** What is asked of the CA beside what is missing. */
export interface Asked {
  /** A new CA, whatever is there. */
  newAuthority?: boolean;
  /** A new certificate of the server, whatever is there. */
  newServer?: boolean;
  /** A CA, also where no listener has use for one yet. */
  authority?: boolean;
  /** Certificates of clients, by common name. */
  issue?: readonly string[];
  /** Serial numbers that are to count no more. */
  revoke?: readonly string[];
}

/** What has to be made, each with its reason; null where what is there is good. */
export interface Work {
  authority: Message | null;
  server: Message | null;
  probe: Message | null;
  revoked: Message | null;
  issue: readonly string[];
  revoke: readonly string[];
}

const dayMs = 86_400_000;

/** How long before its end a certificate is renewed: a third of its time, and never earlier than 60 days. */
export function renewalMargin(days: number): number {
  return Math.min(days / 3, 60) * dayMs;
}

/**
 * What our CA has to make so that the needs are met. `now`: milliseconds since the epoch.
 * An authority is never made anew because it ends: that is for its owner to say, since every client has to be told.
 */
export function ownWork(found: Found, needs: Needs, now: number, asked: Asked = {}): Work {
  const { issue = [], revoke = [] } = asked;
  const nothing: Work = { authority: null, server: null, probe: null, revoked: null, issue: [], revoke: [] };
  if (!concerns(needs)) return nothing;
  const authority = asked.newAuthority === true ? msg('tls.reason.asked') : authorityReason(found.authority);
  const signer = authority === null ? (first(found.authority) ?? null) : null;
  const fresh = authority === null ? null : msg('tls.reason.authority');
  const leaf = (text: string | null, key: string | null, names: readonly string[]): Message | null =>
    fresh !== null && text !== null ? fresh : leafReason(text, key, { names, signer, now, needs });
  return {
    authority,
    server:
      needs.server === null
        ? null
        : asked.newServer === true
          ? msg('tls.reason.asked')
          : leaf(found.server, found.serverKey, needs.server),
    probe: needs.clients ? leaf(found.probe, found.probeKey, []) : null,
    revoked:
      revoke.length > 0 ? msg('tls.reason.asked') : needs.clients ? listReason(found.revoked, fresh) : null,
    issue,
    revoke,
  };
}

function first(text: string | null): X509Certificate | undefined {
  return text === null ? undefined : readCertificates(text)?.[0];
}

function authorityReason(text: string | null): Message | null {
  if (text === null) return msg('tls.reason.missing');
  const one = first(text);
  return one === undefined || !one.ca ? msg('tls.reason.unreadable') : null;
}

function listReason(text: string | null, fresh: Message | null): Message | null {
  if (text === null) return msg('tls.reason.missing');
  if (fresh !== null) return fresh;
  return text.includes('-----BEGIN X509 CRL-----') ? null : msg('tls.reason.unreadable');
}

interface Wish {
  names: readonly string[];
  signer: X509Certificate | null;
  now: number;
  needs: Needs;
}

function leafReason(text: string | null, keyText: string | null, wish: Wish): Message | null {
  if (text === null || keyText === null) return msg('tls.reason.missing');
  const one = first(text);
  const key = readKey(keyText);
  if (one === undefined || key === null || key === 'encrypted') return msg('tls.reason.unreadable');
  if (!isPair(one, key)) return msg('tls.reason.pair');
  if (wish.signer === null || !isSignedBy(one, wish.signer)) return msg('tls.reason.authority');
  const uncovered = wish.names.filter((name) => !isFor(one, name));
  if (uncovered.length > 0) return msg('tls.reason.names', { names: uncovered.join(', ') });
  if (wish.names.length > 0 && (key.asymmetricKeyType === 'rsa') !== (wish.needs.key === 'rsa'))
    return msg('tls.reason.key');
  const [from, until] = [Date.parse(one.validFrom), Date.parse(one.validTo)];
  const date = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  if (from > wish.now + dayMs) return msg('tls.reason.early', { from: date(from) });
  // Where the authority itself ends then, a new certificate would end no later.
  const isCapped = until >= Date.parse(wish.signer.validTo) - dayMs;
  if (until <= wish.now || (!isCapped && until - wish.now < renewalMargin((until - from) / dayMs)))
    return msg('tls.reason.ends', { until: date(until) });
  return null;
}

/** Is there anything to be made? */
export function hasWork({ authority, server, probe, revoked, issue }: Work): boolean {
  return issue.length > 0 || [authority, server, probe, revoked].some((reason) => reason !== null);
}

/** Has our CA anything to do here? */
export function concerns({ server, clients, authority }: Needs): boolean {
  return server !== null || clients || authority;
}
