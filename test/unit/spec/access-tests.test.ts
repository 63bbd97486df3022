import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessTestProblem, parseAccessTest } from '../../../src/spec/access-tests.ts';

describe('a line of `tests`', () => {
  it.each([
    [
      'roof can publish weather/roof',
      {
        subject: { kind: 'account', name: 'roof' },
        can: true,
        action: 'publish',
        topic: 'weather/roof',
        clientId: '',
      },
    ],
    ['roof cannot write to a b/c', { can: false, action: 'publish', topic: 'a b/c' }],
    ['anonymous can subscribe to x', { subject: { kind: 'anonymous' }, action: 'read', topic: 'x' }],
    [
      'everyone cannot read $SYS/broker/version',
      { subject: { kind: 'everyone' }, topic: '$SYS/broker/version' },
    ],
    ['a as c1 can publish clients/c1/state', { clientId: 'c1', topic: 'clients/c1/state' }],
    ['éric cannot connect', { subject: { kind: 'account', name: 'éric' }, action: 'connect', topic: '' }],
    ['everyone can connect', { action: 'connect' }],
  ])('%s', (text, parts) => {
    expect(accessTestProblem(text)).toBeNull();
    expect(parseAccessTest(text)).toMatchObject(parts);
  });

  it.each([
    ['', 'spec.test.form'],
    ['roof publishes x', 'spec.test.form'],
    ['roof can  publish x', 'spec.test.form'],
    ['roof Can publish x', 'spec.test.form'],
    ['roof can publish', 'spec.test.topic'],
    ['roof can connect x', 'spec.test.no-topic'],
    ['roof can read #', 'spec.test.wildcard'],
    ['roof can read a/+/b', 'spec.test.wildcard'],
    ['a:b can read x', 'accounts.name.colon'],
    ['mqtt-setup-probe can read x', 'accounts.name.reserved'],
    ['roof can read $share/g/x', 'accounts.topic.share'],
    ['roof can read a\nb', 'spec.test.form'],
  ])('%j is refused', (text, key) => {
    expect(accessTestProblem(text)?.key).toBe(key);
  });

  it('is read or refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        if (accessTestProblem(text) === null) expect(parseAccessTest(text).text).toBe(text);
      }),
    );
  });
});
