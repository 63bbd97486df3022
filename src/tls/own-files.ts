import type { Layout } from '../distros/layout.ts';
import { type Message, msg } from '../i18n/messages.ts';
import { certificateFact, readCertificates } from './certificate.ts';
import type { CertificateFile } from './files.ts';
import { type Found, hasWork, type Needs, type Work } from './own.ts';
import { ownPlaces } from './places.ts';

interface Wanted {
  layout: Layout;
  found: Found;
  needs: Needs;
  work: Work;
  now: Date;
  /** Does the broker have to be restarted to show another certificate? */
  restarts: boolean;
}

const dayMs = 86_400_000;

/** For how long our CA is good: ten years. */
export const authorityDays = 3650;

/** The first day of what we sign: a device whose clock is late takes it, too. */
export function firstDay(now: Date): Date {
  return new Date(now.getTime() - dayMs);
}

/** The last one: of a CA, or of a certificate that ends no later than the CA that signs it. */
export function lastDay(now: Date, days: number, authority: string | null): Date {
  const until = now.getTime() + days * dayMs;
  const [ca] = authority === null ? [] : (readCertificates(authority) ?? []);
  return new Date(ca === undefined ? until : Math.min(until, certificateFact(ca).notAfter));
}

const date = (at: Date): string => at.toISOString().slice(0, 10);

/** The files of our own CA and of what it has signed for this machine, as they are or as they will be. */
export function ownFiles({ layout, found, needs, work, now, restarts }: Wanted): CertificateFile[] {
  const places = ownPlaces(layout);
  const signer = work.authority === null ? found.authority : null;
  const until = date(lastDay(now, needs.days, signer));
  const file = (
    id: string,
    path: string,
    text: string | null,
    coming: { reason: Message | null; says: Message },
    rest: Pick<CertificateFile, 'secret' | 'owner' | 'notify' | 'why'>,
  ): CertificateFile => {
    const isComing = coming.reason !== null;
    return {
      id,
      path,
      content: isComing ? '' : (text ?? ''),
      isComing,
      says: isComing ? coming.says : null,
      ...rest,
    };
  };
  const shown = { secret: false, owner: 'us', notify: null } as const;
  const key = { reason: null, says: msg('tls.made.key') };
  const ca = {
    reason: work.authority,
    says: msg('tls.made.authority', { name: 'mqtt-setup', until: date(lastDay(now, authorityDays, null)) }),
  };
  const isIdle = !hasWork(work);
  const notify = restarts ? 'restart' : 'reload';
  return [
    file('tls.authority', places.authority, found.authority, ca, { ...shown, why: msg('tls.why.authority') }),
    // Whoever keeps the key elsewhere brings it for what is to be signed.
    ...(found.authorityKey === null && work.authority === null
      ? []
      : [
          file(
            'tls.authority-key',
            places.authorityKey,
            found.authorityKey,
            { ...key, reason: work.authority },
            {
              ...shown,
              secret: true,
              why: msg('tls.why.authorityKey'),
            },
          ),
        ]),
    file('tls.published', places.published, found.authority, ca, {
      ...shown,
      notify: needs.clients ? 'restart' : null,
      why: msg('tls.why.published'),
    }),
    // Each new certificate is entered; where none is made, nobody touches the register.
    ...(isIdle && found.issued === null
      ? []
      : [
          file(
            'tls.issued',
            places.issued,
            found.issued,
            { reason: isIdle ? null : msg('tls.reason.asked'), says: entries(work) },
            { ...shown, why: msg('tls.why.issued') },
          ),
        ]),
    ...(needs.server === null
      ? []
      : [
          file(
            'tls.server',
            places.server,
            found.server,
            { reason: work.server, says: msg('tls.made.server', { names: needs.server.join(', '), until }) },
            { ...shown, notify, why: msg('tls.why.server') },
          ),
          file(
            'tls.server-key',
            places.serverKey,
            found.serverKey,
            { ...key, reason: work.server },
            {
              secret: true,
              owner: 'broker',
              notify,
              why: msg('tls.why.serverKey'),
            },
          ),
        ]),
    ...(needs.clients || work.revoke.length > 0
      ? [
          file(
            'tls.revoked',
            places.revoked,
            found.revoked,
            { reason: work.revoked, says: msg('tls.made.list') },
            {
              ...shown,
              notify: 'reload',
              why: msg('tls.why.revoked'),
            },
          ),
        ]
      : []),
    ...(needs.clients
      ? [
          file(
            'tls.probe',
            places.probe,
            found.probe,
            { reason: work.probe, says: msg('tls.made.client', { name: needs.probeName, until }) },
            { ...shown, why: msg('tls.why.probe') },
          ),
          file(
            'tls.probe-key',
            places.probeKey,
            found.probeKey,
            { ...key, reason: work.probe },
            {
              ...shown,
              secret: true,
              why: msg('tls.why.probe'),
            },
          ),
        ]
      : []),
  ];
}

/** What is entered in the register. */
function entries({ authority, server, probe, issue, revoke }: Work): Message {
  const made = [authority, server, probe].filter((reason) => reason !== null).length + issue.length;
  return msg('tls.made.entries', { made, revoked: revoke.length });
}
