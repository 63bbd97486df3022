import { describe, expect, test } from 'vitest';
import { formatPidRecord, parsePidRecord } from '../../../src/facts/broker-process.ts';
import { parseInit } from '../../../src/facts/init.ts';
import { versionOf } from '../../../src/facts/mosquitto.ts';
import { hasIpv6Loopback } from '../../../src/facts/network.ts';
import { parseLocks } from '../../../src/facts/package-lock.ts';
import { parseDpkgQuery, parsePolicy, upstreamVersion } from '../../../src/facts/packages.ts';
import { isBroker, namespaceDepth, parseCmdline, parseStat } from '../../../src/facts/process.ts';
import { parseRecords } from '../../../src/facts/records.ts';
import { parseShow } from '../../../src/facts/service.ts';
import { parseTcp } from '../../../src/facts/sockets.ts';

describe('the init system', () => {
  const none = {
    comm: 'bash',
    systemdFolder: false,
    sysvFiles: false,
    serviceProgram: true,
    policyCode: null,
  };
  test.each([
    ['booted systemd', { ...none, comm: 'systemd', systemdFolder: true }, 'systemd', false],
    [
      'systemd with a policy for package scripts',
      { ...none, comm: 'systemd', systemdFolder: true, policyCode: 101 },
      'systemd',
      true,
    ],
    ['the folder of the host, in a container', { ...none, systemdFolder: true }, 'none', false],
    ['sysvinit', { ...none, comm: 'init', sysvFiles: true }, 'sysv', false],
    [
      'sysvinit that is told not to start services',
      { ...none, comm: 'init', sysvFiles: true, policyCode: 101 },
      'none',
      true,
    ],
    [
      'sysvinit without service',
      { ...none, comm: 'init', sysvFiles: true, serviceProgram: false },
      'none',
      false,
    ],
    ['an init that is not sysvinit’s (WSL, tini)', { ...none, comm: 'init' }, 'none', false],
    ['a container', none, 'none', false],
    ['a policy that allows', { ...none, policyCode: 0 }, 'none', false],
  ] as const)('%s', (_name, seen, kind, startForbidden) => {
    expect(parseInit(seen)).toEqual({ kind, startForbidden });
  });
});

describe('packages', () => {
  test('dpkg-query', () => {
    const text =
      '\u001emosquitto\u001f2.0.11-1.2+deb12u2\u001fii \u001f\n /etc/init.d/mosquitto 0123456789abcdef0123456789abcdef\n' +
      ' /etc/mosquitto/mosquitto.conf fedcba9876543210fedcba9876543210 obsolete\n /etc/new newconffile\n' +
      '\u001emosquitto-clients\u001f\u001fun \u001f';
    expect(parseDpkgQuery(text)).toEqual([
      {
        name: 'mosquitto',
        version: '2.0.11-1.2+deb12u2',
        status: 'ii',
        conffiles: {
          '/etc/init.d/mosquitto': '0123456789abcdef0123456789abcdef',
          '/etc/mosquitto/mosquitto.conf': 'fedcba9876543210fedcba9876543210',
        },
      },
      { name: 'mosquitto-clients', version: '', status: 'un', conffiles: {} },
    ]);
    expect(parseDpkgQuery('')).toEqual([]);
  });

  test('apt-cache policy', () => {
    const text =
      'mosquitto:\n  Installed: (none)\n  Candidate: 2.0.11-1.2+deb12u2\n  Version table:\n     2.0.11-1.2+deb12u2 500\n' +
      'mosquitto-clients:\n  Installé : (aucun)\n  Candidat : (none)\n  Table :\n';
    expect(parsePolicy(text)).toEqual({ mosquitto: '2.0.11-1.2+deb12u2', 'mosquitto-clients': null });
    expect(parsePolicy('')).toEqual({});
  });

  test.each([
    ['2.0.11-1.2+deb12u2', '2.0.11'],
    ['1:2.0.18-0mosquitto1~noble1', '2.0.18'],
    ['2.1.2~rc1-1', '2.1.2'],
    ['git', null],
    ['', null],
  ])('upstream version of %j', (version, upstream) => {
    expect(upstreamVersion(version)).toBe(upstream);
  });

  test.each([
    ['2.0.11-1', '2.1.2-3', '2.0.21', '2.0.11', 'installed'],
    [null, '2.1.2-3', '2.0.21', '2.1.2', 'candidate'],
    [null, null, '2.0.21', '2.0.21', 'distribution'],
    [null, null, null, null, 'unknown'],
  ])('installed %j, candidate %j, known %j', (installed, candidate, known, version, source) => {
    expect(versionOf(installed, candidate, known)).toEqual({ version, source });
  });

  test('who holds a lock', () => {
    const text =
      '1: POSIX  ADVISORY  WRITE 24040 fe:00:1527094 0 EOF\n1: -> POSIX  ADVISORY  WRITE 99 fe:00:1527094 0 EOF\n' +
      '2: FLOCK  ADVISORY  WRITE 7 fe:00:5 0 EOF\n3: POSIX  ADVISORY  READ 8 fe:00:6 0 EOF\n4: OFDLCK ADVISORY  WRITE -1 fe:00:9 0 EOF\n';
    expect(parseLocks(text)).toEqual(
      new Map([
        [1527094, 24040],
        [9, -1],
      ]),
    );
  });
});

describe('processes', () => {
  const stat = (name: string, state = 'S') =>
    `12 (${name}) ${state} 1 12 12 0 -1 4194560 5 0 0 0 1 2 0 0 20 0 1 0 98765 4096 1 18446744073709551615`;
  test.each(['mosquitto', 'a b', 'x) S 1 (y', ')'])('start time of a process called %j', (name) => {
    expect(parseStat(stat(name))).toEqual({ state: 'S', startTicks: 98765 });
  });

  test('a line that is none', () => {
    expect(parseStat('')).toBeNull();
    expect(parseCmdline('')).toEqual([]);
    expect(parseCmdline('a\0\0b\0')).toEqual(['a', '', 'b']);
  });

  test.each([
    [['/usr/sbin/mosquitto', '-c', '/x/m.conf'], true],
    [['mosquitto', '-v', '-c', '/x/m.conf'], true],
    [['/usr/sbin/mosquitto', '-c', '/y/m.conf'], false],
    [['mosquitto'], false],
    [['vi', '-c', '/x/m.conf'], false],
    [['-c', '/x/m.conf'], false],
    [[], false],
  ])('is %j the broker', (argv, is) => {
    expect(isBroker(argv, '/x/m.conf')).toBe(is);
  });

  test('in which process namespace', () => {
    expect(namespaceDepth('Name:\tx\nNSpid:\t700\nUid:\t1\n')).toBe(1);
    expect(namespaceDepth('NSpid:\t700\t12\n')).toBe(2);
    expect(namespaceDepth('')).toBe(1);
  });

  test('our pid file', () => {
    const record = { pid: 12, started: '0aa4d7b1-67aa-4c2c-9f0c-1e5ad5b4d1f4:98765' };
    expect(parsePidRecord(formatPidRecord(record))).toEqual(record);
    for (const text of ['', '12\n', '{}', '{"pid":-1,"started":"a:1"}', '{"pid":1e9,"started":":1"}']) {
      expect(parsePidRecord(text)).toBeNull();
    }
  });
});

describe('the network', () => {
  test('listening sockets of both families', () => {
    const tcp =
      '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n' +
      '   0: 0100007F:075B 00000000:0000 0A 00000000:00000000 00:00000000 00000000   106        0 4242 1 0 100 0 0 10 0\n' +
      '   1: 020200C0:A770 507100CB:0050 06 00000000:00000000 03:0000160F 00000000     0        0 0 3 0\n';
    const tcp6 =
      '   0: 00000000000000000000000001000000:075B 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000   106        0 4243 1 0 100 0 0 10 0\n' +
      '   1: B80D0120000000000000000001000000:22B3 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4244 1 0\n';
    expect(parseTcp(tcp, 'LE')).toEqual([{ address: '127.0.0.1', port: 1883, inode: 4242, uid: 106 }]);
    expect(parseTcp(tcp6, 'LE').map(({ address, port }) => [address, port])).toEqual([
      ['::1', 1883],
      ['2001:db8::1', 8883],
    ]);
    expect(parseTcp(tcp.replace('0100007F', '7F000001'), 'BE')[0]?.address).toBe('127.0.0.1');
    expect(parseTcp('')).toEqual([]);
  });

  test('is there an IPv6 loopback', () => {
    expect(
      hasIpv6Loopback(
        'fe8000000000000000fc00fffe000001 04 40 20 80     eth0\n00000000000000000000000000000001 01 80 10 80       lo\n',
      ),
    ).toBe(true);
    expect(hasIpv6Loopback('fe8000000000000000fc00fffe000001 04 40 20 80     eth0\n')).toBe(false);
    expect(hasIpv6Loopback('')).toBe(false);
  });
});

describe('records', () => {
  const records = {
    written: { '/a': 'h' },
    authored: { '/a': 'g' },
    folders: ['/f'],
    loaded: { started: 'b:1', files: {} },
    found: { installed: true, running: false, enabled: null },
    generation: 3,
  };
  test('what we write is read back', () => {
    expect(parseRecords(JSON.stringify(records))).toEqual(records);
    expect(parseRecords(JSON.stringify({ ...records, loaded: null, found: null, later: 1 }))).toEqual({
      ...records,
      loaded: null,
      found: null,
    });
  });

  test.each([
    '',
    'null',
    '[]',
    '{}',
    '{"written":{}}',
    JSON.stringify({ ...records, written: { a: 1 } }),
    JSON.stringify({ ...records, loaded: {} }),
    JSON.stringify({ ...records, generation: 'x' }),
  ])('anything else is none: %s', (text) => {
    expect(parseRecords(text)).toBeNull();
  });
});

test('systemctl show', () => {
  expect(parseShow('LoadState=loaded\nExec={ a=b }\n\nnonsense\n')).toEqual({
    LoadState: 'loaded',
    Exec: '{ a=b }',
  });
});
