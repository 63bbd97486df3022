import { afterAll, describe, expect, test } from 'vitest';
import { authorityProblems, copiesOf, listProblems, pairProblems } from '../../../src/tls/foreign.ts';
import { hasOpenssl } from '../../helpers/certificate.ts';
import { day, Pki, privateKey } from '../../helpers/pki.ts';

/** The owner's files, and what is wrong with them: everything that keeps the broker, or its clients, from using them. */
describe.skipIf(!hasOpenssl)('files of the owner’s', () => {
  const pki = new Pki();
  const other = new Pki({ name: 'Other CA' });
  const ended = new Pki({
    name: 'Old CA',
    notBefore: new Date(Date.now() - 90 * day),
    notAfter: new Date(Date.now() - day),
  });
  afterAll(() => {
    for (const one of [pki, other, ended]) one.remove();
  });
  const good = pki.issue();
  const ca = pki.authority.certificate;

  const problems = (
    certificate: string | Buffer,
    key: string | Buffer,
    authority: string | null = null,
  ): string[] =>
    pairProblems(
      {
        certificate: { path: '/c', data: Buffer.from(certificate) },
        key: { path: '/k', data: Buffer.from(key) },
        ca: authority === null ? null : { path: '/a', data: Buffer.from(authority) },
      },
      Date.now(),
    ).map(({ message }) => message.key.replace('tls.file.', ''));

  const self = (args: readonly string[], key = good.key): string =>
    pki.openssl(['req', '-x509', '-key', 'k', '-days', '9', ...args], { k: key }).toString();

  test.each<[string, () => string[], string[]]>([
    ['a pair', () => problems(good.certificate, good.key), []],
    ['a pair with its CA', () => problems(good.certificate, good.key, ca), []],
    ['a chain', () => problems(good.certificate + ca, good.key, ca), []],
    [
      'a certificate with its key in one file',
      () => problems(good.certificate + good.key, good.certificate + good.key),
      [],
    ],
    [
      'lines that end as in Windows',
      () => problems(good.certificate.replaceAll('\n', '\r\n'), good.key.replaceAll('\n', '\r\n')),
      [],
    ],
    [
      'words between the blocks',
      () => problems(`Bag Attributes\n${good.certificate}`, `some words\n${good.key}`),
      [],
    ],
    [
      'a certificate for all names of a domain',
      () => {
        const w = pki.issue({ names: ['*.example.org'] });
        return problems(w.certificate, w.key);
      },
      [],
    ],
    [
      'a key of the old form',
      () => problems(good.certificate, pki.openssl(['rsa', '-in', 'k', '-traditional'], { k: good.key })),
      [],
    ],
    [
      'a certificate that has signed itself',
      () => problems(self(['-subj', '/CN=x', '-addext', 'subjectAltName=DNS:x']), good.key),
      [],
    ],
    [
      'a key on a curve',
      () => {
        const p = pki.issue({ key: 'p256' });
        return problems(p.certificate, p.key);
      },
      [],
    ],
    ['another key', () => problems(good.certificate, pki.issue().key), ['notPair']],
    ['another CA', () => problems(good.certificate, good.key, other.authority.certificate), ['notSigned']],
    [
      'a key with a passphrase',
      () =>
        problems(
          good.certificate,
          pki.openssl(['pkey', '-in', 'k', '-aes256', '-passout', 'pass:word'], { k: good.key }),
        ),
      ['encrypted'],
    ],
    [
      'DER',
      () =>
        problems(
          pki.openssl(['x509', '-in', 'c', '-outform', 'DER'], { c: good.certificate }),
          pki.openssl(['pkey', '-in', 'k', '-outform', 'DER'], { k: good.key }),
        ),
      ['der', 'der'],
    ],
    [
      'PKCS#12',
      () =>
        problems(
          pki.openssl(['pkcs12', '-export', '-in', 'c', '-passout', 'pass:w'], {
            c: good.certificate + good.key,
          }),
          good.key,
        ),
      ['pkcs12'],
    ],
    [
      'the wrong order',
      () => problems(ca + good.certificate, good.key),
      ['authority', 'order', 'noNames', 'notPair'],
    ],
    [
      'a chain with a stranger in it',
      () => problems(good.certificate + other.authority.certificate, good.key),
      ['order'],
    ],
    ['a CA', () => problems(ca, pki.authority.key), ['noNames']],
    [
      'no name but the common one',
      () => {
        const n = pki.issue({ names: [] });
        return problems(n.certificate, n.key);
      },
      ['noNames'],
    ],
    [
      'a client’s',
      () => {
        const c = pki.issue({ kind: 'client' });
        return problems(c.certificate, c.key);
      },
      ['purpose.server'],
    ],
    [
      'one that has ended',
      () => {
        const e = pki.issue({
          notBefore: new Date(Date.now() - 9 * day),
          notAfter: new Date(Date.now() - day),
        });
        return problems(e.certificate, e.key);
      },
      ['ended'],
    ],
    [
      'one that begins in two years',
      () => {
        const e = pki.issue({
          notBefore: new Date(Date.now() + 730 * day),
          notAfter: new Date(Date.now() + 900 * day),
        });
        return problems(e.certificate, e.key);
      },
      ['early'],
    ],
    [
      'a CA in its chain that has ended',
      () => {
        const e = ended.issue();
        return problems(e.certificate + ended.authority.certificate, e.key);
      },
      ['ended'],
    ],
    [
      'a short key',
      () => {
        const key = privateKey('rsa', 1024);
        return problems(self(['-subj', '/CN=x', '-addext', 'subjectAltName=DNS:x'], key), key);
      },
      ['weak'],
    ],
    ['exchanged', () => problems(good.key, good.certificate), ['swapped', 'isKey', 'isCertificate']],
    ['half of a certificate', () => problems(good.certificate.slice(0, 400), good.key), ['broken']],
    [
      'a damaged certificate',
      () => problems(good.certificate.replace(/^(.{70})./s, '$1!'), good.key),
      ['broken'],
    ],
    ['nothing at all', () => problems('', ''), ['none', 'noKey']],
    ['something else', () => problems('Hello\n', 'Hello\n'), ['none', 'noKey']],
  ])('%s', (_what, found, wanted) => expect(found()).toEqual(wanted));

  test('only what belongs there is copied', () => {
    const both = `words\n${good.key}${good.certificate}${ca}`;
    const file = { path: '/both', data: Buffer.from(both) };
    const { certificate, key } = copiesOf({ certificate: file, key: file, ca: null });
    expect(certificate).not.toContain('PRIVATE');
    expect(certificate.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    expect(key.trim()).toBe(good.key.trim());
  });

  test('a CA of clients is one, and a list is one', () => {
    const file = (text: string) => ({ path: '/f', data: Buffer.from(text) });
    expect(authorityProblems(file(ca), Date.now())).toEqual([]);
    expect(authorityProblems(file(good.certificate), Date.now()).map(({ message }) => message.key)).toEqual([
      'tls.file.notCa',
    ]);
    expect(
      authorityProblems(file(ended.authority.certificate), Date.now()).map(({ message }) => message.key),
    ).toEqual(['tls.file.ended']);
    expect(listProblems(file('x')).map(({ message }) => message.key)).toEqual(['tls.file.crl']);
    expect(listProblems(file('-----BEGIN X509 CRL-----'))).toEqual([]);
  });
});
