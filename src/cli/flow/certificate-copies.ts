import type { Layout } from '../../distros/layout.ts';
import { fail, type Problem } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import type { Bridge, Listener, Spec } from '../../spec/types.ts';
import { acmeFiles } from '../../tls/acme.ts';
import type { CertificateFile } from '../../tls/files.ts';
import {
  authorityProblems,
  copiesOf,
  type ForeignPair,
  listProblems,
  type PemFile,
  pairProblems,
} from '../../tls/foreign.ts';
import { bridgePlaces, listenerPlaces } from '../../tls/places.ts';
import type { Call } from '../context.ts';

/** Bytes: a chain of certificates, not a document. */
const longest = 1024 * 1024;

interface Copied {
  files: CertificateFile[];
  problems: Problem[];
  /** Is it still to be fetched from an ACME authority? */
  isOrdered: boolean;
}

/** What a listener shows that is not of our own CA, and whom its clients have to be signed by. */
export async function listenerCopies(
  call: Call,
  layout: Layout,
  listener: Listener,
  spec: Spec,
  now: Date,
): Promise<Copied> {
  const { tls, name } = listener;
  const result: Copied = { files: [], problems: [], isOrdered: false };
  if (tls === null) return result;
  const places = listenerPlaces(layout, listener);
  const time = now.getTime();
  const reader = new PemReader(call, result.problems);
  if (tls.from !== 'own') {
    const from = tls.from === 'acme' ? acmeFiles(spec.acme) : { certificate: tls.certificate, key: tls.key };
    if (tls.from === 'acme' && !(await reader.isThere(from.certificate))) {
      result.isOrdered = true;
      result.files.push(...copyFiles(name, places, { certificate: '', key: '' }, from));
    } else {
      const pair = await reader.pair(from.certificate, from.key, tls.ca);
      const problems = pair === null ? [] : pairProblems(pair, time);
      result.problems.push(...problems);
      if (pair !== null && problems.length === 0)
        result.files.push(...copyFiles(name, places, copiesOf(pair), from));
    }
  }
  if (tls.client_ca !== null) {
    const ca = await reader.read(tls.client_ca);
    if (ca !== null) {
      result.problems.push(...authorityProblems(ca, time));
      result.files.push(publicCopy(`tls.${name}.client-ca`, places.clientCa, ca));
    }
  }
  if (tls.client_crl !== null) {
    const list = await reader.read(tls.client_crl);
    if (list !== null) {
      result.problems.push(...listProblems(list));
      result.files.push(publicCopy(`tls.${name}.client-crl`, places.clientCrl, list));
    }
  }
  return result;
}

/** Whom a bridge trusts, and how it shows who it is. */
export async function bridgeCopies(call: Call, layout: Layout, bridge: Bridge, now: Date): Promise<Copied> {
  const { tls, name } = bridge;
  const result: Copied = { files: [], problems: [], isOrdered: false };
  if (tls === null) return result;
  const places = bridgePlaces(layout, bridge);
  const reader = new PemReader(call, result.problems);
  if (tls.ca !== null) {
    const ca = await reader.read(tls.ca);
    if (ca !== null) {
      result.problems.push(...authorityProblems(ca, now.getTime()));
      result.files.push(publicCopy(`tls.bridge.${name}.ca`, places.ca, ca));
    }
  }
  const pair = await reader.pair(tls.certificate, tls.key, null);
  if (pair !== null) {
    const problems = pairProblems(pair, now.getTime(), 'client');
    result.problems.push(...problems);
    if (problems.length === 0)
      result.files.push(
        ...copyFiles(`bridge.${name}`, places, copiesOf(pair), tls).map((file) => ({
          ...file,
          notify: 'restart' as const,
        })),
      );
  }
  return result;
}

function copyFiles(
  name: string,
  places: { certificate: string; key: string },
  texts: { certificate: string; key: string },
  from: { certificate: string | null; key: string | null },
): CertificateFile[] {
  const isComing = texts.certificate === '';
  const base = { owner: 'broker', notify: 'reload', says: null, isComing } as const;
  return [
    {
      ...base,
      id: `tls.${name}.certificate`,
      path: places.certificate,
      content: texts.certificate,
      secret: false,
      owner: 'us',
      why: msg('tls.why.copy', { path: from.certificate ?? '' }),
    },
    {
      ...base,
      id: `tls.${name}.key`,
      path: places.key,
      content: texts.key,
      secret: true,
      why: msg('tls.why.copy', { path: from.key ?? '' }),
    },
  ];
}

function publicCopy(id: string, path: string, { data, path: from }: PemFile): CertificateFile {
  return {
    id,
    path,
    content: data.toString('utf8'),
    secret: false,
    owner: 'us',
    // Without a list of what was revoked the broker does not read it again (facts §9).
    notify: 'restart',
    says: null,
    isComing: false,
    why: msg('tls.why.copy', { path: from }),
  };
}

/** Reads what the owner names, through links, as certbot's are; what cannot be read becomes a problem. */
class PemReader {
  constructor(
    private readonly call: Call,
    private readonly problems: Problem[],
  ) {}

  async isThere(path: string | null): Promise<boolean> {
    return path !== null && (await this.call.host.stat(path)) !== null;
  }

  async read(path: string): Promise<PemFile | null> {
    const found = await this.call.host.read(path, { followLinks: true, maxBytes: longest });
    if (found.ok) return { path, data: found.data };
    if (found.reason === 'denied') throw fail('needsRoot', msg('engine.unreadable', { path }));
    this.problems.push({
      message:
        found.reason === 'missing'
          ? msg('tls.file.missing', { path })
          : msg('tls.file.unread', { path, errno: found.errno }),
    });
    return null;
  }

  async pair(certificate: string | null, key: string | null, ca: string | null): Promise<ForeignPair | null> {
    if (certificate === null || key === null) return null;
    const [one, two, three] = [
      await this.read(certificate),
      await this.read(key),
      ca === null ? null : await this.read(ca),
    ];
    if (one === null || two === null || (ca !== null && three === null)) return null;
    return { certificate: one, key: two, ca: three };
  }
}
