import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckReport, CheckStatus, Report } from '../../../src/checks/types.ts';
import { en } from '../../../src/i18n/en.ts';
import { fr } from '../../../src/i18n/fr.ts';
import { type Message, msg } from '../../../src/i18n/messages.ts';
import { say } from '../../../src/i18n/translate.ts';
import { github, githubSummary } from '../../../src/report/reporters/github.ts';
import { nagios, nagiosState } from '../../../src/report/reporters/nagios.ts';
import { reporters } from '../../../src/report/reporters/registry.ts';
import type { ReportContext } from '../../../src/report/reporters/types.ts';
import { styleFor } from '../../../src/report/style.ts';

const english = (message: Message): string => say(en, message);
const context: ReportContext = {
  t: (message) => say(fr, message),
  english,
  style: styleFor({ unicode: false, colour: false, width: 80 }),
  target: 'broker.example.org:1883',
  started: new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 678)),
};

function check(id: string, status: CheckStatus, more: Partial<CheckReport> = {}): CheckReport {
  return {
    id,
    group: 'auth',
    severity: 'critical',
    title: msg('checks.auth-anonymous.title'),
    status,
    message: msg('checks.run.crashed', { error: `${id}: 100% <b>|"x"\n# y\u0007` }),
    milliseconds: 12,
    ...more,
  };
}

function report(checks: CheckReport[]): Report {
  const summary = { pass: 0, fail: 0, warn: 0, skip: 0 };
  for (const { status } of checks) summary[status] += 1;
  return {
    checks,
    summary,
    ok: summary.fail === 0 && summary.pass > 0,
    milliseconds: 1234,
    onMachineOnly: [],
  };
}

const mixed = report([
  check('auth.a', 'pass'),
  check('auth.b', 'fail', { evidence: ['::error::evil', '<script>'], fix: msg('checks.auth.fix') }),
  check('files.c', 'warn', { group: 'files', severity: 'low' }),
  check('files.d', 'skip', { group: 'files' }),
]);

describe('the reporters', () => {
  it('speak English, but for the one that people read', () => {
    for (const { name, render } of reporters) {
      const text = render(mixed, context);
      const isFrench = text.includes(say(fr, msg('checks.auth-anonymous.title')));
      expect([name, isFrench]).toEqual([name, name === 'pretty']);
    }
  });

  it('let no control character through, whatever a broker says', () => {
    for (const { name, render } of reporters) {
      const text = render(mixed, context).replaceAll('\n', '');
      expect([name, /\p{Cc}/u.test(text)]).toEqual([name, false]);
    }
  });

  it('have an answer to any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.string({ unit: 'binary' })),
        (error, evidence) => {
          const one = report([
            check('a.b', 'fail', { message: msg('checks.run.crashed', { error }), evidence }),
          ]);
          for (const { render } of reporters) expect(render(one, context)).not.toBe('');
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('GitHub', () => {
  it('gets one line for each, which nothing in a text can break out of', () => {
    const lines = github.render(mixed, context).split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['::error', '::warning']);
    expect(lines[0]).toContain('title=auth.b%3A');
    expect(lines[0]).toContain('%0A::error::evil%0A');
    expect(lines[0]).toContain('100%25');
  });

  it('gets no more annotations than it shows, and the names of the rest', () => {
    const many = report(Array.from({ length: 14 }, (_, index) => check(`x.${index}`, 'fail')));
    const lines = github.render(many, context).split('\n');
    expect(lines).toHaveLength(10);
    expect(lines[9]).toContain('5 more: x.9, x.10, x.11, x.12, x.13');
  });

  it('says nothing where all is well', () => {
    expect(github.render(report([check('a', 'pass')]), context)).toBe('');
  });

  it('gets a summary in which nothing is Markdown or HTML of others', () => {
    const text = githubSummary(mixed, context);
    expect(text).toContain('1 passed, 1 failed, 1 warned, 1 skipped');
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('<b>');
    expect(text.split('\n').filter((line) => line.startsWith('| ')).length).toBe(5);
  });
});

describe('Nagios', () => {
  it.each<[string, Report, string]>([
    ['all well', report([check('a', 'pass')]), 'OK'],
    ['a grave failure', mixed, 'CRITICAL'],
    ['a slight one', report([check('a', 'pass'), check('b', 'fail', { severity: 'low' })]), 'WARNING'],
    ['a warning', report([check('a', 'pass'), check('b', 'warn')]), 'WARNING'],
    ['nothing proven', report([check('a', 'skip')]), 'UNKNOWN'],
  ])('%s', (_what, one, state) => {
    expect(nagiosState(one)).toBe(state);
    const [first = ''] = nagios.render(one, context).split('\n');
    // Monitoring Plugins guidelines: text, one `|`, then label=value[unit];[warn];[crit];[min];[max].
    expect(first).toMatch(
      /^MQTT (?:OK|WARNING|CRITICAL|UNKNOWN) - [^|]+ \|(?: [a-z]+=[\d.]+s?(?:;[\d.]*){0,4})+$/,
    );
  });
});
