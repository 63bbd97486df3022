import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { removeScratch, scratchName } from '../../engine/shadow/scratch-folder.ts';
import { fail } from '../../errors.ts';
import type { Facts } from '../../facts/types.ts';
import { Hidden } from '../../hidden.ts';
import type { Host } from '../../host/types.ts';
import { msg } from '../../i18n/messages.ts';
import {
  certificateFact,
  isFor,
  isPair,
  isSignedBy,
  readCertificates,
  readKey,
} from '../../tls/certificate.ts';
import type { CertificateWork } from '../../tls/files.ts';
import { type Issued, parseIssued, printIssued } from '../../tls/issued.ts';
import { authorityName, shortName } from '../../tls/names.ts';
import { type OpensslRun, opensslFiles, type Request, revocationList, signing } from '../../tls/openssl.ts';
import { authorityDays, firstDay, lastDay } from '../../tls/own-files.ts';
import { ownPlaces } from '../../tls/places.ts';
import type { Call } from '../context.ts';
import { foundIn } from './certificates.ts';
import type { ClientBundle } from './client-bundle.ts';
import { makeClosedFolder } from './closed-folder.ts';
import { nonce } from './nonce.ts';

const makePair = promisify(generateKeyPair);

/** A certificate with its key, as PEM. */
export interface Made {
  certificate: string;
  key: string;
}

/** Our CA while it signs. */
export class Authority {
  readonly issued: Issued[];
  #certificate: string;
  #key: string;

  constructor(
    private readonly call: Call,
    private readonly folder: string,
    found: { certificate: string; key: string; issued: readonly Issued[] },
    private readonly passphrase: Hidden | null,
  ) {
    this.#certificate = found.certificate;
    this.#key = found.key;
    this.issued = [...found.issued];
  }

  /** PEM. */
  get certificate(): string {
    return this.#certificate;
  }

  /** Enters that these count no more, from now on. */
  revoke(serials: readonly string[]): void {
    const revoked = this.call.host.now().toISOString().replace(/\.\d+/, '');
    for (const [index, one] of this.issued.entries())
      if (serials.includes(one.serial) && one.revoked === undefined) this.issued[index] = { ...one, revoked };
  }

  /** Makes itself anew: everything that it signs from now on is signed by the new key. */
  async renew(name: string): Promise<Made> {
    const now = this.call.host.now();
    const made = await this.#sign({
      kind: 'authority',
      name,
      names: [],
      key: 'rsa',
      serial: newSerial(),
      notBefore: firstDay(now),
      notAfter: lastDay(now, authorityDays, null),
    });
    this.#certificate = made.certificate;
    this.#key = made.key;
    return { ...made, key: this.#closed(made.key) };
  }

  /** A new key, and a certificate for it. */
  async issue(
    kind: 'server' | 'client',
    wish: Pick<Request, 'name' | 'names' | 'key'> & { days: number },
  ): Promise<Made> {
    const now = this.call.host.now();
    const notAfter = lastDay(now, wish.days, this.#certificate);
    if (notAfter <= now)
      throw fail('no', msg('tls.authority.ended', { until: notAfter.toISOString().slice(0, 10) }));
    return this.#sign({ kind, ...wish, serial: newSerial(), notBefore: firstDay(now), notAfter });
  }

  /** The list of what was revoked, of today. Its number grows with the clock. */
  async list(): Promise<string> {
    const now = this.call.host.now();
    const [ca] = readCertificates(this.#certificate) ?? [];
    const days =
      ca === undefined ? 1 : Math.max(1, Math.floor((Date.parse(ca.validTo) - now.getTime()) / 86_400_000));
    const run = revocationList(this.issued, Math.floor(now.getTime() / 1000), days);
    const read = await this.#run(run, {}, opensslFiles.crl);
    if (!read.includes('-----BEGIN X509 CRL-----')) throw fail('bug', msg('tls.openssl.wrong'));
    return read;
  }

  async #sign(request: Request): Promise<Made> {
    const key = await newKey(request.key);
    const certificate = await this.#run(
      signing(request),
      { [opensslFiles.key]: key },
      opensslFiles.certificate,
    );
    this.#demandRight(request, certificate, key);
    const [one] = readCertificates(certificate) ?? [];
    if (one !== undefined) {
      const { serial, notAfter } = certificateFact(one);
      this.issued.push({
        serial,
        kind: request.kind,
        name: request.name,
        notAfter: new Date(notAfter).toISOString().replace(/\.\d+/, ''),
      });
    }
    return { certificate, key };
  }

  /** What openssl made is read by Node, another pair of eyes, before anything rests on it. */
  #demandRight(request: Request, text: string, key: string): void {
    const [one] = readCertificates(text) ?? [];
    const secret = readKey(key);
    const [signer] = request.kind === 'authority' ? [one] : (readCertificates(this.#certificate) ?? []);
    const isRight =
      one !== undefined &&
      signer !== undefined &&
      secret !== null &&
      secret !== 'encrypted' &&
      isPair(one, secret) &&
      isSignedBy(one, signer) &&
      one.ca === (request.kind === 'authority') &&
      request.names.every((name) => isFor(one, name)) &&
      certificateFact(one).name === request.name;
    if (!isRight) throw fail('bug', msg('tls.openssl.wrong'));
  }

  async #run(run: OpensslRun, more: Record<string, string>, result: string): Promise<string> {
    const { host } = this.call;
    const folder = `${this.folder}/${nonce().slice(0, 8)}`;
    await makeClosedFolder(host, folder, {
      ...run.files,
      ...more,
      ...(this.#certificate === '' ? {} : { [opensslFiles.authority]: this.#certificate }),
      ...(this.#key === '' ? {} : { [opensslFiles.authorityKey]: this.#key }),
    });
    for (const argv of run.commands) await this.#command(host, argv, folder);
    const read = await host.read(`${folder}/${result}`);
    await removeScratch(host, folder);
    if (!read.ok) throw fail('bug', msg('tls.openssl.wrong'));
    return read.data.toString('utf8');
  }

  async #command(host: Host, argv: readonly string[], cwd: string): Promise<void> {
    const needsWord = this.passphrase !== null && /ENCRYPTED/.test(this.#key);
    const result = await host.query([...argv, ...(needsWord ? ['-passin', 'stdin'] : [])], {
      cwd,
      timeoutMs: 60_000,
      ...(needsWord ? { input: `${this.passphrase?.reveal() ?? ''}\n` } : {}),
    });
    if (result.code === 0) return;
    if (result.code === 127)
      throw fail('no', msg('tls.openssl.missing'), { fix: msg('tls.openssl.missingFix') });
    if (needsWord && /bad decrypt|maybe wrong password|unable to load|Could not read/i.test(result.stderr))
      throw fail('input', msg('tls.authority.passphrase'));
    const lines = result.stderr.trim().split('\n');
    throw fail(
      'no',
      msg('tls.openssl.failed', { command: argv.slice(0, 2).join(' '), text: lines.slice(-3).join(' ') }),
    );
  }

  #closed(key: string): string {
    if (this.passphrase === null) return key;
    const secret = readKey(key);
    if (secret === null || secret === 'encrypted') throw fail('bug', msg('tls.openssl.wrong'));
    return secret
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: this.passphrase.reveal() })
      .toString();
  }
}

async function newKey(type: Request['key']): Promise<string> {
  const pair =
    type === 'rsa'
      ? await makePair('rsa', { modulusLength: 2048 })
      : await makePair('ec', { namedCurve: 'P-256' });
  return pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** 16 bytes of chance (RFC 5280 §4.1.2.2 allows 20), the first one neither negative nor zero. */
function newSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.toString('hex').toUpperCase();
}

/** Lets `use` work with our CA in a closed folder that is gone afterwards. */
export async function withAuthority<T>(
  call: Call,
  { layout, files }: Pick<Facts, 'layout' | 'files'>,
  passphrase: Hidden | null,
  use: (authority: Authority) => Promise<T>,
): Promise<T> {
  const found = foundIn({ layout, files });
  const { issued, authorityKey } = ownPlaces(layout);
  if (/ENCRYPTED/.test(found.authorityKey ?? '') && passphrase === null)
    throw fail('usage', msg('tls.authority.encrypted', { path: authorityKey }), {
      fix: msg('tls.authority.encryptedFix'),
    });
  const folder = `${layout.state}/${await scratchName(call.host, nonce())}`;
  await makeClosedFolder(call.host, folder);
  try {
    return await use(
      new Authority(
        call,
        folder,
        {
          certificate: found.authority ?? '',
          key: found.authorityKey ?? '',
          issued: parseIssued(textOf(files[issued]?.content)),
        },
        passphrase,
      ),
    );
  } finally {
    await removeScratch(call.host, folder);
  }
}

function textOf(content: Hidden | string | null | undefined): string {
  return content instanceof Hidden ? content.reveal() : (content ?? '');
}

/** Makes what our own CA has to make; answers the contents by path, and what is for clients. Nothing is at its place yet. */
export async function makeOwn(
  call: Call,
  facts: Pick<Facts, 'layout' | 'files'>,
  work: NonNullable<CertificateWork['own']>,
  passphrase: Hidden | null,
): Promise<{ texts: Map<string, string>; bundles: ClientBundle[] }> {
  const places = ownPlaces(facts.layout);
  const { needs } = work;
  return withAuthority(call, facts, passphrase, async (authority) => {
    const texts = new Map<string, string>();
    const bundles: ClientBundle[] = [];
    if (work.authority !== null) {
      const made = await authority.renew(authorityName(needs.server));
      texts.set(places.authority, made.certificate).set(places.published, made.certificate);
      texts.set(places.authorityKey, made.key);
    }
    if (work.server !== null && needs.server !== null) {
      const names = needs.server;
      const [name = 'mosquitto'] = names;
      const made = await authority.issue('server', {
        name: shortName(name),
        names,
        key: needs.key,
        days: needs.days,
      });
      texts.set(places.server, made.certificate).set(places.serverKey, made.key);
    }
    if (work.probe !== null) {
      const made = await authority.issue('client', {
        name: needs.probeName,
        names: [],
        key: 'rsa',
        days: needs.days,
      });
      texts.set(places.probe, made.certificate).set(places.probeKey, made.key);
    }
    for (const name of work.issue) {
      const { certificate, key } = await authority.issue('client', {
        name,
        names: [],
        key: needs.key,
        days: needs.days,
      });
      bundles.push({ name, certificate, key: new Hidden(key), authority: authority.certificate });
    }
    if (work.revoke.length > 0) authority.revoke(work.revoke);
    if (work.revoked !== null) texts.set(places.revoked, await authority.list());
    texts.set(places.issued, printIssued(authority.issued));
    return { texts, bundles };
  });
}
