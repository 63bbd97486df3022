import { describe, expect, test } from 'vitest';
import { sandboxFiles } from '../../../src/desired/sandbox.ts';
import { resolveDefaults } from '../../../src/spec/resolve.ts';
import type { SpecInput } from '../../../src/spec/schema.ts';
import { debianFacts, stockConf } from '../../helpers/machine-facts.ts';

function rendered(input: Partial<SpecInput>, ...texts: string[]): string {
  const files = sandboxFiles(
    resolveDefaults({ version: 1, ...input }),
    debianFacts(),
    [stockConf, ...texts],
    [],
  );
  const [file] = files;
  if (file === undefined) return '';
  expect(file.kind).toBe('file');
  return file.kind === 'file' ? String(file.content) : '';
}

const lineOf = (text: string, key: string): string | undefined =>
  text.split('\n').find((line) => line.startsWith(`${key}=`));

describe('the cage', () => {
  test('the stock places are open to the broker, and no others', () => {
    const text = rendered({});
    expect(lineOf(text, 'ReadWritePaths')).toBe('ReadWritePaths=-/var/lib/mosquitto -/var/log/mosquitto');
    expect(lineOf(text, 'ProtectHome')).toBe('ProtectHome=yes');
    expect(lineOf(text, 'PrivateTmp')).toBe('PrivateTmp=yes');
    expect(lineOf(text, 'RestrictAddressFamilies')).not.toContain('NETLINK');
    expect(text).not.toMatch(/LimitNOFILE|RestartSec/);
  });

  test.each<[string, string, string, string]>([
    ['a database elsewhere', 'persistence_location /srv/mqtt/', 'ReadWritePaths', '-/srv/mqtt'],
    ['a log elsewhere', 'log_dest file /srv/log/a.log', 'ReadWritePaths', '-/srv/log'],
    ['a socket', 'listener 0 /srv/sock/a.sock', 'ReadWritePaths', '-/srv/sock'],
    [
      'a blank and a specifier in a name',
      'persistence_location /srv/a b%h/',
      'ReadWritePaths',
      '"-/srv/a b%%h"',
    ],
    ['a file at home', 'cafile /home/me/ca.crt', 'ProtectHome', 'read-only'],
    ['a socket in /tmp', 'listener 0 /tmp/a.sock', 'PrivateTmp', 'no'],
    ['websockets', 'protocol websockets', 'RestrictAddressFamilies', 'AF_NETLINK'],
    ['an interface', 'bind_interface eth0', 'RestrictAddressFamilies', 'AF_NETLINK'],
  ])('%s stays possible', (_name, line, key, part) => {
    expect(lineOf(rendered({}, `${line}\n`), key)).toContain(part);
  });

  test('room for the clients that are wanted, and patience for an address', () => {
    const text = rendered({
      sandbox: false,
      limits: { connections: 5000 },
      listeners: [{ port: 1883, bind: ['192.0.2.1'] }],
    });
    expect(text).toContain('LimitNOFILE=5024');
    expect(text).toContain('RestartSec=5s');
    expect(text).not.toContain('ProtectSystem');
  });

  test('nothing wanted, nothing written', () => {
    expect(rendered({ sandbox: false })).toBe('');
  });
});
