import { afterAll, describe, expect, test } from 'vitest';
import {
  certificateFact,
  isFor,
  isPair,
  isSignedBy,
  readCertificates,
  readKey,
} from '../../../src/tls/certificate.ts';
import { parseIssued, printIssued } from '../../../src/tls/issued.ts';
import { revocationList } from '../../../src/tls/openssl.ts';
import { type Asked, type Found, type Needs, ownWork, renewalMargin } from '../../../src/tls/own.ts';
import { hasOpenssl } from '../../helpers/certificate.ts';
import { day, Pki } from '../../helpers/pki.ts';

describe.skipIf(!hasOpenssl)('what our CA makes', () => {
  const pki = new Pki();
  afterAll(() => pki.remove());
  const names = ['box', '192.0.2.1', '::1', '*.example.org'];
  const server = pki.issue({ name: 'box', names, notAfter: new Date(Date.now() + 397 * day) });

  test('is right by openssl’s strictest rules, for a server and for a client', () => {
    const client = pki.issue({ kind: 'client', name: 'roof-sensor', names: [] });
    for (const [purpose, { certificate }] of [
      ['sslserver', server],
      ['sslclient', client],
    ] as const) {
      const files = { 'ca.pem': pki.authority.certificate, 'leaf.pem': certificate };
      const said = pki.openssl(
        ['verify', '-x509_strict', '-purpose', purpose, '-CAfile', 'ca.pem', 'leaf.pem'],
        files,
      );
      expect(said.toString()).toContain('OK');
    }
    // Neither can do what the other is for, nor sign anything.
    const wrong = { 'ca.pem': pki.authority.certificate, 'leaf.pem': client.certificate };
    expect(() =>
      pki.openssl(['verify', '-purpose', 'sslserver', '-CAfile', 'ca.pem', 'leaf.pem'], wrong),
    ).toThrow();
  });

  test('reads back as it was meant', () => {
    const [one] = readCertificates(server.certificate) ?? [];
    const [ca] = readCertificates(pki.authority.certificate) ?? [];
    const key = readKey(server.key);
    if (one === undefined || ca === undefined || key === null || key === 'encrypted')
      throw new Error('unreadable');
    expect(certificateFact(one)).toMatchObject({
      name: 'box',
      names,
      issuer: 'Test CA',
      key: { type: 'rsa', bits: 2048 },
      isAuthority: false,
    });
    expect(certificateFact(ca).isAuthority).toBe(true);
    expect(isPair(one, key)).toBe(true);
    expect(isSignedBy(one, ca)).toBe(true);
    expect(isSignedBy(ca, one)).toBe(false);
    for (const name of [...names, 'a.example.org']) expect(isFor(one, name), name).toBe(true);
    for (const name of ['example.org', 'a.b.example.org', '192.0.2.2', 'localhost'])
      expect(isFor(one, name), name).toBe(false);
  });

  test('is revoked by a list that openssl heeds', () => {
    const client = pki.issue({ kind: 'client', name: 'lost', names: [], serial: '0ABC' });
    const issued = [
      {
        serial: '0ABC',
        kind: 'client',
        name: 'lost',
        notAfter: '2050-01-01T00:00:00Z',
        revoked: '2026-11-01T00:00:00Z',
      },
      { serial: '0ABD', kind: 'client', name: 'kept', notAfter: '2027-01-01T00:00:00Z' },
    ] as const;
    const list = pki.run(revocationList(issued, 7, 30), {}, 'crl.pem');
    const files = { 'ca.pem': pki.authority.certificate, 'list.pem': list, 'leaf.pem': client.certificate };
    const words = ['verify', '-crl_check', '-CRLfile', 'list.pem', '-CAfile', 'ca.pem', 'leaf.pem'];
    expect(() => pki.openssl(words, files)).toThrow(/revoked/);
    const other = pki.issue({ kind: 'client', name: 'kept', names: [], serial: '0ABD' });
    expect(pki.openssl(words, { ...files, 'leaf.pem': other.certificate }).toString()).toContain('OK');
    expect(parseIssued(printIssued(issued))).toEqual(issued);
    expect(
      parseIssued(
        '{"serial":"x"}\nnot json\n{"serial":"AB","kind":"client","name":"a","notAfter":"never"}\n',
      ),
    ).toEqual([]);
  });

  const needs: Needs = {
    server: ['box'],
    clients: false,
    authority: false,
    probeName: 'probe',
    key: 'rsa',
    days: 397,
  };
  const all: Found = {
    authority: pki.authority.certificate,
    authorityKey: pki.authority.key,
    server: server.certificate,
    serverKey: server.key,
    probe: null,
    probeKey: null,
    revoked: null,
    issued: null,
  };
  const reasons = (found: Partial<Found>, wish: Partial<Needs> = {}, asked: Asked = {}, now = Date.now()) => {
    const {
      authority,
      server: shown,
      probe,
      revoked,
    } = ownWork({ ...all, ...found }, { ...needs, ...wish }, now, asked);
    return [authority, shown, probe, revoked].map((one) => one?.key.replace('tls.reason.', '') ?? null);
  };
  const short = pki.issue({
    name: 'box',
    names: ['box'],
    notAfter: new Date(Date.now() + 12 * day),
    notBefore: new Date(Date.now() - 40 * day),
  });
  const early = pki.issue({
    name: 'box',
    names: ['box'],
    notBefore: new Date(Date.now() + 700 * day),
    notAfter: new Date(Date.now() + 900 * day),
  });
  const other = hasOpenssl ? new Pki({ name: 'Other CA' }) : pki;
  afterAll(() => other.remove());
  const foreign = other.issue({ name: 'box', names: ['box'] });

  test.each<[string, Partial<Found>, Partial<Needs>, Asked, (string | null)[]]>([
    ['nothing, where all is good', {}, {}, {}, [null, null, null, null]],
    [
      'nothing, where nobody needs it',
      { authority: null, server: null },
      { server: null },
      {},
      [null, null, null, null],
    ],
    [
      'everything, on a new machine',
      { authority: null, authorityKey: null, server: null, serverKey: null },
      {},
      {},
      ['missing', 'missing', null, null],
    ],
    [
      'a certificate for a new name',
      {},
      { server: ['box', '198.51.100.9'] },
      {},
      [null, 'names', null, null],
    ],
    ['one for another kind of key', {}, { key: 'p256' }, {}, [null, 'key', null, null]],
    ['one in place of a torn file', { server: 'MIIB' }, {}, {}, [null, 'unreadable', null, null]],
    ['one where the key is another’s', { serverKey: foreign.key }, {}, {}, [null, 'pair', null, null]],
    [
      'one where another CA signed it',
      { server: foreign.certificate, serverKey: foreign.key },
      {},
      {},
      [null, 'authority', null, null],
    ],
    [
      'one before the old one ends',
      { server: short.certificate, serverKey: short.key },
      {},
      {},
      [null, 'ends', null, null],
    ],
    [
      'one where the clock was wrong',
      { server: early.certificate, serverKey: early.key },
      {},
      {},
      [null, 'early', null, null],
    ],
    ['one that is asked for', {}, {}, { newServer: true }, [null, 'asked', null, null]],
    ['all anew with a new CA', {}, {}, { newAuthority: true }, ['asked', 'authority', null, null]],
    [
      'what listeners need that ask for certificates',
      {},
      { clients: true },
      {},
      [null, null, 'missing', 'missing'],
    ],
    ['a list where something was revoked', {}, {}, { revoke: ['AB'] }, [null, null, null, 'asked']],
    [
      'a CA by itself',
      { authority: null, authorityKey: null, server: null, serverKey: null },
      { server: null, authority: true },
      {},
      ['missing', null, null, null],
    ],
  ])('%s', (_what, found, wish, asked, wanted) => expect(reasons(found, wish, asked)).toEqual(wanted));

  test('a certificate is renewed with a third of its time to go, and 60 days at most', () => {
    expect(renewalMargin(90)).toBe(30 * day);
    expect(renewalMargin(397)).toBe(60 * day);
    const ends = Date.now() + 397 * day;
    expect(reasons({}, {}, {}, ends - 61 * day)[1]).toBe(null);
    expect(reasons({}, {}, {}, ends - 59 * day)[1]).not.toBe(null);
  });
});
