import { AppError, fail, type Problem } from '../../errors.ts';
import type { Facts } from '../../facts/types.ts';
import { Hidden } from '../../hidden.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import { keepsWebsocketCertificate, parseVersion } from '../../mosquitto/version.ts';
import type { SpecFile } from '../../spec/load.ts';
import { probeAccount } from '../../spec/probe.ts';
import type { Listener, Spec } from '../../spec/types.ts';
import { certificateFact, readCertificates } from '../../tls/certificate.ts';
import type { CertificateFile, CertificateWork } from '../../tls/files.ts';
import { detectedNames } from '../../tls/names.ts';
import { type Asked, concerns, type Found, hasWork, type Needs, ownWork } from '../../tls/own.ts';
import { ownFiles } from '../../tls/own-files.ts';
import { ownPlaces } from '../../tls/places.ts';
import type { Call } from '../context.ts';
import { bridgeCopies, listenerCopies } from './certificate-copies.ts';

export interface Certificates {
  files: CertificateFile[];
  /** What is to be made before the plan is carried out; null where all is there. */
  work: CertificateWork | null;
  notes: Message[];
  /** From which files of our CA this follows: the machine's, or those of a backup. */
  facts: Pick<Facts, 'layout' | 'files'>;
}

/**
 * Every file of certificates and keys that the spec wants: of our own CA as they are, or what stands for them until they
 * are made; copies of the owner's. Throws one AppError with all that is wrong with these.
 */
export async function certificatesFor(
  call: Call,
  facts: Facts,
  specFile: SpecFile,
  asked: Asked = {},
): Promise<Certificates> {
  const { spec } = specFile;
  const now = call.host.now();
  const own = await ownCertificates(call, facts, spec, now, asked);
  const copies: CertificateFile[] = [];
  const problems: Problem[] = [];
  let isOrdered = false;
  for (const [index, listener] of spec.listeners.entries()) {
    const place = specFile.placeOf(['listeners', index, 'tls']);
    const found = await listenerCopies(call, facts.layout, listener, spec, now);
    isOrdered ||= found.isOrdered;
    copies.push(...found.files);
    problems.push(...found.problems.map((problem) => ({ place, ...problem })));
  }
  for (const [index, bridge] of spec.bridges.entries()) {
    const place = specFile.placeOf(['bridges', index, 'tls']);
    const found = await bridgeCopies(call, facts.layout, bridge, now);
    copies.push(...found.files);
    problems.push(...found.problems.map((problem) => ({ place, ...problem })));
  }
  if (problems.length > 0) throw new AppError('input', problems);
  if (isOrdered) demandOpenDoor(facts);
  const work = own.work === null && !isOrdered ? null : { own: own.work, acme: isOrdered ? spec.acme : null };
  return { files: [...own.files, ...copies], work, notes: own.notes, facts };
}

async function ownCertificates(call: Call, facts: Facts, spec: Spec, now: Date, asked: Asked) {
  const needs = needsOf(spec, await hostName(call, facts), asked);
  const found = foundIn(facts);
  const work = ownWork(found, needs, now.getTime(), asked);
  if (!concerns(needs)) return { files: [], work: null, notes: [] };
  if (hasWork(work)) await demandAuthority(facts, found, work.authority === null, call);
  const notes = [
    ...(work.authority !== null && found.authority !== null
      ? [msg('tls.note.newAuthority', { reason: call.t(work.authority) })]
      : []),
    ...(work.server !== null && found.server !== null && work.authority === null
      ? [msg('tls.note.renews', { what: (needs.server ?? []).join(', '), reason: call.t(work.server) })]
      : []),
  ];
  const files = ownFiles({
    layout: facts.layout,
    found,
    needs,
    work,
    now,
    restarts: spec.listeners.some(isSlow(facts)),
  });
  return { files, work: hasWork(work) ? { ...work, needs } : null, notes };
}

/** The authority asks on port 80, and certbot answers there itself: nobody else can have it at that moment. */
function demandOpenDoor({ network }: Facts): void {
  const other = network.listening.find(({ port }) => port === 80);
  if (other === undefined) return;
  throw fail('refused', msg('tls.acme.port', { process: other.process ?? '?' }), {
    fix: msg('tls.acme.portFix'),
  });
}

/** Websockets of 2.0 go on showing the certificate that they started with (facts §9). */
function isSlow({ mosquitto }: Facts) {
  return ({ protocol, tls }: Listener): boolean =>
    tls !== null &&
    protocol === 'websockets' &&
    keepsWebsocketCertificate(parseVersion(mosquitto.version ?? ''));
}

export function needsOf(spec: Spec, detected: readonly string[], asked: Asked): Needs {
  const isShown = spec.listeners.some(({ tls }) => tls?.from === 'own');
  return {
    server: isShown
      ? [...new Set([...spec.certificates.names.map((name) => name.toLowerCase()), ...detected])]
      : null,
    clients: spec.listeners.some(({ tls }) => tls !== null && tls.clients !== null && tls.client_ca === null),
    authority: asked.authority === true || (asked.issue ?? []).length > 0 || (asked.revoke ?? []).length > 0,
    probeName: probeAccount,
    key: spec.certificates.key,
    days: spec.certificates.days,
  };
}

export async function hostName({ host }: Pick<Call, 'host'>, { network }: Facts): Promise<string[]> {
  const read = await host.read('/proc/sys/kernel/hostname');
  return detectedNames(read.ok ? read.data.toString('utf8').trim() : '', network);
}

export function foundIn({ layout, files }: Pick<Facts, 'layout' | 'files'>): Found {
  const places = ownPlaces(layout);
  const text = (path: string): string | null => {
    const content = files[path]?.content ?? null;
    return content instanceof Hidden ? content.reveal() : content;
  };
  return {
    authority: text(places.authority),
    authorityKey: text(places.authorityKey),
    server: text(places.server),
    serverKey: text(places.serverKey),
    probe: text(places.probe),
    probeKey: text(places.probeKey),
    revoked: text(places.revoked),
    issued: text(places.issued),
  };
}

/** Whatever is signed needs the CA's key; and a key without its certificate is not overwritten. */
async function demandAuthority(
  { layout, files }: Facts,
  found: Found,
  isKept: boolean,
  call: Call,
): Promise<void> {
  const places = ownPlaces(layout);
  const { authorityKey, authority } = places;
  if (layout.mode === 'local' && (await call.host.stat('/usr/bin/openssl')) === null)
    throw fail('input', msg('tls.openssl.missing'), { fix: msg('tls.openssl.missingFix') });
  const [one] = isKept && found.authority !== null ? (readCertificates(found.authority) ?? []) : [];
  const dates = one === undefined ? null : certificateFact(one);
  const now = call.host.now().getTime();
  const again = msg('tls.authority.again', { command: `${call.self} tls init --force` });
  const date = (at: number): string => new Date(at).toISOString().slice(0, 10);
  if (dates !== null && dates.notAfter <= now)
    throw fail('no', msg('tls.authority.ended', { until: date(dates.notAfter) }), { fix: again });
  if (dates !== null && dates.notBefore > now)
    throw fail('no', msg('tls.authority.early', { from: date(dates.notBefore), now: date(now) }), {
      fix: again,
    });
  // Whoever may not read it may only look at the plan.
  if (files[authorityKey]?.kind === 'unreadable') return;
  if (isKept && found.authorityKey === null)
    throw fail('refused', msg('tls.authority.noKey', { path: authorityKey }), {
      place: { file: authorityKey },
      fix: msg('tls.authority.noKeyFix', { command: `${call.self} tls init --force` }),
    });
  if (!isKept && found.authorityKey !== null && found.authority === null)
    throw fail('refused', msg('tls.authority.half', { key: authorityKey, certificate: authority }), {
      place: { file: authorityKey },
      fix: msg('tls.authority.halfFix'),
    });
}
