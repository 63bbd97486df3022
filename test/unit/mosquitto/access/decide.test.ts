import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../../../src/mosquitto/access/decide.ts';
import { nearestRule } from '../../../../src/mosquitto/access/hint.ts';
import { RuleIndex } from '../../../../src/mosquitto/access/rule-index.ts';
import { accessRules, rulesOfLines } from '../../../../src/mosquitto/access/rules.ts';
import type { AccessRule } from '../../../../src/mosquitto/access/types.ts';
import { parseAcl } from '../../../../src/mosquitto/formats/acl.ts';
import { versionOf } from '../../../helpers/lint.ts';

const acl = `topic read news/#
topic write open

user alice
topic readwrite home/#
topic deny home/alarm/#
topic write garden/pump

pattern readwrite devices/%u/#
pattern read ids/%c
pattern deny devices/+/secret
user alice
topic read late/+/x
topic write #
`;

function ask(name: string | null, access: 'read' | 'write', topic: string, clientId: string | null = null) {
  const rules = rulesOfLines(parseAcl(acl));
  const client = { name, clientId };
  const version = versionOf('2.0.21');
  const decision = decide(rules, client, access, topic, version);
  const hint = nearestRule({ rules, client, access, topic, version }, decision);
  return { decision, hint: hint === null ? null : [hint.kind, hint.by.line, hint.value] };
}

test.each([
  ['alice', 'write', 'home/x', true, 5, null],
  ['alice', 'read', 'home/alarm/x', false, 6, ['deny', 5, null]],
  ['alice', 'read', 'late/a/x', true, 13, null],
  ['alice', 'read', 'devices/alice/x', true, 9, null],
  ['bob', 'read', 'devices/bob/secret', false, 11, ['deny', 9, null]],
  ['alice', 'read', 'garden/pump', false, null, ['access', 7, null]],
  ['alice', 'write', '$x/a', false, null, ['dollar', 14, null]],
  ['alice', 'write', '$SYS/a', false, null, null],
  ['alice', 'read', 'news/a', false, null, ['anonymous', 1, null]],
  [null, 'read', 'news/a', true, 1, null],
  ['', 'read', 'news/a', true, 1, null],
  [null, 'write', 'devices//a', false, null, null],
  ['bob', 'read', 'ids/x', false, null, ['client', 10, 'x']],
  ['bob', 'write', 'devices/alice/x', false, null, ['user', 9, 'alice']],
  ['al+ice', 'write', 'devices/x', false, null, ['user', 9, 'x']],
  ['alice', 'read', 'Home/x', false, null, ['case', 5, null]],
  ['alice', 'read', 'hmoe/x', false, null, ['slip', 5, null]],
  ['alice', 'read', 'late/a/x/y', false, null, ['below', 13, null]],
  [null, 'write', 'open/a', false, null, ['below', 2, null]],
  ['alice', 'read', 'late', false, null, ['above', 13, null]],
] as const)('%s %s %s: %s by line %s', (name, access, topic, allowed, line, hint) => {
  const asked = ask(name, access, topic);
  expect(asked.decision.allowed).toBe(allowed);
  expect(asked.decision.by?.line ?? null).toBe(line);
  expect(asked.hint).toEqual(hint);
});

test('the client id is filled in, and a wildcard in it takes the patterns away', () => {
  expect(ask('bob', 'read', 'ids/x', 'x').decision).toMatchObject({ allowed: true, filter: 'ids/x' });
  expect(ask('bob', 'read', 'devices/bob/x', '+').decision.why).toBe('wildcard-id');
  expect(ask('bob', 'read', 'devices/bob/x', '+').hint).toEqual(['wildcard-id', 9, null]);
  expect(ask('b+b', 'read', 'devices/x/y').decision.why).toBe('wildcard-name');
});

test('rules of any kind are handed back as they are', () => {
  const rule = { access: 'write', filter: 'a/#', mark: 1 } as const;
  const rules = accessRules({ users: [['bob', [rule]]], anonymous: [], patterns: [] });
  const decision = decide(rules, { name: 'bob', clientId: null }, 'write', 'a', versionOf('2.1.2'));
  expect(decision.by).toBe(rule);
});

describe('the index', () => {
  const level = fc.constantFrom('a', 'b', '', '$x', '%u', '%c', 'x%u');
  const rule: fc.Arbitrary<AccessRule> = fc.record({
    access: fc.constantFrom('read', 'write', 'readwrite', 'deny'),
    filter: fc
      .tuple(fc.array(fc.oneof(level, fc.constant('+')), { minLength: 1, maxLength: 4 }), fc.boolean())
      .map(([levels, isOpen]) => [...levels, ...(isOpen ? ['#'] : [])].join('/')),
  });

  test('finds what going through all rules finds', () => {
    fc.assert(
      fc.property(
        fc.array(rule, { minLength: 13, maxLength: 40 }),
        fc.array(level, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (rules, topic, arePatterns) => {
          const index = new RuleIndex(rules, arePatterns);
          const fill = (text: string): string => text.replaceAll('%u', 'a').replaceAll('%c', 'b');
          const filled = arePatterns ? fill : (text: string): string => text;
          for (const access of ['read', 'write'] as const)
            expect(index.find(topic, access, filled)).toEqual(index.scan(topic, access, filled));
        },
      ),
      { numRuns: 1000, seed: 3 },
    );
  });

  test('answers quickly what would take long rule by rule', () => {
    const deep = Array.from({ length: 200 }, () => '+').join('/');
    const rules = Array.from(
      { length: 20_000 },
      (_, i): AccessRule => ({ access: 'read', filter: `${deep}/${i}` }),
    );
    const index = new RuleIndex(rules);
    const topic = [...Array.from({ length: 200 }, () => 'a'), '19999'];
    // The levels that the filters share are walked once: twenty thousand times 200 levels would be felt.
    for (let round = 0; round < 1000; round++) expect(index.find(topic, 'read').allow).toBe(rules[19_999]);
  });
});
