import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptsValue } from '../../../../src/mosquitto/options/accepts.ts';
import { findOption, isKnownIn, options } from '../../../../src/mosquitto/options/registry.ts';
import { parseVersion } from '../../../../src/mosquitto/version.ts';

/** By option and value: what 2.0.11, 2.0.21 and 2.1.2 say, in this order. The host suite asks the brokers themselves. */
const cases: [option: string, value: string, ...verdicts: boolean[]][] = [
  ['allow_anonymous', 'true # why', true, true, true],
  ['allow_anonymous', 'True', false, false, false],
  ['max_keepalive', '5', false, true, true],
  ['max_connections', 'abc', true, true, false],
  ['max_connections', '', true, true, false],
  ['max_connections', '0x10', true, true, true],
  ['max_connections', '08', true, true, false],
  ['max_connections', '99999999999', true, true, false],
  ['memory_limit', 'abc', true, true, true],
  ['auto_id_prefix', 'x'.repeat(51), true, true, false],
  ['persistent_client_expiration', '5s', false, false, true],
  ['protocol', 'http_api', false, false, true],
  ['log_dest', 'file', false, false, false],
  ['log_dest', 'file /x y', true, true, true],
  ['listener', '0', false, false, false],
  ['listener', '0 /run/x', true, true, true],
  ['listener', '1883x', true, true, false],
  ['bridge_protocol_version', 'mqttv311 # x', false, false, false],
  ['topic', 'a# in', true, true, true],
  ['topic', 'a# in 0 x/', false, false, false],
  ['restart_timeout', '10 5', false, false, false],
  ['restart_timeout', '1 2 -1', true, true, false],
  ['dhparamfile', '', false, false, true],
  ['tls_keyform', 'anything', true, true, true],
];

describe('acceptsValue', () => {
  it.each(cases)('%s %s', (name, value, ...verdicts) => {
    const option = findOption(name);
    if (option === null) throw new Error(name);
    const found = ['2.0.11', '2.0.21', '2.1.2'].map((text) =>
      acceptsValue(option, value, parseVersion(text)),
    );
    expect(found).toEqual(verdicts);
  });

  it('has an answer to any text', () => {
    const anything = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.constantFrom(...options.values()), anything, fc.boolean(), (option, text, isNew) => {
        expect(typeof acceptsValue(option, text, parseVersion(isNew ? '2.1.2' : '2.0.11'))).toBe('boolean');
      }),
    );
  });
});

describe('findOption', () => {
  it('finds a plugin’s options by how they begin, the known ones by name', () => {
    expect(findOption('plugin_opt_whatever')?.name).toBe('plugin_opt_*');
    expect(findOption('auth_opt_x')?.name).toBe('auth_opt_*');
    expect(findOption('plugin_opt_acl_file')?.plugin).toBe('acl_file');
    expect(findOption('Listener')).toBeNull();
    expect(findOption('constructor')).toBeNull();
  });

  it.each([
    ['retain_expiry_interval', '2.0.20', false],
    ['retain_expiry_interval', '2.0.21', true],
    ['trace_level', '1.6.12', true],
    ['trace_level', '2.0.11', false],
    ['plugin_load', '2.1.0', true],
  ])('%s in %s', (name, version, isKnown) => {
    const option = findOption(name);
    expect(option !== null && isKnownIn(option, parseVersion(version))).toBe(isKnown);
  });

  it('takes an unknown version for 2.0.11', () => {
    const known = [...options.values()].filter((option) => isKnownIn(option, null));
    expect(known).toEqual(
      [...options.values()].filter((option) => isKnownIn(option, parseVersion('2.0.11'))),
    );
  });
});
