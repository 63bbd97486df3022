import { expect, test } from 'vitest';
import type { CheckReport, Report } from '../../../src/checks/types.ts';
import { lenient } from '../../../src/cli/flow/lenient.ts';
import { msg } from '../../../src/i18n/messages.ts';

const check = (id: string, group: CheckReport['group']): CheckReport => ({
  id,
  group,
  severity: 'high',
  title: msg('checks.service-restarts.title'),
  status: 'fail',
  message: msg('checks.service-restarts.uncounted'),
  milliseconds: 1,
});

const report: Report = {
  checks: [
    check('service.restarts', 'service'),
    check('resources.space', 'resources'),
    check('messages.bridges', 'messages'),
    check('access.write', 'access'),
  ],
  summary: { pass: 0, fail: 4, warn: 0, skip: 0 },
  ok: false,
  milliseconds: 1,
  onMachineOnly: [],
};

const failed = (before: { restarts: number | null }, after: { restarts: number | null }): string[] =>
  lenient(report, before, after)
    .checks.filter(({ status }) => status === 'fail')
    .map(({ id }) => id);

test('a count of restarts that was there before the change takes nothing back', () => {
  expect(failed({ restarts: 1 }, { restarts: 1 })).toEqual(['access.write']);
  expect(lenient(report, { restarts: 1 }, { restarts: 1 }).summary).toEqual({
    pass: 0,
    fail: 1,
    warn: 3,
    skip: 0,
  });
});

test('one that has grown does, and so does one where nothing was changed', () => {
  expect(failed({ restarts: 0 }, { restarts: 1 })).toEqual(['service.restarts', 'access.write']);
  const same = { restarts: 1 };
  expect(failed(same, same)).toEqual(['service.restarts', 'access.write']);
  expect(failed({ restarts: null }, { restarts: 1 })).toEqual(['service.restarts', 'access.write']);
});
