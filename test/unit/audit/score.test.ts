import { describe, expect, test } from 'vitest';
import { isPrivate } from '../../../src/audit/networks.ts';
import { scoreOf } from '../../../src/audit/score.ts';
import type { AuditFinding } from '../../../src/audit/types.ts';
import type { Severity } from '../../../src/checks/types.ts';
import { msg } from '../../../src/i18n/messages.ts';

function finding(id: string, severity: Severity): AuditFinding {
  const message = msg('audit.nothing');
  return {
    id,
    severity,
    title: message,
    message,
    why: null,
    evidence: [],
    place: null,
    fix: null,
    commands: [],
  };
}

describe('the score', () => {
  test('takes each kind of finding once, at its gravest', () => {
    expect(
      scoreOf([finding('a', 'medium'), finding('a', 'high'), finding('a', 'low'), finding('b', 'low')]),
    ).toEqual({
      score: 84,
      deductions: [
        { id: 'a', points: 15 },
        { id: 'b', points: 1 },
      ],
    });
  });

  test('is 100 where nothing was found, and never below 0', () => {
    expect(scoreOf([]).score).toBe(100);
    expect(scoreOf(['a', 'b', 'c'].map((id) => finding(id, 'critical'))).score).toBe(0);
  });
});

test.each([
  ['10.1.2.3', true],
  ['172.15.0.1', false],
  ['172.16.0.1', true],
  ['172.31.255.1', true],
  ['172.32.0.1', false],
  ['192.168.178.2', true],
  ['192.0.2.1', false],
  ['169.254.1.1', true],
  ['100.64.0.1', true],
  ['100.128.0.1', false],
  ['127.0.0.1', true],
  ['::1', true],
  ['fe80::1%eth0', true],
  ['fd12::1', true],
  ['2001:db8::1', false],
  ['::ffff:192.168.1.1', true],
  ['::ffff:8.8.8.8', false],
])('%s is in a network of one’s own: %s', (address, expected) => {
  expect(isPrivate(address)).toBe(expected);
});
