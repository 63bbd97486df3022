import { describe, expect, test } from 'vitest';
import { isServerName } from '../../../src/spec/server-names.ts';
import { detectedNames } from '../../../src/tls/names.ts';

const address = (text: string, internal = false, family: 4 | 6 = 4) => ({
  interface: 'eth0',
  address: text,
  family,
  internal,
});

describe('names that a certificate can be for', () => {
  test.each(['mqtt.example.org', '*.example.org', 'box', 'my_box', '192.0.2.1', '2001:db8::1', 'a-b.c'])(
    '%s',
    (name) => expect(isServerName(name)).toBe(true),
  );
  test.each([
    '',
    'a b',
    '-a',
    'a-',
    '*',
    '*.*.org',
    'a..b',
    '999.1.1.1',
    '1.2.3',
    'fe80::1%eth0',
    `${'a'.repeat(64)}.org`,
    'é.org',
    'a,b',
    'a\nb',
    '$(id)',
  ])('not %j', (name) => expect(isServerName(name)).toBe(false));
});

describe('names that a machine has by itself', () => {
  test('its own, the same by mDNS, its IPv4 addresses, and itself', () => {
    const addresses = [address('127.0.0.1', true), address('192.0.2.1'), address('2001:db8::1', false, 6)];
    expect(detectedNames('Box', { addresses })).toEqual([
      'box',
      'box.local',
      '192.0.2.1',
      'localhost',
      '127.0.0.1',
      '::1',
    ]);
  });
  test.each([
    ['mqtt.example.org', ['mqtt.example.org', 'localhost', '127.0.0.1', '::1']],
    ['localhost', ['localhost', '127.0.0.1', '::1']],
    ['', ['localhost', '127.0.0.1', '::1']],
    ['no name at all', ['localhost', '127.0.0.1', '::1']],
  ])('of %j', (hostname, names) => expect(detectedNames(hostname, { addresses: [] })).toEqual(names));
});
